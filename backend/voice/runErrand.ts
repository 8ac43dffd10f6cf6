import { openReturnOf } from '../booking/index.ts';
import { VOICE_ACTOR } from '../domain/account/actor.ts';
import { callLogEvent } from '../domain/event/callLogEvent.ts';
import { hasPhone } from '../domain/person/person.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { serviceDayOf } from '../domain/units/time.ts';
import type { VoiceWayHome } from '../domain/voice/voiceState.ts';
import { readHousehold } from '../riders/index.ts';
import type { Errand, ErrandResult } from './dialogue/errand.ts';
import type { VoiceWorld } from './voiceWorld.ts';

/** Whose call it is. */
export interface ErrandCall {
  readonly callId: string;
  readonly number: string | null;
  readonly personId: string | null;
}

const NOTED: ErrandResult = { did: 'note' };
/** Whoever is the hand on the household's telephone: nobody at the desk rings while the rider is on the line. */
const HAND = { accountId: 'voice', displayName: '自動受付' };

/**
 * Does what the conversation wants, through the same doors as the desk. A turn that is done again (its first answer was
 * lost with a process) finds what it did the first time.
 */
export async function runErrand(world: VoiceWorld, errand: Errand, call: ErrandCall): Promise<ErrandResult> {
  const { booking, riders } = world;
  switch (errand.do) {
    case 'checkYear':
      return {
        did: 'check',
        caller: await riders.identifyByYear(call.number ?? '', errand.year, VOICE_ACTOR),
      };
    case 'checkName': {
      const caller = await riders.identifyByName(errand.personIds, errand.name, VOICE_ACTOR);
      return { did: 'check', caller };
    }
    case 'checkPin':
      return checkPin(world, errand.personId, errand.pin);
    case 'cancel':
      return cancel(world, errand.rideId);
    case 'request':
      return request(world, errand, call);
    case 'requestReturn':
      return requestReturn(world, errand.rideId, errand.wish);
    case 'accept':
      return accept(world, errand.rideId, errand.offerId);
    case 'decline': {
      // Whatever is said of a request that has ended meanwhile, nothing is booked.
      await booking.answer(errand.rideId, 'declined', VOICE_ACTOR);
      return NOTED;
    }
    case 'ready':
      return ready(world, errand.rideId);
    case 'settleCall':
      return settleCall(world, errand.callBackId, errand.outcome);
    case 'oweCall':
      return oweCall(world, errand.dueAt, call);
  }
}

function refuse(rejection: Rejection): ErrandResult {
  return { did: 'refuse', rejection };
}

async function checkPin({ riders }: VoiceWorld, personId: string, pin: string): Promise<ErrandResult> {
  const said = { who: 'other', name: HAND.displayName, pin, birthYear: null } as const;
  const checked = await riders.checkCaller(personId, said, VOICE_ACTOR);
  if (checked.ok) return { did: 'check', caller: { found: 'one', personId } };
  const isLocked = checked.reason.code === 'tooManyPinAttempts';
  return { did: 'check', caller: { found: isLocked ? 'locked' : 'none' } };
}

async function cancel({ booking, store }: VoiceWorld, rideId: string): Promise<ErrandResult> {
  const outcome = await booking.cancel(rideId, 'riderAsked', VOICE_ACTOR);
  if (!outcome.ok) return refuse(outcome.reason);
  const home = await store.read(VOICE_ACTOR.scope, async ({ rides }) =>
    openReturnOf(await rides.listReturns(rideId)),
  );
  return { did: 'cancel', homeId: home?.id ?? null };
}

async function request(
  { booking }: VoiceWorld,
  { usual }: Extract<Errand, { do: 'request' }>,
  { personId }: ErrandCall,
): Promise<ErrandResult> {
  if (personId === null) return refuse({ code: 'unknownPerson' });
  const { from, to, day, requested, needs, party } = usual;
  const input: RequestInput = {
    channel: 'phone',
    personId,
    from,
    to,
    day,
    requested,
    ...party,
    needs,
    note: null,
  };
  const asked = await booking.request(input, VOICE_ACTOR);
  return offered(asked);
}

