import type { ClosedPart, RoadState, SnowRule } from './roadState.ts';

/**
 * When something holds, in local time. `yearly`: from a day of the year to another, both included, over New Year
 * where the second is earlier. `notice`: from one moment to another, open-ended where absent. `hours`: from a time of
 * day to another, past midnight where the second is earlier; on these days of the week (0 = Sunday) where given.
 * What is given together holds together.
 */
export interface Validity {
  readonly yearly?: { readonly from: string; readonly to: string };
  /** `YYYY-MM-DDTHH:MM`, the end excluded. */
  readonly notice?: { readonly from?: string; readonly to?: string };
  /** `HH:MM`, the end excluded. */
  readonly hours?: { readonly from: string; readonly to: string; readonly weekdays?: readonly number[] };
}

/** A closure with its times and the reason to be read aloud. */
export interface DatedClosure {
  readonly id: string;
  readonly reason: string;
  readonly part: ClosedPart;
  readonly when: Validity;
}

/** A snow rule with its times. */
export interface DatedSnow {
  readonly id: string;
  readonly rule: SnowRule;
  readonly when: Validity;
}

/** All closures and snow rules of a region, past and to come. */
export interface RoadCalendar {
  readonly closures: readonly DatedClosure[];
  readonly snow: readonly DatedSnow[];
}

/** A stretch of a service day during which one state holds. */
export interface StateBand {
  /** Second of the service day; the first band starts at 0. */
  readonly fromSecond: number;
  readonly state: RoadState;
  /** Ids of the closures and snow rules in force. */
  readonly inForce: readonly string[];
}

const DAY_SECONDS = 86_400;
/** A service day runs past midnight; nothing is planned after 6 o'clock of the next morning. */
const LAST_SECOND = DAY_SECONDS + 6 * 3600;

const secondOfClock = (text: string) => Number(text.slice(0, 2)) * 3600 + Number(text.slice(3, 5)) * 60;

/** Seconds from the start of `day` to a local moment `YYYY-MM-DDTHH:MM`. */
function secondOfMoment(day: string, moment: string): number {
  return (Date.parse(`${moment}:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 1000;
}

function dateAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

function isInYear(day: string, { from, to }: { from: string; to: string }): boolean {
  const date = day.slice(5);
  return from <= to ? from <= date && date <= to : date >= from || date <= to;
}

type Span = readonly [from: number, to: number];

/** When it holds on the calendar date that starts at `start` seconds of the service day. */
function spansOfDate(when: Validity, date: string, start: number): Span[] {
  if (when.yearly && !isInYear(date, when.yearly)) return [];
  if (!when.hours) return [[start, start + DAY_SECONDS]];
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (when.hours.weekdays && !when.hours.weekdays.includes(weekday)) return [];
  const [from, to] = [secondOfClock(when.hours.from), secondOfClock(when.hours.to)];
  return [[start + from, start + (to > from ? to : to + DAY_SECONDS)]];
}

/** When it holds during a service day, as seconds of that day. */
export function spansOfDay(when: Validity, day: string): Span[] {
  const spans = [-1, 0, 1].flatMap((offset) =>
    spansOfDate(when, dateAfter(day, offset), offset * DAY_SECONDS),
  );
  const earliest = when.notice?.from ? secondOfMoment(day, when.notice.from) : Number.NEGATIVE_INFINITY;
  const latest = when.notice?.to ? secondOfMoment(day, when.notice.to) : Number.POSITIVE_INFINITY;
  return spans
    .map(([from, to]): Span => [Math.max(from, earliest, 0), Math.min(to, latest, LAST_SECOND)])
    .filter(([from, to]) => from < to);
}

/** A name that depends on content alone, so that equal days share a state (FNV-1a, twice, over the JSON). */
function nameOf(content: object): string {
  const text = JSON.stringify(content);
  const hash = (seed: number) => {
    let value = seed;
    for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return `state-${hash(0x811c9dc5)}${hash(0x9dc5811c)}`;
}

/** The state of open roads: nothing closed, no snow. */
export const OPEN_STATE: RoadState = { id: 'open', closed: [], snow: [] };

function stateOf(closed: readonly ClosedPart[], snow: readonly SnowRule[]): RoadState {
  if (closed.length === 0 && snow.length === 0) return OPEN_STATE;
  return { id: nameOf({ closed, snow }), closed, snow };
}

/**
 * The states of a service day (`YYYY-MM-DD`) in order: one, or more where something begins or ends during the day.
 * Overlapping entries all hold; bands with equal content share a state.
 */
export function statesOfDay(calendar: RoadCalendar, day: string): StateBand[] {
  const closures = calendar.closures.map((entry) => ({ entry, spans: spansOfDay(entry.when, day) }));
  const snow = calendar.snow.map((entry) => ({ entry, spans: spansOfDay(entry.when, day) }));
  const changes = [...closures, ...snow].flatMap(({ spans }) => spans.flat());
  const starts = [...new Set([0, ...changes])].filter((second) => second < LAST_SECOND).sort((a, b) => a - b);
  const bands: StateBand[] = [];
  for (const fromSecond of starts) {
    const holds = ({ spans }: { spans: Span[] }) =>
      spans.some(([from, to]) => from <= fromSecond && fromSecond < to);
    const closedNow = closures.filter(holds).map(({ entry }) => entry);
    const snowNow = snow.filter(holds).map(({ entry }) => entry);
    const state = stateOf(
      closedNow.map((entry) => entry.part),
      snowNow.map((entry) => entry.rule),
    );
    if (bands.at(-1)?.state.id === state.id) continue;
    bands.push({ fromSecond, state, inForce: [...closedNow, ...snowNow].map((entry) => entry.id) });
  }
  return bands;
}
