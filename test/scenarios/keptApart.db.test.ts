import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../backend/adapters/memory/index.ts';
import { randomIds } from '../../backend/adapters/system/randomIds.ts';
import { createBooking } from '../../backend/booking/index.ts';
import { createDispatch } from '../../backend/dispatch/index.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { ApartFrom } from '../../backend/domain/apart/apartPair.ts';
import type { Offer } from '../../backend/domain/ride/offer.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import { improverHere } from '../../backend/main/improver/improverHere.ts';
import type { Store } from '../../backend/ports/store.ts';
import { FakeClock } from '../../backend/simulation/index.ts';
import { judgeStoredDay, keepApart, PLANNER, registerOf } from '../support/apartDay.ts';
import {
  openValley,
  readValley,
  StraightRoadMatrix,
  VALLEY_DAY,
  type Valley,
  type ValleyGiven,
  valleyPeople,
  valleyRequest,
} from '../support/smallValley.ts';
import { withClient, withDatabase } from '../support/withDatabase.ts';

const database = withDatabase();
const clock = new FakeClock(momentOf(VALLEY_DAY, 6 * 3600));
const ONE_CAR = [[[4, 0, 0]]];
const TWO_CARS = [[[4, 0, 0]], [[4, 0, 0]]];
const rider = (person: number): ApartFrom => ({ kind: 'rider', personId: `person-${person}` });
const driver = (driverName: string): ApartFrom => ({ kind: 'driver', providerId: 'provider-1', driverName });

interface ApartValley extends Valley {
  readonly riders: ReturnType<typeof registerOf>;
}

/** Asks for a ride from A to D at nine. */
function ask(valley: Pick<Valley, 'booking'>, person: number) {
  return valley.booking.request(valleyRequest({ personId: `person-${person}` }), SYSTEM_ACTOR);
}

async function offersOf(valley: Pick<Valley, 'booking'>, person: number): Promise<readonly Offer[]> {
  const asked = await ask(valley, person);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  return asked.value.offers;
}

