import type { Ride } from '../../domain/ride/ride.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import { isWaitingPlace } from '../waitingPlace.ts';

/** The greatest bit of the planner's sets. */
const LAST_BIT = 30;

/**
 * The bit of each shift that carries a ride kept by hand, or has a place to wait, in the planner's set of providers: it stands for "this very
 * vehicle". The bits lie above those of the providers; where more shifts keep rides than there are bits, some share
 * one, and whoever writes a plan has still to see that kept rides stay (`keepsByHand`).
 */
export function keepBits({
  providers,
  shifts,
  rides,
  schedules,
}: Pick<DaySnapshot, 'providers' | 'shifts' | 'rides' | 'schedules'>): ReadonlyMap<string, number> {
  const room = LAST_BIT + 1 - providers.length;
  if (room <= 0) return new Map();
  const keeping = new Set([...rides.values()].filter(isKept).map(({ shiftId }) => shiftId));
  const waits = (id: string) => schedules.get(id)?.stops.some(isWaitingPlace) === true;
  const ids = shifts.map(({ id }) => id).filter((id) => keeping.has(id) || waits(id));
  return new Map(ids.map((id, i) => [id, 1 << (providers.length + (i % room))]));
}

/** Is the ride still to be carried by the vehicle that was chosen for it by hand? */
export function isKept({ status, keptByHand }: Ride): boolean {
  return status === 'assigned' && keptByHand != null;
}

/** Would a shift carry no ride that another one keeps, or at whose door another one stands? */
export function keepsByHand(shiftId: string, rides: readonly Ride[]): boolean {
  return rides.every(
    (ride) => ride.shiftId === shiftId || (!isKept(ride) && ride.status !== 'vehicleArrived'),
  );
}
