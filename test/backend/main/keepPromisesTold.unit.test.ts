import { expect, it } from 'vitest';
import { japaneseHolidays } from '../../../backend/adapters/system/japaneseHolidays.ts';
import {
  createCallDesk,
  createNoticeDesk,
  createStandingDesk,
  createWaitlist,
} from '../../../backend/booking/index.ts';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { noWish } from '../../../backend/domain/callBack/contactWish.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { keepPromisesTold } from '../../../backend/main/keepPromisesTold.ts';
import { sampleWish } from '../../support/sampleSeries.ts';
import { SILENT_LOG } from '../../support/silentLog.ts';
import { openValley, VALLEY_DAY, valleyPeople, valleyRequest } from '../../support/smallValley.ts';

/** A scheduler whose hours strike when the test says so. */
class HandScheduler {
  readonly #work = new Map<number, () => void>();

  daily(second: number, work: () => void): () => void {
    this.#work.set(second, work);
    return () => this.#work.delete(second);
  }

  strike(second: number): void {
    this.#work.get(second)?.();
  }
}

async function openOwed() {
  const valley = await openValley({ people: valleyPeople(3), configurations: [[[1, 0, 0]]] });
  const { store, clock, ids } = valley;
  const world = { store, clock, ids, planning: valley.dispatch };
  const waitlist = createWaitlist(world);
  const scheduler = new HandScheduler();
  const standing = createStandingDesk({ ...world, holidays: japaneseHolidays });
  const start = () =>
    keepPromisesTold({
      store,
      clock,
      scheduler,
      log: SILENT_LOG,
      standing,
      waitlist,
      callDesk: createCallDesk(world, waitlist),
      noticeDesk: createNoticeDesk({ ...world, notices: { send: async () => ({ ok: true }) } }),
    });
  return { ...valley, scheduler, standing, waitlist, start };
}

it('a server that was down at night: the rides of standing orders are made at the start', async () => {
  const town = await openOwed();
  await town.standing.create('person-1', 'phone', sampleWish(), [], SYSTEM_ACTOR);
  const stop = town.start();
  const rides = () =>
    town.store.read(SYSTEM_SCOPE, (tables) =>
      tables.rides.listByPerson('person-1', VALLEY_DAY, '2026-12-31'),
    );
  await expect.poll(async () => (await rides()).length).toBe(12);
  await stop();
});

it('somebody cancels: the place goes to whoever waits, and a call is owed, without anybody asking', async () => {
  const town = await openOwed();
  const asked = await town.booking.request(valleyRequest(), SYSTEM_ACTOR);
  if (!asked.ok) throw new Error('refused');
  const booked = await town.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error('refused');
  const requested = { kind: 'departAfter' as const, second: 9 * 3600, until: 9 * 3600 + 60 };
  const denied = await town.booking.request(valleyRequest({ personId: 'person-2', requested }), SYSTEM_ACTOR);
  if (denied.ok) throw new Error('was not refused');
  await town.booking.answer(denied.reason.ride!.id, 'waitlisted', SYSTEM_ACTOR);
  const stop = town.start();
  const calls = () => town.store.read(SYSTEM_SCOPE, (tables) => tables.callBacks.listOpen());
  await expect
    .poll(() => town.store.read(SYSTEM_SCOPE, (tables) => tables.jobRuns.lastDone('standing')))
    .toBe(VALLEY_DAY);
  await town.booking.cancel(booked.value.id, 'riderAsked', SYSTEM_ACTOR);
  await expect.poll(async () => (await calls()).map(({ reason }) => reason)).toEqual(['placeFree']);
  await stop();
});

it("five o'clock strikes: tomorrow's times become calls, and the evening is done once", async () => {
  const town = await openOwed();
  const asked = await town.booking.request(valleyRequest({ day: '2026-06-11' }), SYSTEM_ACTOR);
  if (!asked.ok) throw new Error('refused');
  await town.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  await town.store.write(SYSTEM_SCOPE, (tables) =>
    tables.contactWishes.save({ ...noWish('person-1', '07421'), eveningCall: true }),
  );
  const stop = town.start();
  town.clock.moveTo(momentOf(VALLEY_DAY, 17 * 3600));
  town.scheduler.strike(17 * 3600);
  town.scheduler.strike(17 * 3600);
  const calls = () => town.store.read(SYSTEM_SCOPE, (tables) => tables.callBacks.listOpen());
  await expect
    .poll(() => town.store.read(SYSTEM_SCOPE, (tables) => tables.jobRuns.lastDone('evening')))
    .toBe(VALLEY_DAY);
  expect((await calls()).map(({ reason }) => reason)).toEqual(['eveningBefore']);
  await stop();
});

it('a promise that a rider was told to be broken holds again: written to, without anybody asking', async () => {
  const town = await openOwed();
  const asked = await town.booking.request(valleyRequest(), SYSTEM_ACTOR);
  if (!asked.ok) throw new Error('refused');
  const booked = await town.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error('refused');
  const { id: rideId, personId, day, municipality } = booked.value;
  const stop = town.start();
  await expect
    .poll(() => town.store.read(SYSTEM_SCOPE, (tables) => tables.jobRuns.lastDone('standing')))
    .toBe(VALLEY_DAY);
  await town.store.write(SYSTEM_SCOPE, async (tables) => {
    await tables.contactWishes.save({ ...noWish(personId, municipality), email: 'rider@example.com' });
    const about = { occurredAt: town.clock.now(), day, rideId, shiftId: null, municipality, personId };
    const body = { type: 'PromiseRestored', revised: null, isTold: true } as const;
    await tables.events.append([{ ...about, actor: 'system', body }]);
  });
  const notices = () => town.store.read(SYSTEM_SCOPE, (tables) => tables.notices.listByPerson(personId, 9));
  await expect.poll(async () => (await notices()).map(({ reason }) => reason)).toEqual(['promiseRestored']);
  await stop();
});

it('a driver takes the end of the shift back: whoever was refused for it and waits has a place', async () => {
  const town = await openOwed();
  const shiftId = `shift:${VALLEY_DAY}:vehicle-1:${7 * 3600}`;
  const say = async (id: string, type: 'endShift' | 'takeBackEnd') => {
    const report = { id, shiftId, deviceTime: town.clock.now(), type };
    expect(await town.operations.report(report, SYSTEM_ACTOR)).toMatchObject({ ok: true });
  };
  await say('home', 'endShift');
  const denied = await town.booking.request(valleyRequest(), SYSTEM_ACTOR);
  if (denied.ok) throw new Error('was not refused');
  await town.booking.answer(denied.reason.ride!.id, 'waitlisted', SYSTEM_ACTOR);
  const stop = town.start();
  const calls = () => town.store.read(SYSTEM_SCOPE, (tables) => tables.callBacks.listOpen());
  await expect
    .poll(() => town.store.read(SYSTEM_SCOPE, (tables) => tables.jobRuns.lastDone('standing')))
    .toBe(VALLEY_DAY);
  expect(await calls()).toEqual([]);
  await say('back', 'takeBackEnd');
  await expect.poll(async () => (await calls()).map(({ reason }) => reason)).toEqual(['placeFree']);
  await stop();
});
