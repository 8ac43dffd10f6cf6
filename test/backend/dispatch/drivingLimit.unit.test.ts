import { describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { ProviderCategory } from '../../../backend/domain/fleet/fleet.ts';
import { standingPromise } from '../../../backend/domain/ride/ride.ts';
import type { ShiftSchedule } from '../../../backend/domain/schedule/shiftSchedule.ts';
import { improverHere } from '../../../backend/main/improver/improverHere.ts';
import { ChangingMatrix } from '../../support/changingMatrix.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  type ValleyGiven,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';
import { STRAIGHT_ROADS } from '../../support/straightRoads.ts';

const MINUTE = 60;
/** Four hours by law, less the quarter of an hour that plans keep back. */
const PLANNED_LIMIT = 225 * MINUTE;

/** Eight riders, one after the other, from A to F and the vehicle back for the next: 50 min of driving each. */
async function driveAllDay(
  category: ProviderCategory,
  matrix = new ChangingMatrix(),
  given: ValleyGiven = {},
): Promise<Valley> {
  const valley = await openValley({ people: valleyPeople(8), category, matrix, ...given });
  for (let i = 0; i < 8; i++) {
    const asked = await valley.booking.request(
      valleyRequest({
        personId: `person-${i + 1}`,
        from: { kind: 'boardingPoint', id: 'A' },
        to: { kind: 'boardingPoint', id: 'F' },
        // A minute at each door on top of the driving: no wait of ten minutes in between
        requested: { kind: 'departAfter', second: 8 * 3600 + i * 53 * MINUTE },
      }),
      SYSTEM_ACTOR,
    );
    if (!asked.ok) continue;
    const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
    expect(booked.ok).toBe(true);
  }
  return valley;
}

/** Seconds driven without half an hour of rest in parts of ten minutes, the longest of the day. */
function longestDrive({ departure, finish, stops }: ShiftSchedule): number {
  let [driven, rested, longest, left] = [0, 0, 0, departure];
  const rest = (seconds: number) => {
    if (seconds < 10 * MINUTE) return;
    rested += seconds;
    if (rested >= 30 * MINUTE) [driven, rested] = [0, 0];
  };
  for (const stop of stops) {
    driven += stop.arrival - left;
    longest = Math.max(longest, driven);
    rest(stop.start - stop.arrival);
    rest(stop.departure - stop.start - MINUTE);
    left = stop.departure;
  }
  return Math.max(longest, driven + finish - (stops.at(-1)?.departure ?? finish));
}

describe('hours at the wheel', () => {
  it('a bus driver asked for all day: rests within the hours that plans allow', async () => {
    const valley = await driveAllDay('areaTransport');
    const { schedules, rides } = await readValley(valley);
    expect(rides.size).toBeGreaterThanOrEqual(7);
    expect(longestDrive(schedules[0]!)).toBeLessThanOrEqual(PLANNED_LIMIT);
    expect(valley.violations).toEqual([]);
  });

  it('a taxi driver asked for the same: drives on', async () => {
    const { schedules } = await readValley(await driveAllDay('taxi'));
    expect(longestDrive(schedules[0]!)).toBeGreaterThan(PLANNED_LIMIT);
  });

  it('the street leaves no time to rest: the driver rests all the same, and who waits for it is told and called', async () => {
    const matrix = new ChangingMatrix();
    const valley = await driveAllDay('areaTransport', matrix);
    matrix.slowDown(1.6);
    const told = await valley.dispatch.replanForRoads(VALLEY_DAY, () => STRAIGHT_ROADS, SYSTEM_ACTOR);
    expect(told.callRideIds.length).toBeGreaterThan(0);
    const { schedules, rides } = await readValley(valley);
    expect(longestDrive(schedules[0]!)).toBeLessThanOrEqual(240 * MINUTE);
    expect(valley.violations).toEqual([]);
    for (const ride of rides.values()) {
      expect(ride.scheduled.pickup).toBeLessThanOrEqual(standingPromise(ride)!.pickup.latest);
      expect(ride.scheduled.dropoff).toBeLessThanOrEqual(standingPromise(ride)!.dropoff.latest);
    }
  });

  it('roads a little slower, the reserve used up, nobody late: no ride is taken off the vehicle', async () => {
    const matrix = new ChangingMatrix();
    const valley = await driveAllDay('areaTransport', matrix, { improver: improverHere });
    const before = await readValley(valley);
    matrix.slowDown(1.04);
    const told = await valley.dispatch.replanForRoads(VALLEY_DAY, () => STRAIGHT_ROADS, SYSTEM_ACTOR);
    expect(told.callRideIds).toEqual([]);
    const after = await readValley(valley);
    for (const [id, ride] of before.rides) expect(after.rides.get(id)!.status).toBe(ride.status);
    expect(longestDrive(after.schedules[0]!)).toBeGreaterThan(PLANNED_LIMIT);
  });
});
