import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { type Actor, SYSTEM_ACTOR } from '../../domain/account/actor.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Rejection, RejectionCode } from '../../domain/rejection/rejection.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import {
  holdUntil,
  isTooLate,
  stepOfAnswer,
  stepWaitlist,
  type WaitlistEntry,
  type WaitlistStep,
} from '../../domain/waitlist/waitlistEntry.ts';
import type { Tables } from '../../ports/tables.ts';
import { type Alongside, nothingElse, withAlongside } from '../alongside.ts';
import type { BookingWorld } from '../bookingWorld.ts';
import { cancelRide } from '../cancelRide.ts';
import { changeUnplanned, stepAgain, writeAgain } from '../changeRide.ts';
import { standAgain } from '../undo.ts';
import { holdPlace } from './holdPlace.ts';
import { inputOf } from './inputOf.ts';
import type { Waitlist } from './waitlist.ts';
import { waitlistChanged } from './waitlistChanged.ts';

/** So many entries are tried in one go; the others wait for the next. */
const TRIES_AT_ONCE = 20;

/** Why a held ride cannot be given back any more: there is nothing left to give. */
const OVER_BY_ITSELF: readonly RejectionCode[] = [
  'unknownRide',
  'rideAlreadyClosed',
  'rideReplaced',
  'commandOutOfOrder',
];

/** Puts a refused request on the waitlist, or back on it, inside the writer's transaction. */
export async function addToWaitlist(
  world: BookingWorld,
  tables: Tables,
  deniedRideId: string,
  actor: Actor,
): Promise<Outcome<WaitlistEntry, Rejection>> {
  const ride = await tables.rides.find(deniedRideId);
  if (!ride) return refusal({ code: 'unknownRide' });
  if (ride.status !== 'denied') return refusal({ code: 'requestNotDenied' });
  const known = await tables.waitlist.findByDeniedRide(deniedRideId);
  const now = world.clock.now();
  if (known) return waitAgain(tables, known, actor, now);
  const entry: WaitlistEntry = {
    id: world.ids.next('wait'),
    revision: 1,
    personId: ride.personId,
    municipality: ride.municipality,
    deniedRideId,
    input: inputOf(ride),
    day: ride.day,
    reason: ride.endReason as RejectionCode,
    state: 'waiting',
    rideId: null,
    heldUntil: null,
    tries: 0,
    createdAt: now,
    changedAt: now,
  };
  if (isTooLate(entry, now)) return refusal({ code: 'timeInPast' });
  if (await tables.waitlist.insertNew(entry)) {
    await tables.events.append([waitlistChanged(entry, actor, now)]);
    return success(entry);
  }
  // Somebody put it there in this very moment: theirs stands, and both are told of the same entry.
  const theirs = await tables.waitlist.findByDeniedRide(deniedRideId);
  return theirs ? success(theirs) : refusal({ code: 'unknownRide' });
}

/** Whoever was taken off it waits again; whoever waits goes on as they are. */
async function waitAgain(
  tables: Tables,
  known: WaitlistEntry,
  actor: Actor,
  now: EpochMs,
): Promise<Outcome<WaitlistEntry, Rejection>> {
  if (known.state === 'waiting' || known.state === 'held') return success(known);
  if (isTooLate(known, now)) return refusal({ code: 'timeInPast' });
  const after = stepWaitlist(known, { type: 'waitAgain' }, now);
  if (!after.ok) return after;
  await tables.waitlist.update(after.value, known.revision);
  await tables.events.append([waitlistChanged(known, actor, now)]);
  return after;
}

