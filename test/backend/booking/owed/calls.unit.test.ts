import { describe, expect, it } from 'vitest';
import {
  callSentence,
  createCallDesk,
  createNoticeDesk,
  createWaitlist,
  type SaidOnPhone,
} from '../../../../backend/booking/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { noWish } from '../../../../backend/domain/callBack/contactWish.ts';
import type { RequestInput } from '../../../../backend/domain/ride/requestInput.ts';
import type { Ride } from '../../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import type { Delivery, Notice } from '../../../../backend/ports/notices.ts';
import { openValley, VALLEY_DAY, valleyPeople, valleyRequest } from '../../../support/smallValley.ts';

const DESK = { accountId: 'desk', displayName: '受付' };
const OTHER = { accountId: 'other', displayName: '配車' };
const MINUTE = 60_000;

/** The valley with one seat, and everything that is owed to its riders. */
async function openTown(phone = '0242-00-0001', delivery: Delivery = { ok: true }) {
  const people = valleyPeople(3).map((person) => ({ ...person, phone }));
  const valley = await openValley({ people, configurations: [[[1, 0, 0]]] });
  const { store, clock, ids } = valley;
  const world = { store, clock, ids, planning: valley.dispatch };
  const sent: Notice[] = [];
  const notices = {
    async send(notice: Notice) {
      sent.push(notice);
      return delivery;
    },
  };
  const waitlist = createWaitlist(world);
  return {
    ...valley,
    sent,
    waitlist,
    calls: createCallDesk(world, waitlist),
    noticeDesk: createNoticeDesk({ ...world, notices }),
  };
}
type Town = Awaited<ReturnType<typeof openTown>>;

