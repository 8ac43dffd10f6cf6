import { FINAL_STATUSES, type Ride } from '../domain/ride/ride.ts';

/** The rider's own ride that runs at the same time, if there is one. Seconds of the same service day. */
export function findOverlappingRide(
  rides: readonly Ride[],
  pickupSecond: number,
  dropoffSecond: number,
): Ride | undefined {
  return rides.find((ride) => {
    if (FINAL_STATUSES.includes(ride.status) || ride.promise === null) return false;
    const start = ride.scheduled.pickup ?? ride.promise.pickup.earliest;
    const end = ride.scheduled.dropoff ?? ride.promise.dropoff.latest;
    return pickupSecond < end && start < dropoffSecond;
  });
}
