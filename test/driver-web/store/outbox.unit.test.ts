import { describe, expect, it } from 'vitest';
import type { DriverCommand } from '../../../backend/contract/index.ts';
import {
  canTakeBack,
  EMPTY_OUTBOX,
  HOLD_MS,
  listCoveringEntries,
  type Outbox,
  type OutboxEvent,
  reduceOutbox,
  reviveOutbox,
} from '../../../driver-web/store/outbox.ts';
import { holdLeft, listReadyCommands, nextWakeAt } from '../../../driver-web/store/outboxTiming.ts';

const NO = { ja: '順番が違います。', en: 'Out of order.' };

function command(id: string): DriverCommand {
  return {
    id,
    shiftId: 'shift:1',
    deviceTime: '2026-11-24T09:05:00+09:00',
    type: 'stop:arrive',
    stopId: `stop:${id}`,
  };
}

function tapped(id: string, at: number): OutboxEvent {
  return { type: 'tapped', command: command(id), second: 32_700, at };
}

function play(...events: OutboxEvent[]): Outbox {
  return events.reduce(reduceOutbox, EMPTY_OUTBOX);
}

const idsOf = (commands: readonly DriverCommand[]): string[] => commands.map((one) => one.id);
const applied = (...ids: string[]) => ids.map((id) => ({ id, result: 'applied' as const }));

describe('holding the last tap', () => {
  it('one tap: held for six seconds, then ready', () => {
    const box = play(tapped('a', 1_000));
    expect(idsOf(listReadyCommands(box, 1_000 + HOLD_MS - 1))).toEqual([]);
    expect(idsOf(listReadyCommands(box, 1_000 + HOLD_MS))).toEqual(['a']);
    expect(nextWakeAt(box, 1_000)).toBe(7_000);
  });

  it('the next tap confirms the one before: that one is ready at once, in order', () => {
    const box = play(tapped('a', 1_000), tapped('b', 2_000));
    expect(idsOf(listReadyCommands(box, 2_000))).toEqual(['a']);
    expect(nextWakeAt(box, 2_000)).toBe(2_000);
    expect(idsOf(listReadyCommands(box, 8_000))).toEqual(['a', 'b']);
  });

  it('taken back within the hold: gone; only the last one can be', () => {
    const box = play(tapped('a', 1_000), tapped('b', 2_000));
    expect(canTakeBack(box, 'a')).toBe(false);
    expect(idsOf(reduceOutbox(box, { type: 'takenBack', id: 'b' }).entries.map((e) => e.command))).toEqual([
      'a',
    ]);
    expect(reduceOutbox(box, { type: 'takenBack', id: 'a' })).toBe(box);
  });

  it('sent once without an answer: the server may know it, so it stays', () => {
    const box = play(
      tapped('a', 0),
      { type: 'sendBegan', ids: ['a'] },
      { type: 'sendFailed', at: 7_000, jitter: 1 },
    );
    expect(canTakeBack(box, 'a')).toBe(false);
    expect(reduceOutbox(box, { type: 'takenBack', id: 'a' })).toBe(box);
  });

  it('nothing gets through: those before it are tried, the last can be taken back however long it lasts', () => {
    const box = play(
      tapped('a', 0),
      { type: 'sendBegan', ids: ['a'] },
      { type: 'sendFailed', at: 7_000, jitter: 1 },
      tapped('b', 8_000),
    );
    expect(idsOf(listReadyCommands(box, 600_000))).toEqual(['a']);
    expect(canTakeBack(box, 'b')).toBe(true);
    const through = [
      { type: 'sendBegan', ids: ['a'] },
      { type: 'answered', results: applied('a'), at: 600_000 },
    ] as const;
    expect(idsOf(listReadyCommands(through.reduce<Outbox>(reduceOutbox, box), 600_000))).toEqual(['b']);
  });

  it('the clock set back by an hour: the tap is not held for an hour', () => {
    const box = play(tapped('a', 3_600_000));
    expect(idsOf(listReadyCommands(box, 0))).toEqual(['a']);
    expect(holdLeft(box, 0)).toBe(0);
  });
});