async function book({ booking }: Town, given: Partial<RequestInput> = {}): Promise<Ride> {
  const asked = await booking.request(valleyRequest(given), SYSTEM_ACTOR);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

/** Somebody asks for exactly the time at which the seat is taken. */
async function refuse(town: Town, personId = 'person-2'): Promise<Ride> {
  const requested = { kind: 'departAfter' as const, second: 9 * 3600, until: 9 * 3600 + 60 };
  const asked = await town.booking.request(valleyRequest({ personId, requested }), SYSTEM_ACTOR);
  if (asked.ok || !asked.reason.ride) throw new Error('was not refused');
  return asked.reason.ride;
}

const open = async ({ calls }: Town) =>
  (await calls.queue(SYSTEM_ACTOR)).groups.flatMap((group) => group.calls);
const entries = ({ store }: Town) =>
  store.read(SYSTEM_SCOPE, (tables) => tables.waitlist.listByDay(VALLEY_DAY));

describe('a call that is owed', () => {
  it('somebody is taken off the plan: a call with a sentence; taken by one, recorded by whoever has it', async () => {
    const town = await openTown();
    const ride = await book(town);
    await town.store.write(SYSTEM_SCOPE, (tables) =>
      tables.callBacks.owe(
        [
          {
            personId: 'person-1',
            reason: 'promiseBroken',
            subject: ride.id,
            rideId: ride.id,
            day: VALLEY_DAY,
            dueAt: town.clock.now(),
            usefulUntil: momentOf(VALLEY_DAY, 9 * 3600),
          },
        ],
        town.clock.now(),
      ),
    );
    const [call] = await open(town);
    expect(callSentence(call!, ride, town.clock.now()).ja).toBe(
      'きょうのお迎えが、お約束の時刻より変わります。申し訳ありません。A集会所へは、午前9時ごろまいります。よろしいでしょうか。',
    );
    const early = await town.calls.record(call!.id, { outcome: 'told' }, DESK, SYSTEM_ACTOR);
    expect(early).toMatchObject({ reason: { code: 'callBackNotTaken' } });
    expect((await town.calls.take(call!.id, DESK, SYSTEM_ACTOR)).ok).toBe(true);
    expect(await town.calls.take(call!.id, OTHER, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'callBackTaken' },
    });
    await town.calls.record(call!.id, { outcome: 'told' }, DESK, SYSTEM_ACTOR);
    expect(await open(town)).toEqual([]);
    await town.calls.undo(call!.id, DESK, SYSTEM_ACTOR);
    expect(await open(town)).toHaveLength(1);
  });

  it('the time told is over: late, met late, or missed, and nobody is told that we will come', async () => {
    const town = await openTown();
    const ride = await book(town);
    const call = await owe(town, ride, 'promiseBroken');
    const said = (status: Ride['status'], hour: number) =>
      callSentence(call, { ...ride, status }, momentOf(VALLEY_DAY, hour * 3600)).ja;
    // Planned for nine.
    expect(said('assigned', 8)).toContain('午前9時ごろまいります');
    expect(said('assigned', 10)).toBe(
      'きょうのお迎えが、お約束の時刻より遅れています。申し訳ありません。いましばらくお待ちください。',
    );
    expect(said('onBoard', 10)).toBe(
      'きょうのお迎えが、お約束の時刻より遅れました。申し訳ありませんでした。',
    );
    expect(said('missed', 10)).toContain('お迎えにまいれませんでした');
  });

  it('whoever is aboard already is rung after those who wait', async () => {
    const town = await openTown();
    const aboard = await book(town);
    const waits = await book(town, {
      personId: 'person-2',
      requested: { kind: 'departAfter', second: 12 * 3600 },
    });
    for (const each of [aboard, waits]) await owe(town, each, 'promiseBroken');
    expect((await open(town)).map(({ rideId }) => rideId)).toEqual([aboard.id, waits.id]);
    await town.store.write(SYSTEM_SCOPE, async ({ rides }) => {
      const ride = (await rides.find(aboard.id))!;
      await rides.update([{ ...ride, status: 'onBoard', revision: ride.revision + 1 }], [ride.revision]);
    });
    expect((await open(town)).map(({ rideId }) => rideId)).toEqual([waits.id, aboard.id]);
  });

  it('the ride is cancelled meanwhile: nothing left to say, and the queue says so by an outcome', async () => {
    const town = await openTown();
    const ride = await book(town);
    await town.store.write(SYSTEM_SCOPE, (tables) =>
      tables.contactWishes.save({ ...noWish('person-1', '07421'), eveningCall: true }),
    );
    await town.noticeDesk.tellEveningBefore(VALLEY_DAY);
    expect(await open(town)).toHaveLength(1);
    await town.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR);
    expect(await town.calls.closeOvertaken()).toBe(1);
    expect(await open(town)).toEqual([]);
    const [closed] = await town.store.read(SYSTEM_SCOPE, (tables) => tables.callBacks.listByRide(ride.id));
    expect(closed?.attempts.map(({ outcome }) => outcome)).toEqual(['overtaken']);
  });
});

/** Takes the first call in hand. */
async function take(town: Town) {
  const [call] = await open(town);
  await town.calls.take(call!.id, DESK, SYSTEM_ACTOR);
  return call!;
}

describe('a rider who has no time now', () => {
  it('rung again at their best hour with somebody at the desk, as the queue says before', async () => {
    const town = await openTown();
    const { store, clock, waitlist } = town;
    const ride = await book(town);
    const bestHours = { earliest: 16 * 3600, latest: 20 * 3600 };
    await store.write(SYSTEM_SCOPE, (tables) =>
      tables.contactWishes.save({ ...noWish('person-1', '07421'), bestHours }),
    );
    const call = await owe(town, ride, 'promiseBroken');
    const again = async (calls = town.calls) => (await calls.queue(SYSTEM_ACTOR)).ringAgain.get(call.id);
    expect(await again()).toBe(momentOf(VALLEY_DAY, 16 * 3600));
    // With the desk's own hours there is nobody before half past five.
    const world = { store, clock, ids: town.ids, planning: town.dispatch };
    const lateDesk = createCallDesk(world, waitlist, { earliest: 17.5 * 3600, latest: 21 * 3600 });
    expect(await again(lateDesk)).toBe(momentOf(VALLEY_DAY, 17.5 * 3600));
    const later = (await again())!;
    await say(town, call.id, { outcome: 'callLater', later });
    expect((await open(town))[0]).toMatchObject({ dueAt: later, attempts: [{ outcome: 'callLater' }] });
  });
});

