import { describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { ChangingMatrix } from '../../../support/changingMatrix.ts';
import {
  bookValley,
  DISPATCHER,
  moveTo,
  openTwo,
  otherThan,
  storedRide,
} from '../../../support/handMoves.ts';
import { PLAIN_IMPROVER } from '../../../support/plainImprover.ts';
import { readValley, VALLEY_DAY, type Valley } from '../../../support/smallValley.ts';
import { STRAIGHT_ROADS } from '../../../support/straightRoads.ts';

describe('a ride kept by hand', () => {
  const search = (valley: Valley, seed: number) =>
    valley.dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, { seed, iterations: 200 });

  /** Two on one way at one hour, put on two vehicles by hand: one vehicle would do. */
  async function openParted() {
    const valley = await openTwo({ improver: PLAIN_IMPROVER });
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
    const valley = await openTwo();
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
      const valley = await openTwo({ matrix, ...(improver && { improver }) });
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
