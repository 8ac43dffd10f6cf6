import { daySecondOf, type EpochMs, serviceDayOf } from '../units/time.ts';
import type { CallBack } from './callBack.ts';

/** Calls to one household, to be made in one go. */
export interface CallGroup {
  readonly householdId: string;
  readonly calls: readonly CallBack[];
  /** Is any of them to be made now? */
  readonly isDue: boolean;
}

/** Is the call to be made now: due, and not outside the rider's best hours unless it would be too late after them? */
export function isDueNow(call: CallBack, now: EpochMs): boolean {
  if (call.dueAt > now) return false;
  const { bestHours, usefulUntil } = call;
  if (bestHours === null) return true;
  const today = serviceDayOf(now);
  const second = daySecondOf(today, now);
  if (second >= bestHours.earliest && second <= bestHours.latest) return true;
  if (usefulUntil === null) return false;
  // The best hours of today or tomorrow would come too late.
  const untilBest = bestHours.earliest - second + (second > bestHours.latest ? 86_400 : 0);
  return now + untilBest * 1000 >= usefulUntil;
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
