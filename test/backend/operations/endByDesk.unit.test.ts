import { beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { reportAt, scheduleOf, tapAt } from '../../support/drivenValley.ts';
import { bookValley, DISPATCHER, openTwo, otherThan, shiftOf } from '../../support/handMoves.ts';
import { openValley, VALLEY_DAY, type Valley } from '../../support/smallValley.ts';

const HOUR = 3600;
const MINUTE = 60;

const at = (valley: Valley, second: number) => valley.clock.moveTo(momentOf(VALLEY_DAY, second));
const end = (valley: Valley, shiftId = shiftOf(1)) => valley.operations.endForDriver(shiftId, DISPATCHER);
const goOn = (valley: Valley, shiftId = shiftOf(1)) => valley.operations.goOnForDriver(shiftId, DISPATCHER);
const refused = (code: string) => ({ ok: false, reason: { code } });

describe('a driver without a device rings the desk to go home', () => {
  let valley: Valley;
  beforeEach(async () => {
    valley = await openValley();
    at(valley, 8 * HOUR);
  });

  const told = async () => {
    const events = await valley.store.read(SYSTEM_SCOPE, (tables) => tables.events.listByDay(VALLEY_DAY));
    return events
      .filter(({ body }) => body.type === 'ShiftEnded' || body.type === 'ShiftEndTakenBack')
      .map(({ body, actor, shiftId }) => [body.type, actor, shiftId]);
  };

  it('ended as by the driver: nobody is given to the vehicle, and it is kept who at the desk did it', async () => {
    expect(await end(valley)).toMatchObject({ ok: true, value: { ended: 8 * HOUR } });
    expect(await scheduleOf(valley)).toMatchObject({
      ended: 8 * HOUR,
      endedBy: { kind: 'dispatcher', name: '配車 花子' },
    });
    expect(await told()).toEqual([['ShiftEnded', DISPATCHER.name, shiftOf(1)]]);
    await expect(bookValley(valley)).rejects.toThrow('noVehicleOnDuty');
  });

  it('goes on after all: rides come again, and nothing is left of it but the log', async () => {
    await end(valley);
    expect(await goOn(valley)).toMatchObject({ ok: true });
    const { ended, endedBy } = await scheduleOf(valley);
    expect([ended, endedBy]).toEqual([undefined, undefined]);
    expect((await told()).map(([type]) => type)).toEqual(['ShiftEnded', 'ShiftEndTakenBack']);
    expect((await bookValley(valley)).shiftId).toBe(shiftOf(1));
    expect(valley.violations).toEqual([]);
  });

  it('what the driver ended goes on by the desk, and the other way round', async () => {
    await reportAt(valley, 8 * HOUR, { type: 'endShift', shiftId: shiftOf(1) });
    expect((await scheduleOf(valley)).endedBy).toBeUndefined();
    expect(await goOn(valley)).toMatchObject({ ok: true });
    await end(valley);
    await reportAt(valley, 8 * HOUR + MINUTE, { type: 'takeBackEnd', shiftId: shiftOf(1) });
    expect(await scheduleOf(valley)).not.toHaveProperty('endedBy');
  });

  it('an end that the driver tapped without a network comes later: taken for said, and the desk’s word stands', async () => {
    await end(valley);
    at(valley, 9 * HOUR);
    const tap = {
      id: 'tapped-in-the-valley',
      shiftId: shiftOf(1),
      deviceTime: valley.clock.now(),
      type: 'endShift',
    } as const;
    for (const _ of ['sent', 'sent again']) {
      expect(await valley.operations.report(tap, SYSTEM_ACTOR)).toEqual({ ok: true, value: 'appliedBefore' });
    }
    expect((await scheduleOf(valley)).ended).toBe(8 * HOUR);
    // What comes a third time, when the driver is out again, ends nothing.
    await goOn(valley);
    expect(await valley.operations.report(tap, SYSTEM_ACTOR)).toEqual({ ok: true, value: 'appliedBefore' });
    expect((await scheduleOf(valley)).ended).toBeUndefined();
  });

  it('twice, without need, too late, or of no shift: refused, each with its own word', async () => {
    expect(await goOn(valley)).toMatchObject(refused('shiftNotEnded'));
    await end(valley);
    expect(await end(valley)).toMatchObject(refused('shiftEnded'));
    at(valley, 18 * HOUR);
    expect(await goOn(valley)).toMatchObject(refused('shiftHoursOver'));
    expect(await end(valley, 'shift:none')).toMatchObject(refused('unknownShift'));
    expect(await goOn(valley, 'shift:none')).toMatchObject(refused('unknownShift'));
    expect(await told()).toHaveLength(1);
  });
});

describe('riders are left', () => {
  let valley: Valley;
  let ride: Ride;
  beforeEach(async () => {
    valley = await openTwo();
    ride = await bookValley(valley);
  });

  it('to be fetched, or aboard: refused with how many and what a dispatcher can do', async () => {
    const own = ride.shiftId!;
    at(valley, 8 * HOUR);
    const details = { count: 1 };
    expect(await end(valley, own)).toEqual({ ok: false, reason: { code: 'driverHasRidesLeft', details } });
    const { stops } = await scheduleOf(valley);
    const first = stops.find(({ pickups }) => pickups.includes(ride.id))!;
    await reportAt(valley, 9 * HOUR, { type: 'arrive', shiftId: own, stopId: first.id });
    await tapAt(valley, 9 * HOUR, { type: 'board', rideId: ride.id });
    expect(await end(valley, own)).toEqual({ ok: false, reason: { code: 'driverHasRidersAboard', details } });
    expect((await scheduleOf(valley)).ended).toBeUndefined();
  });

  it('moved to the other vehicle: then it is ended', async () => {
    const own = ride.shiftId!;
    at(valley, 8 * HOUR);
    const order = { shiftId: otherThan(own), fromShiftId: own, agreed: [] };
    expect((await valley.dispatch.moveByHand(ride.id, order, DISPATCHER)).ok).toBe(true);
    expect(await end(valley, own)).toMatchObject({ ok: true });
    expect(valley.violations).toEqual([]);
  });
});
