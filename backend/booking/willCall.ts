import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Actor } from '../domain/account/actor.ts';
import { aboutRide } from '../domain/callBack/callsOwed.ts';
import { rideLogEvents } from '../domain/event/rideLogEvents.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Offer } from '../domain/ride/offer.ts';
import { FINAL_STATUSES, type ReadySource, type Ride } from '../domain/ride/ride.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { clockText, daySecondOf, type EpochMs } from '../domain/units/time.ts';
import type { Proposal, ServiceChoice } from '../ports/ridePlanning.ts';
import type { Tables } from '../ports/tables.ts';
import { bookChange, toBeReplaced } from './bookChange.ts';
import type { Offered } from './booking.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { changeUnplanned, stepAgain } from './changeRide.ts';
import { chooseServices } from './chooseServices.ts';
import { toOffer } from './keepRequest.ts';
import { arrivalOf, otherReturnOf } from './wayHome.ts';

/** Books a way home without a time; see `Booking.bookWillCall`. */
export async function bookWillCall(
  world: BookingWorld,
  requestId: string,
  actor: Actor,
): Promise<Outcome<Ride, Rejection>> {
  const asked = await world.store.read(actor.scope, ({ rides }) => rides.find(requestId));
  if (!asked) return refusal({ code: 'unknownRide' });
  const bookIn = async (tables: Tables): Promise<Outcome<RideStep, Rejection>> => {
    const ride = await tables.rides.find(requestId);
    if (!ride) return refusal({ code: 'unknownRide' });
    const other = await otherReturnOf(tables, ride);
    if (other) return refusal({ code: 'returnExists', details: { rideId: other.id } });
    return stepRide(ride, { type: 'bookWillCall', at: world.clock.now() });
  };
  const oldId = toBeReplaced(asked);
  return oldId === null
    ? changeUnplanned(world, actor, bookIn)
    : bookChange(world, asked, oldId, null, actor, bookIn);
}

/** The rider is ready; see `Booking.activate`. The call itself is kept first, whatever the plan then says. */
export async function activateWillCall(
  world: BookingWorld,
  rideId: string,
  by: ReadySource,
  actor: Actor,
): Promise<Outcome<Offered, Rejection>> {
  const now = world.clock.now();
  const { found, outbound } = await world.store.read(SYSTEM_SCOPE, async (tables) => {
    const home = await findWillCall(tables, rideId);
    return { found: home, outbound: home?.returnOf ? await tables.rides.find(home.returnOf) : undefined };
  });
  if (!found) return refusal({ code: 'noWillCall' });
  const arrival = (outbound && arrivalOf(outbound)) ?? 0;
  const second = Math.max(0, daySecondOf(found.day, now));
  const isThere =
    outbound === undefined || outbound.status === 'onBoard' || FINAL_STATUSES.includes(outbound.status);
  if (!isThere && second < arrival) {
    return refusal({ code: 'outboundNotBegun', details: { time: clockText(Math.ceil(arrival / 60) * 60) } });
  }
  // Whoever rings from the vehicle is fetched from where it takes them, not before it is there.
  const activated = await changeUnplanned(world, actor, (tables) =>
    stepAgain(tables, found.id, { type: 'activate', by, at: now, second: Math.max(second, arrival) }),
  );
  if (!activated.ok) return activated;
  const ready = activated.value;
  const choices = await servicesFor(world, ready, now);
  const proposed = choices.ok ? await world.planning.propose(ready, choices.value) : choices;
  if (!proposed.ok || !choices.ok) return oweCall(world, ready, proposed, actor);
  return offer(world, ready, proposed.value, choices.value, actor, now);
}

/** The ride itself, or the one that leads home from it. */
async function findWillCall({ rides }: Tables, rideId: string): Promise<Ride | undefined> {
  const ride = await rides.find(rideId);
  if (!ride || ride.willCall !== null) return ride;
  const home = (await rides.listReturns(ride.id)).filter(({ willCall }) => willCall !== null);
  return home.find(({ status }) => status === 'willCall' || status === 'offered') ?? home.at(-1);
}

async function servicesFor(
  world: BookingWorld,
  ride: Ride,
  now: EpochMs,
): Promise<Outcome<readonly ServiceChoice[], Rejection>> {
  const { person, services } = await world.store.read(SYSTEM_SCOPE, async (tables) => ({
    person: await tables.people.find(ride.personId),
    services: await tables.services.list(),
  }));
  if (!person) return refusal({ code: 'unknownPerson' });
  const { party, from, to, day, requested, override } = ride;
  return chooseServices(services, {
    person,
    party,
    from,
    to,
    day,
    requested,
    now,
    isWillCall: true,
    override,
  });
}

async function offer(
  world: BookingWorld,
  ride: Ride,
  proposals: readonly Proposal[],
  choices: readonly ServiceChoice[],
  actor: Actor,
  now: EpochMs,
): Promise<Outcome<Offered, Rejection>> {
  const offers = proposals.map((proposal): Offer => toOffer(world, ride.id, proposal, choices, now));
  const offered = await changeUnplanned(world, actor, async (tables) => {
    await tables.offers.insertMany(offers);
    return stepAgain(tables, ride.id, { type: 'offer', offerIds: offers.map(({ id }) => id) });
  });
  return offered.ok ? success({ ride: offered.value, offers }) : offered;
}

/** Nobody is left standing in silence: somebody rings back when a vehicle is found. */
async function oweCall(
  world: BookingWorld,
  ride: Ride,
  refused: Outcome<unknown, Rejection>,
  actor: Actor,
): Promise<Outcome<never, Rejection>> {
  const now = world.clock.now();
  const reason = 'noVehicleForReturn' as const;
  await world.store.write(SYSTEM_SCOPE, async (tables) => {
    await tables.callBacks.owe([{ ...aboutRide(ride), reason, dueAt: now, usefulUntil: null }], now);
    await tables.events.append(rideLogEvents(ride, [{ type: 'CallBackCreated', reason }], actor, now));
  });
  return refusal(refused.ok ? { code: 'noFeasibleInsertion' } : refused.reason);
}
