import { beforeEach, describe, expect, it } from 'vitest';
import { createNoticeDesk, type NoticeDesk } from '../../../../backend/booking/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { noWish } from '../../../../backend/domain/callBack/contactWish.ts';
import type { Ride } from '../../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { DISPATCHER, moveTo, openFar, storedRide } from '../../../support/handMoves.ts';
import { sampleNotice } from '../../../support/sampleOwed.ts';
import { VALLEY_DAY, type Valley } from '../../../support/smallValley.ts';

const HOUR = 3600;
const EARLIER = 'もっと前に変わった時刻';

describe('a rider who is told by text messages, and whose ride is moved and moved back', () => {
  let valley: Valley;
  let far: Ride;
  let there: string;
  let desk: NoticeDesk;
  let sent: string[];

  beforeEach(async () => {
    const opened = await openFar();
    valley = opened.valley;
    far = opened.far;
    there = opened.there.shiftId!;
    sent = [];
    const { store, clock, ids, dispatch } = valley;
    desk = createNoticeDesk({
      store,
      clock,
      ids,
      planning: dispatch,
      notices: {
        send: async ({ text }) => {
          sent.push(text === EARLIER ? 'earlier' : text.includes('戻りました') ? 'back' : 'moved');
          return { ok: true };
        },
      },
    });
    await store.write(SYSTEM_SCOPE, async ({ contactWishes }) => {
      await contactWishes.save({ ...noWish(far.personId, far.municipality), email: 'rider@example.com' });
    });
  });

  /** What the server does a minute later, when it has read what happened; twice, as two processes would. */
  const tellAt = async (second: number) => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, second));
    await desk.tellPromises([far.id]);
    await desk.tellPromises([far.id]);
  };
  const sendAt = async (second: number) => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, second));
    await desk.sendDue();
  };
  const move = async () => expect((await moveTo(valley, far.id, there)).ok).toBe(true);
  const undo = async () => expect((await valley.dispatch.undoMove(far.id, there, DISPATCHER)).ok).toBe(true);

  it('moved, told, moved back, told, and moved in the same way again: told the later time again', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR));
    await move();
    await tellAt(8 * HOUR + 60);
    await sendAt(8 * HOUR + 61);
    await undo();
    await tellAt(8 * HOUR + 120);
    await sendAt(8 * HOUR + 121);
    await move();
    await tellAt(8 * HOUR + 180);
    await sendAt(8 * HOUR + 181);
    expect(sent).toEqual(['moved', 'back', 'moved']);
  });

  it('before the first message may go out it was moved back and moved again: one message, of the time that holds', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 7 * HOUR));
    await move();
    await tellAt(7 * HOUR + 60);
    await undo();
    await tellAt(7 * HOUR + 120);
    await move();
    await tellAt(7 * HOUR + 180);
    await sendAt(8 * HOUR);
    expect(sent).toEqual(['moved']);
  });

  it('moved back before the message may go out: nobody hears of either', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 7 * HOUR));
    await move();
    await tellAt(7 * HOUR + 60);
    await undo();
    await tellAt(7 * HOUR + 120);
    await sendAt(8 * HOUR);
    expect(sent).toEqual([]);
    expect((await storedRide(valley, far.id)).revisedPromise).toBeNull();
  });

  it('told, then moved back and moved again in one moment: what the rider was told is right, and nothing more is said', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * HOUR));
    await move();
    await tellAt(8 * HOUR + 60);
    await sendAt(8 * HOUR + 61);
    await undo();
    await move();
    await tellAt(8 * HOUR + 120);
    await sendAt(8 * HOUR + 121);
    expect(sent).toEqual(['moved']);
  });

  it('an earlier time waits for the morning, too: only the later one is told', async () => {
    valley.clock.moveTo(momentOf(VALLEY_DAY, 7 * HOUR));
    const about = {
      personId: far.personId,
      rideId: far.id,
      reason: 'promiseBroken',
      state: 'waiting',
    } as const;
    const earlier = sampleNotice({ ...about, text: EARLIER });
    const times = { createdAt: valley.clock.now() - 60_000, sendAt: momentOf(VALLEY_DAY, 8 * HOUR) };
    await valley.store.write(SYSTEM_SCOPE, ({ notices }) => notices.insertNew([{ ...earlier, ...times }]));
    await move();
    await tellAt(7 * HOUR + 60);
    await sendAt(8 * HOUR);
    expect(sent).toEqual(['moved']);
  });
});
