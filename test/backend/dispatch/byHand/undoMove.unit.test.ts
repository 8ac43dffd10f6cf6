import { describe, expect, it } from 'vitest';
import {
  bookValley,
  DISPATCHER,
  moveTo,
  openTwo,
  otherThan,
  shiftOf,
  storedRide,
  TWO_OF_FOUR,
} from '../../../support/handMoves.ts';

describe('taking a move back', () => {
  it('nothing driven since: back on its vehicle as planned before, no longer kept', async () => {
    const valley = await openTwo();
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
    const valley = await openTwo({ configurations: [...TWO_OF_FOUR, [[4, 0, 0]]] });
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
    const valley = await openTwo({ configurations: [[[1, 0, 0]], [[1, 0, 0]]] });
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
