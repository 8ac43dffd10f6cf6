import type { PromisedTimes, RequestedTime } from '../domain/ride/ride.ts';
import type { PromiseRules } from '../domain/service/service.ts';

/** How far apart the slices lie in which different offers are looked for. */
const SLICE_SECONDS = 20 * 60;
const NEVER = 48 * 3600;

/**
 * The windows in which offers are looked for, best wish first: slices of time away from what was asked, so that two
 * offers never say the same. All seconds of the service day.
 * @param longestSeconds dwell at the pickup and the longest ride allowed: how long before arrival a pickup may lie
 * @param nowSecond pickups lie after it
 */
export function offerWindows(
  requested: RequestedTime,
  promises: PromiseRules,
  longestSeconds: number,
  nowSecond: number,
): readonly PromisedTimes[] {
  const soonest = Number.isFinite(nowSecond) ? Math.max(0, nowSecond) : 0;
  const slices = Math.max(1, Math.ceil(promises.searchSeconds / SLICE_SECONDS));
  const windows: PromisedTimes[] = [];
  for (let slice = 0; slice < slices; slice++) {
    const shift = slice * SLICE_SECONDS;
    const window =
      requested.kind === 'departAfter'
        ? departingIn(requested.second + shift, soonest, requested.until ?? NEVER)
        : arrivingIn(requested.second - promises.arrivalBufferSeconds - shift, longestSeconds, soonest);
    if (window) windows.push(window);
  }
  return windows;
}

function departingIn(from: number, soonest: number, until: number): PromisedTimes | undefined {
  const latest = Math.min(from + SLICE_SECONDS - 1, until);
  if (latest < Math.max(from, soonest)) return undefined;
  return { pickup: { earliest: Math.max(from, soonest), latest }, dropoff: { earliest: 0, latest: NEVER } };
}

function arrivingIn(latest: number, longestSeconds: number, soonest: number): PromisedTimes | undefined {
  if (latest < soonest) return undefined;
  const dropoff = { earliest: Math.max(0, latest - SLICE_SECONDS + 1), latest };
  return { pickup: { earliest: Math.max(soonest, dropoff.earliest - longestSeconds), latest }, dropoff };
}

/**
 * What is told to the rider: the vehicle comes between the planned time and a little after it, and arrives before the
 * appointment time, or before the longest ride allowed from the end of the pickup window has passed.
 * Whole minutes, so that what is said is what is kept.
 */
export function promiseFor(
  requested: RequestedTime,
  promises: PromiseRules,
  planned: {
    readonly pickup: number;
    readonly dropoff: number;
    readonly dwell: number;
    readonly direct: number;
    readonly maxRide: number;
  },
): PromisedTimes {
  const pickupEarliest = Math.floor(planned.pickup / 60) * 60;
  const appointment = requested.kind === 'arriveBy' ? requested.second : NEVER;
  // Nobody is told to wait until a time from which even the shortest way would arrive too late.
  const lastChance = Math.floor((appointment - planned.dwell - planned.direct) / 60) * 60;
  const pickupLatest = Math.min(
    pickupEarliest + promises.pickupWidthSeconds,
    Math.max(Math.ceil(planned.pickup / 60) * 60, lastChance),
  );
  const slowest = Math.ceil((pickupLatest + planned.dwell + planned.maxRide) / 60) * 60;
  const dropoffLatest = Math.max(Math.min(slowest, appointment), planned.dropoff);
  return {
    pickup: { earliest: pickupEarliest, latest: pickupLatest },
    dropoff: { earliest: pickupEarliest, latest: dropoffLatest },
  };
}

/** The longest ride a rule allows: factor × direct + plus. */
export function maxRideSeconds(promises: PromiseRules, directSeconds: number): number {
  return Math.round(promises.maxRideFactor * directSeconds + promises.maxRidePlusSeconds);
}
