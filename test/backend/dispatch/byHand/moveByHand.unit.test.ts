import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { isOvertaken } from '../../../../backend/domain/callBack/callsOwed.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { ChangingMatrix } from '../../../support/changingMatrix.ts';
import {
  bookValley,
  DISPATCHER,
  movesOf,
  moveTo,
  openFar,
  openTwo,
  otherThan,
  possibleMove,
  shiftOf,
  storedRide,
  TWO_OF_FOUR,
} from '../../../support/handMoves.ts';
import { readValley, VALLEY_DAY, type Valley } from '../../../support/smallValley.ts';
import { STRAIGHT_ROADS } from '../../../support/straightRoads.ts';

const eventsOf = async (valley: Valley, rideId: string) =>
  valley.store.read(SYSTEM_SCOPE, ({ events }) => events.listByRide(rideId));

describe('moving a ride by hand', () => {
  it('within promises: one version more, told to both vehicles, kept by hand, nobody called', async () => {
    const valley = await openTwo();
    const ride = await bookValley(valley);
    const before = await readValley(valley);
    const target = otherThan(ride.shiftId);
    const moved = await moveTo(valley, ride.id, target);
    const after = await readValley(valley);
    expect(moved).toMatchObject({ ok: true, value: { shiftId: target, promise: ride.promise } });
    expect(after.version).toBe(before.version + 1);
    expect(after.rides.get(ride.id)).toMatchObject({
      status: 'assigned',
      shiftId: target,
      keptByHand: {
        by: { kind: 'dispatcher', name: '配車 花子' },
        fromShiftId: ride.shiftId,
        previous: null,
      },
    });
    const events = await eventsOf(valley, ride.id);
    expect(events.slice(-3).map(({ body, actor }) => [body.type, actor])).toEqual([
      ['RideUnassigned', DISPATCHER.name],
      ['RideAssigned', DISPATCHER.name],
      ['RideKeptByHand', DISPATCHER.name],
    ]);
    // Ids only: the log names nobody.
    expect(JSON.stringify(events)).not.toContain('花子');
    const carried = (id: string | null) =>
      after.schedules.find(({ shiftId }) => shiftId === id)!.stops.flatMap(({ pickups }) => pickups);
    expect([carried(target), carried(ride.shiftId)]).toEqual([[ride.id], []]);
    expect(after.events.filter((type) => type === 'ScheduleRevised')).toHaveLength(
      before.events.filter((type) => type === 'ScheduleRevised').length + 2,
    );
    expect(after.events).not.toContain('CallBackCreated');
    expect(valley.violations).toEqual([]);
  });

  it('promises would break that nobody agreed to: refused and nothing written; agreed to: told and called', async () => {
    const { valley, there, far } = await openFar();
    const { version } = await readValley(valley);
    const order = { shiftId: there.shiftId!, fromShiftId: far.shiftId, agreed: [] };
    expect(await valley.dispatch.moveByHand(far.id, order, DISPATCHER)).toMatchObject({
      reason: { code: 'moveBreaksMore' },
    });
    expect((await readValley(valley)).version).toBe(version);
    const { effect } = await possibleMove(valley, far.id, there.shiftId!);
    const less = effect.broken.map((each) => ({ ...each, lateSeconds: each.lateSeconds - 60 }));
    expect(await valley.dispatch.moveByHand(far.id, { ...order, agreed: less }, DISPATCHER)).toMatchObject({
      reason: { code: 'moveBreaksMore' },
    });
    expect(await moveTo(valley, far.id, there.shiftId!)).toMatchObject({ ok: true });
    for (const { rideId } of effect.broken) {
      const { revisedPromise, scheduled } = await storedRide(valley, rideId);
      expect(scheduled.pickup).toBeLessThanOrEqual(revisedPromise!.pickup.latest);
      expect(scheduled.dropoff).toBeLessThanOrEqual(revisedPromise!.dropoff.latest);
      const calls = await valley.store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listByRide(rideId));
      expect(calls.map(({ reason }) => reason)).toEqual(['promiseBroken']);
    }
  });

  it('a ride that changed over meanwhile: refused, and stays where the faster hand put it', async () => {
    const valley = await openTwo({ configurations: [...TWO_OF_FOUR, [[4, 0, 0]]] });
    const ride = await bookValley(valley);
    const [first, second] = [1, 2, 3].map((v) => shiftOf(v)).filter((id) => id !== ride.shiftId);
    const order = { fromShiftId: ride.shiftId, agreed: [] };
    const move = (shiftId: string) => valley.dispatch.moveByHand(ride.id, { ...order, shiftId }, DISPATCHER);
    expect((await move(first!)).ok).toBe(true);
    expect(await move(second!)).toMatchObject({ reason: { code: 'rideMovedMeanwhile' } });
    expect((await storedRide(valley, ride.id)).shiftId).toBe(first);
  });

  it('the same vehicle, or one that is not there: refused', async () => {
    const valley = await openTwo();
    const ride = await bookValley(valley);
    const order = { fromShiftId: ride.shiftId, agreed: [] };
    const move = (shiftId: string) => valley.dispatch.moveByHand(ride.id, { ...order, shiftId }, DISPATCHER);
    expect(await move(ride.shiftId!)).toMatchObject({ reason: { code: 'nothingToMove' } });
    expect(await move('shift:none')).toMatchObject({ reason: { code: 'unknownShift', field: 'shiftId' } });
  });

  it('the vehicle leaves for the rider, the rider is aboard, the ride is over: said why, each in its words', async () => {
    const valley = await openTwo();
    const ride = await bookValley(valley, { from: 'B' });
    const reasonNow = async () => {
      const moves = await valley.dispatch.listMoves(ride.id);
      return moves.ok ? 'movable' : moves.reason.code;
    };
    expect(await reasonNow()).toBe('movable');
    valley.clock.moveTo(momentOf(VALLEY_DAY, ride.scheduled.pickup! - 300));
    expect(await reasonNow()).toBe('vehicleOnItsWay');
    const stopId = (await readValley(valley)).schedules[0]!.stops[0]!.id;
    let taps = 0;
    const tap = async (what: Record<string, unknown>) => {
      valley.clock.moveTo(momentOf(VALLEY_DAY, ride.scheduled.pickup! + 30 * taps));
      taps += 1;
      const report = { id: `tap-${taps}`, shiftId: ride.shiftId!, deviceTime: valley.clock.now(), ...what };
      expect(await valley.operations.report(report as never, SYSTEM_ACTOR)).toMatchObject({ ok: true });
    };
    await tap({ type: 'arrive', stopId });
    expect(await reasonNow()).toBe('vehicleOnItsWay');
    await tap({ type: 'board', rideId: ride.id });
    expect(await reasonNow()).toBe('rideUnderWay');
    const gone = await bookValley(valley, { person: 2, second: 15 * 3600 });
    await valley.booking.cancel(gone.id, 'riderAsked', SYSTEM_ACTOR);
    expect(await valley.dispatch.listMoves(gone.id)).toMatchObject({ reason: { code: 'rideAlreadyClosed' } });
  });
});

