import type { Coordinates } from '../units/coordinates.ts';
import type { EpochMs, ServiceDay } from '../units/time.ts';
import { type RoadSpan, type RoadTimes, spansOfDay } from './roadTimes.ts';

/** What is closed: a road by its number (all of it, or between two places on it), or every road of an area. */
export type ClosedStretch =
  | {
      readonly kind: 'ref';
      readonly ref: string;
      readonly between: readonly [Coordinates, Coordinates] | null;
    }
  | { readonly kind: 'area'; readonly ring: readonly Coordinates[] };

/** A road that nobody may drive on, and when. */
export interface RoadClosure {
  readonly id: string;
  /** As one says it: `国道252号 田子倉〜只見`. */
  readonly name: string;
  readonly stretch: ClosedStretch;
  readonly times: RoadTimes;
  /** Why, to be read aloud. */
  readonly reason: string;
  /** Account id. */
  readonly enteredBy: string;
  readonly enteredAt: EpochMs;
  /** Opened again before its time; null while it stands. Kept, so that old plans can be explained. */
  readonly reopenedAt: EpochMs | null;
  /** The closed parts of roads, as the road engine found them: what no driven line may run over. */
  readonly lines: readonly (readonly Coordinates[])[];
}

/** When a closure holds during a service day, in order. */
export function closedSpans(closure: Pick<RoadClosure, 'times' | 'reopenedAt'>, day: ServiceDay): RoadSpan[] {
  const { times, reopenedAt } = closure;
  const to = Math.min(times.to ?? Number.POSITIVE_INFINITY, reopenedAt ?? Number.POSITIVE_INFINITY);
  return spansOfDay({ ...times, to: Number.isFinite(to) ? to : null }, day);
}

/** The closures that hold at any time of an interval of the service day, both ends included. */
export function closuresDuring<Closure extends Pick<RoadClosure, 'times' | 'reopenedAt'>>(
  closures: readonly Closure[],
  day: ServiceDay,
  from: number,
  to: number,
): Closure[] {
  return closures.filter((closure) =>
    closedSpans(closure, day).some((span) => span.from <= to && span.to > from),
  );
}

/** Closures not opened again whose time from first to last day meets these times; hours of the day are not looked at. */
export function runsDuring(closures: readonly RoadClosure[], { from, to }: RoadTimes): RoadClosure[] {
  return closures.filter(
    (closure) =>
      closure.reopenedAt === null &&
      (closure.times.to === null || from === null || closure.times.to > from) &&
      (closure.times.from === null || to === null || closure.times.from < to),
  );
}
