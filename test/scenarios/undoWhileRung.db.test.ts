import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { recordOutcome } from '../../backend/domain/callBack/recordOutcome.ts';
import { StaleWrite } from '../../backend/domain/fault/staleWrite.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import type { Store } from '../../backend/ports/store.ts';
import { FakeClock } from '../../backend/simulation/index.ts';
import { judgeStoredDay } from '../support/apartDay.ts';
import { bookValley, DISPATCHER, moveTo, storedRide } from '../support/handMoves.ts';
import { openValley, VALLEY_DAY, type Valley, valleyPeople } from '../support/smallValley.ts';
import { withDatabase } from '../support/withDatabase.ts';

const ROUNDS = 6;
const clock = new FakeClock(momentOf(VALLEY_DAY, 6 * 3600));
const database = withDatabase();
let valley: Valley;
let desk: Store;

beforeAll(async () => {
  valley = await openValley({
    store: await database.openStore({ clock }),
    people: valleyPeople(2 * ROUNDS),
    configurations: [[[4, 0, 0]], [[4, 0, 0]]],
  });
  desk = await database.openStore({ clock });
});

/** An operator writes down that the rider agreed to the new time. @returns false where the call had changed meanwhile */
async function sayAccepted(rideId: string): Promise<boolean> {
  try {
    return await desk.write(SYSTEM_SCOPE, async ({ callBacks }) => {
      const [call] = await callBacks.listByRide(rideId);
      const recorded = recordOutcome(call!, { outcome: 'accepted', by: 'desk', at: clock.now() });
      if (recorded.ok) await callBacks.update(recorded.value, call!.revision);
      return recorded.ok;
    });
  } catch (fault) {
    if (fault instanceof StaleWrite) return false;
    throw fault;
  }
}

describe('a move is taken back while its rider is being told, on real connections', () => {
  it('whoever was told is rung again, and nobody else: whichever came first', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const second = (8 + round) * 3600;
      const there = await bookValley(valley, { person: 2 * round + 1, second });
      const far = await bookValley(valley, { person: 2 * round + 2, from: 'F', to: 'E', second });
      expect(far.shiftId).not.toBe(there.shiftId);
      expect((await moveTo(valley, far.id, there.shiftId!)).ok).toBe(true);
      const [undone, isTold] = await Promise.all([
        valley.dispatch.undoMove(far.id, there.shiftId!, DISPATCHER),
        sayAccepted(far.id),
      ]);
      expect(undone.ok).toBe(true);
      expect(await storedRide(valley, far.id)).toMatchObject({
        shiftId: far.shiftId,
        revisedPromise: null,
      });
      const calls = await desk.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listByRide(far.id));
      const again = calls.filter(({ reason }) => reason === 'promiseRestored').map(({ state }) => state);
      expect({ round, again }).toEqual({ round, again: isTold ? ['open'] : [] });
      expect(calls.filter(({ reason, state }) => reason === 'promiseBroken' && state === 'open')).toEqual([]);
    }
    expect(await judgeStoredDay(valley.store)).toEqual([]);
  });
});
