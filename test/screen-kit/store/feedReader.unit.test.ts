import { describe, expect, it } from 'vitest';
import type { FeedAnswer, FeedRead } from '../../../backend/contract/index.ts';
import { createFeedReader, type FeedReader } from '../../../screen-kit/store/feedReader.ts';
import { changes, ride, snapshot } from './dayFixture.ts';

interface Pending {
  readonly question: FeedRead;
  readonly answer: (answer: FeedAnswer) => Promise<void>;
  readonly fail: () => Promise<void>;
}

/** A world in which the test decides when answers, rings and time come. */
function setUp(options: { day?: string } = {}) {
  const pending: Pending[] = [];
  const timers = new Map<number, { work: () => void; milliseconds: number }>();
  const failures: unknown[] = [];
  let ringing: () => void = () => undefined;
  let line: (isUp: boolean) => void = () => undefined;
  let nextTimer = 1;
  /** Lets everything that waits on promises happen; nothing here waits on time. */
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const reader: FeedReader = createFeedReader(
    {
      read: (question) =>
        new Promise<FeedAnswer>((resolve, reject) => {
          pending.push({
            question,
            answer: (answer) => {
              resolve(answer);
              return settle();
            },
            fail: () => {
              reject(new Error('no answer'));
              return settle();
            },
          });
        }),
      onRing(listener) {
        ringing = listener;
        return () => {
          ringing = () => undefined;
        };
      },
      onLine(listener) {
        line = listener;
        return () => undefined;
      },
      onFailure: (cause) => failures.push(cause),
      setTimer(work, milliseconds) {
        nextTimer += 1;
        timers.set(nextTimer, { work, milliseconds });
        return nextTimer;
      },
      clearTimer: (timer) => void timers.delete(timer as number),
    },
    {
      audience: 'console',
      ...options,
      safetyPollMs: 20_000,
      gapMs: 150,
      firstRetryMs: 500,
      longestRetryMs: 4000,
    },
  );
  return {
    reader,
    failures,
    reads: pending,
    ring: () => ringing(),
    line: (isUp: boolean) => line(isUp),
    waits: () => [...timers.values()].map(({ milliseconds }) => milliseconds),
    /** Lets the one timer run out. */
    pass() {
      const [id, timer] = [...timers][0]!;
      timers.delete(id);
      timer.work();
    },
  };
}

