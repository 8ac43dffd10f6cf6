import type { DaySecond, ServiceDay } from '../units/time.ts';
import { type ClosedStretch, closedSpans, type RoadClosure } from './roadClosure.ts';
import type { RoadSeason } from './roadSeason.ts';
import { LAST_ROAD_SECOND, type RoadSpan, spansOfDay } from './roadTimes.ts';

/** What is passable and how fast: all closures and seasons in force, without their times. */
export interface RoadState {
  /** Follows from the content alone: letters, digits and `-`, at most 64. */
  readonly id: string;
  readonly closed: readonly ClosedStretch[];
  readonly snow: readonly Pick<RoadSeason, 'factor' | 'classes' | 'aboveMetres'>[];
}

/** A part of the service day during which departures use one state. */
export interface RoadBand {
  /** Second of the service day from which it counts; the first band begins at 0. */
  readonly fromSecond: DaySecond;
  readonly stateId: string;
}

/** All closures and seasons of a region, past and to come. */
export interface RoadCalendar {
  readonly closures: readonly RoadClosure[];
  readonly seasons: readonly RoadSeason[];
}

/** Nothing closed, no snow. */
export const OPEN_ROADS: RoadState = { id: 'open', closed: [], snow: [] };

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

/** The states of a service day in order: one, or more where something begins or ends during the day. */
export function bandsOfDay({ closures, seasons }: RoadCalendar, day: ServiceDay): DayBand[] {
  const closed = closures.map((closure) => ({ closure, spans: closedSpans(closure, day).map(withLead) }));
  const snow = seasons.map((season) => ({ season, spans: spansOfDay(season.times, day) }));
  const changes = [...closed, ...snow].flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to]));
  const starts = [...new Set([0, ...changes])]
    .filter((second) => second < LAST_ROAD_SECOND)
    .sort((a, b) => a - b);
  const bands: DayBand[] = [];
  for (const fromSecond of starts) {
    const holds = ({ spans }: { spans: readonly RoadSpan[] }) =>
      spans.some(({ from, to }) => from <= fromSecond && fromSecond < to);
    const state = stateOf(
      closed.filter(holds).map(({ closure }) => closure.stretch),
      snow.filter(holds).map(({ season }) => season),
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
  seasons: readonly Pick<RoadSeason, 'factor' | 'classes' | 'aboveMetres'>[],
): RoadState {
  if (closed.length === 0 && seasons.length === 0) return OPEN_ROADS;
  const snow = seasons.map(({ factor, classes, aboveMetres }) => ({ factor, classes, aboveMetres }));
  return { id: nameOf({ closed, snow }), closed, snow };
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