async function owe(town: Town, ride: Ride, reason: 'promiseBroken' | 'rideUnassigned') {
  const about = { rideId: ride.id, subject: ride.id, personId: ride.personId, day: ride.day };
  await town.store.write(SYSTEM_SCOPE, (tables) =>
    tables.callBacks.owe([{ ...about, reason, dueAt: town.clock.now(), usefulUntil: null }], 0),
  );
  return take(town);
}

const rideOf = ({ store }: Town, id: string) =>
  store.read(SYSTEM_SCOPE, async ({ rides }) => (await rides.find(id))!);
const say = (town: Town, callId: string, said: SaidOnPhone) =>
  town.calls.record(callId, said, DESK, SYSTEM_ACTOR);

describe('an answer that does something', () => {
  it('the new time will not do: the ride is cancelled with the record, and both are taken back together', async () => {
    const town = await openTown();
    const ride = await book(town);
    const call = await owe(town, ride, 'promiseBroken');
    expect((await say(town, call.id, { outcome: 'declined' })).ok).toBe(true);
    expect(await rideOf(town, ride.id)).toMatchObject({ status: 'cancelled', endReason: 'ourChange' });
    expect(await open(town)).toEqual([]);
    town.clock.moveTo(town.clock.now() + 5 * MINUTE);
    expect((await town.calls.undo(call.id, DESK, SYSTEM_ACTOR)).ok).toBe(true);
    expect(await rideOf(town, ride.id)).toMatchObject({ status: 'assigned', promise: ride.promise });
    expect(await open(town)).toHaveLength(1);
  });

  it('taken back when the seat is gone: refused, the ride stays cancelled and the answer recorded', async () => {
    const town = await openTown();
    const ride = await book(town);
    const call = await owe(town, ride, 'promiseBroken');
    await say(town, call.id, { outcome: 'declined' });
    await book(town, { personId: 'person-2' });
    expect(await town.calls.undo(call.id, DESK, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'undoNotPossible' },
    });
    expect((await rideOf(town, ride.id)).status).toBe('cancelled');
    expect(await open(town)).toEqual([]);
  });

  it('the new time is fine, or nobody answers: the ride stands', async () => {
    const town = await openTown();
    const ride = await book(town);
    const call = await owe(town, ride, 'promiseBroken');
    await say(town, call.id, { outcome: 'noAnswer' });
    await say(town, call.id, { outcome: 'accepted' });
    expect(await rideOf(town, ride.id)).toEqual(ride);
  });

  it('another time: offered while the ride stands, booked in its place with the record', async () => {
    const town = await openTown();
    const ride = await book(town);
    const call = await owe(town, ride, 'promiseBroken');
    const later = { kind: 'departAfter', second: 11 * 3600 } as const;
    const others = await town.calls.findOthers(call.id, later, DESK, SYSTEM_ACTOR);
    if (!others.ok) throw new Error(others.reason.rejection.code);
    expect((await rideOf(town, ride.id)).status).toBe('assigned');
    const offerId = others.value.offers[0]!.id;
    expect((await say(town, call.id, { outcome: 'tookOther', offerId })).ok).toBe(true);
    expect(await rideOf(town, ride.id)).toMatchObject({ replacedBy: { rideId: others.value.ride.id } });
    expect(await rideOf(town, others.value.ride.id)).toMatchObject({ status: 'assigned', requested: later });
    expect(await open(town)).toEqual([]);
    expect((await town.calls.undo(call.id, DESK, SYSTEM_ACTOR)).ok).toBe(true);
    expect((await rideOf(town, ride.id)).status).toBe('assigned');
    expect(await open(town)).toHaveLength(1);
  });

  it("somebody else's offer, or a call that is not in hand: refused, nothing is given up", async () => {
    const town = await openTown();
    const ride = await book(town);
    const asked = await town.booking.request(
      valleyRequest({ personId: 'person-2', requested: { kind: 'departAfter', second: 12 * 3600 } }),
      SYSTEM_ACTOR,
    );
    if (!asked.ok) throw new Error(asked.reason.rejection.code);
    const call = await owe(town, ride, 'promiseBroken');
    const offerId = asked.value.offers[0]!.id;
    expect(await say(town, call.id, { outcome: 'tookOther', offerId })).toMatchObject({
      reason: { code: 'unknownOffer' },
    });
    const other = await town.calls.record(call.id, { outcome: 'declined' }, OTHER, SYSTEM_ACTOR);
    expect(other).toMatchObject({ reason: { code: 'callBackNotTaken' } });
    expect(await rideOf(town, ride.id)).toEqual(ride);
  });

  it('no other time: the rider waits, and the ride that cannot be driven is given up in the same step', async () => {
    const town = await openTown();
    const ride = await book(town, {
      personId: 'person-2',
      requested: { kind: 'departAfter', second: 12 * 3600 },
    });
    await book(town);
    const call = await owe(town, ride, 'rideUnassigned');
    const denied = await refuse(town);
    expect((await say(town, call.id, { outcome: 'waitlisted', requestId: denied.id })).ok).toBe(true);
    expect((await rideOf(town, ride.id)).endReason).toBe('ourChange');
    expect(await entries(town)).toMatchObject([{ state: 'waiting', deniedRideId: denied.id }]);
  });
});

