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
import type { CallReason } from '../../../backend/domain/callBack/callBack.ts';
import { noWish } from '../../../backend/domain/callBack/contactWish.ts';
import type { RequestInput } from '../../../backend/domain/ride/requestInput.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { keepPromisesTold } from '../../../backend/main/keepPromisesTold.ts';
import { bookValley } from '../../support/handMoves.ts';
import { sampleWish } from '../../support/sampleSeries.ts';
import { SILENT_LOG } from '../../support/silentLog.ts';
import {
  openValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

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

/** Work of the night or the evening is done for the day. */
async function untilDone(town: Valley, job: 'standing' | 'evening'): Promise<void> {
  const lastDone = () => town.store.read(SYSTEM_SCOPE, ({ jobRuns }) => jobRuns.lastDone(job));
  await expect.poll(lastDone).toBe(VALLEY_DAY);
}

/** Why calls are owed. */
async function callsOwed(town: Valley): Promise<CallReason[]> {
  const open = await town.store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listOpen());
  return open.map(({ reason }) => reason);
}

/** Asks for what is refused, and waits for a place. */
async function waitInVain(town: Valley, given: Partial<RequestInput> = {}): Promise<void> {
  const denied = await town.booking.request(valleyRequest(given), SYSTEM_ACTOR);
  if (denied.ok) throw new Error('was not refused');
  await town.booking.answer(denied.reason.ride!.id, 'waitlisted', SYSTEM_ACTOR);
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
  const booked = await bookValley(town);
  const requested = { kind: 'departAfter' as const, second: 9 * 3600, until: 9 * 3600 + 60 };
  await waitInVain(town, { personId: 'person-2', requested });
  const stop = town.start();
  await untilDone(town, 'standing');
  await town.booking.cancel(booked.id, 'riderAsked', SYSTEM_ACTOR);
  await expect.poll(() => callsOwed(town)).toEqual(['placeFree']);
  await stop();
});

it("five o'clock strikes: tomorrow's times become calls, and the evening is done once", async () => {
  const town = await openOwed();
  await bookValley(town, { day: '2026-06-11' });
  await town.store.write(SYSTEM_SCOPE, (tables) =>
    tables.contactWishes.save({ ...noWish('person-1', '07421'), eveningCall: true }),
  );
  const stop = town.start();
  town.clock.moveTo(momentOf(VALLEY_DAY, 17 * 3600));
  town.scheduler.strike(17 * 3600);
  town.scheduler.strike(17 * 3600);
  await untilDone(town, 'evening');
  expect(await callsOwed(town)).toEqual(['eveningBefore']);
  await stop();
});

it('a promise that a rider was told to be broken holds again: written to, without anybody asking', async () => {
  const town = await openOwed();
  const { id: rideId, personId, day, municipality } = await bookValley(town);
  const stop = town.start();
  await untilDone(town, 'standing');
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
  await waitInVain(town);
  const stop = town.start();
  await untilDone(town, 'standing');
  expect(await callsOwed(town)).toEqual([]);
  await say('back', 'takeBackEnd');
  await expect.poll(() => callsOwed(town)).toEqual(['placeFree']);
  await stop();
});
