import { beforeAll, describe, expect, it } from 'vitest';
import { recordOutcome } from '../../../backend/domain/callBack/recordOutcome.ts';
import { StaleWrite } from '../../../backend/domain/fault/staleWrite.ts';
import type { Tables } from '../../../backend/ports/tables.ts';
import { sampleCallOwed, sampleEntry, sampleNotice, sampleWaitlistEntry } from '../../support/sampleOwed.ts';
import { SAMPLE_DAY, SAMPLE_NOW, samplePerson, sampleRide } from '../../support/sampleRows.ts';
import { sampleOrder } from '../../support/sampleSeries.ts';
import type { StoreBench } from './storeSuite.ts';

const PERSON = 'owed-person';
const own = { personId: PERSON, municipality: '07421' };
const MINUTE = 60_000;

/** Standing orders, calls, notices and the waitlist keep what they are given. */
export function owedSuite(bench: StoreBench): void {
  describe('what is owed to riders', () => {
    beforeAll(async () => {
      await bench.write(async ({ people, rides }) => {
        await people.insertMany([samplePerson({ id: PERSON, householdId: 'owed-house' })]);
        await rides.insert(sampleRide({ id: 'owed-ride', ...own, status: 'denied' }));
      });
    });

    it('a standing order: comes back whole; an old revision is refused', async () => {
      const order = sampleOrder({
        id: 'owed-order',
        ...own,
        exceptions: [{ day: '2026-08-14', kind: 'ride', outbound: { kind: 'arriveBy', second: 30_000 } }],
        pauses: [{ from: '2026-07-01', to: '2026-07-05' }],
        changedAt: SAMPLE_NOW,
      });
      await bench.write(({ standingOrders }) => standingOrders.insert(order));
      expect(await bench.read(({ standingOrders }) => standingOrders.find('owed-order'))).toEqual(order);
      const ended = { ...order, revision: 2, state: 'ended' as const };
      await bench.write(({ standingOrders }) => standingOrders.update(ended, 1));
      await expect(
        bench.write(({ standingOrders }) => standingOrders.update(ended, 1)),
      ).rejects.toBeInstanceOf(StaleWrite);
      expect(
        await bench.read(({ standingOrders }) => standingOrders.listActive(SAMPLE_DAY)),
      ).not.toContainEqual(ended);
    });

    it('an entry: claimed once, settled by its claim only, free again when the claim has run out', async () => {
      const entry = sampleEntry({ orderId: 'owed-order' });
      const claim = (id: string, now: number) =>
        bench.write(({ standingOrders }) =>
          standingOrders.claim({ ...entry, claim: id, claimedUntil: now + MINUTE }, now),
        );
      expect(await claim('first', SAMPLE_NOW)).toBe(true);
      expect(await claim('second', SAMPLE_NOW + 1000)).toBe(false);
      expect(await claim('third', SAMPLE_NOW + MINUTE)).toBe(true);
      const settle = (id: string, state: 'booked' | 'withdrawn', readState: 'claimed' | 'booked') =>
        bench.write(({ standingOrders }) =>
          standingOrders.settle({ ...entry, claim: id, state, rideId: 'owed-ride' }, readState),
        );
      expect(await settle('first', 'booked', 'claimed')).toBe(false);
      expect(await settle('third', 'booked', 'claimed')).toBe(true);
      expect(await claim('fourth', SAMPLE_NOW + 9 * MINUTE)).toBe(false);
      expect(await settle('third', 'withdrawn', 'booked')).toBe(true);
      expect(await claim('fifth', SAMPLE_NOW + 9 * MINUTE)).toBe(true);
      const [kept] = await bench.read(({ standingOrders }) =>
        standingOrders.listEntries(['owed-order'], SAMPLE_DAY, SAMPLE_DAY),
      );
      const claimedUntil = SAMPLE_NOW + 10 * MINUTE;
      expect(kept).toEqual({ ...entry, claim: 'fifth', rideId: null, claimedUntil });
    });

    it('a job: the last day it was done, marked twice without harm', async () => {
      const mark = (day: string) =>
        bench.write(({ jobRuns }) => jobRuns.markDone('owed-job', day, SAMPLE_NOW));
      expect(await bench.read(({ jobRuns }) => jobRuns.lastDone('owed-job'))).toBeUndefined();
      await mark('2026-06-02');
      await mark('2026-06-02');
      await mark('2026-06-01');
      expect(await bench.read(({ jobRuns }) => jobRuns.lastDone('owed-job'))).toBe('2026-06-02');
    });

    it('a call owed twice about the same thing: one call, brought up to date; done, and it is owed anew', async () => {
      const owed = sampleCallOwed({ ...own, subject: 'owed-ride', rideId: 'owed-ride' });
      const owe = (now: number) =>
        bench.write(({ callBacks }) => callBacks.owe([{ ...owed, usefulUntil: now + MINUTE }], now));
      const mine = async () =>
        (await bench.read(({ callBacks }) => callBacks.listByRide('owed-ride'))).filter(
          ({ subject }) => subject === 'owed-ride',
        );
      await owe(SAMPLE_NOW);
      await owe(SAMPLE_NOW + 1000);
      const [call] = await mine();
      expect(await mine()).toHaveLength(1);
      expect(call).toMatchObject({ revision: 2, householdId: 'owed-house', municipality: '07421' });
      expect(call?.usefulUntil).toBe(SAMPLE_NOW + 1000 + MINUTE);
      const told = recordOutcome(call!, { outcome: 'told', by: 'desk', at: SAMPLE_NOW + 2000 });
      if (!told.ok) throw new Error(told.reason.code);
      await bench.write(({ callBacks }) => callBacks.update(told.value, 2));
      await expect(bench.write(({ callBacks }) => callBacks.update(told.value, 2))).rejects.toBeInstanceOf(
        StaleWrite,
      );
      expect((await mine())[0]).toEqual(told.value);
      await owe(SAMPLE_NOW + 3000);
      expect(await mine()).toHaveLength(2);
      const ofHouse = await bench.read(({ callBacks }) => callBacks.listOpenOf('owed-house'));
      expect(ofHouse.map(({ id }) => id)).toEqual([(await mine())[1]!.id]);
      expect(await bench.read(({ callBacks }) => callBacks.listOpenOf('another-house'))).toEqual([]);
      const known = await bench.read(({ callBacks }) =>
        callBacks.listKnownSubjects('promiseBroken', ['owed-ride', 'nothing']),
      );
      expect(known).toEqual(['owed-ride']);
    });

    it('a queue that changes twice in one millisecond: its state is another one each time', async () => {
      const owed = sampleCallOwed({ ...own, subject: 'owed-stamp', rideId: 'owed-ride' });
      const claim = { householdId: 'owed-house', displayName: 'one', until: SAMPLE_NOW + MINUTE };
      const entry = sampleWaitlistEntry({ id: 'owed-stamp', ...own, deniedRideId: 'owed-stamp' });
      const states: string[] = [];
      const changes: ((tables: Tables) => Promise<unknown>)[] = [
        ({ callBacks }) => callBacks.owe([owed], SAMPLE_NOW),
        ({ callBacks }) => callBacks.owe([owed], SAMPLE_NOW),
        ({ callBacks }) => callBacks.take({ ...claim, accountId: 'one' }, SAMPLE_NOW),
        ({ callBacks }) => callBacks.take({ ...claim, accountId: 'one' }, SAMPLE_NOW),
        ({ callBacks }) => callBacks.release('owed-house', 'one', SAMPLE_NOW),
        ({ rides }) => rides.insert(sampleRide({ id: 'owed-stamp', ...own, status: 'denied' })),
        ({ waitlist }) => waitlist.insertNew(entry),
        ({ waitlist }) => waitlist.update({ ...entry, revision: 2, tries: 1 }, 1),
        ({ waitlist }) => waitlist.update({ ...entry, revision: 3, state: 'withdrawn' }, 2),
      ];
      for (const change of changes) {
        await bench.write(change);
        const state = await bench.read(async ({ callBacks, waitlist }) => [
          await callBacks.state(),
          await waitlist.state(),
        ]);
        states.push(JSON.stringify(state));
      }
      const isAnother = states.map((state, i) => state !== states[i - 1]);
      // Of a ride alone the queues know nothing.
      expect(isAnother).toEqual([true, true, true, true, true, false, true, true, true]);
    });

    it("a household's telephone: in one hand at a time, until it is put down or the time is over", async () => {
      const take = (accountId: string, now: number) =>
        bench.write(({ callBacks }) =>
          callBacks.take(
            { householdId: 'owed-house', accountId, displayName: accountId, until: now + MINUTE },
            now,
          ),
        );
      expect(await take('one', SAMPLE_NOW)).toBe(true);
      expect(await take('two', SAMPLE_NOW)).toBe(false);
      expect(await take('one', SAMPLE_NOW + 1000)).toBe(true);
      expect(await take('two', SAMPLE_NOW + 1000 + MINUTE)).toBe(true);
      await bench.write(({ callBacks }) => callBacks.release('owed-house', 'one', SAMPLE_NOW + 2 * MINUTE));
      expect(await take('one', SAMPLE_NOW + MINUTE + 2000)).toBe(false);
      await bench.write(({ callBacks }) =>
        callBacks.release('owed-house', 'two', SAMPLE_NOW + MINUTE + 2000),
      );
      expect(await take('one', SAMPLE_NOW + MINUTE + 2000)).toBe(true);
    });

    it('a wish and its best hours: kept, and on the calls that are owed, as they are now', async () => {
      const bestHours = { earliest: 61_200, latest: 68_400 };
      const wish = { ...own, eveningCall: true, bestHours, sms: true, voice: false, email: null };
      await bench.write(({ contactWishes }) => contactWishes.save({ ...wish, bestHours: null }));
      await bench.write(({ callBacks }) =>
        callBacks.owe([sampleCallOwed({ ...own, subject: 'owed-evening', rideId: null })], SAMPLE_NOW),
      );
      const calls = await bench.read(({ callBacks }) => callBacks.listOpen());
      expect(calls.find(({ subject }) => subject === 'owed-evening')?.bestHours).toBeNull();
      await bench.write(({ contactWishes }) => contactWishes.save(wish));
      expect(await bench.read(({ contactWishes }) => contactWishes.find(PERSON))).toEqual(wish);
      // A part of it: the rest stays, and null is something that was said.
      await bench.write(({ contactWishes }) => contactWishes.save({ ...own, email: 'a@example.jp' }));
      const part = { ...wish, email: 'a@example.jp' };
      expect(await bench.read(({ contactWishes }) => contactWishes.find(PERSON))).toEqual(part);
      await bench.write(({ contactWishes }) => contactWishes.save({ ...own, email: null }));
      expect(await bench.read(({ contactWishes }) => contactWishes.find(PERSON))).toEqual(wish);
      const later = await bench.read(({ callBacks }) => callBacks.listOpen());
      expect(later.find(({ subject }) => subject === 'owed-evening')?.bestHours).toEqual(bestHours);
    });

    it('a notice: kept once, taken by one sender until its time is over, settled once', async () => {
      const notice = sampleNotice({ id: 'owed-notice', ...own, rideId: 'owed-ride' });
      const later = sampleNotice({ ...notice, id: 'owed-later', sendAt: SAMPLE_NOW + 9 * MINUTE });
      await bench.write(({ notices }) => notices.insertNew([notice, later]));
      await bench.write(({ notices }) => notices.insertNew([{ ...notice, text: 'again' }]));
      const take = (now: number) =>
        bench.write(async ({ notices }) => {
          const taken = await notices.takeDue(now, now + MINUTE, `at ${now}`, 10);
          return taken.filter(({ id }) => id.startsWith('owed-'));
        });
      expect(await take(SAMPLE_NOW)).toEqual([notice]);
      expect(await take(SAMPLE_NOW + 1000)).toEqual([]);
      expect(await take(SAMPLE_NOW + MINUTE)).toEqual([notice]);
      const settle = () =>
        bench.write(({ notices }) => notices.settle('owed-notice', 'failed', SAMPLE_NOW, 'status500'));
      expect(await settle()).toBe(true);
      expect(await settle()).toBe(false);
      const kept = await bench.read(({ notices }) => notices.listByPerson(PERSON, 5));
      expect(kept.find(({ id }) => id === 'owed-notice')).toMatchObject({
        state: 'failed',
        settledAt: SAMPLE_NOW,
        failure: 'status500',
      });
    });

    it('many notices are due: taken in the order in which they are due, however they were written', async () => {
      const minutes = [7, 2, 9, 4, 1, 8, 3, 6, 5];
      await bench.write(({ notices }) =>
        notices.insertNew(
          minutes.map((minute) =>
            sampleNotice({
              id: `due-${minute}`,
              ...own,
              rideId: 'owed-ride',
              sendAt: SAMPLE_NOW + minute * MINUTE,
            }),
          ),
        ),
      );
      const now = SAMPLE_NOW + 10 * MINUTE;
      const taken = await bench.write(({ notices }) => notices.takeDue(now, now + MINUTE, 'all', 100));
      const due = taken.map(({ id }) => id).filter((id) => id.startsWith('due-'));
      expect(due).toEqual([...minutes].sort().map((minute) => `due-${minute}`));
    });

    it('the waitlist: a refused request once, changed by its revision', async () => {
      const entry = sampleWaitlistEntry({ id: 'owed-entry', ...own, deniedRideId: 'owed-ride' });
      const insert = (row: typeof entry) => bench.write(({ waitlist }) => waitlist.insertNew(row));
      expect(await insert(entry)).toBe(true);
      expect(await insert({ ...entry, id: 'owed-again' })).toBe(false);
      expect(await bench.read(({ waitlist }) => waitlist.find('owed-again'))).toBeUndefined();
      const held = { ...entry, revision: 2, state: 'held' as const, heldUntil: SAMPLE_NOW + MINUTE };
      await bench.write(({ waitlist }) => waitlist.update(held, 1));
      await expect(bench.write(({ waitlist }) => waitlist.update(held, 1))).rejects.toBeInstanceOf(
        StaleWrite,
      );
      expect(await bench.read(({ waitlist }) => waitlist.findByDeniedRide('owed-ride'))).toEqual(held);
      expect(await bench.read(({ waitlist }) => waitlist.listOpen())).toContainEqual(held);
      const later = { createdAt: SAMPLE_NOW + MINUTE, changedAt: SAMPLE_NOW + MINUTE };
      const again = { ...entry, revision: 3, ...later };
      await bench.write(({ waitlist }) => waitlist.update(again, 2));
      expect(await bench.read(({ waitlist }) => waitlist.find('owed-entry'))).toEqual(again);
    });
  });
}
