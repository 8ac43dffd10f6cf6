import type { RideView } from '../../backend/contract/index.ts';
import { listComingRides, listPastRides } from './rideList.ts';

export interface ClinicRides {
  /** From the patient's home, in order of time. */
  readonly fromHome: readonly RideView[];
  readonly toHome: readonly RideView[];
  /** Neither begins nor ends at a home. */
  readonly between: readonly RideView[];
  /** Over or called off, latest first. */
  readonly ended: readonly RideView[];
  /** Ids of rides from home whose rider has no ride back yet. */
  readonly withoutReturn: ReadonlySet<string>;
}

/** A clinic's day put in order. */
export function groupClinicRides(rides: readonly RideView[]): ClinicRides {
  const open = listComingRides(rides);
  const goesHome = new Set(
    rides.filter((ride) => isToHome(ride) && isKept(ride)).map((ride) => ride.personId),
  );
  const withoutReturn = rides.filter(
    (ride) => isFromHome(ride) && isKept(ride) && !goesHome.has(ride.personId),
  );
  return {
    fromHome: open.filter(isFromHome),
    toHome: open.filter((ride) => isToHome(ride) && !isFromHome(ride)),
    between: open.filter((ride) => !isFromHome(ride) && !isToHome(ride)),
    ended: listPastRides(rides),
    withoutReturn: new Set(withoutReturn.map((ride) => ride.id)),
  };
}

/** How many rides of a day take place, or have. */
export function countKept(rides: readonly RideView[]): number {
  return rides.filter((ride) => isKept(ride) || ride.status === 'willCall').length;
}

function isFromHome(ride: RideView): boolean {
  return ride.from.id.startsWith('door:');
}

function isToHome(ride: RideView): boolean {
  return ride.to.id.startsWith('door:');
}

function isKept(ride: RideView): boolean {
  return ['booked', 'assigned', 'vehicleArrived', 'onBoard', 'done'].includes(ride.status);
}
