import { asFault, type SpokenText } from '../../screen-kit/transport/apiFault.ts';
import { type ReadyCall, type ReadyEvent, reduceReady } from '../store/readyCalls.ts';

/** What the sender needs of the world; all of it can be replaced in a test. */
export interface ReadySenderPorts {
  /** Resolves with what to say to the rider; rejects with `ApiFault`. */
  readonly send: (rideId: string, key: string) => Promise<SpokenText>;
  /** Keeps the calls on the device; rejects when it would not. */
  readonly keep: (calls: readonly ReadyCall[]) => Promise<void>;
  /** False while it is of no use to try: no network, or nobody signed in. */
  readonly canSend: () => boolean;
  readonly setTimer: (work: () => void, milliseconds: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly onChange: () => void;
}

/** Carries riders' calls for the way home to the office, one after the other, as long as it takes. */
export interface ReadySender {
  readonly calls: () => readonly ReadyCall[];
  readonly dispatch: (event: ReadyEvent) => void;
  /** Tries whatever waits, and again every few seconds; resolves when each has been tried once. */
  readonly sendWaiting: () => Promise<void>;
  readonly stop: () => void;
}

/** A call that got no answer is tried again after this. */
const RETRY_MS = 5_000;

/** Nothing goes out before `sendWaiting`. */
export function createReadySender(ports: ReadySenderPorts, start: readonly ReadyCall[]): ReadySender {
  // What was asked before the page was opened is not being looked at any more.
  let calls = reduceReady(start, { type: 'lookedAway' });
  let isStopped = false;
  let round: Promise<void> = Promise.resolve();
  let timer: unknown = null;

  function dispatch(event: ReadyEvent): void {
    const next = reduceReady(calls, event);
    if (next === calls || isStopped) return;
    calls = next;
    // A device that keeps nothing is told of beside the taps.
    void ports.keep(calls).catch(() => undefined);
    ports.onChange();
  }

  async function sendOne({ rideId, key }: ReadyCall): Promise<void> {
    if (!ports.canSend()) return dispatch({ type: 'putOff', key });
    dispatch({ type: 'sendBegan', key });
    try {
      dispatch({ type: 'answered', key, isRefused: false, sentence: await ports.send(rideId, key) });
    } catch (cause) {
      const { kind, status, sentence } = asFault(cause);
      const isLost = kind !== 'refused' || status === 401 || status >= 500;
      dispatch(isLost ? { type: 'putOff', key } : { type: 'answered', key, isRefused: true, sentence });
    }
  }

  async function sendAll(): Promise<void> {
    const tried = new Set<string>();
    const next = (): ReadyCall | undefined =>
      calls.find(({ state, key }) => state === 'waiting' && !tried.has(key));
    for (let call = next(); call && !isStopped; call = next()) {
      tried.add(call.key);
      await sendOne(call);
    }
    if (!isStopped && timer === null && calls.some(({ state }) => state === 'waiting')) {
      timer = ports.setTimer(() => void sendWaiting(), RETRY_MS);
    }
  }

  function sendWaiting(): Promise<void> {
    if (timer !== null) ports.clearTimer(timer);
    timer = null;
    round = round.then(sendAll);
    return round;
  }

  return {
    calls: () => calls,
    dispatch,
    sendWaiting,
    stop() {
      isStopped = true;
      if (timer !== null) ports.clearTimer(timer);
    },
  };
}
