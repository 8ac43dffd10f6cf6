import { beforeAll, describe, expect, it } from 'vitest';
import { shiftView } from '../../backend/adapters/views/shiftView.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import { dutyRulesOf } from '../../backend/domain/fleet/dutyRules.ts';
import { hoursAtWheel } from '../../backend/domain/schedule/hoursAtWheel.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import { onSlowStreet, replayDay, STEADY_PACE } from '../../backend/simulation/index.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../support/smallValley.ts';

const HOUR = 3600;
const LIMIT = dutyRulesOf('areaTransport', 11 * HOUR).drivingLimit!;
const RIDERS = 8;

/** Riders one after the other from A to F, 53 min apart: 50 min of driving each, and no wait that counts as rest. */
async function bookAllDay(valley: Valley): Promise<void> {
  for (let i = 0; i < RIDERS; i++) {
    const asked = await valley.booking.request(
      valleyRequest({
        personId: `person-${i + 1}`,
        from: { kind: 'boardingPoint', id: 'A' },
        to: { kind: 'boardingPoint', id: 'F' },
        requested: { kind: 'departAfter', second: 8 * HOUR + i * 53 * 60 },
      }),
      SYSTEM_ACTOR,
    );
    if (asked.ok) await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  }
}

async function drive(valley: Valley, times: number): Promise<void> {
  const { store, booking, operations } = valley;
  const pace = onSlowStreet(STEADY_PACE, times);
  await replayDay({ store, booking, operations }, valley.clock, VALLEY_DAY, [], pace, () => {});
}

const longest = async (valley: Valley) =>
  hoursAtWheel(LIMIT, (await readValley(valley)).schedules[0]!).longestSeconds;

describe('a bus driver whose every drive takes longer than planned', () => {
  let valley: Valley;
  beforeAll(async () => {
    valley = await openValley({ people: valleyPeople(RIDERS), category: 'areaTransport' });
    await bookAllDay(valley);
  });

  it('before the day: the rest that is owed stands at its stop, for driver and dispatcher to see', async () => {
    const { store } = valley;
    const { shift, fleet, schedule } = await store.read(SYSTEM_SCOPE, async (tables) => ({
      shift: (await tables.fleet.listShifts(VALLEY_DAY))[0]!,
      schedule: (await tables.days.listSchedules(VALLEY_DAY))[0]!,
      fleet: {
        vehicles: new Map((await tables.fleet.listVehicles()).map((one) => [one.id, one])),
        providers: new Map((await tables.fleet.listProviders()).map((one) => [one.id, one])),
        depots: new Map((await tables.fleet.listDepots()).map((one) => [one.id, one])),
      },
    }));
    const view = shiftView(shift, schedule, fleet, () => true);
    const owed = view.stops.flatMap(({ rests }) => rests ?? []).filter(({ isOwed }) => isOwed);
    expect(owed.reduce((sum, { from, until }) => sum + until - from, 0)).toBeGreaterThanOrEqual(1800);
    expect(view.atWheel).toEqual({ limitSeconds: 4 * HOUR, longestAheadSeconds: expect.any(Number) });
    expect(view.atWheel!.longestAheadSeconds).toBeLessThanOrEqual(225 * 60);
  });

  it('at the end of the day: nobody was at the wheel for longer than the law allows, and all were carried', async () => {
    await drive(valley, 1.12);
    const { rides } = await readValley(valley);
    expect([...rides.values()].filter(({ status }) => status === 'done').length).toBeGreaterThanOrEqual(7);
    expect(await longest(valley)).toBeLessThanOrEqual(LIMIT.maxDrivingSeconds);
    expect(await longest(valley)).toBeGreaterThan(3 * HOUR);
    expect(valley.violations).toEqual([]);
  });

  it('whoever was fetched later than first promised was told another time no later than that, and is to be called', async () => {
    const { rides } = await readValley(valley);
    const late = [...rides.values()].filter(
      ({ performed, promise }) => performed.pickup !== null && performed.pickup > promise!.pickup.latest,
    );
    expect(late.length).toBeGreaterThan(0);
    const { events, calls } = await valley.store.read(SYSTEM_SCOPE, async (tables) => ({
      events: await tables.events.listByDay(VALLEY_DAY),
      calls: await tables.callBacks.listOpen(),
    }));
    for (const { id, performed } of late) {
      const told = events.find(({ rideId, body }) => rideId === id && body.type === 'PromiseBroken');
      expect(told!.occurredAt).toBeLessThanOrEqual(momentOf(VALLEY_DAY, performed.pickup!));
      expect(calls.some(({ rideId, reason }) => rideId === id && reason === 'promiseBroken')).toBe(true);
    }
  });
});

describe('the same day with three vehicles, of which two are enough while nobody is late', () => {
  it('a ride that would be late changes over to another vehicle, and is fetched as promised', async () => {
    const configurations = [[[8, 0, 0]], [[8, 0, 0]], [[8, 0, 0]]];
    const valley = await openValley({
      people: valleyPeople(RIDERS),
      category: 'areaTransport',
      configurations,
    });
    await bookAllDay(valley);
    await drive(valley, 1.12);
    const { rides, schedules } = await readValley(valley);
    const events = await valley.store.read(SYSTEM_SCOPE, (tables) => tables.events.listByDay(VALLEY_DAY));
    const movedIds = events.filter(({ body }) => body.type === 'RideUnassigned').map(({ rideId }) => rideId);
    expect(movedIds.length).toBeGreaterThan(0);
    for (const id of movedIds) {
      const { performed, promise } = rides.get(id!)!;
      expect(performed.pickup).toBeLessThanOrEqual(promise!.pickup.latest);
    }
    expect(valley.violations).toEqual([]);
    for (const schedule of schedules) {
      expect(hoursAtWheel(LIMIT, schedule).longestSeconds).toBeLessThanOrEqual(LIMIT.maxDrivingSeconds);
    }
  });
});