describe('the evening before', () => {
  const wish = { ...noWish('person-1', '07421'), eveningCall: true, sms: true };

  it('a mobile telephone and consent: one text message, however often it is asked; no call', async () => {
    const town = await openTown('090-0000-0001');
    await book(town);
    await town.store.write(SYSTEM_SCOPE, (tables) => tables.contactWishes.save(wish));
    town.clock.moveTo(momentOf(VALLEY_DAY, 8 * 3600));
    await town.noticeDesk.tellEveningBefore(VALLEY_DAY);
    await town.noticeDesk.tellEveningBefore(VALLEY_DAY);
    await town.noticeDesk.sendDue();
    expect(town.sent.map(({ to, text }) => [to.kind, text])).toEqual([
      ['sms', 'あいのりです。6月10日 午前9時ごろ、A集会所へお迎えにまいります。'],
    ]);
    expect(await open(town)).toEqual([]);
  });

  it('a landline with the same consent: a call, no text message', async () => {
    const town = await openTown('0242-00-0001');
    await book(town);
    await town.store.write(SYSTEM_SCOPE, (tables) => tables.contactWishes.save(wish));
    await town.noticeDesk.tellEveningBefore(VALLEY_DAY);
    await town.noticeDesk.tellEveningBefore(VALLEY_DAY);
    await town.noticeDesk.sendDue();
    expect(town.sent).toEqual([]);
    expect((await open(town)).map(({ reason }) => reason)).toEqual(['eveningBefore']);
  });

  it('the message cannot be delivered: a call', async () => {
    const town = await openTown('090-0000-0001', { ok: false, failure: 'status500' });
    await book(town);
    await town.store.write(SYSTEM_SCOPE, (tables) => tables.contactWishes.save(wish));
    town.clock.moveTo(momentOf(VALLEY_DAY, 8 * 3600));
    await town.noticeDesk.tellEveningBefore(VALLEY_DAY);
    await town.noticeDesk.sendDue();
    expect((await open(town)).map(({ reason }) => reason)).toEqual(['noticeFailed']);
  });

  it('nobody wished for anything: neither', async () => {
    const town = await openTown();
    await book(town);
    expect(await town.noticeDesk.tellEveningBefore(VALLEY_DAY)).toEqual({ notices: 0, calls: 0 });
  });
});

