import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Actor } from '../domain/account/actor.ts';
import { rideLogEvents } from '../domain/event/rideLogEvents.ts';
import { evolveRideAll } from '../domain/ride/evolveRide.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { RideEvent } from '../domain/ride/rideEvent.ts';
import type { EpochMs } from '../domain/units/time.ts';
import type { Proposal, ServiceChoice } from '../ports/ridePlanning.ts';
import type { BookingWorld } from './bookingWorld.ts';

/** Keeps a new request with what came of it: the ride after its events, its offers, the log. */
export async function keepRequest(
  world: BookingWorld,
  ride: Ride,
  events: readonly RideEvent[],
  offers: readonly Offer[],
  actor: Actor,
): Promise<Ride> {
  const after = evolveRideAll(ride, events);
  const log = rideLogEvents(after, [{ type: 'RideRequested', ride }, ...events], actor, world.clock.now());
  await world.store.write(SYSTEM_SCOPE, async (tables) => {
    await tables.rides.insert(after);
    await tables.offers.insertMany(offers);
    await tables.events.append(log);
  });
  return after;
}

/** A proposal as an open offer of a ride, good for as long as its service's rules say. */
export function toOffer(
  world: BookingWorld,
  rideId: string,
  proposal: Proposal,
  choices: readonly ServiceChoice[],
  now: EpochMs,
): Offer {
  const choice = choices.find(({ service }) => service.id === proposal.serviceId)!;
  const expiresAt = now + choice.rules.promises.offerValidSeconds * 1000;
  return { ...proposal, id: world.ids.next('offer'), rideId, expiresAt, state: 'open' };
}
