import { beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { reportAt, scheduleOf, stopWords, tapAt } from '../../support/drivenValley.ts';
import {
  bookValley,
  DISPATCHER,
  movesOf,
  openTwo,
  otherThan,
  shiftOf,
  storedRide,
} from '../../support/handMoves.ts';
import { PLAIN_IMPROVER } from '../../support/plainImprover.ts';
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

const endOf = (valley: Valley, at: number, shiftId = shiftOf(1)) =>
  reportAt(valley, at, { type: 'endShift', shiftId });
const takeBackEndOf = (valley: Valley, at: number, shiftId = shiftOf(1)) =>
  reportAt(valley, at, { type: 'takeBackEnd', shiftId });

/** Drives the only ride of the first shift to where it gets out. */
async function driveThrough(valley: Valley, ride: Ride): Promise<void> {
  await tapAt(valley, 9 * HOUR, { type: 'arrive', at: ride.from.id });
  await tapAt(valley, 9 * HOUR, { type: 'board', rideId: ride.id });
  await tapAt(valley, 9 * HOUR + MINUTE, { type: 'depart', at: ride.from.id });
  await tapAt(valley, 9 * HOUR + 11 * MINUTE, { type: 'arrive', at: ride.to.id });
  await tapAt(valley, 9 * HOUR + 11 * MINUTE, { type: 'alight', rideId: ride.id });
}

describe('a driver of the only vehicle goes home', () => {
  let valley: Valley;
  let ride: Ride;
  const ask = (person: number, second: number) => bookValley(valley, { person, from: 'B', to: 'D', second });
  const toldToday = () =>
    valley.store.read(SYSTEM_SCOPE, async (tables) =>
      (await tables.events.listByDay(VALLEY_DAY)).map(({ body }) => body.type),
    );
  beforeEach(async () => {
    valley = await openValley({ people: valleyPeople(3), improver: PLAIN_IMPROVER });
    ride = await ask(1, 9 * HOUR);
  });

  it('somebody is to be fetched, or at the door, or aboard: refused, with how many', async () => {
    await expect(endOf(valley, 8 * HOUR)).rejects.toThrow('ridesStillAssigned {"count":1}');
    await tapAt(valley, 9 * HOUR, { type: 'arrive', at: 'B' });
    await expect(endOf(valley, 9 * HOUR)).rejects.toThrow('ridesStillAssigned {"count":1}');
    await tapAt(valley, 9 * HOUR, { type: 'board', rideId: ride.id });
    await expect(endOf(valley, 9 * HOUR)).rejects.toThrow('ridersAboard {"count":1}');
    expect((await scheduleOf(valley)).ended).toBeUndefined();
  });

  it('everybody is out: the stop is left, the vehicle home by its driver’s word, and nobody else is given to it', async () => {
    await driveThrough(valley, ride);
    const planned = (await scheduleOf(valley)).finish;
    await endOf(valley, 9 * HOUR + 15 * MINUTE);
    const { ended, finish, stops } = await scheduleOf(valley);
    expect(planned).toBeGreaterThan(9 * HOUR + 15 * MINUTE);
    expect([ended, finish]).toEqual([9 * HOUR + 15 * MINUTE, 9 * HOUR + 15 * MINUTE]);
    expect(stops.at(-1)).toMatchObject({ state: 'departed', performedDeparture: 9 * HOUR + 15 * MINUTE });
    await expect(ask(2, 11 * HOUR)).rejects.toThrow('noVehicleOnDuty');
    expect(await toldToday()).toContain('ShiftEnded');
    expect(valley.violations).toEqual([]);
  });

  it('an offer made before that is answered after it: it is no longer to be had', async () => {
    await driveThrough(valley, ride);
    const asked = await valley.booking.request(
      valleyRequest({ personId: 'person-2', requested: { kind: 'departAfter', second: 11 * HOUR } }),
      SYSTEM_ACTOR,
    );
    if (!asked.ok) throw new Error(asked.reason.rejection.code);
    await endOf(valley, 9 * HOUR + 12 * MINUTE);
    const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
    expect(booked).toMatchObject({ ok: false, reason: { code: 'offerNoLongerPossible' } });
  });

  it('taken back: the next ride is given to it, and both stand in the log', async () => {
    await driveThrough(valley, ride);
    await endOf(valley, 9 * HOUR + 15 * MINUTE);
    await takeBackEndOf(valley, 9 * HOUR + 16 * MINUTE);
    expect((await scheduleOf(valley)).ended).toBeUndefined();
    expect((await ask(2, 11 * HOUR)).shiftId).toBe(shiftOf(1));
    expect(await toldToday()).toEqual(expect.arrayContaining(['ShiftEnded', 'ShiftEndTakenBack']));
    expect(valley.violations).toEqual([]);
  });

  it('after the end nothing else is reported; without one there is nothing to take back', async () => {
    await expect(takeBackEndOf(valley, 8 * HOUR)).rejects.toThrow('shiftNotEnded');
    await driveThrough(valley, ride);
    const { stops } = await scheduleOf(valley);
    await endOf(valley, 9 * HOUR + 15 * MINUTE);
    const late = { type: 'takeBackArrival', shiftId: shiftOf(1), stopId: stops.at(-1)!.id };
    await expect(reportAt(valley, 9 * HOUR + 16 * MINUTE, late)).rejects.toThrow('shiftEnded');
  });

  it('taken back up to the end of its hours, not after them', async () => {
    await driveThrough(valley, ride);
    await endOf(valley, 9 * HOUR + 15 * MINUTE);
    await takeBackEndOf(valley, 18 * HOUR - 1);
    await endOf(valley, 18 * HOUR - 1);
    await expect(takeBackEndOf(valley, 18 * HOUR)).rejects.toThrow('shiftHoursOver');
  });

  it('a search for a better plan leaves it alone', async () => {
    await driveThrough(valley, ride);
    await endOf(valley, 9 * HOUR + 15 * MINUTE);
    const before = await scheduleOf(valley);
    await valley.dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, { seed: 1, iterations: 60 });
    expect(await scheduleOf(valley)).toEqual(before);
  });
});