describe('a ride that nobody carries', () => {
  it('put on a vehicle by hand: carried as promised, and the call that was owed has nothing left to say; taken back: owed again', async () => {
    const matrix = new ChangingMatrix();
    const valley = await openTwo({ matrix });
    const ride = await bookValley(valley);
    matrix.close();
    await valley.dispatch.replanForRoads(VALLEY_DAY, () => STRAIGHT_ROADS, SYSTEM_ACTOR);
    matrix.slowDown(1);
    expect(await storedRide(valley, ride.id)).toMatchObject({ status: 'booked', shiftId: null });
    expect((await movesOf(valley, ride.id)).fromShiftId).toBeNull();
    expect(await moveTo(valley, ride.id, shiftOf(2))).toMatchObject({ ok: true });
    const carried = await storedRide(valley, ride.id);
    expect(carried).toMatchObject({ status: 'assigned', shiftId: shiftOf(2), revisedPromise: null });
    expect(carried.keptByHand).toMatchObject({ fromShiftId: null });
    const isSettled = async () => {
      const [call] = await valley.store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listByRide(ride.id));
      return isOvertaken(call!, await storedRide(valley, ride.id), valley.clock.now());
    };
    expect(await isSettled()).toBe(true);
    expect(await valley.dispatch.undoMove(ride.id, shiftOf(2), DISPATCHER)).toMatchObject({ ok: true });
    expect(await storedRide(valley, ride.id)).toMatchObject({ status: 'booked', shiftId: null });
    expect(await isSettled()).toBe(false);
  });
});