describe('sending', () => {
  it('while something is on the wire: nothing else is sent', () => {
    const box = play(
      tapped('a', 0),
      { type: 'sendBegan', ids: ['a'] },
      tapped('b', 7_000),
      tapped('c', 7_100),
    );
    expect(listReadyCommands(box, 60_000)).toEqual([]);
    expect(nextWakeAt(box, 60_000)).toBeNull();
  });

  it('acknowledged: leaves the queue, covers the day until the feed shows it', () => {
    const box = play(
      tapped('a', 0),
      { type: 'sendBegan', ids: ['a'] },
      { type: 'answered', results: applied('a'), at: 7_000 },
    );
    expect(box.entries).toEqual([]);
    expect(listCoveringEntries(box).map((entry) => entry.command.id)).toEqual(['a']);
    const unseen = reduceOutbox(box, { type: 'dayRead', reflected: [], at: 8_000 });
    expect(listCoveringEntries(unseen)).toHaveLength(1);
    expect(
      listCoveringEntries(reduceOutbox(unseen, { type: 'dayRead', reflected: ['a'], at: 9_000 })),
    ).toEqual([]);
  });

  it('acknowledged, but the feed never shows it: given up after 15 s, the server is right', () => {
    const box = play(tapped('a', 0), { type: 'answered', results: applied('a'), at: 7_000 });
    expect(reduceOutbox(box, { type: 'dayRead', reflected: [], at: 22_000 }).settling).toEqual([]);
  });

  it('a tap that a later one took back, never seen in the feed: gone with the later one, which the feed shows', () => {
    const box = play(
      tapped('arrive', 0),
      tapped('takeBack', 10),
      tapped('depart', 20),
      { type: 'answered', results: applied('arrive', 'takeBack', 'depart'), at: 7_000 },
      { type: 'dayRead', reflected: ['takeBack'], at: 8_000 },
    );
    expect(listCoveringEntries(box).map((entry) => entry.command.id)).toEqual(['depart']);
  });

  it('failures in a row: wait 1, 2, 4 … at most 30 s; less with jitter 0, never less than three quarters', () => {
    let box = play(tapped('a', 0), tapped('b', 0));
    const waits: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      box = reduceOutbox(box, { type: 'sendFailed', at: 0, jitter: 1 });
      waits.push(box.retryAt ?? -1);
    }
    // 1, 2, 4, 8, 16, then 32 and 64 cut to 30
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    // 1,000 × 0.75
    expect(reduceOutbox(EMPTY_OUTBOX, { type: 'sendFailed', at: 0, jitter: 0 }).retryAt).toBe(750);
    expect(listReadyCommands(box, 29_999)).toEqual([]);
    expect(nextWakeAt(box, 100)).toBe(30_000);
    expect(idsOf(listReadyCommands(reduceOutbox(box, { type: 'networkBack' }), 100))).toEqual(['a']);
  });

  it('refused: shown with its sentence until dismissed, those behind it go on', () => {
    const box = play(
      tapped('a', 0),
      tapped('b', 0),
      { type: 'sendBegan', ids: ['a', 'b'] },
      {
        type: 'answered',
        at: 1,
        results: [{ id: 'a', result: 'refused', code: 'commandOutOfOrder', sentence: NO }, ...applied('b')],
      },
    );
    expect(box.refused.map((report) => [report.command.id, report.code, report.sentence.ja])).toEqual([
      ['a', 'commandOutOfOrder', NO.ja],
    ]);
    expect(box.settling.map(({ entry }) => entry.command.id)).toEqual(['b']);
    expect(reduceOutbox(box, { type: 'dismissed', id: 'a' }).refused).toEqual([]);
  });

  it('an answer that leaves one out: that one stays in the queue', () => {
    const box = play(tapped('a', 0), tapped('b', 0), { type: 'answered', results: applied('a'), at: 1 });
    expect(box.entries.map((entry) => entry.command.id)).toEqual(['b']);
  });

  it('a batch the server cannot read: sent one by one, and only the one at fault is refused', () => {
    const box = play(
      tapped('a', 0),
      tapped('b', 0),
      { type: 'sendBegan', ids: ['a', 'b'] },
      { type: 'batchRefused', code: 'malformedInput', sentence: NO },
    );
    expect(box.refused).toEqual([]);
    expect(idsOf(listReadyCommands(box, 9_000))).toEqual(['a']);
    const single = [
      { type: 'sendBegan', ids: ['a'] },
      { type: 'batchRefused', code: 'malformedInput', sentence: NO },
    ] as const;
    const after = single.reduce<Outbox>(reduceOutbox, box);
    expect(after.refused.map((report) => report.command.id)).toEqual(['a']);
    expect(idsOf(listReadyCommands(after, 9_000))).toEqual(['b']);
  });

  it('signed out: kept and silent until signed in again', () => {
    const box = play(tapped('a', 0), { type: 'sendBegan', ids: ['a'] }, { type: 'signInNeeded' });
    expect(listReadyCommands(box, 60_000)).toEqual([]);
    expect(idsOf(listReadyCommands(reduceOutbox(box, { type: 'signedIn' }), 60_000))).toEqual(['a']);
  });
});

describe('after the page was killed', () => {
  it('killed with one on the wire and one held: both are still there, in order, and go out', () => {
    const box = reviveOutbox(play(tapped('a', 0), { type: 'sendBegan', ids: ['a'] }, tapped('b', 500)));
    expect(box.sending).toEqual([]);
    expect(idsOf(listReadyCommands(box, 10_000))).toEqual(['a', 'b']);
    expect(canTakeBack(box, 'b')).toBe(true);
  });

  it('the same tap given twice: kept once', () => {
    expect(play(tapped('a', 0), tapped('a', 10)).entries).toHaveLength(1);
  });
});
