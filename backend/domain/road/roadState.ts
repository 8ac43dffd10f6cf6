import type { DaySecond, ServiceDay } from '../units/time.ts';
import type { RoadClass } from './roadClass.ts';
import { type ClosedStretch, closedSpans, type RoadClosure } from './roadClosure.ts';
import { type RoadSeason, type SpeedRule, seasonSpans } from './roadSeason.ts';
import { type RoadSuggestion, suggestionTimes } from './roadSuggestion.ts';
import { LAST_ROAD_SECOND, type RoadSpan, spansOfDay } from './roadTimes.ts';

/** What the street has taught of a kind of road, and a dispatcher has accepted. */
export interface LearnedRule {
  readonly roadClass: RoadClass;
  /** Share of the speed otherwise; above 1 where the street is quicker. */
  readonly factor: number;
}

/** What is passable and how fast: all that is in force, without its times. */
export interface RoadState {
  /** Follows from the content alone: letters, digits and `-`, at most 64. */
  readonly id: string;
  readonly closed: readonly ClosedStretch[];
  readonly snow: readonly SpeedRule[];
  readonly learned: readonly LearnedRule[];
}

/** A part of the service day during which departures use one state. */
export interface RoadBand {
  /** Second of the service day from which it counts; the first band begins at 0. */
  readonly fromSecond: DaySecond;
  readonly stateId: string;
}

/** All that changes the roads of a region, past and to come. */
export interface RoadCalendar {
  readonly closures: readonly RoadClosure[];
  readonly seasons: readonly RoadSeason[];
  /** Only those once accepted count. */
  readonly suggestions: readonly RoadSuggestion[];
}

/** Open roads all year. */
export const OPEN_CALENDAR: RoadCalendar = { closures: [], seasons: [], suggestions: [] };

/** Nothing closed, no snow, nothing learned. */
export const OPEN_ROADS: RoadState = { id: 'open', closed: [], snow: [], learned: [] };

/** The bands of a day on which nothing is closed. */
export const OPEN_BANDS: readonly RoadBand[] = [{ fromSecond: 0, stateId: OPEN_ROADS.id }];

/**
 * The departure decides the state of a leg, so whoever departs within this time before a closure is sent round it
 * already: nobody may arrive in front of a barrier. The longest drives of a mountain region take about so long.
 */
export const CLOSURE_LEAD_SECONDS = 3600;

/** A band with its state in full. */
export interface DayBand extends RoadBand {
  readonly state: RoadState;
}

/** Something with the spans of a day during which it holds. */
interface Spanned<Thing> {
  readonly thing: Thing;
  readonly spans: readonly RoadSpan[];
}

/** What holds during a service day. */
interface SpannedCalendar {
  readonly closures: readonly Spanned<RoadClosure>[];
  readonly seasons: readonly Spanned<RoadSeason>[];
  readonly suggestions: readonly Spanned<RoadSuggestion>[];
}

function spansOfCalendar({ closures, seasons, suggestions }: RoadCalendar, day: ServiceDay): SpannedCalendar {
  return {
    closures: closures.map((thing) => ({ thing, spans: closedSpans(thing, day).map(withLead) })),
    seasons: seasons.map((thing) => ({ thing, spans: seasonSpans(thing, day) })),
    suggestions: suggestions.map((thing) => {
      const times = suggestionTimes(thing);
      return { thing, spans: times === null ? [] : spansOfDay(times, day) };
    }),
  };
}

function holdingAt({ closures, seasons, suggestions }: SpannedCalendar, second: DaySecond): RoadCalendar {
  const holding = <Thing>(all: readonly Spanned<Thing>[]): Thing[] =>
    all
      .filter(({ spans }) => spans.some(({ from, to }) => from <= second && second < to))
      .map(({ thing }) => thing);
  return { closures: holding(closures), seasons: holding(seasons), suggestions: holding(suggestions) };
}

/** What holds for departures at a second of a service day. */
export function heldAt(calendar: RoadCalendar, day: ServiceDay, second: DaySecond): RoadCalendar {
  return holdingAt(spansOfCalendar(calendar, day), second);
}

/** The states of a service day in order: one, or more where something begins or ends during the day. */
export function bandsOfDay(calendar: RoadCalendar, day: ServiceDay): DayBand[] {
  const spanned = spansOfCalendar(calendar, day);
  const changes = [...spanned.closures, ...spanned.seasons, ...spanned.suggestions].flatMap(({ spans }) =>
    spans.flatMap(({ from, to }) => [from, to]),
  );
  const starts = [...new Set([0, ...changes])]
    .filter((second) => second < LAST_ROAD_SECOND)
    .sort((a, b) => a - b);
  const bands: DayBand[] = [];
  for (const fromSecond of starts) {
    const { closures, seasons, suggestions } = holdingAt(spanned, fromSecond);
    const state = stateOf(
      closures.map(({ stretch }) => stretch),
      seasons,
      suggestions,
    );
    if (bands.at(-1)?.stateId !== state.id) bands.push({ fromSecond, stateId: state.id, state });
  }
  return bands;
}

function withLead({ from, to }: RoadSpan): RoadSpan {
  return { from: Math.max(0, from - CLOSURE_LEAD_SECONDS), to };
}

/** The state in which all of these hold. */
export function stateOf(
  closed: readonly ClosedStretch[],
  seasons: readonly SpeedRule[] = [],
  suggestions: readonly LearnedRule[] = [],
): RoadState {
  if (closed.length + seasons.length + suggestions.length === 0) return OPEN_ROADS;
  const snow = seasons.map(({ factor, classes, aboveMetres, belowMetres }) => ({
    factor,
    classes,
    aboveMetres,
    belowMetres,
  }));
  const learned = suggestions.map(({ roadClass, factor }) => ({ roadClass, factor }));
  return { id: nameOf({ closed, snow, learned }), closed, snow, learned };
}

/** The band in force at a second of the day. */
export function bandAt<Band extends RoadBand>(bands: readonly Band[], second: number): Band {
  return bands.filter((band) => band.fromSecond <= second).at(-1) ?? bands[0]!;
}

/** Equal content gets an equal name, so that days share what is computed for it (FNV-1a, twice, over the JSON). */
function nameOf(content: object): string {
  const text = JSON.stringify(content);
  const hash = (seed: number) => {
    let value = seed;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return `roads-${hash(0x811c9dc5)}${hash(0x9dc5811c)}`;
}
