import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type ClosedStretch, closedSpans, type RoadClosure } from '../../domain/road/roadClosure.ts';
import type { RoadTimes } from '../../domain/road/roadTimes.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { addDays, type EpochMs, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';

/** A closure as somebody enters it: well formed, not yet judged. */
export interface ClosureEntry {
  readonly name: string;
  readonly reason: string;
  readonly stretch: ClosedStretch;
  readonly times: RoadTimes;
}

/** A closure that holds on no day of the coming year was not meant so. */
const LOOK_DAYS = 366;

/** Do the times of an entry make sense? Without a beginning it begins now, unless it comes every year. */
export function judgeEntry(entry: ClosureEntry, now: EpochMs): Outcome<ClosureEntry, Rejection> {
  const { from, to, yearly } = entry.times;
  const times = { ...entry.times, from: from ?? (yearly ? null : now) };
  if (to !== null && to <= now) return refusal({ code: 'timeInPast', field: 'to' });
  if (times.from !== null && to !== null && to <= times.from) {
    return refusal({ code: 'windowEndsBeforeItBegins', field: 'to' });
  }
  const holds = daysFrom(serviceDayOf(Math.max(now, times.from ?? now)), LOOK_DAYS).some(
    (day) => closedSpans({ times, reopenedAt: null }, day).length > 0,
  );
  return holds ? success({ ...entry, times }) : refusal({ code: 'closureNeverHolds' });
}

/** So many service days in a row. */
export function daysFrom(first: ServiceDay, count: number): ServiceDay[] {
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}

/** Those of the days on which a closure holds at some hour. */
export function closedDays(
  closure: Pick<RoadClosure, 'times' | 'reopenedAt'>,
  days: readonly ServiceDay[],
): ServiceDay[] {
  return days.filter((day) => closedSpans(closure, day).length > 0);
}
