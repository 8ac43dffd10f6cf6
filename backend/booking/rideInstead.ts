import type { Offer } from '../domain/ride/offer.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { EpochMs } from '../domain/units/time.ts';

/** The ride that an alternative to a refused request would be: the same rider and party, what was offered instead. */
export function rideInstead(denied: Ride, { instead }: Offer, id: string, now: EpochMs): Ride {
  if (!instead) throw new Error('Only an alternative has something instead.');
  const { day, from, to, requested } = instead;
  return {
    ...denied,
    id,
    revision: 1,
    status: 'offered',
    endReason: null,
    riderAnswer: null,
    insteadOf: denied.id,
    // On another day it is no way home of that day's outbound ride any more.
    returnOf: day === denied.day ? denied.returnOf : null,
    day,
    from,
    to,
    requested,
    requestedAt: now,
  };
}