describe('a changed ride', () => {
  /** A mobile telephone, consent, and a ride of ten that becomes one of eleven. */
  async function change() {
    const town = await openTown('090-0000-0001');
    const old = await book(town, { requested: { kind: 'departAfter', second: 10 * 3600 } });
    const wish = { ...noWish('person-1', '07421'), sms: true };
    await town.store.write(SYSTEM_SCOPE, (tables) => tables.contactWishes.save(wish));
    town.clock.moveTo(momentOf(VALLEY_DAY, 8 * 3600));
    const later = { kind: 'departAfter', second: 11 * 3600 } as const;
    const changed = await book(town, { requested: later, replaces: old.id });
    await town.noticeDesk.tellChanged([changed.id]);
    await town.noticeDesk.tellChanged([changed.id]);
    return { town, old, changed };
  }

  it('one notice, of the new time, once the change can no longer be taken back', async () => {
    const { town } = await change();
    await town.noticeDesk.sendDue();
    expect(town.sent).toEqual([]);
    town.clock.moveTo(town.clock.now() + 16_000);
    await town.noticeDesk.sendDue();
    expect(town.sent.map(({ text }) => text)).toEqual([
      'あいのりです。ご予約を変えました。6月10日 午前11時ごろ、A集会所へお迎えにまいります。',
    ]);
  });

  it('taken back in time: no notice, and no call about one that was not sent', async () => {
    const { town, changed } = await change();
    expect((await town.booking.undoBooking(changed.id, SYSTEM_ACTOR)).ok).toBe(true);
    town.clock.moveTo(town.clock.now() + 16_000);
    await town.noticeDesk.sendDue();
    expect(town.sent).toEqual([]);
    expect(await open(town)).toEqual([]);
  });

  it('the notice of the evening before about the old time: not sent any more', async () => {
    const town = await openTown('090-0000-0001');
    const wish = { ...noWish('person-1', '07421'), sms: true };
    await town.store.write(SYSTEM_SCOPE, (tables) => tables.contactWishes.save(wish));
    const old = await book(town, { requested: { kind: 'departAfter', second: 10 * 3600 } });
    await town.noticeDesk.tellEveningBefore(VALLEY_DAY);
    await book(town, { requested: { kind: 'departAfter', second: 11 * 3600 }, replaces: old.id });
    town.clock.moveTo(momentOf(VALLEY_DAY, 8 * 3600));
    await town.noticeDesk.sendDue();
    expect(town.sent).toEqual([]);
  });
});

