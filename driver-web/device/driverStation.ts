import type { DriverCommand, SystemView } from '../../backend/contract/index.ts';
import type { DayState } from '../../screen-kit/store/dayState.ts';
import { createFeedReader, type FeedReader, type FeedStatus } from '../../screen-kit/store/feedReader.ts';
import type { ServerClock } from '../../screen-kit/store/serverClock.ts';
import type { Api } from '../../screen-kit/transport/api.ts';
import { asFault } from '../../screen-kit/transport/apiFault.ts';
import type { FeedLine } from '../../screen-kit/transport/feedLine.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { daySecondOf } from '../../screen-kit/words/times.ts';
import { applyCommands, isReflected } from '../store/applyCommands.ts';
import { type DayChange, listDayChanges } from '../store/dayChanges.ts';
import { type DriverDay, driverDayOf } from '../store/driverDay.ts';
import { EMPTY_OUTBOX, listCoveringEntries, type Outbox } from '../store/outbox.ts';
import { type ClockReading, continueClock, readClock } from './deviceClock.ts';
import * as kept from './keptDay.ts';
import type { KeptRecords } from './keptRecords.ts';
import { createOutboxSender, type OutboxSender } from './outboxSender.ts';

/** What the driver can report by a tap, before the device adds id, shift and time. */
export type Report =
  | { readonly type: 'stop:arrive' | 'stop:depart'; readonly stopId: string }
  | { readonly type: 'ride:board' | 'ride:alight' | 'ride:noShow'; readonly rideId: string };

/** All that the page shows. A new value after every change. */
export interface StationState {
  /** `starting`: the device is being read; `signedOut`: somebody has to sign in before anything can be shown. */
  readonly phase: 'starting' | 'signedOut' | 'signedIn';
  /** The session ended while the day is on screen: taps are kept, but wait for the sign-in. */
  readonly needsSignIn: boolean;
  readonly account: kept.KeptAccount | null;
  readonly system: SystemView | null;
  /** Server day + pending taps; null: nothing known yet. */
  readonly shownDay: DriverDay | null;
  /** Server moment (ms) of the last read. */
  readonly readAt: number | null;
  readonly feedStatus: FeedStatus;
  readonly outbox: Outbox;
  readonly isKept: boolean;
  /** Changes of the plan the driver has not waved away yet, newest last. */
  readonly changes: readonly DayChange[];
}

