import type { DriverCommand, DriverCommandsAnswer } from '../../backend/contract/index.ts';
import { asFault } from '../../screen-kit/transport/apiFault.ts';
import { type Outbox, type OutboxEvent, reduceOutbox } from '../store/outbox.ts';
import { listReadyCommands, nextWakeAt } from '../store/outboxTiming.ts';

/** What the sender needs of the world; all of it can be replaced in a test. */
export interface OutboxSenderPorts {
  readonly send: (commands: readonly DriverCommand[]) => Promise<DriverCommandsAnswer>;
  /** Keeps the outbox on the device; resolves when it is kept. */
  readonly keep: (outbox: Outbox) => Promise<void>;
  /** False only when the browser is sure that there is no network; then nothing is tried. */
  readonly isOnline: () => boolean;
  /** Device milliseconds. */
  readonly now: () => number;
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number;
  readonly setTimer: (work: () => void, milliseconds: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly onChange: () => void;
  /** The server knows nobody here: the session is over or its token is old. */
  readonly onSignedOut: () => void;
}

/** Carries the taps to the server, one batch at a time, in order. */
export interface OutboxSender {
  readonly outbox: () => Outbox;
  /** False: the device would not keep the last taps (full, or private browsing). */
  readonly isKept: () => boolean;
  readonly dispatch: (event: OutboxEvent) => void;
  readonly stop: () => void;
}

/** The browser tells when the network is back; this is for one that forgets to. */
const OFFLINE_LOOK_MS = 5_000;

/** Starts sending at once what is ready. */
export function createOutboxSender(ports: OutboxSenderPorts, start: Outbox): OutboxSender {
  let outbox = start;
  let isKept = true;
  let isStopped = false;
  let timer: unknown = null;
  let keeping: Promise<void> = Promise.resolve();

  function dispatch(event: OutboxEvent): void {
    const next = reduceOutbox(outbox, event);
    if (next === outbox) return;
    outbox = next;
    keeping = keeping.then(() => keep(next));
    ports.onChange();
    schedule();
  }

  async function keep(value: Outbox): Promise<void> {
    const wasKept = isKept;
    isKept = await ports.keep(value).then(
      () => true,
      () => false,
    );
    if (isKept !== wasKept && !isStopped) ports.onChange();
  }

  function schedule(): void {
    if (timer !== null) ports.clearTimer(timer);
    timer = null;
    const now = ports.now();
    const wakeAt = isStopped ? null : nextWakeAt(outbox, now);
    if (wakeAt === null) return;
    const delay = ports.isOnline() ? wakeAt - now : Math.max(wakeAt - now, OFFLINE_LOOK_MS);
    timer = ports.setTimer(() => {
      timer = null;
      void sendReady();
    }, delay);
  }

  async function sendReady(): Promise<void> {
    const commands = ports.isOnline() ? listReadyCommands(outbox, ports.now()) : [];
    if (commands.length === 0) return schedule();
    const ids = commands.map((command) => command.id);
    dispatch({ type: 'sendBegan', ids });
    await keeping;
    if (isStopped) return;
    const outcome = await ports.send(commands).then(
      (answer) => ({ answer }),
      (cause: unknown) => ({ cause }),
    );
    if (isStopped) return;
    if ('cause' in outcome) return takeFault(outcome.cause);
    const results = outcome.answer.results.filter((result) => ids.includes(result.id));
    dispatch({ type: 'answered', results, at: ports.now() });
    if (results.length < ids.length) dispatch(failure());
  }

  function takeFault(cause: unknown): void {
    const fault = asFault(cause);
    if (fault.status === 401 || fault.code === 'crossSiteRequest') {
      // The wait keeps a server that refuses its own session from being asked without pause.
      dispatch(failure());
      ports.onSignedOut();
    } else if (
      fault.kind === 'refused' &&
      fault.status >= 400 &&
      fault.status < 500 &&
      !isLater(fault.status)
    ) {
      dispatch({ type: 'batchRefused', code: fault.code, sentence: fault.sentence });
    } else {
      dispatch(failure());
    }
  }

  function failure(): OutboxEvent {
    return { type: 'sendFailed', at: ports.now(), jitter: ports.random() };
  }

  schedule();
  return {
    outbox: () => outbox,
    isKept: () => isKept,
    dispatch,
    stop() {
      isStopped = true;
      if (timer !== null) ports.clearTimer(timer);
    },
  };
}

/** Statuses that say "not now", or come from something between us and the server. */
function isLater(status: number): boolean {
  return [404, 405, 407, 408, 409, 423, 425, 429].includes(status);
}
