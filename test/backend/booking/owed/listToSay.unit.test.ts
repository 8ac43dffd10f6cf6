import { describe, expect, it } from 'vitest';
import { createCallDesk, createWaitlist } from '../../../../backend/booking/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import type { CallOutcome, CallReason } from '../../../../backend/domain/callBack/callBack.ts';
import { aboutRide } from '../../../../backend/domain/callBack/callsOwed.ts';
import { recordOutcome } from '../../../../backend/domain/callBack/recordOutcome.ts';
import { bookValley } from '../../../support/handMoves.ts';
import { openValley } from '../../../support/smallValley.ts';

const MINUTE = 60_000;

/** A ride whose promise holds again, which its rider is still to be told. */
async function openRestored() {
  const valley = await openValley();
  const { store, clock, ids, dispatch } = valley;
  const world = { store, clock, ids, planning: dispatch };
  const desk = createCallDesk(world, createWaitlist(world));
  const ride = await bookValley(valley);
  const owe = (reason: CallReason) => {
    clock.moveTo(clock.now() + MINUTE);
    const owed = { ...aboutRide(ride), reason, dueAt: clock.now() };
    return store.write(SYSTEM_SCOPE, ({ callBacks }) => callBacks.owe([owed], clock.now()));
  };
  await owe('promiseRestored');
  return {
    owe,
    desk,
    /** Reasons of the calls to be made. */
    toSay: async () =>
      (await desk.queue(SYSTEM_ACTOR)).groups.flatMap(({ calls }) => calls.map((c) => c.reason)),
    /** Ends the call about the promise that broke again. */
    end: (outcome: CallOutcome) =>
      store.write(SYSTEM_SCOPE, async ({ callBacks }) => {
        const calls = await callBacks.listByRide(ride.id);
        const broken = calls.find(({ reason, state }) => reason === 'promiseBroken' && state === 'open')!;
        const ended = recordOutcome(broken, { outcome, by: 'desk', at: clock.now() });
        if (ended.ok) await callBacks.update(ended.value, broken.revision);
      }),
  };
}

describe('a promise that holds again and breaks once more before the rider has heard of it', () => {
  it('only the time that counts now is to be told', async () => {
    const { owe, toSay } = await openRestored();
    expect(await toSay()).toEqual(['promiseRestored']);
    await owe('promiseBroken');
    expect(await toSay()).toEqual(['promiseBroken']);
  });

  it('the later time is told: nothing is left to say, and the queue is empty', async () => {
    const { owe, toSay, end, desk } = await openRestored();
    await owe('promiseBroken');
    expect(await desk.closeOvertaken()).toBe(0);
    await end('accepted');
    expect(await toSay()).toEqual([]);
    expect(await desk.closeOvertaken()).toBe(1);
  });

  it('the later time is taken back unheard: the rider is still told that the promise holds', async () => {
    const { owe, toSay, end, desk } = await openRestored();
    await owe('promiseBroken');
    await end('overtaken');
    expect(await toSay()).toEqual(['promiseRestored']);
    expect(await desk.closeOvertaken()).toBe(0);
  });
});
