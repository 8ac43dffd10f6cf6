import { type Ride, standingPromise } from '../domain/ride/ride.ts';
import type { PlannedPromise } from '../ports/ridePlanning.ts';

/** By what a ride that stands again is put back into the plan; null where nothing was promised. */
export function plannedAsBefore(ride: Ride): PlannedPromise | null {
  const promise = standingPromise(ride);
  return (
    promise && {
      promise,
      providerId: ride.providerId ?? '',
      maxRideSeconds: ride.maxRideSeconds ?? 0,
      pickupSecond: ride.scheduled.pickup ?? promise.pickup.earliest,
      dropoffSecond: ride.scheduled.dropoff ?? promise.dropoff.latest,
    }
  );
}