/** The waitlist over a world. */
export function createWaitlist(world: BookingWorld): Waitlist {
  const { store, clock } = world;

  /** Writes an entry's step, what happens to its ride, and what goes along with it, in one transaction. */
  async function step(
    entry: WaitlistEntry,
    command: WaitlistStep,
    actor: Actor,
    alongside: Alongside = nothingElse,
  ): Promise<Outcome<WaitlistEntry, Rejection>> {
    const now = clock.now();
    const after = stepWaitlist(entry, command, now);
    if (!after.ok) return after;
    const write: Alongside = async (tables, rideStep) => {
      await tables.waitlist.update(after.value, entry.revision);
      await tables.events.append([waitlistChanged(entry, actor, now)]);
      return alongside(tables, rideStep);
    };
    try {
      const moved = await moveRide(entry, command, actor, write);
      return moved.ok ? after : moved;
    } catch (fault) {
      if (fault instanceof StaleWrite) return refusal({ code: 'staleVersion' });
      if (fault instanceof Refused) return refusal(fault.rejection);
      throw fault;
    }
  }

  /** What a step of the entry does to the ride that holds its place. */
  async function moveRide(
    entry: WaitlistEntry,
    command: WaitlistStep,
    actor: Actor,
    write: Alongside,
  ): Promise<Outcome<unknown, Rejection>> {
    const rideId = command.type === 'holdAgain' ? command.rideId : entry.rideId;
    if (rideId !== null) {
      if (command.type === 'accept') return confirmHold(rideId, actor, write);
      if (command.type === 'holdAgain') return holdAgain(entry, rideId, command.until, actor, write);
      if (command.type === 'lapse' || command.type === 'withdraw') {
        const cancelled = await cancelRide(world, rideId, 'riderAsked', actor, write);
        // A ride that is over by itself gives nothing back; the entry goes on all the same.
        if (cancelled.ok || !OVER_BY_ITSELF.includes(cancelled.reason.code)) return cancelled;
      }
    }
    return store.write(SYSTEM_SCOPE, async (tables) => {
      const rejection = await write(tables, null);
      if (rejection) throw new Refused(rejection);
      return success(null);
    });
  }

  function confirmHold(rideId: string, actor: Actor, write: Alongside): Promise<Outcome<Ride, Rejection>> {
    return changeUnplanned(world, actor, async (tables) =>
      withAlongside(tables, await stepAgain(tables, rideId, { type: 'confirmHold' }), write),
    );
  }

  /** A yes becomes a hold again; a place that was given back is taken again, where it is still free. */
  async function holdAgain(
    entry: WaitlistEntry,
    rideId: string,
    until: EpochMs,
    actor: Actor,
    write: Alongside,
  ): Promise<Outcome<Ride, Rejection>> {
    const hold = { type: 'hold', until } as const;
    const ride = await store.read(actor.scope, ({ rides }) => rides.find(rideId));
    if (!ride) return refusal({ code: 'unknownRide' });
    if (entry.state === 'booked') {
      return changeUnplanned(world, actor, async (tables) =>
        withAlongside(tables, await stepAgain(tables, rideId, hold), write),
      );
    }
    return standAgain(world, ride, actor, async (tables) =>
      withAlongside(tables, await stepAgain(tables, rideId, { type: 'undoCancellation' }, hold), write),
    );
  }

  const find = (entryId: string, actor: Actor) =>
    store.read(actor.scope, (tables) => tables.waitlist.find(entryId));

  return {
    add: (deniedRideId, actor) =>
      writeAgain(world, actor.scope, (tables) => addToWaitlist(world, tables, deniedRideId, actor)),
    async withdraw(entryId, actor) {
      const entry = await find(entryId, actor);
      return entry ? step(entry, { type: 'withdraw' }, actor) : refusal({ code: 'unknownWaitlistEntry' });
    },
    async settle(entryId, outcome, actor, alongside) {
      const entry = await find(entryId, actor);
      if (!entry) return refusal({ code: 'unknownWaitlistEntry' });
      const type = stepOfAnswer(outcome);
      if (!type) throw new Error(`The outcome ${outcome} says nothing about a held place.`);
      return step(entry, { type }, actor, alongside);
    },
    async restore(entryId, rideId, actor, alongside) {
      const found = await store.read(actor.scope, async (tables) => ({
        entry: await tables.waitlist.find(entryId),
        ride: await tables.rides.find(rideId),
      }));
      const { entry, ride } = found;
      if (!entry || !ride) return refusal({ code: 'unknownWaitlistEntry' });
      const pickup = ride.scheduled.pickup ?? ride.promise?.pickup.earliest;
      const until = pickup === undefined ? undefined : holdUntil(entry.day, pickup, clock.now());
      if (until === undefined) return refusal({ code: 'undoTooLate' });
      return step(entry, { type: 'holdAgain', rideId, until }, actor, alongside);
    },
    async retry(days) {
      const open = await store.read(SYSTEM_SCOPE, (tables) => tables.waitlist.listOpen());
      const now = clock.now();
      const waiting = open.filter(
        (entry) => entry.state === 'waiting' && days.has(entry.day) && !isTooLate(entry, now),
      );
      let held = 0;
      for (const entry of waiting.slice(0, TRIES_AT_ONCE)) if (await holdPlace(world, entry)) held += 1;
      return held;
    },
    async tidy() {
      const now = clock.now();
      const open = await store.read(SYSTEM_SCOPE, (tables) => tables.waitlist.listOpen());
      const lapsed = open.filter(({ state, heldUntil }) => state === 'held' && (heldUntil ?? now) <= now);
      for (const entry of lapsed) await step(entry, { type: 'lapse' }, SYSTEM_ACTOR);
      const late = open.filter((entry) => entry.state === 'waiting' && isTooLate(entry, now));
      for (const entry of late) await step(entry, { type: 'close' }, SYSTEM_ACTOR);
      return lapsed.length + late.length;
    },
  };
}