async function accept(valley: Pick<Valley, 'booking'>, offer: Offer): Promise<Ride> {
  const booked = await valley.booking.accept(offer.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

async function book(valley: Pick<Valley, 'booking'>, person: number): Promise<Ride> {
  return accept(valley, (await offersOf(valley, person))[0]!);
}

/** Are two rides in one vehicle at the same time? In words of this test's own. */
function areTogether(one: Ride, other: Ride): boolean {
  const isWhile =
    one.scheduled.pickup! < other.scheduled.dropoff! && other.scheduled.pickup! < one.scheduled.dropoff!;
  return one.shiftId === other.shiftId && isWhile;
}

let real: Promise<Store> | undefined;

/** The real database, with nothing in it. */
async function openEmptied(): Promise<Store> {
  real ??= database.openStore({ clock });
  const store = await real;
  await withClient(database.url, async (client) => {
    const { rows } = await client.query<{ list: string }>(
      `SELECT string_agg(quote_ident(tablename), ', ') AS list FROM pg_tables
      WHERE schemaname = 'public' AND tablename NOT IN ('migration', 'event_log', 'spatial_ref_sys')`,
    );
    await client.query(`TRUNCATE ${rows[0]!.list}`);
  });
  return store;
}

const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ['in memory', async () => openMemoryStore({ clock })],
  ['on PostgreSQL', openEmptied],
];

describe.each(STORES)('riders who are kept apart, %s', (_, openStore) => {
  async function open(given: ValleyGiven = {}): Promise<ApartValley> {
    const valley = await openValley({ people: valleyPeople(12), store: await openStore(), ...given });
    return { ...valley, riders: registerOf(valley) };
  }

  it('nobody is kept apart: two neighbours are offered the same vehicle at the same time', async () => {
    const valley = await open({ configurations: TWO_CARS });
    expect(areTogether(await book(valley, 1), await book(valley, 2))).toBe(true);
  });

  it('two vehicles: everything offered to the second of the two is without the first', async () => {
    const valley = await open({ configurations: TWO_CARS });
    await keepApart(valley.riders, 'person-1', rider(2));
    const first = await book(valley, 1);
    const offers = await offersOf(valley, 2);
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.every(({ sharedWith }) => sharedWith === 0)).toBe(true);
    expect(areTogether(first, await accept(valley, offers[0]!))).toBe(false);
    expect(await judgeStoredDay(valley.store)).toEqual([]);
    expect(valley.violations).toEqual([]);
  });

  it('one vehicle, whoever of the two was named first: the second is offered another time', async () => {
    const valley = await open({ configurations: ONE_CAR });
    await keepApart(valley.riders, 'person-2', rider(1));
    const [first, second] = [await book(valley, 1), await book(valley, 2)];
    expect(second.shiftId).toBe(first.shiftId);
    expect(areTogether(first, second)).toBe(false);
    expect(await judgeStoredDay(valley.store)).toEqual([]);
    expect(await valley.dispatch.listTogether(VALLEY_DAY)).toEqual([]);
  });

  it("a driver: only the other one's vehicle is offered, and a third rider is not concerned", async () => {
    const valley = await open({ configurations: TWO_CARS, drivers: ['佐藤', '鈴木'] });
    await keepApart(valley.riders, 'person-1', driver('佐藤'));
    const { shifts } = await valley.store.read(SYSTEM_SCOPE, async ({ fleet }) => ({
      shifts: await fleet.listShifts(VALLEY_DAY),
    }));
    const driverOf = ({ shiftId }: Ride) => shifts.find(({ id }) => id === shiftId)!.driverName;
    const others = [await book(valley, 3), await book(valley, 4)];
    expect(driverOf(await book(valley, 1))).toBe('鈴木');
    await keepApart(valley.riders, 'person-5', driver('鈴木'));
    expect(driverOf(await book(valley, 5))).toBe('佐藤');
    expect(new Set(others.map(driverOf)).size).toBe(1);
    expect(await judgeStoredDay(valley.store)).toEqual([]);
    expect(valley.violations).toEqual([]);
  });

  it('only that driver drives: refused in words that name neither the driver nor the reason', async () => {
    const valley = await open({ configurations: ONE_CAR, drivers: ['佐藤'] });
    await keepApart(valley.riders, 'person-1', driver('佐藤'));
    const asked = await ask(valley, 1);
    expect(asked).toMatchObject({ ok: false, reason: { rejection: { code: 'noFeasibleInsertion' } } });
  });

  it('written down when both are planned in one vehicle: one of them changes over, both promises stand', async () => {
    const valley = await open({ configurations: TWO_CARS });
    const before = [await book(valley, 1), await book(valley, 2)];
    expect(areTogether(before[0]!, before[1]!)).toBe(true);
    await keepApart(valley.riders, 'person-1', rider(2));
    expect(await judgeStoredDay(valley.store)).toEqual(['pairAboardTogether']);
    const parted = await valley.dispatch.partTogether(VALLEY_DAY, PLANNER);
    expect(parted).toMatchObject({ togetherRideIds: [] });
    expect(parted.movedRideIds).toHaveLength(1);
    const { rides } = await readValley(valley);
    const after = before.map(({ id }) => rides.get(id)!);
    expect(areTogether(after[0]!, after[1]!)).toBe(false);
    for (const { scheduled, promise, revisedPromise } of after) {
      expect(revisedPromise).toBeNull();
      expect(scheduled.pickup).toBeLessThanOrEqual(promise!.pickup.latest);
      expect(scheduled.dropoff).toBeLessThanOrEqual(promise!.dropoff.latest);
    }
    expect(await judgeStoredDay(valley.store)).toEqual([]);
    expect(valley.violations).toEqual([]);
  });

  it('planned together where nobody else drives: they stay, are told, and the vehicle is still planned with', async () => {
    const valley = await open({ configurations: ONE_CAR });
    const both = [await book(valley, 1), await book(valley, 2)];
    await keepApart(valley.riders, 'person-1', rider(2));
    const parted = await valley.dispatch.partTogether(VALLEY_DAY, PLANNER);
    expect(parted.movedRideIds).toEqual([]);
    expect([...parted.togetherRideIds].sort()).toEqual(both.map(({ id }) => id).sort());
    // A third rider is carried by the same vehicle as before.
    expect((await book(valley, 3)).shiftId).toBe(both[0]!.shiftId);
    expect(valley.violations).toEqual([]);
  });

  it('a look for a better plan: parts who could not be parted before, and brings nobody together', async () => {
    const valley = await open({ configurations: TWO_CARS, improver: improverHere });
    for (const person of [1, 2, 3, 4, 5]) await book(valley, person);
    await keepApart(valley.riders, 'person-1', rider(2));
    await keepApart(valley.riders, 'person-3', rider(4));
    await valley.dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, { iterations: 200 });
    expect(await judgeStoredDay(valley.store)).toEqual([]);
    expect(valley.violations).toEqual([]);
  });

  it('ended: they ride together again; taken back: they do not', async () => {
    const valley = await open({ configurations: ONE_CAR });
    const id = await keepApart(valley.riders, 'person-1', rider(2));
    const first = await book(valley, 1);
    const shared = async () => (await offersOf(valley, 2)).some(({ sharedWith }) => sharedWith > 0);
    expect(await shared()).toBe(false);
    expect(await valley.riders.endApart(id, PLANNER, () => true)).toMatchObject({ ok: true });
    expect(await shared()).toBe(true);
    expect(await valley.riders.restoreApart(id, PLANNER, () => true)).toMatchObject({ ok: true });
    expect(await shared()).toBe(false);
    expect(first.shiftId).not.toBeNull();
  });

  it('one of the two is found to be the same as somebody else: kept apart under the other entry, too', async () => {
    const valley = await open({ configurations: ONE_CAR });
    await keepApart(valley.riders, 'person-1', rider(2));
    const first = await book(valley, 1);
    const wish = { keptId: 'person-3', keptRevision: 1, goneId: 'person-2', goneRevision: 1 };
    const merged = await valley.riders.merge(wish, SYSTEM_ACTOR);
    if (!merged.ok) throw new Error(merged.reason.code);
    const offers = await offersOf(valley, 3);
    expect(offers.every(({ sharedWith }) => sharedWith === 0)).toBe(true);
    await valley.riders.undoMerge(merged.value.merge.id, SYSTEM_ACTOR);
    expect((await offersOf(valley, 3)).some(({ sharedWith }) => sharedWith > 0)).toBe(true);
    expect(first.personId).toBe('person-1');
  });
});