describe('createFeedReader', () => {
  it('at the start: reads at once, without a cursor, then with the one it got', async () => {
    const world = setUp({ day: '2026-11-22' });
    expect(world.reads[0]?.question).toEqual({ audience: 'console', day: '2026-11-22' });
    await world.reads[0]!.answer(snapshot({ cursor: 'c1' }));
    world.pass();
    world.ring();
    expect(world.reads[1]?.question).toEqual({ audience: 'console', day: '2026-11-22', cursor: 'c1' });
  });

  it('many rings while a read is under way: one read after it, not many', async () => {
    const world = setUp();
    world.ring();
    world.ring();
    world.ring();
    expect(world.reads).toHaveLength(1);
    await world.reads[0]!.answer(snapshot({ cursor: 'c1' }));
    world.pass();
    expect(world.reads).toHaveLength(2);
    await world.reads[1]!.answer(changes({ cursor: 'c2' }));
    world.pass();
    expect(world.reads).toHaveLength(2);
  });

  it('a ring long after the last read: read at once, without waiting', async () => {
    const world = setUp();
    await world.reads[0]!.answer(snapshot({ cursor: 'c1' }));
    world.pass();
    expect(world.waits()).toEqual([20_000]);
    world.ring();
    expect(world.reads).toHaveLength(2);
  });

  it('a card is watched: asked at once and with every read, until another one is or none', async () => {
    const world = setUp();
    await world.reads[0]!.answer(snapshot({ cursor: 'c1' }));
    world.pass();
    world.reader.watchCard('p1');
    world.reader.watchCard('p1');
    expect(world.reads.map(({ question }) => question.card)).toEqual([undefined, 'p1']);
    await world.reads[1]!.answer(changes({ cursor: 'c2', card: { personId: 'p1', stamp: '2.5' } }));
    expect(world.reader.state().card).toEqual({ personId: 'p1', stamp: '2.5' });
    world.pass();
    world.reader.watchCard(null);
    world.ring();
    expect(world.reads.map(({ question }) => question.card)).toEqual([undefined, 'p1', undefined]);
    await world.reads[2]!.answer(changes({ cursor: 'c3' }));
    expect(world.reader.state().card).toBeNull();
  });

  it('a lost ring: the safety poll reads all the same', async () => {
    const world = setUp();
    await world.reads[0]!.answer(snapshot({ cursor: 'c1' }));
    world.pass();
    world.pass();
    await world.reads[1]!.answer(changes({ cursor: 'c2', rides: [ride({ id: 'a' })] }));
    expect(world.reader.state().rides.has('a')).toBe(true);
  });

  it('more behind the cursor: reads on without waiting', async () => {
    const world = setUp();
    await world.reads[0]!.answer(snapshot({ cursor: 'c1' }));
    world.pass();
    world.ring();
    await world.reads[1]!.answer(changes({ cursor: 'c2', more: true }));
    expect(world.waits()).toEqual([0]);
    world.pass();
    expect(world.reads[2]?.question.cursor).toBe('c2');
  });

  it('no answer again and again: waits 500, 1000, 2000, 4000, 4000 ms', async () => {
    const world = setUp();
    const waited: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await world.reads[attempt]!.fail();
      waited.push(...world.waits());
      world.pass();
    }
    // 500 × 2^n, never above the longest: 500, 1000, 2000, 4000, 8000 → 4000.
    expect(waited).toEqual([500, 1000, 2000, 4000, 4000]);
    expect(world.failures).toHaveLength(5);
    expect(world.reader.failure()).toBe(world.failures[4]);
  });

  it('line up, answers lost, line down, answers back: connected, stale, offline, stale, connected', async () => {
    const world = setUp();
    const seen: string[] = [];
    world.reader.subscribe(() => seen.push(world.reader.status()));
    world.line(true);
    await world.reads[0]!.answer(snapshot({ cursor: 'c1' }));
    // The line came up during the first read, so a second one follows after the gap.
    world.pass();
    await world.reads[1]!.fail();
    world.pass();
    await world.reads[2]!.fail();
    world.line(false);
    world.pass();
    await world.reads[3]!.answer(changes({ cursor: 'c2' }));
    world.pass();
    world.line(true);
    await world.reads[4]!.answer(changes({ cursor: 'c3' }));
    expect(seen.filter((status, index) => status !== seen[index - 1])).toEqual([
      'connected',
      'stale',
      'offline',
      'stale',
      'connected',
    ]);
  });

  it('the line comes back while waiting to try again: reads at once', async () => {
    const world = setUp();
    await world.reads[0]!.fail();
    world.line(true);
    expect(world.reads).toHaveLength(2);
    expect(world.waits()).toEqual([]);
  });

  it('stopped while a read is under way: the answer changes nothing and nothing is read again', async () => {
    const world = setUp();
    world.reader.stop();
    await world.reads[0]!.answer(snapshot({ cursor: 'c1' }));
    world.ring();
    expect(world.reader.state().cursor).toBeNull();
    expect([world.reads.length, world.waits().length]).toEqual([1, 0]);
  });

  it('a ride taken over from an answer, then the same from the feed: listeners hear of it once', async () => {
    const world = setUp();
    await world.reads[0]!.answer(snapshot({ cursor: 'c1' }));
    let calls = 0;
    world.reader.subscribe(() => {
      calls += 1;
    });
    world.reader.putRide(ride({ id: 'a', revision: 3 }));
    expect([calls, world.reader.state().rides.get('a')?.revision]).toEqual([1, 3]);
    world.reader.putRide(ride({ id: 'a', revision: 2 }));
    expect(calls).toBe(1);
  });
});
