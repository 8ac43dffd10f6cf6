import { beforeEach, describe, expect, it } from 'vitest';
import { findStand } from '../../../backend/dispatch/stand.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { dutyRulesOf } from '../../../backend/domain/fleet/dutyRules.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { hoursAtWheel } from '../../../backend/domain/schedule/hoursAtWheel.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { reportAt, scheduleOf, stopAt, stopWords, tapAt } from '../../support/drivenValley.ts';
import { bookValley } from '../../support/handMoves.ts';
import { SAMPLE_DEPOT, sampleSchedule } from '../../support/sampleRows.ts';
import { sampleStop } from '../../support/sampleStop.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

const HOUR = 3600;
const MINUTE = 60;
const LIMIT = dutyRulesOf('areaTransport', 11 * HOUR).drivingLimit!;

/** From A to B at eight, and another from E at eleven; A to E are 5 min from each to the next. */
async function openWaiting(): Promise<{ valley: Valley; first: Ride; late: Ride }> {
  const valley = await openValley({ people: valleyPeople(4), category: 'areaTransport' });
  const first = await bookValley(valley, { person: 1, from: 'A', to: 'B', second: 8 * HOUR });
  const late = await bookValley(valley, { person: 2, from: 'E', to: 'F', second: 11 * HOUR });
  return { valley, first, late };
}

/** Everybody out at B at 8:07, and the driver leaves for E at 8:10: there at 8:25. */
async function leaveForE(valley: Valley, first: Ride): Promise<void> {
  await tapAt(valley, 8 * HOUR, { type: 'arrive', at: 'A' });
  await tapAt(valley, 8 * HOUR + 30, { type: 'board', rideId: first.id });
  await tapAt(valley, 8 * HOUR + 60, { type: 'depart', at: 'A' });
  await tapAt(valley, 8 * HOUR + 6 * MINUTE, { type: 'arrive', at: 'B' });
  await tapAt(valley, 8 * HOUR + 7 * MINUTE, { type: 'alight', rideId: first.id });
  await tapAt(valley, 8 * HOUR + 10 * MINUTE, { type: 'depart', at: 'B' });
}

async function scheduledOf(valley: Valley, { id }: Ride): Promise<Ride['scheduled']> {
  return (await readValley(valley)).rides.get(id)!.scheduled;
}

async function statusOf(valley: Valley, { id }: Ride): Promise<Ride['status']> {
  return (await readValley(valley)).rides.get(id)!.status;
}

