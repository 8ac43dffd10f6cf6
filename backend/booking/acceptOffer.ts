import type { Actor } from '../domain/account/actor.ts';
import { rideLogEvents } from '../domain/event/rideLogEvents.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import { findClash } from '../domain/ride/findClash.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { EpochMs } from '../domain/units/time.ts';
import type { Tables } from '../ports/tables.ts';
import { type Alongside, nothingElse, withAlongside } from './alongside.ts';
import { bookChange, toBeReplaced } from './bookChange.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { writeStep } from './changeRide.ts';
import { clashRejection } from './clashRejection.ts';
import { rideInstead } from './rideInstead.ts';
import { checkWayHome } from './wayHome.ts';

/**
 * Turns an open offer into a booking and an assignment, in one transaction. An alternative to a refusal becomes a ride
 * of its own, and the refused request is answered by it.
 * @param heldUntil for a rider who has still to be asked; null: they have said yes
 */
export async function acceptOffer(
  world: BookingWorld,
  offerId: string,
  actor: Actor,
  alongside: Alongside = nothingElse,
  heldUntil: EpochMs | null = null,
): Promise<Outcome<Ride, Rejection>> {
  const now = world.clock.now();
  const found = await world.store.read(actor.scope, (tables) => findOpen(tables, offerId, now));
  if (!found.ok) return found;
  const { offer, ride } = found.value;
  const own = offer.instead ? rideInstead(ride, offer, world.ids.next('ride'), now) : ride;
  const bookIn = async (tables: Tables) => {
    const again = await findOpen(tables, offerId, now);
    if (!again.ok) return again;
    if (offer.instead) await keepInstead(tables, again.value.ride, own, actor, now);
    const asked = offer.instead ? own : again.value.ride;
    return withAlongside(tables, await book(tables, again.value.offer, asked, now, heldUntil), alongside);
  };
  const oldId = toBeReplaced(own);
  return oldId === null
    ? world.planning.commit(own, offer, actor, bookIn)
    : bookChange(world, own, oldId, offer, actor, bookIn);
}

async function findOpen(
  tables: Tables,
  offerId: string,
  now: EpochMs,
): Promise<Outcome<{ offer: Offer; ride: Ride }, Rejection>> {
  const offer = await tables.offers.find(offerId);
  const ride = offer && (await tables.rides.find(offer.rideId));
  if (!offer || !ride) return refusal({ code: 'unknownOffer' });
  const isOpen = ride.status === (offer.instead ? 'denied' : 'offered');
  if (offer.state !== 'open' || !isOpen) return refusal({ code: 'offerTaken' });
  if (offer.expiresAt <= now) return refusal({ code: 'offerExpired' });
  return success({ offer, ride });
}

/** Keeps the ride that is booked instead, and what was said to the refusal. */
async function keepInstead(
  tables: Tables,
  denied: Ride,
  own: Ride,
  actor: Actor,
  now: EpochMs,
): Promise<void> {
  await tables.rides.insert(own);
  await tables.events.append(rideLogEvents(own, [{ type: 'RideRequested', ride: own }], actor, now));
  const answered = stepRide(denied, { type: 'answer', answer: 'tookAnother' });
  if (answered.ok) await writeStep(tables, answered.value, actor, now);
}

async function book(
  tables: Tables,
  offer: Offer,
  ride: Ride,
  now: EpochMs,
  heldUntil: EpochMs | null,
): Promise<Outcome<RideStep, Rejection>> {
  const sameDay = await tables.rides.listByPerson(ride.personId, ride.day, ride.day);
  const { pickupSecond, dropoffSecond } = offer;
  const clash = findClash(
    sameDay.filter(({ id }) => id !== ride.id && id !== ride.replaces),
    { fromId: ride.from.id, toId: ride.to.id, pickupSecond, dropoffSecond },
  );
  if (clash) return refusal(clashRejection(clash));
  const disorder = await checkWayHome(tables, ride, offer);
  if (disorder) return refusal(disorder);
  if (!(await tables.offers.close(offer.id, 'accepted'))) return refusal({ code: 'offerTaken' });
  const { serviceId, providerId, promise, directSeconds, maxRideSeconds, fareYen } = offer;
  const facts = { serviceId, providerId, promise, directSeconds, maxRideSeconds, fareYen };
  const hold = heldUntil === null ? {} : { heldUntil };
  return stepRide(ride, { type: 'book', offerId: offer.id, at: now, ...facts, ...hold });
}
