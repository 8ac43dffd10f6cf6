import type { CallBack } from '../../domain/callBack/callBack.ts';
import { isOverruled } from '../../domain/callBack/callsOwed.ts';
import type { Tables } from '../../ports/tables.ts';

/** Those of these calls that are still to be said: without promises that hold again and have broken once more since. */
export async function listToSay(
  { callBacks }: Tables,
  calls: readonly CallBack[],
): Promise<readonly CallBack[]> {
  const toSay: CallBack[] = [];
  for (const call of calls) {
    const isInDoubt = call.reason === 'promiseRestored' && call.rideId !== null;
    if (!isInDoubt || !isOverruled(call, await callBacks.listByRide(call.rideId!))) toSay.push(call);
  }
  return toSay;
}
