import { beforeAll, describe, expect, it } from 'vitest';
import { japaneseHolidays } from '../../../../backend/adapters/system/japaneseHolidays.ts';
import { randomIds } from '../../../../backend/adapters/system/randomIds.ts';
import { createStandingDesk, type StandingDesk } from '../../../../backend/booking/index.ts';
import { createDispatch } from '../../../../backend/dispatch/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { addDays } from '../../../../backend/domain/units/time.ts';
import type { Store } from '../../../../backend/ports/store.ts';
import { sampleCallOwed } from '../../../support/sampleOwed.ts';
import { sampleWish } from '../../../support/sampleSeries.ts';
import { openValley, StraightRoadMatrix, valleyPeople } from '../../../support/smallValley.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const PEOPLE = 2;
const FRIDAYS = sampleWish({ recurrence: { ...sampleWish().recurrence, weekdays: [5] } });

describe('two processes on one database', () => {
  const database = withDatabase();
  const desks: StandingDesk[] = [];
  const stores: Store[] = [];

  beforeAll(async () => {
    const { store, clock } = await openValley({
      store: await database.openStore({ clock: { now: () => Date.UTC(2026, 5, 9, 21) } }),
      people: valleyPeople(PEOPLE),
    });
    stores.push(store, await database.openStore({ clock }));
    for (const each of stores) {
      const common = { store: each, clock, ids: randomIds };
      const planning = createDispatch({
        ...common,
        matrix: new StraightRoadMatrix(),
        weights: { excessRideHour: 1200, waitHour: 600 },
        onPlanChecked() {},
      });
      desks.push(createStandingDesk({ ...common, planning, holidays: japaneseHolidays }));
    }
  });

  it('both generate at once, again and again: each ride is made once', async () => {
    for (let i = 1; i <= PEOPLE; i++) {
      const created = await desks[0]!.create(`person-${i}`, 'phone', FRIDAYS, [], SYSTEM_ACTOR);
      expect(created.ok).toBe(true);
    }
    const runs = await Promise.all([...desks, ...desks].map((desk) => desk.generateAll()));
    // Two Fridays to 24 June, there and home, for each rider; what was postponed is made by the next run.
    runs.push(await desks[0]!.generateAll());
    const wanted = PEOPLE * 4;
    const done = runs.reduce((sum, { booked, refused }) => sum + booked + refused, 0);
    expect(done).toBe(wanted);
    const { rides, entries } = await stores[0]!.read(SYSTEM_SCOPE, async (tables) => {
      const people = Array.from({ length: PEOPLE }, (_, i) => `person-${i + 1}`);
      const lists = await Promise.all(
        people.map((id) => tables.rides.listByPerson(id, '2026-06-01', '2026-07-31')),
      );
      const orders = await tables.standingOrders.listActive('2026-06-10');
      const ids = orders.map(({ id }) => id);
      return {
        rides: lists.flat().filter(({ status }) => status === 'assigned'),
        entries: await tables.standingOrders.listEntries(ids, '2026-06-01', '2026-07-31'),
      };
    });
    const booked = entries.filter(({ state }) => state === 'booked');
    expect(rides.map(({ id }) => id).sort()).toEqual(booked.map(({ rideId }) => rideId).sort());
    const names = rides.map(({ personId, day, from }) => `${personId} ${day} ${from.id}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it("twenty operators reach for one household's telephone: one has it", async () => {
    const now = Date.UTC(2026, 5, 10);
    await stores[0]!.write(SYSTEM_SCOPE, ({ callBacks }) =>
      callBacks.owe([sampleCallOwed({ rideId: null, subject: 'somebody' })], now),
    );
    const hands = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        stores[i % 2]!.write(SYSTEM_SCOPE, ({ callBacks }) => {
          const accountId = `operator-${i}`;
          const claim = { householdId: 'house-1', accountId, displayName: accountId, until: now + 60_000 };
          return callBacks.take(claim, now);
        }),
      ),
    );
    expect(hands.filter((isMine) => isMine)).toHaveLength(1);
    const claims = await stores[0]!.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listClaims(now));
    expect(claims.map(({ accountId }) => accountId)).toEqual([`operator-${hands.indexOf(true)}`]);
  });

  it('eight operators except a date each of one order they have all read: one is first, none is lost', async () => {
    const start = await stores[0]!.read(SYSTEM_SCOPE, ({ events }) => events.head());
    const thursdays = sampleWish({ recurrence: { ...sampleWish().recurrence, weekdays: [4] } });
    const created = await desks[0]!.create('person-1', 'phone', thursdays, [], SYSTEM_ACTOR);
    if (!created.ok) throw new Error(created.reason.code);
    const { id, revision } = created.value;
    const days = Array.from({ length: 8 }, (_, i) => addDays('2026-07-02', i * 7));
    const skip = (day: string, read: number) => {
      const exception = { day, set: { day, kind: 'skip' as const } };
      return desks[days.indexOf(day) % 2]!.change(id, read, { exception }, SYSTEM_ACTOR);
    };
    const current = async () =>
      (await stores[0]!.read(SYSTEM_SCOPE, ({ standingOrders }) => standingOrders.find(id)))!;
    const first = await Promise.all(days.map((day) => skip(day, revision)));
    expect(first.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(first.flatMap((each) => (each.ok ? [] : [each.reason.code])))).toEqual(
      new Set(['staleVersion']),
    );
    expect((await current()).exceptions).toHaveLength(1);
    // Whoever was told so reads again and says it again, until it stands.
    await Promise.all(
      days.map(async (day) => {
        for (;;) {
          const now = await current();
          if (now.exceptions.some((each) => each.day === day)) return;
          await skip(day, now.revision);
        }
      }),
    );
    const done = await current();
    expect(done.exceptions.map(({ day }) => day)).toEqual(days);
    expect(done.revision).toBe(revision + days.length);
    const listTold = () =>
      stores[0]!.read(SYSTEM_SCOPE, async ({ events }) => {
        const all = await events.readAfter(start, 500);
        return all.filter(({ body }) => body.type === 'StandingOrderChanged' && body.orderId === id);
      });
    // The log tells them once no older write is open on the database server.
    await expect.poll(listTold).toHaveLength(1 + days.length);
  });
});