function offered(asked: Awaited<ReturnType<VoiceWorld['booking']['request']>>): ErrandResult {
  if (asked.ok) return { did: 'offer', ...asked.value, instead: null };
  const { rejection, ride, alternatives } = asked.reason;
  if (ride === null || alternatives.length === 0) return refuse(rejection);
  return { did: 'offer', ride, offers: alternatives, instead: rejection };
}

async function requestReturn(
  { booking, store }: VoiceWorld,
  rideId: string,
  wish: VoiceWayHome,
): Promise<ErrandResult> {
  if (wish.kind !== 'willCall') {
    return offered(await booking.requestReturn(rideId, { kind: 'timed', requested: wish }, VOICE_ACTOR));
  }
  const asked = await booking.requestReturn(rideId, { kind: 'willCall', expectedSecond: null }, VOICE_ACTOR);
  if (!asked.ok) {
    const home = await store.read(VOICE_ACTOR.scope, async ({ rides }) =>
      openReturnOf(await rides.listReturns(rideId)),
    );
    return home?.status === 'willCall' ? { did: 'book', ride: home } : refuse(asked.reason.rejection);
  }
  const booked = await booking.bookWillCall(asked.value.ride.id, VOICE_ACTOR);
  return booked.ok ? { did: 'book', ride: booked.value } : refuse(booked.reason);
}

async function accept(
  { booking, store }: VoiceWorld,
  rideId: string,
  offerId: string,
): Promise<ErrandResult> {
  const booked = await booking.accept(offerId, VOICE_ACTOR);
  if (booked.ok) return { did: 'book', ride: booked.value };
  const ride = await store.read(VOICE_ACTOR.scope, ({ rides }) => rides.find(rideId));
  return isBookedWith(ride, offerId) ? { did: 'book', ride } : refuse(booked.reason);
}

function isBookedWith(ride: Ride | undefined, offerId: string): ride is Ride {
  return ride?.offerId === offerId && ['booked', 'assigned', 'vehicleArrived'].includes(ride.status);
}

/** The soonest that can be had is booked at once. */
async function ready({ booking, store }: VoiceWorld, rideId: string): Promise<ErrandResult> {
  const activated = await booking.activate(rideId, 'phone', VOICE_ACTOR);
  if (!activated.ok) {
    const ride = await store.read(VOICE_ACTOR.scope, ({ rides }) => rides.find(rideId));
    if (ride?.status === 'assigned') return { did: 'book', ride };
    // The call was kept, and one is owed: `activate` says so by leaving the ride without offers.
    return ride?.willCall?.readyAt ? { did: 'search' } : refuse(activated.reason);
  }
  for (const offer of activated.value.offers) {
    const booked = await booking.accept(offer.id, VOICE_ACTOR);
    if (booked.ok) return { did: 'book', ride: booked.value };
  }
  return refuse({ code: 'noFeasibleInsertion' });
}

async function settleCall(
  { callDesk }: VoiceWorld,
  callBackId: string,
  outcome: 'told' | 'accepted' | 'declined',
): Promise<ErrandResult> {
  const taken = await callDesk.take(callBackId, HAND, VOICE_ACTOR);
  if (!taken.ok) return refuse(taken.reason);
  const recorded = await callDesk.record(callBackId, { outcome }, HAND, VOICE_ACTOR);
  await callDesk.putDown(callBackId, HAND, VOICE_ACTOR);
  return recorded.ok ? NOTED : refuse(recorded.reason);
}

/** Somebody rings the household back. One open call is enough, however often they try at night. */
async function oweCall({ store, clock }: VoiceWorld, dueAt: number, call: ErrandCall): Promise<ErrandResult> {
  const now = clock.now();
  await store.write(VOICE_ACTOR.scope, async (tables) => {
    const household = await readHousehold(tables, call);
    const person =
      household.find(({ id }) => id === call.personId) ??
      household.find((one) => hasPhone(one, call.number ?? '')) ??
      household[0];
    if (!person) return;
    const day = serviceDayOf(dueAt);
    const owed = { personId: person.id, subject: person.householdId, day, dueAt, usefulUntil: null };
    await tables.callBacks.owe([{ ...owed, reason: 'askedForPerson' }], now);
    const open = (await tables.callBacks.listOpenOf(person.householdId)).find(
      ({ reason }) => reason === 'askedForPerson',
    );
    if (!open) return;
    await tables.events.append([callLogEvent(open, VOICE_ACTOR, now)]);
  });
  return { did: 'oweCall' };
}
