import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { improverHere } from '../../../../backend/main/improver/improverHere.ts';
import type { Plan } from '../../../../backend/planner/index.ts';
import type { PlanImprover } from '../../../../backend/ports/planImprover.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../../support/smallValley.ts';

const STEPS = { seed: 1, iterations: 200 };
const improve = (valley: Valley) => valley.dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, STEPS);

async function book(valley: Valley, person: number, companions: number, second = 9 * 3600): Promise<string> {
  const asked = await valley.booking.request(
    valleyRequest({
      personId: `person-${person}`,
      from: { kind: 'boardingPoint', id: 'B' },
      to: { kind: 'boardingPoint', id: 'E' },
      requested: { kind: 'departAfter', second },
      companions,
    }),
    SYSTEM_ACTOR,
  );
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value.id;
}

/**
 * Two vehicles of three places on the same way at the same hour, with one and two people aboard: one vehicle would do.
 * It came so because two others took the places and cancelled.
 */
async function openHalfEmpty(improver: PlanImprover) {
  const valley = await openValley({
    people: valleyPeople(6),
    configurations: [[[3, 0, 0]], [[3, 0, 0]]],
    improver,
  });
  const gone = await book(valley, 1, 1);
  const pair = await book(valley, 2, 1);
  const single = await book(valley, 3, 0);
  await valley.booking.cancel(gone, 'riderAsked', SYSTEM_ACTOR);
  const { rides, version } = await readValley(valley);
  expect(rides.get(pair)!.shiftId).not.toBe(rides.get(single)!.shiftId);
  return { valley, pair, single, version };
}

/** Something happens while the search is on. */
function meanwhile(work: () => Promise<unknown>): PlanImprover {
  return {
    async improve(problem, plan, budget) {
      const found = await improverHere.improve(problem, plan, budget);
      await work();
      return found;
    },
  };
}

const NOTHING = { vehicleSeconds: 0, costYen: 0, drivingMetres: 0 };

