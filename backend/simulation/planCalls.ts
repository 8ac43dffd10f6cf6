import type { RequestInput } from '../domain/ride/requestInput.ts';
import { momentOf } from '../domain/units/time.ts';
import type { PlannedCall } from './plannedCall.ts';

/** Of a hundred callers so many change their mind. */
const CANCEL_SHARE = 0.03;
const SHORTEST_THOUGHT = 1200;
const LONGEST_THOUGHT = 5400;

/**
 * Invented requests as calls; a few of them are cancelled later.
 * @param requests `callSecond` counts from the start of the service day, negative on the days before
 * @param random numbers ≥ 0 and < 1
 */
export function planCalls(
  requests: readonly { readonly callSecond: number; readonly input: RequestInput }[],
  random: () => number,
): PlannedCall[] {
  return requests.map(({ callSecond, input }) => {
    const thought = SHORTEST_THOUGHT + Math.floor(random() * (LONGEST_THOUGHT - SHORTEST_THOUGHT));
    const cancelAfterSeconds = random() < CANCEL_SHARE ? thought : null;
    return { at: momentOf(input.day, callSecond), input, cancelAfterSeconds };
  });
}