describe('another process that has the day at hand', () => {
  const CARS = Array.from({ length: 4 }, () => [[4, 0, 0]]);

  /** Two processes on one database. */
  async function openTwo() {
    const here = await openValley({
      people: valleyPeople(12),
      store: await openEmptied(),
      configurations: CARS,
    });
    const store = await database.openStore({ clock });
    const there = assembleProcess(store);
    return { here, there, riders: registerOf(here) };
  }

  it('two are kept apart by one process: the other, which knew the plan without it, does not bring them together', async () => {
    const { here, there, riders } = await openTwo();
    const first = await book(here, 1);
    // The offer stands from before, and so does the plan in the other process.
    const [offer] = await offersOf(there, 2);
    expect(offer!.sharedWith).toBeGreaterThan(0);
    await keepApart(riders, 'person-1', rider(2));
    expect(areTogether(first, await accept(there, offer!))).toBe(false);
    expect(await judgeStoredDay(here.store)).toEqual([]);
  });

  it('kept apart and booked at the same moment, again and again: never together in the end', async () => {
    const { here, there, riders } = await openTwo();
    for (const person of [1, 3, 5, 7, 9, 11]) {
      await book(here, person);
      const [offer] = await offersOf(there, person + 1);
      await Promise.all([
        keepApart(riders, `person-${person}`, rider(person + 1)),
        there.booking.accept(offer!.id, SYSTEM_ACTOR),
      ]);
      await here.dispatch.partTogether(VALLEY_DAY, PLANNER);
      expect(await judgeStoredDay(here.store)).toEqual([]);
    }
  });

  it('two desks write the same two down at the same moment: once, and the other is told', async () => {
    const { here, riders } = await openTwo();
    const other = registerOf({ ...here, store: await database.openStore({ clock }) });
    const write = (desk: typeof riders, person: number, from: ApartFrom) =>
      desk.recordApart(`person-${person}`, { from, reason: '言い争い' }, PLANNER, () => true);
    const told = await Promise.all([write(riders, 1, rider(2)), write(other, 2, rider(1))]);
    expect(told.map((each) => (each.ok ? 'written' : each.reason.code)).sort()).toEqual([
      'apartAlreadyThere',
      'written',
    ]);
  });
});

function assembleProcess(store: Store): Pick<Valley, 'booking' | 'dispatch'> {
  const dispatch = createDispatch({
    store,
    matrix: new StraightRoadMatrix(),
    clock,
    ids: randomIds,
    weights: { excessRideHour: 1200, waitHour: 600 },
    onPlanChecked: ({ violations }) => expect(violations).toEqual([]),
  });
  return { dispatch, booking: createBooking({ store, planning: dispatch, clock, ids: randomIds }) };
}
