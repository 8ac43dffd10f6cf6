import { beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { takeBackArrival } from '../../../backend/operations/takeBackArrival.ts';
import { reportAt, scheduleOf, stopAt, stopWords, tapAt } from '../../support/drivenValley.ts';
import { bookValley, storedRide } from '../../support/handMoves.ts';
import { sampleSchedule, sampleShift } from '../../support/sampleRows.ts';
import { sampleStop } from '../../support/sampleStop.ts';
import { openValley, VALLEY_DAY, type Valley, valleyPeople } from '../../support/smallValley.ts';

const HOUR = 3600;
const MINUTE = 60;

describe('a driver takes back having come', () => {
  let valley: Valley;
  let first: Ride;
  let second: Ride;
  /** Takes back having come to the stop at a place, at a second of the day. */
  const takeBack = async (at: number, place: string) => {
    const stopId = (await stopAt(valley, place)).id;
    const { shiftId } = await scheduleOf(valley);
    await reportAt(valley, at, { type: 'takeBackArrival', shiftId, stopId });
  };
  beforeEach(async () => {
    valley = await openValley({ people: valleyPeople(3) });
    first = await bookValley(valley, { person: 1, from: 'B', to: 'D', second: 9 * HOUR });
    second = await bookValley(valley, { person: 2, from: 'C', to: 'E', second: 9 * HOUR + 5 * MINUTE });
  });

  it('tapped an hour early: the stop is ahead again, its rider awaited, and the log has both', async () => {
    const planned = await scheduleOf(valley);
    await tapAt(valley, 8 * HOUR, { type: 'arrive', at: 'B' });
    expect((await storedRide(valley, first.id)).status).toBe('vehicleArrived');
    await takeBack(8 * HOUR + MINUTE, 'B');
    expect((await storedRide(valley, first.id)).status).toBe('assigned');
    const stops = (await scheduleOf(valley)).stops;
    expect(stops.map(({ id, state, performedArrival }) => [id, state, performedArrival])).toEqual(
      planned.stops.map(({ id }) => [id, 'planned', null]),
    );
    const events = await valley.store.read(SYSTEM_SCOPE, (tables) => tables.events.listByDay(VALLEY_DAY));
    const told = events.map(({ body }) => body.type);
    for (const type of ['StopArrived', 'VehicleArrived', 'ArrivalTakenBack', 'ArrivalWithdrawn'] as const)
      expect(told).toContain(type);
    // and comes for good
    await tapAt(valley, 9 * HOUR, { type: 'arrive', at: 'B' });
    await tapAt(valley, 9 * HOUR, { type: 'board', rideId: first.id });
    expect((await storedRide(valley, first.id)).status).toBe('onBoard');
    expect(valley.violations).toEqual([]);
  });

  it('tapped for the stop after the one where it stands: that one is open again', async () => {
    await tapAt(valley, 9 * HOUR, { type: 'arrive', at: 'B' });
    await tapAt(valley, 9 * HOUR, { type: 'board', rideId: first.id });
    await tapAt(valley, 9 * HOUR + 30, { type: 'arrive', at: 'C' });
    expect((await stopWords(valley)).slice(0, 2)).toEqual(['B+ departed', 'C+ arrived']);
    await takeBack(9 * HOUR + 40, 'C');
    expect((await stopWords(valley)).slice(0, 2)).toEqual(['B+ arrived', 'C+ planned']);
    expect((await storedRide(valley, second.id)).status).toBe('assigned');
    await tapAt(valley, 9 * HOUR + MINUTE, { type: 'depart', at: 'B' });
    expect((await stopWords(valley)).slice(0, 2)).toEqual(['B+ departed', 'C+ planned']);
  });

  it('somebody has got in, or nobody has come yet, or it was left: refused', async () => {
    await expect(takeBack(8 * HOUR, 'B')).rejects.toThrow('commandOutOfOrder');
    await tapAt(valley, 9 * HOUR, { type: 'arrive', at: 'B' });
    await tapAt(valley, 9 * HOUR, { type: 'board', rideId: first.id });
    await expect(takeBack(9 * HOUR + 10, 'B')).rejects.toThrow('commandOutOfOrder');
    const { id } = await stopAt(valley, 'B');
    await tapAt(valley, 9 * HOUR + MINUTE, { type: 'depart', at: 'B' });
    const { shiftId } = await scheduleOf(valley);
    const late = { type: 'takeBackArrival', shiftId, stopId: id };
    await expect(reportAt(valley, 9 * HOUR + 70, late)).rejects.toThrow('commandOutOfOrder');
  });

  it('tapped after the promise was over: it is not given back, for the vehicle is not there; told is when it comes, by one call', async () => {
    const { latest } = first.promise!.pickup;
    await tapAt(valley, latest + 5 * MINUTE, { type: 'arrive', at: 'B' });
    expect((await storedRide(valley, first.id)).revisedPromise?.pickup.latest).toBe(latest + 5 * MINUTE);
    await takeBack(latest + 6 * MINUTE, 'B');
    const { revisedPromise, scheduled } = await storedRide(valley, first.id);
    expect(scheduled.pickup).toBeGreaterThanOrEqual(latest + 6 * MINUTE);
    // With the room of every time that is told anew, where the arrival itself left none.
    expect(revisedPromise!.pickup.latest).toBeGreaterThanOrEqual(scheduled.pickup! + 10 * MINUTE);
    const calls = await valley.store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listByRide(first.id));
    expect(calls.map(({ reason, state }) => `${reason} ${state}`)).toEqual(['promiseBroken open']);
  });
});

describe('the break before an arrival that is taken back, closed by it', () => {
  const come = 38_000;
  /** What becomes of a break that was planned until a second. */
  const breakAfter = (until: number) => {
    const rest = sampleStop({ id: 'break-0', kind: 'break', start: 36_000, departure: until });
    const closed = {
      ...rest,
      state: 'departed',
      performedArrival: 36_000,
      performedDeparture: come,
    } as const;
    const stop = sampleStop({ id: 'stop', pickups: ['r'], state: 'arrived', performedArrival: come });
    const schedule = sampleSchedule({ stops: [closed, stop] });
    const taken = takeBackArrival({ shift: sampleShift(), schedule, rides: new Map() }, 'stop', come + 60);
    return taken.ok ? taken.value.stops[0]!.state : taken.reason.code;
  };

  it('it would have gone on: it is still to be taken; it was over by then: taken it stays', () => {
    expect(breakAfter(come + 1)).toBe('planned');
    expect(breakAfter(come - 1)).toBe('departed');
  });
});
