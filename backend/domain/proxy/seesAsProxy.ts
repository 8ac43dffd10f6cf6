import type { Acting } from '../account/account.ts';
import type { Ride } from '../ride/ride.ts';

/** Rides of the rider acted for: all where that was granted, else what one's own grants have booked. */
export function seesAsProxy({ acts, grantIds }: Acting, { bookedBy }: Pick<Ride, 'bookedBy'>): boolean {
  const grantId = bookedBy?.grantId ?? null;
  return acts.includes('seeRides') || (grantId !== null && grantIds.includes(grantId));
}
