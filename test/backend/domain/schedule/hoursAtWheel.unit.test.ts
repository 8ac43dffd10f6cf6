import { describe, expect, it } from 'vitest';
import { drivenSoFar, hoursAtWheel } from '../../../../backend/domain/schedule/hoursAtWheel.ts';
import type { ScheduledStop, ShiftSchedule } from '../../../../backend/domain/schedule/shiftSchedule.ts';

const MINUTE = 60;
const LIMIT = { maxDrivingSeconds: 240 * MINUTE, restSeconds: 30 * MINUTE, minPartSeconds: 10 * MINUTE };

type Times = Partial<Record<'arrival' | 'start' | 'end' | 'departure' | 'came' | 'left', number>>;

/** A stop by minutes of the day; served for a minute, and left at once, unless stated otherwise. */
function stop(id: string, given: Times & { readonly kind?: 'stop' | 'break' }): ScheduledStop {
  const arrival = given.arrival ?? 0;
  const start = given.start ?? arrival;
  const end = given.end ?? start + 1;
  const { came, left } = given;
  return {
    id,
    kind: given.kind ?? 'stop',
    place: null,
    arrival: arrival * MINUTE,
    start: start * MINUTE,
    end: end * MINUTE,
    departure: (given.departure ?? end) * MINUTE,
    pickups: [`ride at ${id}`],
    dropoffs: [],
    loadAfter: [0, 0, 0],
    slackSeconds: 0,
    state: left === undefined ? (came === undefined ? 'planned' : 'arrived') : 'departed',
    performedArrival: came === undefined ? null : came * MINUTE,
    performedDeparture: left === undefined ? null : left * MINUTE,
  };
}

function shift(stops: readonly ScheduledStop[], finish: number): ShiftSchedule {
  return {
    shiftId: 'shift-1',
    day: '2026-06-10',
    version: 1,
    departure: 0,
    finish: finish * MINUTE,
    drivingSeconds: 0,
    drivingMetres: 0,
    stops,
  };
}

const atWheel = (schedule: ShiftSchedule) =>
  hoursAtWheel(LIMIT, schedule).stops.map(({ drivingSeconds }) => drivingSeconds / MINUTE);

