import { expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import { dutyRulesOf } from '../../backend/domain/fleet/dutyRules.ts';
import { hoursAtWheel } from '../../backend/domain/schedule/hoursAtWheel.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import type { StreetReport } from '../../backend/operations/index.ts';
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

async function book(valley: Valley, personId: string, from: string, to: string, second: number) {
  const asked = await valley.booking.request(
    valleyRequest({
      personId,
      from: { kind: 'boardingPoint', id: from },
      to: { kind: 'boardingPoint', id: to },
      requested: { kind: 'departAfter', second },
    }),
    SYSTEM_ACTOR,
  );
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
}

const scheduleOf = async (valley: Valley) => (await readValley(valley)).schedules[0]!;

async function report(valley: Valley, second: number, what: Record<string, string>): Promise<void> {
  valley.clock.moveTo(momentOf(VALLEY_DAY, second));
  const { shiftId } = await scheduleOf(valley);
  const head = { id: `report at ${second}`, shiftId, deviceTime: valley.clock.now() };
  const taken = await valley.operations.report({ ...head, ...what } as StreetReport, SYSTEM_ACTOR);
  if (!taken.ok) throw new Error(taken.reason.code);
}

it('a bus driver leaves a stop at once and comes to the next pickup hours later, in time: the rider is not kept for a rest', async () => {
  const valley = await openValley({ people: valleyPeople(2), category: 'areaTransport' });
  await book(valley, 'person-1', 'A', 'C', 8 * HOUR);
  await book(valley, 'person-2', 'F', 'C', 12 * HOUR);
  const [a, c, f] = (await scheduleOf(valley)).stops;
  await report(valley, 8 * HOUR, { type: 'arrive', stopId: a!.id });
  await report(valley, 8 * HOUR + 30, { type: 'board', rideId: a!.pickups[0]! });
  await report(valley, 8 * HOUR + 60, { type: 'depart', stopId: a!.id });
  await report(valley, 8 * HOUR + 660, { type: 'arrive', stopId: c!.id });
  await report(valley, 8 * HOUR + 690, { type: 'alight', rideId: a!.pickups[0]! });
  await report(valley, 8 * HOUR + 720, { type: 'depart', stopId: c!.id });
  await report(valley, 12 * HOUR - 300, { type: 'arrive', stopId: f!.id });
  const schedule = await scheduleOf(valley);
  const { departure } = schedule.stops.find(({ id }) => id === f!.id)!;
  expect(departure).toBe(12 * HOUR + 60);
  expect(hoursAtWheel(LIMIT, schedule).longestSeconds).toBeLessThan(HOUR);
  expect(valley.violations).toEqual([]);
});
