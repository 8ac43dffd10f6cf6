import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { isOvertaken } from '../../../../backend/domain/callBack/callsOwed.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { keepApart, registerOf } from '../../../support/apartDay.ts';
import { ChangingMatrix } from '../../../support/changingMatrix.ts';
import {
  bookValley,
  DISPATCHER,
  movesOf,
  moveTo,
  possibleMove,
  shiftOf,
  storedRide,
} from '../../../support/handMoves.ts';
import { PLAIN_IMPROVER } from '../../../support/plainImprover.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  type ValleyGiven,
  valleyPeople,
} from '../../../support/smallValley.ts';
import { STRAIGHT_ROADS } from '../../../support/straightRoads.ts';

const TWO = [[[4, 0, 0]], [[4, 0, 0]]];
const open = (given: ValleyGiven = {}) =>
  openValley({ people: valleyPeople(6), configurations: TWO, ...given });

/** The other one of two vehicles. */
const otherThan = (shiftId: string | null) => (shiftId === shiftOf(1) ? shiftOf(2) : shiftOf(1));

const eventsOf = async (valley: Valley, rideId: string) =>
  valley.store.read(SYSTEM_SCOPE, ({ events }) => events.listByRide(rideId));

/** person-1 from A to D and person-2 from F to E at the same hour, on two vehicles: none can be at both ends. */
async function openFar() {
  const valley = await open();
  const there = await bookValley(valley, { person: 1 });
  const far = await bookValley(valley, { person: 2, from: 'F', to: 'E' });
  expect(far.shiftId).not.toBe(there.shiftId);
  return { valley, there, far };
}

describe('what a move would mean', () => {
  it('an empty vehicle beside: possible, the same driving, nobody else concerned, and nothing is written', async () => {
    const valley = await open();
    const ride = await bookValley(valley);
    const before = await readValley(valley);
    const { fromShiftId, options } = await movesOf(valley, ride.id);
    expect(fromShiftId).toBe(ride.shiftId);
    expect(options).toMatchObject([
      {
        shiftId: otherThan(ride.shiftId),
        kind: 'possible',
        isTight: false,
        effect: {
          pickup: ride.scheduled.pickup,
          addedDrivingSeconds: 0,
          addedDrivingMetres: 0,
          shifted: [],
          broken: [],
        },
      },
    ]);
    expect((await readValley(valley)).version).toBe(before.version);
  });

  it('a vehicle on the same way: both drive once instead of twice, and that comes before an empty vehicle', async () => {
    const valley = await open({ configurations: [...TWO, [[4, 0, 0]]] });
    const first = await bookValley(valley, { person: 1 });
    const second = await bookValley(valley, { person: 2, second: 9 * 3600 });
    const empty = [shiftOf(1), shiftOf(2), shiftOf(3)].find((id) => id !== first.shiftId)!;
    expect((await moveTo(valley, second.id, empty)).ok).toBe(true);
    const { options } = await movesOf(valley, second.id);
    expect(options[0]).toMatchObject({
      shiftId: first.shiftId,
      // A → D and home: 6 × 300 s, 6 × 3,000 m
      effect: { addedDrivingSeconds: -1800, addedDrivingMetres: -18_000, broken: [] },
    });
  });

  it('a vehicle that is elsewhere then: possible, but the promise that breaks is named with its minutes', async () => {
    const { valley, there, far } = await openFar();
    const { effect } = await possibleMove(valley, far.id, there.shiftId!);
    // 9:00 at A, a minute for the door, 15 min to D, a minute, 10 min to F: 9:27; told was 9:10 at the latest
    expect(effect.broken).toEqual([{ rideId: far.id, lateSeconds: 17 * 60 }]);
    expect(effect.shifted).toEqual([]);
  });

  it('little room at that time: possible in the reserve, every promise kept, after the vehicle that has room', async () => {
    const valley = await open({ configurations: [...TWO, [[4, 0, 0]]] });
    const ride = await bookValley(valley, { person: 2, from: 'E', to: 'F', second: 9 * 3600 + 900 });
    const there = await bookValley(valley, { person: 1 });
    const away = [1, 2, 3].map((v) => shiftOf(v)).find((id) => ![there.shiftId, ride.shiftId].includes(id))!;
    if (ride.shiftId === there.shiftId) await moveTo(valley, ride.id, away);
    // 9:00 at A, 9:16 at D, 9:22 at E: told was from 9:15 to 9:25
    const { options } = await movesOf(valley, ride.id);
    expect(options.map((each) => each.kind)).toEqual(['possible', 'possible']);
    expect(options.at(-1)).toMatchObject({ shiftId: there.shiftId, isTight: true, effect: { broken: [] } });
  });

  it('the rider is kept apart from the driver, or from who is aboard: impossible, and that is why', async () => {
    const valley = await open({ drivers: ['鈴木', '田中'] });
    const ride = await bookValley(valley);
    const target = otherThan(ride.shiftId);
    const driverName = target === shiftOf(1) ? '鈴木' : '田中';
    await keepApart(registerOf(valley), 'person-1', { kind: 'driver', providerId: 'provider-1', driverName });
    const { options } = await movesOf(valley, ride.id);
    expect(options).toEqual([{ shiftId: target, kind: 'impossible', obstacle: 'pairsApart' }]);
  });

  it('a stop is overdue and the street has said nothing: a ride that leaves breaks no promise of those who stay', async () => {
    const valley = await open();
    const early = await bookValley(valley, { person: 1, from: 'B', to: 'C' });
    // The vehicle leaves for the next one at once, so that the ride is the one after it.
    const next = await bookValley(valley, { person: 3, from: 'D', to: 'E', second: 10 * 3600 });
    const ride = await bookValley(valley, { person: 2, from: 'C', to: 'B', second: 11 * 3600 });
    for (const { id, shiftId } of [next, ride]) {
      if (shiftId !== early.shiftId) await moveTo(valley, id, early.shiftId!);
    }
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9.5 * 3600));
    const { effect } = await possibleMove(valley, ride.id, otherThan(early.shiftId));
    expect([effect.broken, effect.shifted]).toEqual([[], []]);
  });

  it('too few places, whenever it came: impossible, with the rule', async () => {
    const valley = await open({ configurations: [[[4, 0, 0]], [[1, 0, 0]]] });
    const ride = await bookValley(valley, { companions: 2 });
    const { options } = await movesOf(valley, ride.id);
    expect(options).toEqual([
      { shiftId: otherThan(ride.shiftId), kind: 'impossible', obstacle: 'noCapacity' },
    ]);
  });

  it('nobody waits so long: what was not tried is said, not left out', async () => {
    let milliseconds = 0;
    const stopwatch = () => (milliseconds += 3000);
    const valley = await open({ configurations: [...TWO, [[4, 0, 0]], [[4, 0, 0]]], stopwatch });
    const ride = await bookValley(valley);
    const kinds = (await movesOf(valley, ride.id)).options.map(({ kind }) => kind);
    expect(kinds).toEqual(['possible', 'notTried', 'notTried']);
  });
});