describe('a driver who leaves for a pickup hours away', () => {
  let valley: Valley;
  let first: Ride;
  let late: Ride;
  beforeEach(async () => {
    ({ valley, first, late } = await openWaiting());
    await leaveForE(valley, first);
  });

  it('the vehicle is reckoned to be there a quarter of an hour later, and keeps that arrival', async () => {
    // left at 8:10, 15 min to E
    expect(await stopAt(valley, 'E')).toMatchObject({ arrival: 8 * HOUR + 25 * MINUTE, start: 11 * HOUR });
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9 * HOUR));
    const later = await bookValley(valley, { person: 3, from: 'F', to: 'A', second: 12 * HOUR });
    expect(await stopAt(valley, 'E')).toMatchObject({ arrival: 8 * HOUR + 25 * MINUTE, start: 11 * HOUR });
    await valley.booking.cancel(later.id, 'riderAsked', SYSTEM_ACTOR);
    expect(await stopAt(valley, 'E')).toMatchObject({ arrival: 8 * HOUR + 25 * MINUTE, start: 11 * HOUR });
    expect(valley.violations).toEqual([]);
  });

  it('a ride in between: fetched first, from where the vehicle stands, and the later one as promised', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR + 30 * MINUTE));
    const between = await bookValley(valley, { person: 3, from: 'D', to: 'C', second: 9 * HOUR });
    expect(between.status).toBe('assigned');
    expect(await stopWords(valley)).toEqual([
      'A+ departed',
      'B- departed',
      'E departed',
      'D+ planned',
      'C- planned',
      'E+ planned',
      'F- planned',
    ]);
    expect((await scheduledOf(valley, late)).pickup).toBe(11 * HOUR);
    const stops = (await scheduleOf(valley)).stops;
    // stands from 8:25 until it has to leave: D is 5 min away
    expect(stops[2]).toMatchObject({ arrival: 8 * HOUR + 25 * MINUTE, departure: 8 * HOUR + 55 * MINUTE });
    expect(stops[3]).toMatchObject({ arrival: 9 * HOUR, start: 9 * HOUR });
    expect(valley.violations).toEqual([]);
  });

  it('while still on the way: no sooner than a vehicle that goes there first could come', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR + 12 * MINUTE));
    const between = await bookValley(valley, {
      person: 3,
      from: 'A',
      to: 'C',
      second: 8 * HOUR + 43 * MINUTE,
    });
    // 8:25 at E, 20 min back to A; two minutes more would be enough for who turns round at once
    expect((await scheduledOf(valley, between)).pickup).toBeGreaterThanOrEqual(8 * HOUR + 45 * MINUTE);
    expect((await scheduledOf(valley, late)).pickup).toBe(11 * HOUR);
    expect(valley.violations).toEqual([]);
  });

  it('less than ten minutes before the pickup the vehicle stays, longer before it may go', async () => {
    const stands = async (second: number) => {
      const { rides } = await readValley(valley);
      return findStand(await scheduleOf(valley), undefined, rides, second, 0)?.since;
    };
    expect(await stands(10 * HOUR + 50 * MINUTE)).toBe(8 * HOUR + 25 * MINUTE);
    expect(await stands(10 * HOUR + 51 * MINUTE)).toBeUndefined();
  });

  it('the way there counts as driven, the hours there as rest', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR + 30 * MINUTE));
    await bookValley(valley, { person: 3, from: 'D', to: 'C', second: 10 * HOUR });
    const hours = hoursAtWheel(LIMIT, await scheduleOf(valley));
    // A to B 5 min, to E 15 min: 20 min when there; an hour and a half there, and D is 5 min away
    expect(hours.stops.map(({ drivingSeconds }) => drivingSeconds / MINUTE).slice(0, 4)).toEqual([
      0, 5, 20, 5,
    ]);
    expect(hours.stops[2]!.rests).toMatchObject([
      { from: 8 * HOUR + 25 * MINUTE, until: 9 * HOUR + 55 * MINUTE },
    ]);
  });

  it('somebody who gets in where it stands: the doors open for the whole dwell', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR + 30 * MINUTE));
    await bookValley(valley, { person: 3, from: 'E', to: 'D', second: 9 * HOUR + 30 * MINUTE });
    const { start, end } = await stopAt(valley, 'E');
    // a minute for who opens them; whoever joins others takes 20 s
    expect(end! - start).toBe(MINUTE);
  });

  it('turns round before it gets there, and is at the other stop sooner: it never stood where it was reckoned', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR + 11 * MINUTE));
    await bookValley(valley, { person: 3, from: 'B', to: 'C', second: 9 * HOUR });
    await tapAt(valley, 8 * HOUR + 14 * MINUTE, { type: 'arrive', at: 'B' });
    expect((await stopWords(valley)).slice(1, 4)).toEqual(['B- departed', 'B+ arrived', 'C- planned']);
    // 5 min to B at first, and 4 min away and back
    const hours = hoursAtWheel(LIMIT, await scheduleOf(valley));
    expect(hours.stops[2]!.drivingSeconds).toBe(9 * MINUTE);
  });

  it('whoever was to be fetched there cancels: the vehicle is where it went', async () => {
    const later = await bookValley(valley, { person: 3, from: 'F', to: 'D', second: 12 * HOUR });
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9 * HOUR));
    await valley.booking.cancel(late.id, 'riderAsked', SYSTEM_ACTOR);
    expect((await stopWords(valley)).slice(1)).toEqual([
      'B- departed',
      'E departed',
      'F+ planned',
      'D- planned',
    ]);
    // F is 5 min away from there
    expect((await scheduleOf(valley)).stops[2]!.departure).toBe(11 * HOUR + 55 * MINUTE);
    expect((await scheduledOf(valley, later)).pickup).toBe(12 * HOUR);
    expect(valley.violations).toEqual([]);
  });

  it('taps on coming there before they have read that somebody else is first: they stand there', async () => {
    const { id, shiftId } = {
      id: (await stopAt(valley, 'E')).id,
      shiftId: (await scheduleOf(valley)).shiftId,
    };
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR + 20 * MINUTE));
    await bookValley(valley, { person: 3, from: 'D', to: 'C', second: 9 * HOUR + 30 * MINUTE });
    await reportAt(valley, 8 * HOUR + 28 * MINUTE, { type: 'arrive', shiftId, stopId: id });
    expect((await stopWords(valley)).slice(2, 4)).toEqual(['E arrived', 'D+ planned']);
    expect((await scheduleOf(valley)).stops[2]!.performedArrival).toBe(8 * HOUR + 28 * MINUTE);
    await tapAt(valley, 9 * HOUR + 20 * MINUTE, { type: 'depart', at: 'E' });
    await tapAt(valley, 9 * HOUR + 26 * MINUTE, { type: 'arrive', at: 'D' });
    expect(await statusOf(valley, late)).toBe('assigned');
  });
});