describe('the waitlist', () => {
  it('a place becomes free: booked and held, a call is owed; yes keeps it', async () => {
    const town = await openTown();
    const first = await book(town);
    const denied = await refuse(town);
    expect((await town.booking.answer(denied.id, 'waitlisted', SYSTEM_ACTOR)).ok).toBe(true);
    expect(await town.waitlist.retry(new Set([VALLEY_DAY]))).toBe(0);
    await town.booking.cancel(first.id, 'riderAsked', SYSTEM_ACTOR);
    expect(await town.waitlist.retry(new Set([VALLEY_DAY]))).toBe(1);
    const [held] = await entries(town);
    expect(held).toMatchObject({ state: 'held', heldUntil: town.clock.now() + 15 * MINUTE });
    const [call] = await open(town);
    expect(call?.reason).toBe('placeFree');
    await town.calls.take(call!.id, DESK, SYSTEM_ACTOR);
    await town.calls.record(call!.id, { outcome: 'accepted' }, DESK, SYSTEM_ACTOR);
    expect((await entries(town))[0]?.state).toBe('booked');
    const ride = await town.store.read(SYSTEM_SCOPE, (tables) => tables.rides.find(held!.rideId!));
    expect(ride?.status).toBe('assigned');
  });

  /** A place is held for person-2, and the call about it is in hand. */
  async function hold() {
    const town = await openTown();
    const first = await book(town);
    await town.waitlist.add((await refuse(town)).id, SYSTEM_ACTOR);
    await town.booking.cancel(first.id, 'riderAsked', SYSTEM_ACTOR);
    await town.waitlist.retry(new Set([VALLEY_DAY]));
    const [entry] = await entries(town);
    return { town, call: await take(town), rideId: entry!.rideId! };
  }

  it('a held place: marked until when; a yes makes it an ordinary ride, and taken back it is held again', async () => {
    const { town, call, rideId } = await hold();
    const until = town.clock.now() + 15 * MINUTE;
    expect(await rideOf(town, rideId)).toMatchObject({ status: 'assigned', heldUntil: until });
    await say(town, call.id, { outcome: 'accepted' });
    expect((await rideOf(town, rideId)).heldUntil).toBe(null);
    town.clock.moveTo(town.clock.now() + 5 * MINUTE);
    expect((await town.calls.undo(call.id, DESK, SYSTEM_ACTOR)).ok).toBe(true);
    const again = town.clock.now() + 15 * MINUTE;
    expect(await entries(town)).toMatchObject([{ state: 'held', rideId, heldUntil: again }]);
    expect((await rideOf(town, rideId)).heldUntil).toBe(again);
    expect(await open(town)).toHaveLength(1);
  });

  it.each(['noAnswer', 'busy', 'answeringMachine', 'callLater'] as const)(
    '%s: written down, the place stays held, and taken back it is as if nobody had rung',
    async (outcome) => {
      const { town, call, rideId } = await hold();
      const later = town.clock.now() + 5 * MINUTE;
      await say(town, call.id, outcome === 'callLater' ? { outcome, later } : { outcome });
      expect((await open(town))[0]?.attempts).toMatchObject([{ outcome }]);
      expect(await entries(town)).toMatchObject([{ state: 'held', rideId }]);
      await town.calls.undo(call.id, DESK, SYSTEM_ACTOR);
      expect((await open(town))[0]?.attempts).toEqual([]);
      expect(await entries(town)).toMatchObject([{ state: 'held', rideId }]);
    },
  );

  it.each(['declined', 'notNeeded'] as const)(
    '%s and taken back: the same place is held again, in the plan and on the list',
    async (outcome) => {
      const { town, call, rideId } = await hold();
      await say(town, call.id, { outcome });
      expect((await rideOf(town, rideId)).status).toBe('cancelled');
      town.clock.moveTo(town.clock.now() + 5 * MINUTE);
      expect((await town.calls.undo(call.id, DESK, SYSTEM_ACTOR)).ok).toBe(true);
      const heldUntil = town.clock.now() + 15 * MINUTE;
      expect(await rideOf(town, rideId)).toMatchObject({ status: 'assigned', endReason: null, heldUntil });
      expect(await entries(town)).toMatchObject([{ state: 'held', rideId, heldUntil }]);
      expect(await open(town)).toHaveLength(1);
    },
  );

  it('declined, and the place is taken by somebody else: said so, the answer stands', async () => {
    const { town, call, rideId } = await hold();
    await say(town, call.id, { outcome: 'declined' });
    await book(town, { personId: 'person-3' });
    expect(await town.calls.undo(call.id, DESK, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'undoNotPossible' },
    });
    expect((await rideOf(town, rideId)).status).toBe('cancelled');
    expect(await entries(town)).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('tried in vain: no rows of rides left behind, the last reason is kept', async () => {
    const town = await openTown();
    await book(town);
    const denied = await refuse(town);
    await town.waitlist.add(denied.id, SYSTEM_ACTOR);
    const count = () =>
      town.store.read(SYSTEM_SCOPE, async (tables) => (await tables.rides.listByDay(VALLEY_DAY)).length);
    const before = await count();
    await town.waitlist.retry(new Set([VALLEY_DAY]));
    await town.waitlist.retry(new Set([VALLEY_DAY]));
    expect(await count()).toBe(before);
    expect((await entries(town))[0]).toMatchObject({ state: 'waiting', tries: 2 });
  });

  it('nobody reached in time: the place is free again and the rider waits on; no: off the list', async () => {
    const town = await openTown();
    const first = await book(town);
    await town.waitlist.add((await refuse(town)).id, SYSTEM_ACTOR);
    await town.booking.cancel(first.id, 'riderAsked', SYSTEM_ACTOR);
    await town.waitlist.retry(new Set([VALLEY_DAY]));
    town.clock.moveTo(town.clock.now() + 16 * MINUTE);
    await town.waitlist.tidy();
    expect((await entries(town))[0]).toMatchObject({ state: 'waiting', rideId: null });
    await town.waitlist.retry(new Set([VALLEY_DAY]));
    const call = (await open(town)).find(({ reason }) => reason === 'placeFree')!;
    await town.calls.take(call.id, DESK, SYSTEM_ACTOR);
    await town.calls.record(call.id, { outcome: 'declined' }, DESK, SYSTEM_ACTOR);
    expect((await entries(town))[0]?.state).toBe('withdrawn');
    const rides = await town.store.read(SYSTEM_SCOPE, (tables) => tables.rides.listByDay(VALLEY_DAY));
    expect(rides.filter(({ status }) => status === 'assigned')).toEqual([]);
  });

  it('the hour has passed: closed as unmet with its reason', async () => {
    const town = await openTown();
    await book(town);
    const denied = await refuse(town);
    await town.waitlist.add(denied.id, SYSTEM_ACTOR);
    town.clock.moveTo(momentOf(VALLEY_DAY, 9 * 3600 + 1));
    await town.waitlist.tidy();
    expect((await entries(town))[0]).toMatchObject({ state: 'unmet', reason: denied.endReason });
  });

  it('taken off and put on it again: waits again, behind those who waited on, and gets the next place', async () => {
    const town = await openTown();
    const first = await book(town);
    const denied = await refuse(town);
    const added = await town.waitlist.add(denied.id, SYSTEM_ACTOR);
    if (!added.ok) throw new Error(added.reason.code);
    await town.waitlist.retry(new Set([VALLEY_DAY]));
    await town.waitlist.withdraw(added.value.id, SYSTEM_ACTOR);
    town.clock.moveTo(town.clock.now() + MINUTE);
    expect((await town.booking.answer(denied.id, 'waitlisted', SYSTEM_ACTOR)).ok).toBe(true);
    expect(await entries(town)).toMatchObject([
      { id: added.value.id, state: 'waiting', tries: 0, createdAt: town.clock.now() },
    ]);
    await town.booking.cancel(first.id, 'riderAsked', SYSTEM_ACTOR);
    expect(await town.waitlist.retry(new Set([VALLEY_DAY]))).toBe(1);
    expect((await entries(town))[0]?.state).toBe('held');
  });

  it('a place was taken, or the hour has passed: it cannot be put on it again, and says so', async () => {
    const { town, call } = await hold();
    await say(town, call.id, { outcome: 'accepted' });
    const [entry] = await entries(town);
    const again = () => town.waitlist.add(entry!.deniedRideId, SYSTEM_ACTOR);
    expect(await again()).toMatchObject({ reason: { code: 'waitlistEntryClosed' } });
    town.clock.moveTo(momentOf(VALLEY_DAY, 9 * 3600 + 1));
    expect(await again()).toMatchObject({ reason: { code: 'timeInPast' } });
  });

  it('a request that was not refused: cannot wait', async () => {
    const town = await openTown();
    const ride = await book(town);
    expect(await town.waitlist.add(ride.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'requestNotDenied' },
    });
  });
});
