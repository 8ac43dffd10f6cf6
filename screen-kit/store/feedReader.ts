import type { Audience, FeedAnswer, FeedRead, RideView } from '../../backend/contract/index.ts';
import { applyFeedAnswer, putRide } from './applyFeedAnswer.ts';
import { type DayState, EMPTY_DAY } from './dayState.ts';

/**
 * How fresh the copy is. `waiting`: nothing read yet; `connected`: read, and the doorbell works; `stale`: changes may
 * come late; `offline`: the server does not answer.
 */
export type FeedStatus = 'waiting' | 'connected' | 'stale' | 'offline';

/** What the reader needs of the world; all of it can be replaced in a test. */
export interface FeedReaderPorts {
  /** Asks the server once; rejects when there is no answer. */
  readonly read: (question: FeedRead) => Promise<FeedAnswer>;
  /** Calls back when there may be something new. Answers how to stop. */
  readonly onRing: (listener: () => void) => () => void;
  /** Calls back when the doorbell's line comes up (true) or goes down (false). Answers how to stop. */
  readonly onLine: (listener: (isUp: boolean) => void) => () => void;
  /** Told of every read that failed, so that a screen can send people back to the sign-in. */
  readonly onFailure?: (cause: unknown) => void;
  readonly setTimer: (work: () => void, milliseconds: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

export interface FeedReaderOptions {
  readonly audience: Audience;
  /** Service day to follow; left out: the server's today. */
  readonly day?: string;
  /** Reads this often even when nothing rings, because a ring may be lost. */
  readonly safetyPollMs?: number;
  /** Rings this soon after a read are answered by one read together. */
  readonly gapMs?: number;
  readonly firstRetryMs?: number;
  readonly longestRetryMs?: number;
}

/** The screen's end of the feed: one read at a time, in order, until `stop`. */
export interface FeedReader {
  readonly state: () => DayState;
  readonly status: () => FeedStatus;
  /** Why the last read failed; null when it did not. */
  readonly failure: () => unknown;
  /** Calls back after every change of state or status. Answers how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads now, or as soon as the read under way is over. */
  readonly readNow: () => void;
  /** Takes over a ride that came as the answer to a command, without waiting for the feed. */
  readonly putRide: (ride: RideView) => void;
  /** From now on the state says whether the rides of this rider change, on whatever day; null: of nobody. */
  readonly watchCard: (personId: string | null) => void;
  readonly stop: () => void;
}

/** What the one timer is waiting for. */
type Pause = 'none' | 'gap' | 'poll' | 'retry';

/** Starts reading at once. */
export function createFeedReader(ports: FeedReaderPorts, options: FeedReaderOptions): FeedReader {
  const { safetyPollMs = 20_000, gapMs = 150, firstRetryMs = 500, longestRetryMs = 15_000 } = options;
  const listeners = new Set<() => void>();
  let state = EMPTY_DAY;
  let status: FeedStatus = 'waiting';
  let isLineUp = false;
  let isReading = false;
  let isWanted = false;
  let isStopped = false;
  let watched: string | null = null;
  let failures = 0;
  let failure: unknown = null;
  let pause: Pause = 'none';
  let timer: unknown = null;

  function publish(nextState: DayState, nextStatus: FeedStatus): void {
    if (nextState === state && nextStatus === status) return;
    state = nextState;
    status = nextStatus;
    for (const listener of [...listeners]) listener();
  }

  function wait(reason: Exclude<Pause, 'none'>, milliseconds: number, work: () => void): void {
    stopWaiting();
    pause = reason;
    timer = ports.setTimer(() => {
      pause = 'none';
      timer = null;
      work();
    }, milliseconds);
  }

  function stopWaiting(): void {
    if (timer !== null) ports.clearTimer(timer);
    pause = 'none';
    timer = null;
  }

  function readNow(): void {
    if (isStopped) return;
    isWanted = true;
    if (!isReading && pause !== 'gap') void readOnce();
  }

  async function readOnce(): Promise<void> {
    if (isReading || isStopped) return;
    stopWaiting();
    isReading = true;
    isWanted = false;
    const askedFrom = state.cursor;
    const outcome = await ports.read(questionFrom(options, askedFrom, watched)).then(
      (answer) => ({ answer }),
      (cause: unknown) => ({ cause }),
    );
    isReading = false;
    if (isStopped) return;
    if ('answer' in outcome) settle(outcome.answer, askedFrom);
    else retry(outcome.cause);
  }

  function settle(answer: FeedAnswer, askedFrom: string | null): void {
    failures = 0;
    failure = null;
    publish(applyFeedAnswer(state, answer, askedFrom), isLineUp ? 'connected' : 'stale');
    const hasMore = answer.kind === 'changes' && answer.more;
    wait('gap', hasMore ? 0 : gapMs, () => {
      if (hasMore || isWanted) void readOnce();
      else wait('poll', safetyPollMs, () => void readOnce());
    });
  }

  function retry(cause: unknown): void {
    failures += 1;
    failure = cause;
    // One lost answer is not yet an outage; two in a row are.
    publish(state, failures > 1 || state.cursor === null ? 'offline' : 'stale');
    ports.onFailure?.(cause);
    if (isStopped) return;
    const backOff = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
    wait('retry', backOff, () => void readOnce());
  }

  const stopRing = ports.onRing(readNow);
  const stopLine = ports.onLine((isUp) => {
    isLineUp = isUp;
    if (isUp) readNow();
    else if (status === 'connected') publish(state, 'stale');
  });
  void readOnce();

  return {
    state: () => state,
    status: () => status,
    failure: () => failure,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readNow,
    watchCard(personId) {
      if (personId === watched) return;
      watched = personId;
      if (personId !== null) readNow();
    },
    putRide: (ride) => publish(putRide(state, ride), status),
    stop() {
      isStopped = true;
      stopWaiting();
      stopRing();
      stopLine();
      listeners.clear();
    },
  };
}

/** The cursor belongs to a day; the day is named with it so that the server can follow the same one. */
function questionFrom(options: FeedReaderOptions, cursor: string | null, card: string | null): FeedRead {
  return {
    audience: options.audience,
    ...(options.day === undefined ? {} : { day: options.day }),
    ...(cursor === null ? {} : { cursor }),
    ...(card === null ? {} : { card }),
  };
}