describe('a driver who has tapped on coming to a pickup hours away', () => {
  let valley: Valley;
  let first: Ride;
  let late: Ride;
  beforeEach(async () => {
    ({ valley, first, late } = await openWaiting());
    await leaveForE(valley, first);
    await tapAt(valley, 8 * HOUR + 24 * MINUTE, { type: 'arrive', at: 'E' });
  });

  it('a ride in between: the stop stays as told, the pickup gets one of its own, and the rider is awaited again', async () => {
    expect(await statusOf(valley, late)).toBe('vehicleArrived');
    const told = await stopAt(valley, 'E');
    await bookValley(valley, { person: 3, from: 'D', to: 'C', second: 9 * HOUR });
    expect((await stopWords(valley)).slice(2)).toEqual([
      'E arrived',
      'D+ planned',
      'C- planned',
      'E+ planned',
      'F- planned',
    ]);
    const stops = (await scheduleOf(valley)).stops;
    expect(stops[2]!.id).toBe(told.id);
    expect(stops[5]!.id).not.toBe(told.id);
    expect(await statusOf(valley, late)).toBe('assigned');
    expect((await scheduledOf(valley, late)).pickup).toBe(11 * HOUR);
    expect((await readValley(valley)).events).toContain('ArrivalWithdrawn');
    expect(valley.violations).toEqual([]);
  });

  it('the rider gets in early while somebody else was to be fetched first: taken, and everybody is carried', async () => {
    const between = await bookValley(valley, { person: 3, from: 'D', to: 'C', second: 9 * HOUR });
    await tapAt(valley, 8 * HOUR + 40 * MINUTE, { type: 'board', rideId: late.id });
    expect((await stopWords(valley)).slice(2, 3)).toEqual(['E+ arrived']);
    await tapAt(valley, 8 * HOUR + 41 * MINUTE, { type: 'depart', at: 'E' });
    expect(await statusOf(valley, late)).toBe('onBoard');
    expect(await statusOf(valley, between)).toBe('assigned');
  });

  it('somebody is aboard already: the vehicle is not sent elsewhere first', async () => {
    const companion = await bookValley(valley, { person: 4, from: 'E', to: 'F', second: 11 * HOUR });
    await tapAt(valley, 8 * HOUR + 30 * MINUTE, { type: 'board', rideId: companion.id });
    const between = valleyRequest({
      personId: 'person-3',
      from: { kind: 'boardingPoint', id: 'D' },
      to: { kind: 'boardingPoint', id: 'C' },
      requested: { kind: 'departAfter', second: 9 * HOUR + 30 * MINUTE },
    });
    const asked = await valley.booking.request(between, SYSTEM_ACTOR);
    expect(asked).toMatchObject({ ok: false, reason: { rejection: { code: 'noTimeLeft' } } });
    expect((await stopWords(valley)).slice(2)).toEqual(['E++ arrived', 'F-- planned']);
  });
});