describe('improving a day', () => {
  it('two half-empty vehicles on one way: one of them carries all, promises kept, told in one event with figures', async () => {
    const { valley, pair, single, version } = await openHalfEmpty(improverHere);
    const promised = (await readValley(valley)).rides;
    const done = await improve(valley);
    const { rides, events, schedules, ...after } = await readValley(valley);
    expect(done).toMatchObject({ outcome: 'improved', version: version + 1 });
    expect(after.version).toBe(version + 1);
    expect(done.movedRideIds).toHaveLength(1);
    expect(rides.get(pair)!.shiftId).toBe(rides.get(single)!.shiftId);
    for (const id of [pair, single]) {
      const { promise, scheduled, status } = rides.get(id)!;
      expect([status, promise]).toEqual(['assigned', promised.get(id)!.promise]);
      expect(scheduled.pickup).toBeGreaterThanOrEqual(promise!.pickup.earliest);
      expect(scheduled.pickup).toBeLessThanOrEqual(promise!.pickup.latest);
      expect(scheduled.dropoff).toBeLessThanOrEqual(promise!.dropoff.latest);
    }
    // A → B → E → A, 5 points one way and back: 8 × 3,000 m, driven twice before and once now
    expect(done.before.drivingMetres - done.after.drivingMetres).toBe(24_000);
    expect(done.after.costYen).toBeLessThan(done.before.costYen);
    expect(events.filter((type) => type === 'PlanImproved')).toHaveLength(1);
    expect(events).not.toContain('CallBackCreated');
    const stops = schedules.flatMap((schedule) => schedule.stops);
    expect(stops.flatMap((stop) => stop.pickups).sort()).toEqual([pair, single].sort());
    expect(valley.violations).toEqual([]);
  });

  it('nothing better is found: nothing is written', async () => {
    const { valley } = await openHalfEmpty(improverHere);
    const { version } = await improve(valley);
    expect(await improve(valley)).toMatchObject({ outcome: 'nothingBetter', version, before: NOTHING });
    expect((await readValley(valley)).version).toBe(version);
  });

  it('the plan stands where the caller has searched before: no search', async () => {
    let searches = 0;
    const { valley, version } = await openHalfEmpty(meanwhile(async () => searches++));
    const how = { ...STEPS, unlessVersion: version };
    const done = await valley.dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, how);
    expect([done.outcome, searches]).toEqual(['unchanged', 0]);
  });

  it('a booking comes into one of the vehicles during the search: what was found is dropped, the booking stays', async () => {
    const late: { book?: () => Promise<string>; id?: string | undefined } = {};
    const improver = meanwhile(async () => {
      late.id = await late.book?.();
    });
    const { valley, pair, single, version } = await openHalfEmpty(improver);
    late.book = () => book(valley, 4, 0);
    expect(await improve(valley)).toMatchObject({ outcome: 'overtaken', movedRideIds: [] });
    const { rides, schedules, ...after } = await readValley(valley);
    expect(after.version).toBe(version + 1);
    const pickups = schedules.flatMap(({ stops }) => stops.flatMap((stop) => stop.pickups));
    expect(pickups.sort()).toEqual([late.id!, pair, single].sort());
    expect(rides.get(late.id!)!.status).toBe('assigned');
  });

  it('a booking of another hour in a third vehicle: what was found for the two holds on the new version', async () => {
    const late: { book?: () => Promise<string> } = {};
    const improver = meanwhile(async () => late.book?.());
    const valley = await openValley({
      people: valleyPeople(6),
      configurations: [[[3, 0, 0]], [[3, 0, 0]], [[6, 0, 0]]],
      improver,
    });
    const gone = await book(valley, 1, 1);
    const pair = await book(valley, 2, 1);
    const single = await book(valley, 3, 0);
    await valley.booking.cancel(gone, 'riderAsked', SYSTEM_ACTOR);
    // Four people fit into the third vehicle alone.
    late.book = () => book(valley, 4, 3, 9 * 3600);
    const { version } = await readValley(valley);
    const done = await improve(valley);
    expect(done).toMatchObject({ outcome: 'improved', version: version + 2 });
    const { rides } = await readValley(valley);
    expect(rides.get(pair)!.shiftId).toBe(rides.get(single)!.shiftId);
    expect(valley.violations).toEqual([]);
  });

  it('the vehicles leave within two minutes: nobody is sent elsewhere', async () => {
    const { valley, version } = await openHalfEmpty(improverHere);
    const { schedules } = await readValley(valley);
    const first = Math.min(...schedules.filter(({ stops }) => stops.length > 0).map((one) => one.departure));
    valley.clock.moveTo(momentOf(VALLEY_DAY, first - 110));
    await improve(valley);
    expect((await readValley(valley)).version).toBe(version);
  });

  it('they leave while the search is on: what was found is dropped', async () => {
    const time: { pass?: () => void } = {};
    const { valley, version } = await openHalfEmpty(meanwhile(async () => time.pass?.()));
    const { schedules } = await readValley(valley);
    const first = Math.min(...schedules.filter(({ stops }) => stops.length > 0).map((one) => one.departure));
    time.pass = () => valley.clock.moveTo(momentOf(VALLEY_DAY, first + 60));
    expect((await improve(valley)).outcome).toBe('overtaken');
    expect((await readValley(valley)).version).toBe(version);
  });

  it('a search that loses somebody is not believed', async () => {
    const losing: PlanImprover = {
      async improve(problem, plan, budget) {
        const found: Plan = await improverHere.improve(problem, plan, budget);
        const schedules = found.schedules.map((schedule) => ({
          ...schedule,
          visits: schedule.visits.filter((visit) => visit >> 1 !== 0),
        }));
        return { schedules, unserved: [0] };
      },
    };
    const { valley, version } = await openHalfEmpty(losing);
    expect((await improve(valley)).outcome).toBe('overtaken');
    const { rides, ...after } = await readValley(valley);
    expect(after.version).toBe(version);
    expect([...rides.values()].filter(({ status }) => status === 'assigned')).toHaveLength(2);
  });

  it('the search fails: the asker is told, the plan is as it was', async () => {
    const failing: PlanImprover = { improve: async () => Promise.reject(new Error('out of memory')) };
    const { valley, version } = await openHalfEmpty(failing);
    await expect(improve(valley)).rejects.toThrow('out of memory');
    expect((await readValley(valley)).version).toBe(version);
    await expect(improve(valley)).rejects.toThrow('out of memory');
  });

  it('two searches of one day at once: one of them commits, nothing is done twice', async () => {
    const { valley, version, pair, single } = await openHalfEmpty(improverHere);
    const outcomes = (await Promise.all([improve(valley), improve(valley)])).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['improved', 'overtaken']);
    const { schedules, ...after } = await readValley(valley);
    expect(after.version).toBe(version + 1);
    const pickups = schedules.flatMap(({ stops }) => stops.flatMap((stop) => stop.pickups));
    expect(pickups.sort()).toEqual([pair, single].sort());
  });

  it('nobody to search: nothing happens', async () => {
    const valley = await openValley();
    expect((await improve(valley)).outcome).toBe('off');
  });

  it('equal days, equal steps: equal plans', async () => {
    const play = async () => {
      const { valley } = await openHalfEmpty(improverHere);
      await improve(valley);
      return valley.store.read(SYSTEM_SCOPE, (tables) => tables.days.listSchedules(VALLEY_DAY));
    };
    expect(await play()).toEqual(await play());
  });
});
