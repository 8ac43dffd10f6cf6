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
 * The queue: one group a household, what is due first, then by how soon it is of no use any more, then by age. What can
 * only be explained afterwards comes behind those for whom something can still be done.
 * @param afterwards ids of such calls
 */
export function sortCalls(
  calls: readonly CallBack[],
  now: EpochMs,
  afterwards: ReadonlySet<string> = new Set(),
): CallGroup[] {
  const compare = (a: CallBack, b: CallBack) =>
    Number(isDueNow(b, now)) - Number(isDueNow(a, now)) ||
    Number(afterwards.has(a.id)) - Number(afterwards.has(b.id)) ||
    compareUse(a, b);
  const byHousehold = new Map<string, CallBack[]>();
  for (const call of calls) {
    byHousehold.set(call.householdId, [...(byHousehold.get(call.householdId) ?? []), call]);
  }
  const groups = [...byHousehold].map(([householdId, all]) => ({
    householdId,
    calls: [...all].sort(compare),
    isDue: all.some((call) => isDueNow(call, now)),
  }));
  return groups.sort((a, b) => compare(a.calls[0]!, b.calls[0]!));
}

function compareUse(a: CallBack, b: CallBack): number {
  const end = (call: CallBack) => call.usefulUntil ?? Number.MAX_SAFE_INTEGER;
  return end(a) - end(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
