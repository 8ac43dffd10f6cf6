import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { clockText, type EpochMs } from '../domain/units/time.ts';
import type { Tables } from '../ports/tables.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { findOverlappingRide } from './overlappingRide.ts';

/** Turns an open offer into a booking and an assignment, in one transaction. */
export async function acceptOffer(
  world: BookingWorld,
  offerId: string,
  actor: Actor,
): Promise<Outcome<Ride, Rejection>> {
  const now = world.clock.now();
  const found = await world.store.read(actor.scope, (tables) => findOpen(tables, offerId, now));
  if (!found.ok) return found;
  const { offer, ride } = found.value;
  return world.planning.commit(ride, offer, actor, async (tables) => {
    const again = await findOpen(tables, offerId, now);
    if (!again.ok) return again;
    return book(tables, again.value.offer, again.value.ride, now);
  });
}

async function findOpen(
  tables: Tables,
  offerId: string,
  now: EpochMs,
): Promise<Outcome<{ offer: Offer; ride: Ride }, Rejection>> {
  const offer = await tables.offers.find(offerId);
  const ride = offer && (await tables.rides.find(offer.rideId));
  if (!offer || !ride) return refusal({ code: 'unknownOffer' });
  if (offer.state !== 'open' || ride.status !== 'offered') return refusal({ code: 'offerTaken' });
  if (offer.expiresAt <= now) return refusal({ code: 'offerExpired' });
  return success({ offer, ride });
}

async function book(
  tables: Tables,
  offer: Offer,
  ride: Ride,
  now: EpochMs,
): Promise<Outcome<RideStep, Rejection>> {
  const sameDay = await tables.rides.listByPerson(ride.personId, ride.day, ride.day);
  const others = sameDay.filter(({ id }) => id !== ride.id);
  const overlapping = findOverlappingRide(others, offer.pickupSecond, offer.dropoffSecond);
  if (overlapping) {
    const time = clockText(overlapping.scheduled.pickup ?? overlapping.promise?.pickup.earliest ?? 0);
    return refusal({ code: 'overlappingRide', details: { time } });
  }
  if (!(await tables.offers.close(offer.id, 'accepted'))) return refusal({ code: 'offerTaken' });
  const { serviceId, providerId, promise, directSeconds, maxRideSeconds, fareYen } = offer;
  const facts = { serviceId, providerId, promise, directSeconds, maxRideSeconds, fareYen };
  return stepRide(ride, { type: 'book', offerId: offer.id, at: now, ...facts });
}