it('a driver who has not gone out yet goes home: the vehicle is not on duty that day', async () => {
  const valley = await openValley();
  await endOf(valley, 6 * HOUR + 30 * MINUTE);
  await expect(bookValley(valley)).rejects.toThrow('noVehicleOnDuty');
});

it('on the way to somebody who has cancelled: taken back, the vehicle is where it was reckoned to be before', async () => {
  const valley = await openValley();
  const ride = await bookValley(valley, { from: 'D', to: 'F', second: 9 * HOUR });
  valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR + 50 * MINUTE));
  await valley.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR);
  const before = await stopWords(valley);
  expect(before).toEqual(['D departed']);
  await endOf(valley, 8 * HOUR + 51 * MINUTE);
  await takeBackEndOf(valley, 8 * HOUR + 51 * MINUTE);
  expect(await stopWords(valley)).toEqual(before);
  expect(valley.violations).toEqual([]);
});

describe('one of two drivers goes home early', () => {
  it('a dispatcher moves their rides away first; then the other vehicle carries everybody', async () => {
    const valley = await openTwo();
    const ride = await bookValley(valley, { person: 1 });
    const early = ride.shiftId!;
    await expect(endOf(valley, 8 * HOUR, early)).rejects.toThrow('ridesStillAssigned');
    const order = { shiftId: otherThan(early), fromShiftId: early, agreed: [] };
    expect((await valley.dispatch.moveByHand(ride.id, order, DISPATCHER)).ok).toBe(true);
    await endOf(valley, 8 * HOUR + MINUTE, early);
    expect((await bookValley(valley, { person: 2, second: 11 * HOUR })).shiftId).toBe(otherThan(early));
    expect(valley.violations).toEqual([]);
  });

  it('the dispatcher is told that it is not on duty, and the move there and its undo are refused', async () => {
    const valley = await openTwo();
    const ride = await bookValley(valley, { person: 1 });
    const early = ride.shiftId!;
    const away = { shiftId: otherThan(early), fromShiftId: early, agreed: [] };
    expect((await valley.dispatch.moveByHand(ride.id, away, DISPATCHER)).ok).toBe(true);
    await endOf(valley, 8 * HOUR, early);
    const { options } = await movesOf(valley, ride.id);
    expect(options).toEqual([{ shiftId: early, kind: 'impossible', obstacle: 'noVehicleOnDuty' }]);
    const back = { shiftId: early, fromShiftId: away.shiftId, agreed: [] };
    const moved = await valley.dispatch.moveByHand(ride.id, back, DISPATCHER);
    expect(moved).toMatchObject({ ok: false, reason: { code: 'moveNotPossible' } });
    const undone = await valley.dispatch.undoMove(ride.id, away.shiftId, DISPATCHER);
    expect(undone).toMatchObject({ ok: false, reason: { code: 'moveNotUndoable' } });
    expect((await storedRide(valley, ride.id)).shiftId).toBe(away.shiftId);
  });
});

it('an offer accepted in the moment in which the driver ends: one of the two is refused, whichever comes first', async () => {
  for (const isEndFirst of [true, false]) {
    const valley = await openValley();
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR));
    const asked = await valley.booking.request(valleyRequest(), SYSTEM_ACTOR);
    if (!asked.ok) throw new Error(asked.reason.rejection.code);
    const accept = async () => {
      const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
      if (!booked.ok) throw new Error(booked.reason.code);
    };
    const end = () => endOf(valley, 8 * HOUR);
    const both = await Promise.allSettled(isEndFirst ? [end(), accept()] : [accept(), end()]);
    const refused = both.flatMap((each) => (each.status === 'rejected' ? String(each.reason.message) : []));
    expect(refused).toHaveLength(1);
    const { schedules, rides } = await readValley(valley);
    const isCarried = [...rides.values()].some(({ status }) => status === 'assigned');
    expect(schedules.some(({ ended }) => ended !== undefined)).toBe(!isCarried);
  }
});
