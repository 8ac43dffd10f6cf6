import { addDays, daySecondOf, type EpochMs, momentOf, serviceDayOf } from '../units/time.ts';
import type { CallBack } from './callBack.ts';

/** Calls to one household, to be made in one go. */
export interface CallGroup {
  readonly householdId: string;
  readonly calls: readonly CallBack[];
  /** Is any of them to be made now? */
  readonly isDue: boolean;
}

/**
 * From when a call should be made: when it is due, or the beginning of the rider's next best hours after that, unless
 * they come too late for it.
 */
export function ringFrom({ dueAt, bestHours, usefulUntil }: CallBack, now: EpochMs): EpochMs {
  const soonest = Math.max(dueAt, now);
  if (bestHours === null) return soonest;
  const day = serviceDayOf(soonest);
  const second = daySecondOf(day, soonest);
  if (second >= bestHours.earliest && second <= bestHours.latest) return soonest;
  const best = momentOf(second < bestHours.earliest ? day : addDays(day, 1), bestHours.earliest);
  return usefulUntil !== null && best >= usefulUntil ? soonest : best;
}

/** Is the call to be made now? */
export function isDueNow(call: CallBack, now: EpochMs): boolean {
  return ringFrom(call, now) <= now;
}

/**
 * The queue: one group a household, what is due first, then by how soon it is of no use any more, then by age.
 */
export function sortCalls(calls: readonly CallBack[], now: EpochMs): CallGroup[] {
  const byHousehold = new Map<string, CallBack[]>();
  for (const call of calls) {
    byHousehold.set(call.householdId, [...(byHousehold.get(call.householdId) ?? []), call]);
  }
  const groups = [...byHousehold].map(([householdId, all]) => ({
    householdId,
    calls: [...all].sort((a, b) => compareCalls(a, b, now)),
    isDue: all.some((call) => isDueNow(call, now)),
  }));
  return groups.sort((a, b) => compareCalls(a.calls[0]!, b.calls[0]!, now));
}

function compareCalls(a: CallBack, b: CallBack, now: EpochMs): number {
  const due = Number(isDueNow(b, now)) - Number(isDueNow(a, now));
  if (due !== 0) return due;
  const end = (call: CallBack) => call.usefulUntil ?? Number.MAX_SAFE_INTEGER;
  return end(a) - end(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
