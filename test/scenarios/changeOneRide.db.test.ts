import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { addDays, momentOf } from '../../backend/domain/units/time.ts';
import { FakeClock } from '../../backend/simulation/index.ts';
import { openSecondProcess, type SecondProcess } from '../support/secondProcess.ts';
import { openValley, VALLEY_DAY, type Valley, valleyPeople, valleyRequest } from '../support/smallValley.ts';
import { withDatabase } from '../support/withDatabase.ts';

const ROUNDS = 4;
const clock = new FakeClock(momentOf(VALLEY_DAY, 6 * 3600));

const database = withDatabase();
let first: Valley;
let second: SecondProcess;

/** Two processes with connections of their own: neither knows what the other holds in memory. */
beforeAll(async () => {
  const people = valleyPeople(7 * ROUNDS);
  const configurations = Array.from({ length: 6 }, () => [[8, 0, 0]]);
  first = await openValley({ store: await database.openStore({ clock }), people, configurations });
  second = openSecondProcess(await database.openStore({ clock }), clock);
});

type Side = Pick<Valley, 'booking'>;

async function offersOf(
  { booking }: Side,
  personId: string,
  hour: number,
  replaces?: Ride,
  day = VALLEY_DAY,
) {
  const requested = { kind: 'departAfter', second: hour * 3600 } as const;
  const change = replaces ? { replaces: replaces.id } : {};
  const asked = await booking.request(valleyRequest({ personId, requested, day, ...change }), SYSTEM_ACTOR);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  return asked.value.offers;
}

