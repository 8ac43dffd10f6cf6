import { FINAL_STATUSES, type Ride } from './ride.ts';

/** Somebody who wants the same way again this soon has probably been booked by a colleague already. */
const SAME_HOUR_SECONDS = 3600;

/** What a booking would be, for the question whether another one stands in its way. Seconds of the service day. */
export interface WantedRide {
  readonly fromId: string;
  readonly toId: string;
  readonly pickupSecond: number;
  readonly dropoffSecond: number;
}

/** A ride of the same rider that stands in the way: the same way within the hour, or another one at the same time. */
export interface Clash {
  readonly code: 'duplicateRide' | 'overlappingRide';
  readonly ride: Ride;
}

/** The rider's own ride of that day that a booking would double or run into, if there is one. */
export function findClash(rides: readonly Ride[], wanted: WantedRide): Clash | undefined {
  const standing = rides.filter((ride) => !FINAL_STATUSES.includes(ride.status) && ride.promise !== null);
  const double = standing.find(
    (ride) =>
      ride.from.id === wanted.fromId &&
      ride.to.id === wanted.toId &&
      Math.abs(startOf(ride) - wanted.pickupSecond) < SAME_HOUR_SECONDS,
  );
  if (double) return { code: 'duplicateRide', ride: double };
  const overlapping = standing.find(
    (ride) => wanted.pickupSecond < endOf(ride) && startOf(ride) < wanted.dropoffSecond,
  );
  return overlapping && { code: 'overlappingRide', ride: overlapping };
}

function startOf(ride: Ride): number {
  return ride.scheduled.pickup ?? ride.promise?.pickup.earliest ?? 0;
}

function endOf(ride: Ride): number {
  return ride.scheduled.dropoff ?? ride.promise?.dropoff.latest ?? 0;
}