export interface StationPorts {
  readonly api: Pick<Api, 'system' | 'session' | 'signIn' | 'signOut'>;
  readonly openLine: () => Pick<FeedLine, 'read' | 'onRing' | 'onLine' | 'sendDriverCommands' | 'close'>;
  readonly records: KeptRecords;
  /** Device milliseconds; may jump. */
  readonly now: () => number;
  /** Real milliseconds that never jump. */
  readonly steadyMs: () => number;
  readonly random: () => number;
  readonly setTimer: (work: () => void, milliseconds: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

/** The driver's device: session, day, outbox and feed put together, without a picture. */
export interface DriverStation {
  readonly state: () => StationState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Server moment now, ms; the device's own where the server was never heard. */
  readonly now: () => number;
  /** Reads what is kept, then asks the server. */
  readonly start: () => Promise<void>;
  readonly signIn: (login: string, secret: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly tap: (shiftId: string, report: Report) => void;
  readonly takeBack: (commandId: string) => void;
  readonly dismissRefused: (commandId: string) => void;
  readonly dismissChanges: () => void;
  /** The browser says that the network is back. */
  readonly networkBack: () => void;
  /** Asks for the server's clock, day and session again. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

const START: StationState = {
  phase: 'starting',
  needsSignIn: false,
  account: null,
  system: null,
  shownDay: null,
  readAt: null,
  feedStatus: 'waiting',
  outbox: EMPTY_OUTBOX,
  isKept: true,
  changes: [],
};

const REFRESH_MS = 60_000;
const RETRY_MS = 5_000;

/** Builds the station; nothing happens before `start`. */
export function createDriverStation(ports: StationPorts): DriverStation {
  const listeners = new Set<() => void>();
  let state = START;
  let serverDay: DriverDay | null = null;
  let clock: ServerClock | null = null;
  let clockReading: ClockReading | null = null;
  let sender: OutboxSender | null = null;
  let line: ReturnType<StationPorts['openLine']> | null = null;
  let reader: FeedReader | null = null;
  let readerDay: DayState | null = null;
  let refreshTimer: unknown = null;
  let isStopped = false;

  function publish(change: Partial<StationState>): void {
    if (isStopped) return;
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function now(): number {
    return clock?.now() ?? ports.now();
  }

  /** The shown day from the server's day and every tap that it does not contain yet. */
  function redraw(change: Partial<StationState> = {}): void {
    const outbox = sender?.outbox() ?? EMPTY_OUTBOX;
    const shownDay = serverDay === null ? null : applyCommands(serverDay, listCoveringEntries(outbox));
    publish({ shownDay, outbox, isKept: sender?.isKept() ?? true, ...change });
  }

  function hearSystem(system: SystemView): void {
    clockReading = readClock(system, ports.now());
    clock = continueClock(clockReading, ports.now(), ports.steadyMs);
    publish({ system });
    keepPage();
  }

  function keepPage(): void {
    const page = { account: state.account, system: state.system, clock: clockReading };
    void kept.savePage(ports.records, page).catch(() => publish({ isKept: false }));
  }

  async function openAccount(account: kept.KeptAccount): Promise<void> {
    closeAccount();
    const [day, outbox] = await Promise.all([
      kept.loadDay(ports.records, account.accountId),
      kept.loadOutbox(ports.records, account.accountId),
    ]);
    serverDay = day?.day ?? null;
    sender = createOutboxSender(
      {
        send: async (commands) => {
          if (line === null) throw asFault(null);
          return line.sendDriverCommands(commands);
        },
        keep: (value) => kept.saveOutbox(ports.records, account.accountId, value),
        now: ports.now,
        random: ports.random,
        setTimer: ports.setTimer,
        clearTimer: ports.clearTimer,
        onChange: () => redraw(),
        onSignedOut: () => void refresh(),
      },
      // Nothing goes out before the server has confirmed who is signed in.
      { ...outbox, needsSignIn: true },
    );
    redraw({ phase: 'signedIn', account, readAt: day?.readAt ?? null, changes: [] });
    keepPage();
  }

  function closeAccount(): void {
    closeLine();
    sender?.stop();
    sender = null;
    serverDay = null;
  }

  function closeLine(): void {
    reader?.stop();
    line?.close();
    reader = null;
    line = null;
    readerDay = null;
  }

  function openLine(): void {
    if (line === null) {
      line = ports.openLine();
      openReader(line);
    }
    sender?.dispatch({ type: 'signedIn' });
    publish({ needsSignIn: false });
  }

  function openReader(openedLine: NonNullable<typeof line>): void {
    reader?.stop();
    const opened = createFeedReader(
      {
        read: openedLine.read,
        onRing: openedLine.onRing,
        onLine: openedLine.onLine,
        onFailure: (cause) => {
          if (asFault(cause).status === 401) sessionEnded();
        },
        setTimer: ports.setTimer,
        clearTimer: ports.clearTimer,
      },
      { audience: 'driver' },
    );
    reader = opened;
    opened.subscribe(() => takeFeed(opened));
  }

  function takeFeed(from: FeedReader): void {
    const fresh = from.state();
    if (fresh.day === null || fresh === readerDay) {
      publish({ feedStatus: from.status() });
      return;
    }
    readerDay = fresh;
    const before = serverDay;
    serverDay = driverDayOf(fresh.day, [...fresh.shifts.values()], [...fresh.rides.values()]);
    const told = before === null ? [] : listDayChanges(before, serverDay);
    settleOutbox(serverDay);
    const isNewDay = before !== null && before.day !== serverDay.day;
    const readAt = now();
    redraw({ feedStatus: from.status(), readAt, changes: isNewDay ? [] : mergeChanges(state.changes, told) });
    if (state.account !== null) {
      void kept
        .saveDay(ports.records, state.account.accountId, { day: serverDay, readAt })
        .catch(() => undefined);
    }
  }

  /** Taps that the server's day shows need no covering any more. */
  function settleOutbox(day: DriverDay): void {
    const settling = sender?.outbox().settling ?? [];
    if (settling.length === 0) return;
    const reflected = settling
      .filter(({ entry }) => isReflected(day, entry.command))
      .map(({ entry }) => entry.command.id);
    sender?.dispatch({ type: 'dayRead', reflected, at: ports.now() });
  }

  function sessionEnded(): void {
    closeLine();
    sender?.dispatch({ type: 'signInNeeded' });
    publish({ needsSignIn: true, feedStatus: 'offline' });
  }

  async function refresh(): Promise<void> {
    if (refreshTimer !== null) ports.clearTimer(refreshTimer);
    refreshTimer = null;
    const isReached = await askServer();
    if (isStopped) return;
    if (refreshTimer !== null) ports.clearTimer(refreshTimer);
    refreshTimer = ports.setTimer(() => void refresh(), isReached ? REFRESH_MS : RETRY_MS);
  }

  async function askServer(): Promise<boolean> {
    try {
      hearSystem(await ports.api.system());
      const session = await ports.api.session();
      if (isStopped) return true;
      if (session === null) {
        if (state.account === null) publish({ phase: 'signedOut' });
        else if (!state.needsSignIn) sessionEnded();
        return true;
      }
      if (state.account?.accountId !== session.accountId) await openAccount(withoutToken(session));
      openLine();
      if (state.system !== null && serverDay !== null && serverDay.day < state.system.today) startNewDay();
      return true;
    } catch {
      if (state.account === null) publish({ phase: 'signedOut', feedStatus: 'offline' });
      return false;
    }
  }

  /** Yesterday's shift stays until its last stop is done; then the feed starts again with today. */
  function startNewDay(): void {
    const isOpen = state.shownDay?.shifts.some((shift) =>
      shift.stops.some((stop) => stop.state === 'arrived'),
    );
    if (line !== null && isOpen !== true) openReader(line);
  }

  return {
    state: () => state,
    now,
    refresh,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      const page = await kept.loadPage(ports.records).catch(() => null);
      if (page?.clock) {
        clockReading = page.clock;
        clock = continueClock(page.clock, ports.now(), ports.steadyMs);
      }
      publish({ system: page?.system ?? null });
      if (page?.account) await openAccount(page.account);
      await refresh();
    },
    async signIn(login, secret) {
      const session = await ports.api.signIn(login, secret);
      if (state.account?.accountId !== session.accountId) await openAccount(withoutToken(session));
      openLine();
      void refresh();
    },
    async signOut() {
      await ports.api.signOut();
      const account = state.account;
      closeAccount();
      if (account !== null) await kept.forgetDay(ports.records, account.accountId);
      publish({ ...START, phase: 'signedOut', system: state.system });
      keepPage();
    },
    tap(shiftId, report) {
      const command = {
        id: newKey(),
        shiftId,
        deviceTime: new Date(now()).toISOString(),
        ...report,
      } as DriverCommand;
      const day = serverDay?.day ?? state.system?.today ?? '';
      sender?.dispatch({ type: 'tapped', command, second: daySecondOf(day, now()), at: ports.now() });
    },
    takeBack: (id) => sender?.dispatch({ type: 'takenBack', id }),
    dismissRefused: (id) => sender?.dispatch({ type: 'dismissed', id }),
    dismissChanges: () => publish({ changes: [] }),
    networkBack() {
      sender?.dispatch({ type: 'networkBack' });
      void refresh();
    },
    stop() {
      closeAccount();
      if (refreshTimer !== null) ports.clearTimer(refreshTimer);
      isStopped = true;
      listeners.clear();
    },
  };
}

/** A later word about the same ride replaces the earlier one. */
function mergeChanges(held: readonly DayChange[], told: readonly DayChange[]): readonly DayChange[] {
  const isTold = new Set(told.map((change) => change.ride.id));
  return [...held.filter((change) => !isTold.has(change.ride.id)), ...told];
}

function withoutToken(session: kept.KeptAccount & { csrfToken: string }): kept.KeptAccount {
  const { csrfToken: _token, ...account } = session;
  return account;
}