describe('hours at the wheel', () => {
  it('three rests of ten minutes, before and after the service: the count starts again', () => {
    const schedule = shift(
      [
        stop('a', { arrival: 60, start: 70 }),
        stop('b', { arrival: 131, departure: 142 }),
        stop('c', { arrival: 202, departure: 213 }),
        stop('d', { arrival: 273 }),
      ],
      300,
    );
    expect(atWheel(schedule)).toEqual([60, 120, 180, 60]);
    const { stops, longestSeconds, drivingAtFinish } = hoursAtWheel(LIMIT, schedule);
    expect(stops[0]!.rests).toEqual([
      { from: 60 * MINUTE, until: 70 * MINUTE, drivingSeconds: 60 * MINUTE, isOwed: true },
    ]);
    expect(stops[1]!.rests).toMatchObject([{ from: 132 * MINUTE, until: 142 * MINUTE }]);
    expect(longestSeconds).toBe(180 * MINUTE);
    expect(drivingAtFinish).toBe(86 * MINUTE);
  });

  it('nine minutes and the time in which people get in: no rest', () => {
    const schedule = shift(
      [stop('a', { arrival: 60, start: 69, end: 80, departure: 89 }), stop('b', { arrival: 149 })],
      209,
    );
    expect(atWheel(schedule)).toEqual([60, 120]);
    expect(hoursAtWheel(LIMIT, schedule).stops.flatMap(({ rests }) => rests)).toEqual([]);
  });

  it('driven more slowly than planned: counted as it was driven, and a rest as it was left', () => {
    const schedule = shift(
      [
        stop('a', { arrival: 60, came: 60, left: 61 }),
        stop('b', { arrival: 121, start: 131, came: 128, left: 132 }),
        stop('c', { arrival: 192 }),
      ],
      200,
    );
    expect(atWheel(schedule)).toEqual([60, 127, 187]);
  });

  it('on leaving tapped only shortly before the next stop: the vehicle was driving all the same', () => {
    const schedule = shift(
      [stop('a', { arrival: 60, came: 60, left: 120 }), stop('b', { arrival: 121, came: 121 })],
      180,
    );
    // 48 of the 60 minutes at least, so that 12 of rest are left.
    expect(atWheel(schedule)).toEqual([60, 108]);
    expect(hoursAtWheel(LIMIT, schedule).stops[0]!.rests).toMatchObject([
      { from: 61 * MINUTE, until: 73 * MINUTE },
    ]);
  });

  it('left hours before the next pickup, and there in time for it: driven for twice the way at most, rested for the rest', () => {
    const schedule = shift(
      [
        stop('a', { arrival: 60, came: 60, left: 61 }),
        stop('b', { arrival: 76, start: 290, end: 291, came: 285 }),
        stop('c', { arrival: 306 }),
      ],
      320,
    );
    expect(atWheel(schedule)).toEqual([60, 90, 15]);
    expect(hoursAtWheel(LIMIT, schedule).stops[1]!.rests).toMatchObject([
      { from: 91 * MINUTE, until: 290 * MINUTE },
    ]);
  });

  it('left hours before and there a minute late: no more than three quarters of an hour longer than the way', () => {
    const schedule = shift(
      [
        stop('a', { arrival: 60, came: 60, left: 61 }),
        stop('b', { arrival: 76, start: 291, end: 292, came: 291 }),
        stop('c', { arrival: 307 }),
      ],
      320,
    );
    expect(atWheel(schedule)).toEqual([60, 120, 15]);
  });

  it('half an hour late on a way on which no wait was planned: all of it was driven', () => {
    const schedule = shift(
      [stop('a', { arrival: 60, came: 60, left: 61 }), stop('b', { arrival: 76, start: 106, came: 106 })],
      120,
    );
    expect(atWheel(schedule)).toEqual([60, 105]);
    expect(hoursAtWheel(LIMIT, schedule).stops.flatMap(({ rests }) => rests)).toEqual([]);
  });

  it('left hours before for a place where it then only stood: twice the way at most, however late the tap on coming', () => {
    const only = { ...stop('b', { arrival: 80, start: 200, came: 200 }), pickups: [] };
    const schedule = shift([stop('a', { arrival: 60, came: 60, left: 61 }), only], 260);
    // 19 min to b as planned; said to be there after 139 min, of which the plan had 120 for standing: twice 19
    expect(atWheel(schedule)).toEqual([60, 98]);
  });

  it('left for a break where the vehicle stands, an hour before it begins: nothing was driven', () => {
    const schedule = shift(
      [
        stop('a', { arrival: 60, came: 60, left: 61 }),
        stop('break-0', { kind: 'break', arrival: 61, start: 120, end: 165, came: 118 }),
      ],
      180,
    );
    expect(atWheel(schedule)).toEqual([60, 60]);
  });

  it('a break that nobody reported: it lasted as long as the vehicle stood', () => {
    const schedule = shift(
      [
        stop('a', { arrival: 60, start: 64, came: 60, left: 65 }),
        stop('break-0', { kind: 'break', arrival: 61, start: 61, end: 106, came: 61, left: 160 }),
        stop('b', { arrival: 166, came: 160 }),
      ],
      200,
    );
    expect(hoursAtWheel(LIMIT, schedule).stops[1]!.rests).toMatchObject([
      { from: 65 * MINUTE, until: 100 * MINUTE },
    ]);
    expect(atWheel(schedule)).toEqual([60, 60, 60]);
  });

  it('at a stop: a stay to come does not count yet; left: what came of it does, and the vehicle is under way', () => {
    const standing = shift([stop('a', { arrival: 60, departure: 91, came: 60 })], 120);
    expect(drivenSoFar(LIMIT, standing, 1)).toEqual({
      drivingSeconds: 60 * MINUTE,
      restedSeconds: 0,
      isUnderWay: false,
    });
    const left = shift([stop('a', { arrival: 60, departure: 91, came: 60, left: 76 })], 120);
    expect(drivenSoFar(LIMIT, left, 1)).toEqual({
      drivingSeconds: 60 * MINUTE,
      restedSeconds: 15 * MINUTE,
      isUnderWay: true,
    });
  });

  it('stands free at the next stop, or in the depot: the way there counts, the wait there does not yet', () => {
    const schedule = shift(
      [stop('a', { arrival: 60, came: 60, left: 61, departure: 61 }), stop('b', { arrival: 81, start: 200 })],
      260,
    );
    const stood = { drivingSeconds: 80 * MINUTE, restedSeconds: 0, isUnderWay: false };
    expect(drivenSoFar(LIMIT, schedule, 1, true)).toEqual(stood);
    // home 40 min after leaving a
    const home = shift([stop('a', { arrival: 60, came: 60, left: 61, departure: 61 })], 101);
    expect(drivenSoFar(LIMIT, home, 1, true)).toEqual({ ...stood, drivingSeconds: 100 * MINUTE });
  });

  it('left a stop for a break at the same place: not under way', () => {
    const schedule = shift(
      [
        stop('a', { arrival: 60, came: 60, left: 61 }),
        stop('break-0', { kind: 'break', arrival: 61, end: 121, departure: 121 }),
      ],
      180,
    );
    expect(drivenSoFar(LIMIT, schedule, 1)).toEqual({
      drivingSeconds: 60 * MINUTE,
      restedSeconds: 0,
      isUnderWay: false,
    });
  });
});
