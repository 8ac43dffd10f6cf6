import { describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

async function book(
  valley: Valley,
  personId: string,
  from: string,
  to: string,
  second: number,
): Promise<Ride> {
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
  const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

const NINE = 9 * 3600;

describe('stops of a shift', () => {
  it('two parties from one place at one time: one stop for both', async () => {
    const valley = await openValley({ people: valleyPeople(2) });
    const one = await book(valley, 'person-1', 'B', 'D', NINE);
    const two = await book(valley, 'person-2', 'B', 'E', NINE);
    const { schedules } = await readValley(valley);
    const shown = schedules[0]!.stops.map((stop) => [
      stop.place?.id,
      stop.pickups.length,
      stop.dropoffs.length,
    ]);
    expect(shown).toEqual([
      ['B', 2, 0],
      ['D', 0, 1],
      ['E', 0, 1],
    ]);
    expect([...schedules[0]!.stops[0]!.pickups].sort()).toEqual([one.id, two.id].sort());
    // two aboard, then one, then none
    expect(schedules[0]!.stops.map((stop) => stop.loadAfter[0])).toEqual([2, 1, 0]);
  });

  it('out at ten past nine, home again an hour later: the vehicle may wait there, but it makes two stops', async () => {
    const valley = await openValley();
    await book(valley, 'person-1', 'A', 'C', NINE);
    await book(valley, 'person-1', 'C', 'A', NINE + 4500);
    const { schedules } = await readValley(valley);
    expect(schedules[0]!.stops.map((stop) => stop.place?.id)).toEqual(['A', 'C', 'C', 'A']);
  });

  it('a booking that joins a stop: the stop keeps its id, so that a device’s tap still means it', async () => {
    const valley = await openValley({ people: valleyPeople(2) });
    await book(valley, 'person-1', 'B', 'D', NINE);
    const before = (await readValley(valley)).schedules[0]!.stops.map((stop) => stop.id);
    await book(valley, 'person-2', 'B', 'D', NINE);
    expect((await readValley(valley)).schedules[0]!.stops.map((stop) => stop.id)).toEqual(before);
  });

  it('overdue, and another rider cancels: timed anew from now on, and when the vehicle was to be there stays known until it reports', async () => {
    const valley = await openValley({ people: valleyPeople(2) });
    await book(valley, 'person-1', 'B', 'D', NINE);
    const later = await book(valley, 'person-2', 'D', 'B', NINE + 7200);
    const first = async () => (await readValley(valley)).schedules[0]!.stops[0]!;
    const due = (await first()).start;
    valley.clock.moveTo(momentOf(VALLEY_DAY, due + 1200));
    await valley.booking.cancel(later.id, 'riderAsked', SYSTEM_ACTOR);
    const { id, start, expected } = await first();
    expect([start >= due + 1200, expected]).toEqual([true, due]);
    const deviceTime = valley.clock.now();
    const { shiftId } = (await readValley(valley)).schedules[0]!;
    await valley.operations.report(
      { id: 'r', shiftId, deviceTime, type: 'arrive', stopId: id },
      SYSTEM_ACTOR,
    );
    expect((await readValley(valley)).schedules[0]!.stops.map((stop) => stop.expected)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
