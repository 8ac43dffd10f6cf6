import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../domain/account/actor.ts';
import type { RejectionCode } from '../../domain/rejection/rejection.ts';
import type { RequestInput } from '../../domain/ride/requestInput.ts';
import type { WantedRide } from '../../domain/standingOrder/decideGeneration.ts';
import { entryKey, type StandingEntry } from '../../domain/standingOrder/standingEntry.ts';
import { momentOf } from '../../domain/units/time.ts';
import { acceptOffer } from '../acceptOffer.ts';
import { attemptRequest } from '../attemptRequest.ts';
import { cancelRide } from '../cancelRide.ts';
import { requestRide } from '../requestRide.ts';
import type { StandingWorld } from './standingWorld.ts';

/** A process that died while booking gives its claims back after this long. */
const CLAIM_MS = 2 * 60_000;

/** Refusals that say nothing about the ride: the next run tries again. */
const PASSING: readonly RejectionCode[] = ['busyTryAgain', 'tooEarlyToBook', 'internalFault'];

/** What became of one ride: `elsewhere`: another process has it or had it before. */
export type BookedHow = 'booked' | 'refused' | 'postponed' | 'elsewhere';

/**
 * Books one ride of a series like any other request. Its entry is claimed before and settled in the transaction of the
 * booking, so that it is made once however many processes try.
 */
export async function bookWanted(world: StandingWorld, wanted: WantedRide): Promise<BookedHow> {
  const now = world.clock.now();
  const entry: StandingEntry = {
    ...wanted,
    day: wanted.input.day,
    state: 'claimed',
    rideId: null,
    reason: null,
    claim: world.ids.next('claim'),
    claimedUntil: now + CLAIM_MS,
  };
  const isMine = await world.store.write(SYSTEM_SCOPE, (tables) => tables.standingOrders.claim(entry, now));
  if (!isMine) return 'elsewhere';
  const asked = await requestRide(world, await withWayThere(world, wanted), SYSTEM_ACTOR);
  if (!asked.ok) return settleRefusal(world, entry, asked.reason.rejection.code);
  let reason: RejectionCode = 'offerNoLongerPossible';
  for (const offer of asked.value.offers) {
    const booked = await acceptOffer(world, offer.id, SYSTEM_ACTOR, async (tables) => {
      const done = { ...entry, state: 'booked' as const, rideId: offer.rideId };
      const isStillMine = await tables.standingOrders.settle(done, 'claimed');
      return isStillMine ? undefined : { code: 'standingEntryTaken' };
    });
    if (booked.ok) return 'booked';
    reason = booked.reason.code;
    if (reason === 'standingEntryTaken') return 'elsewhere';
  }
  return settleRefusal(world, entry, reason);
}

/** Does the plan have room for the ride as it stands? Nothing is written, and nobody is refused. */
export async function couldBeBooked(world: StandingWorld, wanted: WantedRide): Promise<boolean> {
  const terms = { rideId: world.ids.next('ride'), now: world.clock.now(), explain: false };
  const input = await withWayThere(world, wanted);
  const attempt = await attemptRequest(world, input, SYSTEM_ACTOR, terms);
  return attempt.ok && attempt.value.outcome.ok;
}

/** A way home knows the ride it leads home from, where that was booked. */
async function withWayThere(
  { store }: StandingWorld,
  { orderId, seriesDay, leg, input }: WantedRide,
): Promise<RequestInput> {
  if (leg === 'outbound') return input;
  const entries = await store.read(SYSTEM_SCOPE, (tables) =>
    tables.standingOrders.listEntries([orderId], seriesDay, seriesDay),
  );
  const there = entries.find(
    (entry) => entry.leg === 'outbound' && entry.seriesDay === seriesDay && entry.state === 'booked',
  );
  return { ...input, returnOf: there?.rideId ?? null };
}

/** Somebody has to be told that a date cannot be planned; both are written together. */
async function settleRefusal(
  world: StandingWorld,
  entry: StandingEntry,
  reason: RejectionCode,
): Promise<BookedHow> {
  const now = world.clock.now();
  if (PASSING.includes(reason)) {
    await world.store.write(SYSTEM_SCOPE, (tables) =>
      tables.standingOrders.settle({ ...entry, state: 'withdrawn' }, 'claimed'),
    );
    return 'postponed';
  }
  return world.store.write(SYSTEM_SCOPE, async (tables) => {
    const done = { ...entry, state: 'refused' as const, reason };
    if (!(await tables.standingOrders.settle(done, 'claimed'))) return 'elsewhere';
    const { input, day, orderId } = entry;
    await tables.callBacks.owe(
      [
        {
          personId: input.personId,
          reason: 'standingNotPlanned',
          subject: entryKey(entry),
          standingOrderId: orderId,
          rejection: reason,
          day,
          dueAt: now,
          usefulUntil: momentOf(day, input.requested.second),
        },
      ],
      now,
    );
    return 'refused';
  });
}

/** Takes back a ride that the changed series does not want any more. */
export async function withdrawEntry(world: StandingWorld, entry: StandingEntry): Promise<boolean> {
  if (entry.rideId === null) return false;
  const cancelled = await cancelRide(world, entry.rideId, 'other', SYSTEM_ACTOR, async (tables) => {
    const isDone = await tables.standingOrders.settle({ ...entry, state: 'withdrawn' }, 'booked');
    return isDone ? undefined : { code: 'standingEntryTaken' };
  });
  return cancelled.ok;
}
