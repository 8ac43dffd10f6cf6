import { describe, expect, it } from 'vitest';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { forecastCapacity, untilEnded } from '../../../backend/reporting/index.ts';
import { sampleRide, sampleShift, sampleVehicle } from '../../support/sampleRows.ts';

const TEN = 10 * 3600;
const vehicles = new Map([['vehicle-1', sampleVehicle({ configurations: [[5, 1, 0]] })]]);
const shift = sampleShift({ start: 9.5 * 3600, end: 12 * 3600 });
const alone = { ...sampleRide().party, companions: 0, needs: [] };

/** A schedule on which nothing is planned. */
const EMPTY = {
  day: shift.day,
  version: 1,
  departure: shift.start,
  finish: shift.start,
  drivingSeconds: 0,
  drivingMetres: 0,
  stops: [],
};

/** A ride that is aboard from one second to another. */
function aboard(id: string, from: number, to: number, given: Partial<Ride> = {}): Ride {
  const promise = { pickup: { earliest: from, latest: from }, dropoff: { earliest: from, latest: to } };
  return sampleRide({ id, status: 'assigned', party: alone, promise, ...given });
}

function expectedAt(id: string, expectedSecond: number, given: Partial<Ride> = {}): Ride {
  const willCall = { expectedSecond, readyAt: null, readyBy: null };
  return sampleRide({ id, status: 'willCall', promise: null, party: alone, willCall, ...given });
}

const forecast = (rides: readonly Ride[]) => forecastCapacity({ shifts: [shift], vehicles, rides });

describe('the forecast of capacity', () => {
  it('no shifts: no hours; a shift: its hours, with places only where it is on duty all the hour', () => {
    expect(forecastCapacity({ shifts: [], vehicles, rides: [] })).toEqual([]);
    expect(forecast([]).map(({ from, vehicles: count, places }) => [from / 3600, count, places])).toEqual([
      [9, 0, [0, 0, 0]],
      [10, 1, [5, 1, 0]],
      [11, 1, [5, 1, 0]],
    ]);
  });

  it('two aboard one after the other: one place; at the same time: two', () => {
    const after = [aboard('a', TEN, TEN + 600), aboard('b', TEN + 600, TEN + 1200)];
    expect(forecast(after)[1]!.booked).toEqual([1, 0, 0]);
    const together = [aboard('a', TEN, TEN + 600), aboard('b', TEN + 599, TEN + 1200)];
    expect(forecast(together)[1]!.booked).toEqual([2, 0, 0]);
  });

  it('a way home on call: its places are held from the expected hour on, and told apart from what is booked', () => {
    const chair = { ...alone, needs: ['wheelchair'] as const };
    const rides = [
      aboard('a', TEN + 600, TEN + 1200),
      expectedAt('b', TEN + 900, { party: { ...chair, companions: 1 } }),
    ];
    expect(forecast(rides)[1]).toMatchObject({
      booked: [1, 0, 0],
      withWillCalls: [2, 1, 0],
      expectedCalls: 1,
    });
    expect(forecast(rides)[2]).toMatchObject({ withWillCalls: [0, 0, 0], expectedCalls: 0 });
  });

  it('across the hour: counted in both; cancelled, denied and ended: in none', () => {
    const late = expectedAt('b', TEN + 3000);
    expect(forecast([late]).map(({ withWillCalls }) => withWillCalls[0])).toEqual([0, 1, 1]);
    const gone = [
      aboard('a', TEN, TEN + 600, { status: 'cancelled' }),
      expectedAt('b', TEN, { status: 'lapsed' }),
    ];
    expect(forecast(gone)[1]).toMatchObject({ booked: [0, 0, 0], withWillCalls: [0, 0, 0] });
  });

  it('a driver who has gone home holds no places after it; one whose shift is over by its hours is not longer for it', () => {
    const schedule = { shiftId: shift.id, ...EMPTY, ended: TEN + 1800 };
    const shifts = untilEnded([shift], [schedule]);
    expect(forecastCapacity({ shifts, vehicles, rides: [] }).map(({ vehicles: count }) => count)).toEqual([
      0, 0,
    ]);
    expect(untilEnded([shift], [{ ...schedule, ended: 13 * 3600 }])[0]!.end).toBe(shift.end);
  });
});
