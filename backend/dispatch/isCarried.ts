import type { Ride } from '../domain/ride/ride.ts';

/** Does the ride still stand for something aboard or to come, or was it carried? Those who did not come are gone. */
export function isCarried(ride: Ride): boolean {
  return ['assigned', 'vehicleArrived', 'onBoard', 'done'].includes(ride.status);
}