describe('moving a ride by hand', () => {
  it('within promises: one version more, told to both vehicles, kept by hand, nobody called', async () => {
    const valley = await open();
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
    const valley = await open({ configurations: [...TWO, [[4, 0, 0]]] });
    const ride = await bookValley(valley);
    const [first, second] = [1, 2, 3].map((v) => shiftOf(v)).filter((id) => id !== ride.shiftId);
    const order = { fromShiftId: ride.shiftId, agreed: [] };
    const move = (shiftId: string) => valley.dispatch.moveByHand(ride.id, { ...order, shiftId }, DISPATCHER);
    expect((await move(first!)).ok).toBe(true);
    expect(await move(second!)).toMatchObject({ reason: { code: 'rideMovedMeanwhile' } });
    expect((await storedRide(valley, ride.id)).shiftId).toBe(first);
  });

  it('the same vehicle, or one that is not there: refused', async () => {
    const valley = await open();
    const ride = await bookValley(valley);
    const order = { fromShiftId: ride.shiftId, agreed: [] };
    const move = (shiftId: string) => valley.dispatch.moveByHand(ride.id, { ...order, shiftId }, DISPATCHER);
    expect(await move(ride.shiftId!)).toMatchObject({ reason: { code: 'nothingToMove' } });
    expect(await move('shift:none')).toMatchObject({ reason: { code: 'unknownShift', field: 'shiftId' } });
  });

  it('the vehicle leaves for the rider, the rider is aboard, the ride is over: said why, each in its words', async () => {
    const valley = await open();
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

describe('taking a move back', () => {
  it('nothing driven since: back on its vehicle as planned before, no longer kept', async () => {
    const valley = await open();
    const ride = await bookValley(valley);
    const target = otherThan(ride.shiftId);
    await moveTo(valley, ride.id, target);
    expect(await valley.dispatch.undoMove(ride.id, ride.shiftId!, DISPATCHER)).toMatchObject({
      reason: { code: 'rideMovedMeanwhile' },
    });
    expect(await valley.dispatch.undoMove(ride.id, target, DISPATCHER)).toMatchObject({ ok: true });
    const back = await storedRide(valley, ride.id);
    expect([back.shiftId, back.scheduled, back.promise]).toEqual([
      ride.shiftId,
      ride.scheduled,
      ride.promise,
    ]);
    expect(back.keptByHand).toBeNull();
    expect(await valley.dispatch.undoMove(ride.id, ride.shiftId!, DISPATCHER)).toMatchObject({
      reason: { code: 'nothingToUndo' },
    });
  });

  it('moved twice: one step back, and the first choice stands', async () => {
    const valley = await open({ configurations: [...TWO, [[4, 0, 0]]] });
    const ride = await bookValley(valley);
    const [first, second] = [1, 2, 3].map((v) => shiftOf(v)).filter((id) => id !== ride.shiftId);
    await moveTo(valley, ride.id, first!);
    await moveTo(valley, ride.id, second!);
    await valley.dispatch.undoMove(ride.id, second!, DISPATCHER);
    expect(await storedRide(valley, ride.id)).toMatchObject({
      shiftId: first,
      keptByHand: { fromShiftId: ride.shiftId, previous: null },
    });
  });

  it('its place was taken meanwhile: refused, the ride stays where it is', async () => {
    const valley = await open({ configurations: [[[1, 0, 0]], [[1, 0, 0]]] });
    const ride = await bookValley(valley);
    const target = otherThan(ride.shiftId);
    await moveTo(valley, ride.id, target);
    const taker = await bookValley(valley, { person: 2 });
    expect(taker.shiftId).toBe(ride.shiftId);
    expect(await valley.dispatch.undoMove(ride.id, target, DISPATCHER)).toMatchObject({
      reason: { code: 'moveNotUndoable' },
    });
    expect((await storedRide(valley, ride.id)).shiftId).toBe(target);
  });
});

describe('a ride kept by hand', () => {
  const search = (valley: Valley, seed: number) =>
    valley.dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, { seed, iterations: 200 });

  /** Two on one way at one hour, put on two vehicles by hand: one vehicle would do. */
  async function openParted() {
    const valley = await open({ improver: PLAIN_IMPROVER });
    const stays = await bookValley(valley, { person: 1 });
    const moved = await bookValley(valley, { person: 2 });
    expect(moved.shiftId).toBe(stays.shiftId);
    await moveTo(valley, moved.id, otherThan(stays.shiftId));
    return { valley, stays, moved, target: otherThan(stays.shiftId) };
  }

  it('the improver would put it back: it stays, and the other one comes to it', async () => {
    const { valley, stays, moved, target } = await openParted();
    for (const seed of [1, 2, 3]) await search(valley, seed);
    expect((await storedRide(valley, moved.id)).shiftId).toBe(target);
    expect((await storedRide(valley, stays.id)).shiftId).toBe(target);
    expect(valley.violations).toEqual([]);
  });

  it('both kept apart by hand: neither is moved; let go, one of them is', async () => {
    const { valley, stays, moved } = await openParted();
    expect((await valley.dispatch.keepByHand(stays.id, true, DISPATCHER)).ok).toBe(true);
    expect(await search(valley, 1)).toMatchObject({ outcome: 'nothingBetter' });
    expect((await valley.dispatch.keepByHand(moved.id, false, DISPATCHER)).ok).toBe(true);
    expect(await search(valley, 1)).toMatchObject({ outcome: 'improved', movedRideIds: [moved.id] });
    expect(valley.violations).toEqual([]);
  });

  it('its promise would break where it is: it is carried otherwise, and the mark is gone', async () => {
    const valley = await open();
    const ride = await bookValley(valley, { person: 1, from: 'D', to: 'E', second: 10 * 3600 + 600 });
    const target = otherThan(ride.shiftId);
    await moveTo(valley, ride.id, target);
    const early = await bookValley(valley, { person: 2, from: 'B', to: 'A' });
    if (early.shiftId !== target) await moveTo(valley, early.id, target);
    const stop = (await readValley(valley)).schedules.find(({ shiftId }) => shiftId === target)!.stops[0]!;
    // At B an hour late: back to A, and then not at D before 10:22; the other vehicle is there at 10:15.
    const at = momentOf(VALLEY_DAY, 10 * 3600);
    valley.clock.moveTo(at);
    const report = { id: 'tap-1', shiftId: target, deviceTime: at, type: 'arrive', stopId: stop.id } as const;
    expect(await valley.operations.report(report, SYSTEM_ACTOR)).toMatchObject({ ok: true });
    const after = await storedRide(valley, ride.id);
    expect([after.shiftId, after.keptByHand]).toEqual([otherThan(target), null]);
  });

  it.each([
    ['rides are moved one by one', undefined],
    ['a search finds places for all', PLAIN_IMPROVER],
  ])(
    'roads are slower, and %s: it is carried by another vehicle in time rather than late by its own',
    async (_, improver) => {
      const matrix = new ChangingMatrix();
      const valley = await open({ matrix, ...(improver && { improver }) });
      await bookValley(valley, { person: 1 });
      const back = await bookValley(valley, { person: 2, from: 'D', to: 'A', second: 9 * 3600 + 1200 });
      expect((await valley.dispatch.keepByHand(back.id, true, DISPATCHER)).ok).toBe(true);
      // 9:00 at A, a minute for the door, now 2 × 15 min to D, a minute: 9:32; fetched there at 9:30 at the latest
      matrix.slowDown(2);
      const done = await valley.dispatch.replanForRoads(VALLEY_DAY, () => STRAIGHT_ROADS, SYSTEM_ACTOR);
      expect(done.callRideIds).toEqual([]);
      const after = await storedRide(valley, back.id);
      expect([after.shiftId, after.keptByHand]).toEqual([otherThan(back.shiftId), null]);
      expect(after.revisedPromise).toBeNull();
    },
  );
});

describe('a ride that nobody carries', () => {
  it('put on a vehicle by hand: carried as promised, and the call that was owed has nothing left to say; taken back: owed again', async () => {
    const matrix = new ChangingMatrix();
    const valley = await open({ matrix });
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
