import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { type Actor, SYSTEM_ACTOR } from '../../domain/account/actor.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Rejection, RejectionCode } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import {
  isTooLate,
  stepWaitlist,
  type WaitlistEntry,
  type WaitlistStep,
} from '../../domain/waitlist/waitlistEntry.ts';
import type { Tables } from '../../ports/tables.ts';
import type { BookingWorld } from '../bookingWorld.ts';
import { cancelRide } from '../cancelRide.ts';
import { holdPlace } from './holdPlace.ts';
import { inputOf } from './inputOf.ts';
import type { Waitlist } from './waitlist.ts';
import { waitlistChanged } from './waitlistChanged.ts';

/** So many entries are tried in one go; the others wait for the next. */
const TRIES_AT_ONCE = 20;

/** Puts a refused request on the waitlist, inside the writer's transaction. */
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
  if (known) return success(known);
  const now = world.clock.now();
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
  await tables.waitlist.insert(entry);
  await tables.events.append([waitlistChanged(entry, actor, now)]);
  return success(entry);
}

/** The waitlist over a world. */
export function createWaitlist(world: BookingWorld): Waitlist {
  const { store, clock } = world;

  async function step(
    entry: WaitlistEntry,
    command: WaitlistStep,
    actor: Actor,
  ): Promise<Outcome<WaitlistEntry, Rejection>> {
    const now = clock.now();
    const after = stepWaitlist(entry, command, now);
    if (!after.ok) return after;
    const write = async (tables: Tables) => {
      await tables.waitlist.update(after.value, entry.revision);
      await tables.events.append([waitlistChanged(entry, actor, now)]);
    };
    try {
      const givesBack = command.type === 'lapse' || command.type === 'withdraw';
      if (givesBack && entry.rideId !== null) {
        const cancelled = await cancelRide(
          world,
          entry.rideId,
          'riderAsked',
          SYSTEM_ACTOR,
          async (tables) => {
            await write(tables);
            return undefined;
          },
        );
        // A ride that is over by itself gives nothing back; the entry goes on all the same.
        if (cancelled.ok) return after;
      }
      await store.write(SYSTEM_SCOPE, write);
      return after;
    } catch (fault) {
      if (fault instanceof StaleWrite) return refusal({ code: 'staleVersion' });
      throw fault;
    }
  }

  const find = (entryId: string, actor: Actor) =>
    store.read(actor.scope, (tables) => tables.waitlist.find(entryId));

  return {
    async add(deniedRideId, actor) {
      try {
        return await store.write(actor.scope, async (tables) => {
          const added = await addToWaitlist(world, tables, deniedRideId, actor);
          if (!added.ok) throw new Refused(added.reason);
          return added;
        });
      } catch (fault) {
        if (fault instanceof Refused) return refusal(fault.rejection);
        throw fault;
      }
    },
    async withdraw(entryId, actor) {
      const entry = await find(entryId, actor);
      return entry ? step(entry, { type: 'withdraw' }, actor) : refusal({ code: 'unknownWaitlistEntry' });
    },
    async settle(entryId, outcome, actor) {
      const entry = await find(entryId, actor);
      if (entry?.state !== 'held') return;
      if (outcome === 'accepted' || outcome === 'told') await step(entry, { type: 'accept' }, actor);
      if (outcome === 'declined' || outcome === 'notNeeded') await step(entry, { type: 'withdraw' }, actor);
      if (outcome === 'unreachable') await step(entry, { type: 'lapse' }, actor);
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
