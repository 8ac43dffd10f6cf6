import { beforeAll, describe, expect, it } from 'vitest';
import { japaneseHolidays } from '../../backend/adapters/system/japaneseHolidays.ts';
import { randomIds } from '../../backend/adapters/system/randomIds.ts';
import {
  type Booking,
  createBooking,
  createStandingDesk,
  type StandingDesk,
} from '../../backend/booking/index.ts';
import { createDispatch, type Dispatch } from '../../backend/dispatch/index.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { addDays, momentOf, type ServiceDay } from '../../backend/domain/units/time.ts';
import { improverHere } from '../../backend/main/improver/improverHere.ts';
import { FakeClock } from '../../backend/simulation/index.ts';
import { sampleWish } from '../support/sampleSeries.ts';
import {
  openValley,
  StraightRoadMatrix,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../support/smallValley.ts';
import { withDatabase } from '../support/withDatabase.ts';

const ROUNDS = 4;
const clock = new FakeClock(momentOf(VALLEY_DAY, 6 * 3600));
const database = withDatabase();

/** What happens between the search and the writing of what it found. */
let whenFound: () => void = () => {};

let store: Valley['store'];
let desk: Booking;
/** Another process, which plans at night: it generates and improves. */
let night: { readonly dispatch: Dispatch; readonly standing: StandingDesk };

function openProcess(own: Valley['store']) {
  const world = { store: own, clock, ids: randomIds };
  const dispatch = createDispatch({
    ...world,
    matrix: new StraightRoadMatrix(),
    weights: { excessRideHour: 1200, waitHour: 600 },
    onPlanChecked({ violations }) {
      expect(violations).toEqual([]);
    },
    improver: {
      async improve(problem, plan, budget) {
        const found = await improverHere.improve(problem, plan, budget);
        whenFound();
        return found;
      },
    },
  });
  const booking = { ...world, planning: dispatch };
  return {
    dispatch,
    booking: createBooking(booking),
    standing: createStandingDesk({ ...booking, holidays: japaneseHolidays }),
  };
}

beforeAll(async () => {
  store = await database.openStore({ clock });
  const configurations = Array.from({ length: 3 }, () => [[3, 0, 0]]);
  await openValley({ store, people: valleyPeople(9 * ROUNDS), configurations });
  desk = openProcess(store).booking;
  night = openProcess(await database.openStore({ clock }));
});

async function offersOf(person: number, companions: number, day: ServiceDay, hour: number, old?: Ride) {
  const asked = await desk.request(
    valleyRequest({
      personId: `person-${person}`,
      from: { kind: 'boardingPoint', id: 'B' },
      to: { kind: 'boardingPoint', id: 'E' },
      requested: { kind: 'departAfter', second: hour * 3600 },
      day,
      companions,
      ...(old && { replaces: old.id }),
    }),
    SYSTEM_ACTOR,
  );
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  return asked.value.offers;
}

async function book(person: number, companions: number, day: ServiceDay): Promise<Ride> {
  const [offer] = await offersOf(person, companions, day, 9);
  return done(await desk.accept(offer!.id, SYSTEM_ACTOR));
}

function done<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: { code: string } }): Value {
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value;
}

/** Two and one in two vehicles of three places on one way, because two others took the places and cancelled. */
async function halfEmpty(round: number, day: ServiceDay) {
  const first = 4 * round + 1;
  const gone = await book(first, 1, day);
  const pair = await book(first + 1, 1, day);
  const single = await book(first + 2, 0, day);
  done(await desk.cancel(gone.id, 'riderAsked', SYSTEM_ACTOR));
  expect(pair.shiftId).not.toBe(single.shiftId);
  return { pair, single, person: first + 2 };
}

const improve = (day: ServiceDay) =>
  night.dispatch.improveDay(day, Number.POSITIVE_INFINITY, { seed: 1, iterations: 200 });

/** Which rides stand in the plan, by the vehicle of the schedule and by the ride's own; both must say the same. */
async function carried(day: ServiceDay) {
  return store.read(SYSTEM_SCOPE, async ({ rides, days }) => {
    const assigned = (await rides.listByDay(day)).filter(({ status }) => status === 'assigned');
    const stops = (await days.listSchedules(day)).flatMap(({ shiftId, stops }) =>
      stops.flatMap((stop) => stop.pickups.map((id) => `${id} ${shiftId}`)),
    );
    expect(stops.sort()).toEqual(assigned.map(({ id, shiftId }) => `${id} ${shiftId}`).sort());
    for (const { promise, scheduled } of assigned) {
      expect(scheduled.pickup).toBeGreaterThanOrEqual(promise!.pickup.earliest);
      expect(scheduled.pickup).toBeLessThanOrEqual(promise!.pickup.latest);
      expect(scheduled.dropoff).toBeLessThanOrEqual(promise!.dropoff.latest);
    }
    return assigned.map(({ id }) => id).sort();
  });
}

/** Starts the work at the very moment at which an improvement goes to be written, and waits for both. */
async function withImprovement<Value>(day: ServiceDay, work: () => Promise<Value>) {
  let working: Promise<Value> | undefined;
  whenFound = () => {
    working = work();
  };
  const improved = await improve(day);
  whenFound = () => {};
  if (!working) throw new Error('there was no search');
  return { outcome: improved.outcome, value: await working };
}

describe('one ride is changed while another process commits a better plan of the day, on real connections', () => {
  it('the change is done, the other ride is carried once, promises hold', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const day = addDays(VALLEY_DAY, 1 + round);
      const { pair, single, person } = await halfEmpty(round, day);
      const [offer] = await offersOf(person, 0, day, 13, single);
      const { outcome, value } = await withImprovement(day, () => desk.accept(offer!.id, SYSTEM_ACTOR));
      expect(['improved', 'overtaken']).toContain(outcome);
      expect(await carried(day)).toEqual([pair.id, done(value).id].sort());
    }
  });

  it('a change is taken back: the old ride stands again, once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const day = addDays(VALLEY_DAY, 1 + ROUNDS + round);
      const { pair, single, person } = await halfEmpty(ROUNDS + round, day);
      const [offer] = await offersOf(person, 0, day, 9, single);
      const changed = done(await desk.accept(offer!.id, SYSTEM_ACTOR));
      const { value } = await withImprovement(day, () => desk.undoBooking(changed.id, SYSTEM_ACTOR));
      expect(done(value).ride).toMatchObject({ id: changed.id, status: 'offered' });
      expect(await carried(day)).toEqual([pair.id, single.id].sort());
    }
  });

  it('rides of standing orders are made for the day: each once, and the change is done', async () => {
    const day = addDays(VALLEY_DAY, 9);
    const { pair, single, person } = await halfEmpty(2 * ROUNDS, day);
    const series = sampleWish({ recurrence: { ...sampleWish().recurrence, weekdays: [5] } });
    done(await night.standing.create(`person-${9 * ROUNDS}`, 'phone', series, [], SYSTEM_ACTOR));
    const [offer] = await offersOf(person, 0, day, 13, single);
    const { value } = await withImprovement(day, () =>
      Promise.all([night.standing.generateAll(), desk.accept(offer!.id, SYSTEM_ACTOR)]),
    );
    const [made, changed] = value;
    // Two Fridays of the coming fortnight, there and home.
    expect(made).toMatchObject({ booked: 4, refused: 0 });
    const others = (await carried(day)).filter((id) => id !== pair.id && id !== done(changed).id);
    expect(others).toHaveLength(2);
    expect(others).not.toContain(single.id);
  });
});
