import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { CallOutcome } from '../../../../backend/domain/callBack/callBack.ts';
import { recordOutcome } from '../../../../backend/domain/callBack/recordOutcome.ts';
import { stepRide } from '../../../../backend/domain/ride/stepRide.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import {
  bookValley,
  DISPATCHER,
  moveTo,
  openFar,
  openTwo,
  otherThan,
  shiftOf,
  storedRide,
  TWO_OF_FOUR,
} from '../../../support/handMoves.ts';
import { leaveBehind } from '../../../support/leaveBehind.ts';
import { sampleNotice } from '../../../support/sampleOwed.ts';
import { VALLEY_DAY, type Valley } from '../../../support/smallValley.ts';

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

describe('taking back a move for which promises broke', () => {
  /** person-2 moved onto the vehicle of person-1, which comes too late for her; both as they were before. */
  async function openBroken() {
    const { valley, there, far } = await openFar();
    await moveTo(valley, far.id, there.shiftId!);
    const moved = await storedRide(valley, far.id);
    expect(moved.keptByHand!.broke!.map(({ rideId }) => rideId)).toEqual([far.id]);
    return { valley, far, seen: there.shiftId! };
  }
  const callsOf = async (valley: Valley, rideId: string) =>
    (await valley.store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listByRide(rideId))).map(
      ({ reason, state }) => [reason, state],
    );
  async function answer(valley: Valley, rideId: string, outcome: CallOutcome): Promise<void> {
    await valley.store.write(SYSTEM_SCOPE, async ({ callBacks }) => {
      const [call] = await callBacks.listByRide(rideId);
      const recorded = recordOutcome(call!, { outcome, by: 'desk', at: valley.clock.now() });
      if (recorded.ok) await callBacks.update(recorded.value, call!.revision);
    });
  }

  it('nobody was told yet: the promise holds again, the call leaves the queue, and nobody is told anything', async () => {
    const { valley, far, seen } = await openBroken();
    await answer(valley, far.id, 'noAnswer');
    expect(await valley.dispatch.lookAtUndo(far.id, seen)).toEqual({
      ok: true,
      value: { restored: [{ rideId: far.id, isTold: false, pickup: far.promise!.pickup }], stays: [] },
    });
    expect((await valley.dispatch.undoMove(far.id, seen, DISPATCHER)).ok).toBe(true);
    const { shiftId, scheduled, revisedPromise, keptByHand } = await storedRide(valley, far.id);
    expect([shiftId, scheduled, revisedPromise, keptByHand]).toEqual([
      far.shiftId,
      far.scheduled,
      null,
      null,
    ]);
    expect(await callsOf(valley, far.id)).toEqual([['promiseBroken', 'done']]);
    expect(valley.violations).toEqual([]);
  });

  it.each<CallOutcome>(['accepted', 'told', 'answeringMachine'])(
    'the rider was told (%s): told beforehand that she is rung again, and rung again',
    async (outcome) => {
      const { valley, far, seen } = await openBroken();
      await answer(valley, far.id, outcome);
      expect(await valley.dispatch.lookAtUndo(far.id, seen)).toMatchObject({
        value: { restored: [{ rideId: far.id, isTold: true }] },
      });
      await valley.dispatch.undoMove(far.id, seen, DISPATCHER);
      expect((await storedRide(valley, far.id)).revisedPromise).toBeNull();
      expect(await callsOf(valley, far.id)).toEqual([
        ['promiseBroken', 'done'],
        ['promiseRestored', 'open'],
      ]);
    },
  );

  it('somebody rings her at this moment, or a message is on its way: she counts as told', async () => {
    const rung = await openBroken();
    const now = rung.valley.clock.now();
    await rung.valley.store.write(SYSTEM_SCOPE, async ({ callBacks }) => {
      const [call] = await callBacks.listByRide(rung.far.id);
      const claim = { accountId: 'desk', displayName: '受付', until: now + 60_000 };
      await callBacks.take({ ...claim, householdId: call!.householdId }, now);
    });
    const written = await openBroken();
    const notice = { personId: written.far.personId, rideId: written.far.id, createdAt: now, sendAt: now };
    await written.valley.store.write(SYSTEM_SCOPE, ({ notices }) =>
      notices.insertNew([sampleNotice({ ...notice, reason: 'promiseBroken', state: 'waiting' })]),
    );
    for (const { valley, far, seen } of [rung, written]) {
      await valley.dispatch.undoMove(far.id, seen, DISPATCHER);
      expect(await callsOf(valley, far.id)).toContainEqual(['promiseRestored', 'open']);
    }
  });

  it('what was promised before cannot be kept any more: said beforehand, refused, and the time told stays', async () => {
    const { valley, far, seen } = await openBroken();
    const { revisedPromise } = await storedRide(valley, far.id);
    // The promise was until 9:10, and her vehicle stands at A, 25 minutes away.
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9 * 3600));
    expect(await valley.dispatch.lookAtUndo(far.id, seen)).toMatchObject({
      value: { restored: [], stays: [far.id] },
    });
    expect((await valley.dispatch.undoMove(far.id, seen, DISPATCHER)).ok).toBe(true);
    expect(await storedRide(valley, far.id)).toMatchObject({ shiftId: far.shiftId, revisedPromise });
    expect(await callsOf(valley, far.id)).toEqual([['promiseBroken', 'open']]);
  });

  it('another time was told since: it stays, and so does its call', async () => {
    const { valley, far, seen } = await openBroken();
    await valley.store.write(SYSTEM_SCOPE, async ({ rides, days }) => {
      const ride = (await rides.find(far.id))!;
      const { pickup, dropoff } = ride.revisedPromise!;
      const wider = { pickup, dropoff: { ...dropoff, latest: dropoff.latest + 600 } };
      await days.advance(ride.day, await days.version(ride.day));
      const step = stepRide(ride, { type: 'breakPromise', revised: wider, reason: 'vehicleLate' });
      if (step.ok) await rides.update([step.value.after], [ride.revision]);
    });
    expect(await valley.dispatch.lookAtUndo(far.id, seen)).toMatchObject({
      value: { restored: [], stays: [] },
    });
  });

  it('nobody carried it before: taken off again, her promise as before, and the call that nobody comes', async () => {
    const { valley, there, far } = await openFar();
    await leaveBehind(valley, far.id);
    await moveTo(valley, far.id, there.shiftId!);
    await valley.dispatch.undoMove(far.id, there.shiftId!, DISPATCHER);
    const left = (await valley.store.read(SYSTEM_SCOPE, ({ rides }) => rides.find(far.id)))!;
    expect([left.status, left.revisedPromise]).toEqual(['booked', null]);
    expect(await callsOf(valley, far.id)).toContainEqual(['rideUnassigned', 'open']);
  });
});