describe('a vehicle that has left its last stop', () => {
  let valley: Valley;
  beforeEach(async () => {
    valley = await openValley({ people: valleyPeople(4), category: 'areaTransport' });
    const only = await bookValley(valley, { person: 1, from: 'A', to: 'E', second: 8 * HOUR });
    await tapAt(valley, 8 * HOUR, { type: 'arrive', at: 'A' });
    await tapAt(valley, 8 * HOUR, { type: 'board', rideId: only.id });
    await tapAt(valley, 8 * HOUR + 60, { type: 'depart', at: 'A' });
    await tapAt(valley, 8 * HOUR + 21 * MINUTE, { type: 'arrive', at: 'E' });
    await tapAt(valley, 8 * HOUR + 22 * MINUTE, { type: 'alight', rideId: only.id });
    await tapAt(valley, 8 * HOUR + 30 * MINUTE, { type: 'depart', at: 'E' });
  });

  it('is home as much later as it left later', async () => {
    // left at 8:30, 20 min to the depot at A
    expect((await scheduleOf(valley)).finish).toBe(8 * HOUR + 50 * MINUTE);
  });

  it('is home: fetches the next one from the depot, and the way home was driven', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 11 * HOUR));
    const next = await bookValley(valley, { person: 2, from: 'B', to: 'C', second: 11 * HOUR + 31 * MINUTE });
    expect((await stopWords(valley)).slice(1)).toEqual([
      'E- departed',
      'depot:depot-1 departed',
      'B+ planned',
      'C- planned',
    ]);
    const schedule = await scheduleOf(valley);
    expect(schedule.stops[2]).toMatchObject({
      arrival: 8 * HOUR + 50 * MINUTE,
      departure: 11 * HOUR + 26 * MINUTE,
    });
    // 20 min there and 20 back; two hours in the depot begin the count anew, and B is 5 min away
    const hours = hoursAtWheel(LIMIT, schedule).stops.map(({ drivingSeconds }) => drivingSeconds / MINUTE);
    expect(hours.slice(1, 4)).toEqual([20, 40, 5]);
    await tapAt(valley, 11 * HOUR + 31 * MINUTE, { type: 'arrive', at: 'B' });
    await tapAt(valley, 11 * HOUR + 32 * MINUTE, { type: 'board', rideId: next.id });
    expect(hoursAtWheel(LIMIT, await scheduleOf(valley)).stops[3]!.drivingSeconds).toBe(5 * MINUTE);
    expect(valley.violations).toEqual([]);
  });

  it('has just left: turns round, and has to drive back what it has driven', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR + 34 * MINUTE));
    await bookValley(valley, { person: 2, from: 'F', to: 'C', second: 9 * HOUR + 5 * MINUTE });
    expect((await stopWords(valley)).slice(1, 3)).toEqual(['E- departed', 'F+ planned']);
    // back at E at 8:38, and 5 min to F
    expect((await scheduleOf(valley)).stops[2]!.arrival).toBe(8 * HOUR + 43 * MINUTE);
  });

  it('two who cancel what they have booked meanwhile leave it in the depot, and no way that nobody drove', async () => {
    for (const person of [2, 3]) {
      valley.clock.moveTo(momentOf(VALLEY_DAY, (9 + person) * HOUR));
      const ride = await bookValley(valley, { person, from: 'B', to: 'C', second: (10 + person) * HOUR });
      await valley.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR);
    }
    const schedule = await scheduleOf(valley);
    expect(hoursAtWheel(LIMIT, schedule).drivingAtFinish).toBe(0);
    expect(valley.violations).toEqual([]);
  });
});

it('on the way home it is reckoned from the depot from the middle on, not a second sooner', () => {
  const left = sampleStop({ start: 36_000, state: 'departed', departure: 36_060 });
  const schedule = sampleSchedule({ stops: [left], finish: 37_260 });
  const standAt = (now: number) => findStand(schedule, SAMPLE_DEPOT, new Map(), now, 0);
  // Left at 36,060, home at 37,260: the middle is 36,660.
  expect(standAt(36_659)).toBeUndefined();
  expect(standAt(36_660)).toMatchObject({
    stop: null,
    since: 37_260,
    place: { id: `depot:${SAMPLE_DEPOT.id}` },
  });
});