async function book(personId: string, hour: number, day = VALLEY_DAY): Promise<Ride> {
  const offers = await offersOf(first, personId, hour, undefined, day);
  const booked = await first.booking.accept(offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

const codeOf = (outcome: { ok: boolean; reason?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.reason?.code;

/** The rider's rides that stand, and how often each of them is in a vehicle's plan. */
async function standing(personId: string, from = VALLEY_DAY) {
  return first.store.read(SYSTEM_SCOPE, async ({ rides, days }) => {
    const next = addDays(from, 1);
    const own = await rides.listByPerson(personId, from, next);
    const stops = [...(await days.listSchedules(from)), ...(await days.listSchedules(next))].flatMap(
      (schedule) => schedule.stops,
    );
    const planned = stops.flatMap(({ dropoffs }) => dropoffs);
    const alive = own.filter(({ shiftId, status }) => shiftId !== null && status !== 'cancelled');
    const ids = new Set(own.map(({ id }) => id));
    return {
      alive: alive.map(({ id }) => id).sort(),
      planned: planned.filter((id) => ids.has(id)).sort(),
      own,
    };
  });
}

/** The driver reports that the vehicle stands where the ride begins. */
async function arriveFor(ride: Ride) {
  return arriveAt(ride, (await stopFor(ride)).id);
}

async function stopFor(ride: Ride) {
  const schedules = await first.store.read(SYSTEM_SCOPE, ({ days }) => days.listSchedules(ride.day));
  return schedules.flatMap(({ stops }) => stops).find(({ pickups }) => pickups.includes(ride.id))!;
}

function arriveAt(ride: Ride, stopId: string) {
  const report = { id: `arrive ${ride.id}`, shiftId: ride.shiftId!, deviceTime: clock.now() };
  return second.operations.report({ ...report, type: 'arrive', stopId }, SYSTEM_ACTOR);
}

function departFrom(ride: Ride, stopId: string) {
  const report = { id: `depart ${ride.id}`, shiftId: ride.shiftId!, deviceTime: clock.now() };
  return second.operations.report({ ...report, type: 'depart', stopId }, SYSTEM_ACTOR);
}

function boardFor(ride: Ride) {
  const report = { id: `board ${ride.id}`, shiftId: ride.shiftId!, deviceTime: clock.now() };
  return second.operations.report({ ...report, type: 'board', rideId: ride.id }, SYSTEM_ACTOR);
}

describe('changing one ride while others act on it, on real connections', () => {
  it('two operators change the same ride: one of them does, the other is told of it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const personId = `person-${round + 1}`;
      const old = await book(personId, 8 + round);
      const mine = await offersOf(first, personId, 9 + round, old);
      const yours = await offersOf(second, personId, 10 + round, old);
      const outcomes = await Promise.all([
        first.booking.accept(mine[0]!.id, SYSTEM_ACTOR),
        second.booking.accept(yours[0]!.id, SYSTEM_ACTOR),
      ]);
      expect(outcomes.map(codeOf).sort()).toEqual(['done', 'rideReplaced']);
      const { alive, planned } = await standing(personId);
      expect(alive).toHaveLength(1);
      expect(alive).not.toContain(old.id);
      expect(planned).toEqual(alive);
    }
  });

  it('a change and a cancellation: one of both happens, never half of each', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const personId = `person-${ROUNDS + round + 1}`;
      const old = await book(personId, 8 + round);
      const offers = await offersOf(first, personId, 10 + round, old);
      const [changed, cancelled] = await Promise.all([
        first.booking.accept(offers[0]!.id, SYSTEM_ACTOR),
        second.booking.cancel(old.id, 'riderAsked', SYSTEM_ACTOR),
      ]);
      const { alive, planned } = await standing(personId);
      expect(planned).toEqual(alive);
      expect([codeOf(changed), codeOf(cancelled), alive.length]).toEqual(
        changed.ok ? ['done', 'rideReplaced', 1] : ['rideAlreadyClosed', 'done', 0],
      );
    }
  });

  it('a change to the next day and one back from it, at once: no writer waits for the other for ever', async () => {
    const next = addDays(VALLEY_DAY, 1);
    for (let round = 0; round < ROUNDS; round++) {
      const [a, b] = [`person-${2 * ROUNDS + round + 1}`, `person-${3 * ROUNDS + round + 1}`];
      const today = await book(a, 8 + round);
      const tomorrow = await first.booking.accept(
        (await offersOf(first, b, 8 + round, undefined, next))[0]!.id,
        SYSTEM_ACTOR,
      );
      if (!tomorrow.ok) throw new Error(tomorrow.reason.code);
      const forward = await offersOf(first, a, 8 + round, today, next);
      const back = await offersOf(second, b, 8 + round, tomorrow.value);
      const outcomes = await Promise.all([
        first.booking.accept(forward[0]!.id, SYSTEM_ACTOR),
        second.booking.accept(back[0]!.id, SYSTEM_ACTOR),
      ]);
      expect(outcomes.map(codeOf)).toEqual(['done', 'done']);
      for (const personId of [a, b]) {
        const { alive, planned } = await standing(personId);
        expect(alive).toHaveLength(1);
        expect(planned).toEqual(alive);
      }
    }
  });

  it('two operators take the same change back: once, and the old ride stands once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const personId = `person-${4 * ROUNDS + round + 1}`;
      const old = await book(personId, 8 + round);
      const offers = await offersOf(first, personId, 10 + round, old);
      const changed = await first.booking.accept(offers[0]!.id, SYSTEM_ACTOR);
      if (!changed.ok) throw new Error(changed.reason.code);
      const outcomes = await Promise.all(
        [first, second, first].map(({ booking }) => booking.undoBooking(changed.value.id, SYSTEM_ACTOR)),
      );
      expect(outcomes.map(codeOf)).toEqual(['done', 'done', 'done']);
      expect(await standing(personId)).toMatchObject({ alive: [old.id], planned: [old.id] });
    }
  });

  it('a change while the driver picks up: on board or changed, never both', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const personId = `person-${5 * ROUNDS + round + 1}`;
      // A day of its own, on which nobody else is in the vehicle.
      const day = addDays(VALLEY_DAY, 2 + round);
      clock.moveTo(momentOf(day, 6 * 3600));
      const old = await book(personId, 9, day);
      clock.moveTo(momentOf(day, old.scheduled.pickup!));
      expect(codeOf(await arriveFor(old))).toBe('done');
      const offers = await offersOf(first, personId, 11, old, day);
      const [boarded, changed] = await Promise.all([
        boardFor(old),
        first.booking.accept(offers[0]!.id, SYSTEM_ACTOR),
      ]);
      const { alive, planned } = await standing(personId, day);
      expect(planned).toEqual(alive);
      expect(alive).toHaveLength(1);
      expect([codeOf(boarded), codeOf(changed)]).toEqual(
        changed.ok ? [codeOf(boarded), 'done'] : ['done', 'rideUnderWay'],
      );
      expect(alive[0] === old.id).toBe(boarded.ok);
    }
  });

  it('a change while the vehicle arrives: changed in any case, and the driver can drive on', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const personId = `person-${6 * ROUNDS + round + 1}`;
      const day = addDays(VALLEY_DAY, 2 + ROUNDS + round);
      clock.moveTo(momentOf(day, 6 * 3600));
      const old = await book(personId, 9, day);
      clock.moveTo(momentOf(day, old.scheduled.pickup!));
      const stop = await stopFor(old);
      const offers = await offersOf(first, personId, 11, old, day);
      const [arrived, changed] = await Promise.all([
        arriveAt(old, stop.id),
        first.booking.accept(offers[0]!.id, SYSTEM_ACTOR),
      ]);
      if (!changed.ok) throw new Error(changed.reason.code);
      expect(await standing(personId, day)).toMatchObject({
        alive: [changed.value.id],
        planned: [changed.value.id],
      });
      // Whoever came first: a stop that is reached can be left, one that is no more cannot be reached.
      expect(codeOf(arrived)).toBe(arrived.ok ? 'done' : 'staleVersion');
      expect(codeOf(await departFrom(old, stop.id))).toBe(codeOf(arrived));
    }
  });
});
