import type { RideView } from '../../backend/contract/index.ts';
import { listComingRides, listPastRides } from './rideList.ts';

export interface ClinicRides {
  /** From home to the clinic, in order of time. */
  readonly coming: readonly RideView[];
  /** From the clinic home. */
  readonly leaving: readonly RideView[];
  /** Over or called off, latest first. */
  readonly ended: readonly RideView[];
  /** Ids of rides to the clinic whose rider has no ride home yet. */
  readonly withoutReturn: ReadonlySet<string>;
}

/** A clinic's day put in order. A ride that begins at somebody's door is a ride to the clinic. */
export function groupClinicRides(rides: readonly RideView[]): ClinicRides {
  const open = listComingRides(rides);
  const isComing = (ride: RideView): boolean => ride.from.id.startsWith('door:');
  const goesHome = new Set(
    rides.filter((ride) => !isComing(ride) && isKept(ride)).map((ride) => ride.personId),
  );
  const withoutReturn = rides.filter(
    (ride) => isComing(ride) && isKept(ride) && !goesHome.has(ride.personId),
  );
  return {
    coming: open.filter(isComing),
    leaving: open.filter((ride) => !isComing(ride)),
    ended: listPastRides(rides),
    withoutReturn: new Set(withoutReturn.map((ride) => ride.id)),
  };
}

function isKept(ride: RideView): boolean {
  return ['booked', 'assigned', 'vehicleArrived', 'onBoard', 'done'].includes(ride.status);
}
