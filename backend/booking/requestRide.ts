import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Actor } from '../domain/account/actor.ts';
import { rideLogEvents } from '../domain/event/rideLogEvents.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import { evolveRideAll } from '../domain/ride/evolveRide.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { RideEvent } from '../domain/ride/rideEvent.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { clockText, type EpochMs } from '../domain/units/time.ts';
import type { Proposal, ServiceChoice } from '../ports/ridePlanning.ts';
import type { RequestRefusal } from './booking.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { chooseServices } from './chooseServices.ts';
import { findOverlappingRide } from './overlappingRide.ts';
import { type UnderstoodRequest, understandRequest } from './understandRequest.ts';

/** Judges a request, asks the plan for offers, and keeps request and offers (or the refusal) with their events. */
export async function requestRide(
  world: BookingWorld,
  input: RequestInput,
  actor: Actor,
): Promise<Outcome<{ ride: Ride; offers: readonly Offer[] }, RequestRefusal>> {
  const now = world.clock.now();
  const understood = await understandRequest(world.store, input, actor, now);
  if (!understood.ok) return refusal({ rejection: understood.reason, ride: null });
  const judged = judge(world, input, understood.value, now);
  if (!judged.choices.ok) return deny(world, judged.ride, judged.choices.reason, actor);
  const proposed = await world.planning.propose(judged.ride, judged.choices.value);
  if (!proposed.ok) return deny(world, judged.ride, proposed.reason, actor);
  const free = withoutOverlaps(proposed.value, understood.value.otherRides);
  if (!free.ok) return deny(world, judged.ride, free.reason, actor);
  return offer(world, judged.ride, free.value, judged.choices.value, actor);
}

function judge(
  world: BookingWorld,
  input: RequestInput,
  understood: UnderstoodRequest,
  now: EpochMs,
): { ride: Ride; choices: Outcome<readonly ServiceChoice[], Rejection> } {
  const { person, party, services, from, to, fromPoint, toPoint } = understood;
  const question = { person, party, day: input.day, requested: input.requested, now };
  const atDoor = chooseServices(services, { ...question, from, to });
  const comesToDoor = atDoor.ok ? atDoor.value.filter(({ rules }) => rules.doorToDoor) : [];
  if (comesToDoor.length > 0 || (from === fromPoint && to === toPoint)) {
    const choices = comesToDoor.length > 0 ? success(comesToDoor) : atDoor;
    return { ride: newRide(world, input, understood, from, to, now), choices };
  }
  if (!fromPoint || !toPoint) {
    const field = fromPoint ? 'to' : 'from';
    const choices = atDoor.ok ? refusal({ code: 'outsideServiceArea' as const, field }) : atDoor;
    return { ride: newRide(world, input, understood, from, to, now), choices };
  }
  const atPoints = chooseServices(services, { ...question, from: fromPoint, to: toPoint });
  const choices =
    fromPoint.id === toPoint.id ? refusal({ code: 'samePlace' as const, field: 'to' }) : atPoints;
  return { ride: newRide(world, input, understood, fromPoint, toPoint, now), choices };
}

function newRide(
  world: BookingWorld,
  input: RequestInput,
  { person, party }: UnderstoodRequest,
  from: Ride['from'],
  to: Ride['to'],
  now: EpochMs,
): Ride {
  return {
    id: world.ids.next('ride'),
    revision: 1,
    status: 'requested',
    endReason: null,
    personId: person.id,
    municipality: person.municipality,
    clinicId: person.clinicId,
    serviceId: null,
    providerId: null,
    channel: input.channel,
    day: input.day,
    from,
    to,
    requested: input.requested,
    party,
    note: input.note,
    directSeconds: null,
    maxRideSeconds: null,
    fareYen: null,
    promise: null,
    revisedPromise: null,
    shiftId: null,
    scheduled: { pickup: null, dropoff: null },
    performed: { pickup: null, dropoff: null },
    requestedAt: now,
    bookedAt: null,
  };
}

function withoutOverlaps(
  proposals: readonly Proposal[],
  otherRides: readonly Ride[],
): Outcome<readonly Proposal[], Rejection> {
  const overlapping = proposals.map((one) =>
    findOverlappingRide(otherRides, one.pickupSecond, one.dropoffSecond),
  );
  const free = proposals.filter((_, i) => !overlapping[i]);
  if (free.length > 0) return success(free);
  const time = clockText(overlapping[0]?.scheduled.pickup ?? overlapping[0]?.promise?.pickup.earliest ?? 0);
  return refusal({ code: 'overlappingRide', field: 'time', details: { time } });
}

async function deny(
  world: BookingWorld,
  ride: Ride,
  rejection: Rejection,
  actor: Actor,
): Promise<Outcome<never, RequestRefusal>> {
  const kept = await keep(world, ride, [{ type: 'RequestRejected', reason: rejection.code }], [], actor);
  return refusal({ rejection, ride: kept });
}

async function offer(
  world: BookingWorld,
  ride: Ride,
  proposals: readonly Proposal[],
  choices: readonly ServiceChoice[],
  actor: Actor,
): Promise<Outcome<{ ride: Ride; offers: readonly Offer[] }, RequestRefusal>> {
  const now = world.clock.now();
  const offers = proposals.map((proposal): Offer => {
    const choice = choices.find(({ service }) => service.id === proposal.serviceId)!;
    const expiresAt = now + choice.rules.promises.offerValidSeconds * 1000;
    return { ...proposal, id: world.ids.next('offer'), rideId: ride.id, expiresAt, state: 'open' };
  });
  const event: RideEvent = { type: 'RideOffered', offerIds: offers.map(({ id }) => id) };
  return success({ ride: await keep(world, ride, [event], offers, actor), offers });
}

async function keep(
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
