import type { PromisedTimes } from '../domain/ride/ride.ts';
import type { TimeWindow } from '../domain/units/time.ts';

/** Plans stay this far inside a promise, so that a slow tractor or a long goodbye does not break it. */
export const RESERVE_SECONDS = 300;

/**
 * The windows that the planner gets for a promise: a little narrower than what was told.
 * @param planned starts of service in the present plan; where the street has used up the reserve, it is not asked back
 */
export function plannedWindows(
  promise: PromisedTimes,
  planned: { readonly pickup: number | null; readonly dropoff: number | null },
): PromisedTimes {
  return {
    pickup: withReserve(promise.pickup, planned.pickup),
    dropoff: withReserve(promise.dropoff, planned.dropoff),
  };
}

function withReserve({ earliest, latest }: TimeWindow, planned: number | null): TimeWindow {
  const reserved = Math.max(latest - RESERVE_SECONDS, earliest, planned ?? earliest);
  return { earliest, latest: Math.min(latest, reserved) };
}
