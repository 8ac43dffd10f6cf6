import { DAY_SECONDS, type EpochMs, type ServiceDay } from '../units/time.ts';
import { ROAD_CLASSES, type RoadClass } from './roadClass.ts';
import { type RoadSpan, type RoadTimes, spansOfDay } from './roadTimes.ts';

/** What slows traffic, without when. */
export interface SpeedRule {
  /** Share of the open road's speed that is left, more than 0, at most 1. */
  readonly factor: number;
  /** null: all. */
  readonly classes: readonly RoadClass[] | null;
  /** Only roads at least so high; null: down to the sea. Roads of unknown altitude are left out where either is given. */
  readonly aboveMetres: number | null;
  /** Only roads lower than this; null: up to the top. */
  readonly belowMetres: number | null;
}

/** How snow slows traffic for a time of the year. Seasons that overlap all hold; their factors are multiplied. */
export interface RoadSeason extends SpeedRule {
  readonly id: string;
  readonly name: string;
  readonly times: RoadTimes;
  /** Account id. */
  readonly enteredBy: string;
  readonly enteredAt: EpochMs;
  /** Ended before its time; null while it stands. Kept, so that old plans can be explained. */
  readonly endedAt: EpochMs | null;
}

/** When a season holds during a service day, in order. */
export function seasonSpans(season: Pick<RoadSeason, 'times' | 'endedAt'>, day: ServiceDay): RoadSpan[] {
  const { times, endedAt } = season;
  const to = Math.min(times.to ?? Number.POSITIVE_INFINITY, endedAt ?? Number.POSITIVE_INFINITY);
  return spansOfDay({ ...times, to: Number.isFinite(to) ? to : null }, day);
}

/** Two seasons that slow the same roads at the same time. */
export interface SeasonOverlap {
  readonly other: RoadSeason;
  /** The first of the days on which they do. */
  readonly firstDay: ServiceDay;
}

/** Standing seasons that slow some of the same roads as this one at some hour of one of the days. */
export function overlapsOf(
  season: RoadSeason,
  others: readonly RoadSeason[],
  days: readonly ServiceDay[],
): SeasonOverlap[] {
  const spans = days.map((day) => seasonSpans(season, day));
  return others.flatMap((other) => {
    if (other.id === season.id || other.endedAt !== null || !slowSameRoads(season, other)) return [];
    const firstDay = days.find((day, i) => meet(spans[i]!, seasonSpans(other, day)));
    return firstDay === undefined ? [] : [{ other, firstDay }];
  });
}

function slowSameRoads(a: SpeedRule, b: SpeedRule): boolean {
  const classesOf = ({ classes }: SpeedRule) => classes ?? ROAD_CLASSES;
  const low = Math.max(a.aboveMetres ?? Number.NEGATIVE_INFINITY, b.aboveMetres ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(a.belowMetres ?? Number.POSITIVE_INFINITY, b.belowMetres ?? Number.POSITIVE_INFINITY);
  return low < high && classesOf(a).some((name) => classesOf(b).includes(name));
}

/** Do they meet before midnight? What comes after it is the next date's. */
function meet(some: readonly RoadSpan[], others: readonly RoadSpan[]): boolean {
  return some.some((a) => others.some((b) => Math.max(a.from, b.from) < Math.min(a.to, b.to, DAY_SECONDS)));
}
