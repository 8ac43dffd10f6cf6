import type { DriverCommand, SystemView } from '../../backend/contract/index.ts';
import type { DayState } from '../../screen-kit/store/dayState.ts';
import { createFeedReader, type FeedReader } from '../../screen-kit/store/feedReader.ts';
import type { ServerClock } from '../../screen-kit/store/serverClock.ts';
import { asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { daySecondOf } from '../../screen-kit/words/times.ts';
import { applyCommands, isReflected } from '../store/applyCommands.ts';
import { listDayChanges, mergeChanges } from '../store/dayChanges.ts';
import { type DriverDay, driverDayOf } from '../store/driverDay.ts';
import { findNextStopChange, isNextStill, type NextStopChange } from '../store/nextStopChange.ts';
import { EMPTY_OUTBOX, listCoveringEntries } from '../store/outbox.ts';
import { type AccountSenders, openSenders } from './accountSenders.ts';
import { type ClockReading, continueClock, readClock } from './deviceClock.ts';
import * as kept from './keptDay.ts';
import { type DriverStation, STARTING_STATE, type StationPorts, type StationState } from './stationState.ts';

const REFRESH_MS = 60_000;
const RETRY_MS = 5_000;

/** Builds the station; nothing happens before `start`. */
export function createDriverStation(ports: StationPorts): DriverStation {
  const listeners = new Set<() => void>();
  let state = STARTING_STATE;
  let serverDay: DriverDay | null = null;
  let clock: ServerClock | null = null;
  let clockReading: ClockReading | null = null;
  let senders: AccountSenders | null = null;
  let line: ReturnType<StationPorts['openLine']> | null = null;
  let reader: FeedReader | null = null;
  let readerDay: DayState | null = null;
  let readAt: number | null = null;
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
    const outbox = senders?.taps.outbox() ?? EMPTY_OUTBOX;
    const shownDay = serverDay === null ? null : applyCommands(serverDay, listCoveringEntries(outbox));
    const ready = senders?.ready.calls() ?? [];
    publish({ shownDay, outbox, isKept: senders?.taps.isKept() ?? true, ready, ...change });
  }

  function hearSystem(system: SystemView): void {
    clockReading = readClock(system, ports.now());
    clock = continueClock(clockReading, ports.now(), ports.steadyMs);
    publish({ system });
    keepPage();
  }

  function keepPage(): void {
    const page = { account: state.account, system: state.system, clock: clockReading, readAt };
    void kept.savePage(ports.records, page).catch(() => publish({ isKept: false }));
  }

  function keepDay(accountId: string, day: DriverDay): void {
    // The outbox is what must not be lost; a day that cannot be kept only means an empty page without a network.
    void kept.saveDay(ports.records, accountId, day).catch(() => undefined);
    keepPage();
  }

  async function openAccount(account: kept.KeptAccount): Promise<void> {
    closeAccount();
    const [day, opened] = await Promise.all([
      kept.loadDay(ports.records, account.accountId),
      openSenders(ports, account.accountId, {
        line: () => line,
        onChange: () => redraw(),
        onSignedOut: () => void refresh(),
      }),
    ]);
    serverDay = day;
    senders = opened;
    redraw({ phase: 'signedIn', account, readAt, changes: [], nextStop: null });
    keepPage();
  }

  function closeAccount(): void {
    closeLine();
    senders?.stop();
    senders = null;
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
    senders?.taps.dispatch({ type: 'signedIn' });
    if (state.system) senders?.ready.dispatch({ type: 'dayIs', day: state.system.today });
    void senders?.ready.sendWaiting();
    publish({ needsSignIn: false });
  }

  function openReader(openedLine: NonNullable<typeof line>): void {
    reader?.stop();
    const opened = createFeedReader(
      {
        read: async (question) => {
          const answer = await openedLine.read(question);
          readAt = now();
          return answer;
        },
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
      publish({ feedStatus: from.status(), readAt });
      return;
    }
    readerDay = fresh;
    const before = serverDay;
    // Settling the outbox draws anew: what the driver acted on is what was shown until now.
    const { shownDay } = state;
    serverDay = driverDayOf(fresh.day, [...fresh.shifts.values()], [...fresh.rides.values()]);
    const told = before === null ? [] : listDayChanges(before, serverDay);
    settleOutbox(serverDay);
    const shown = applyCommands(serverDay, listCoveringEntries(senders?.taps.outbox() ?? EMPTY_OUTBOX));
    const nextStop = nextStopAfter(shownDay, shown);
    const isNewDay = before !== null && before.day !== serverDay.day;
    const changes = isNewDay ? [] : mergeChanges(state.changes, told);
    redraw({ feedStatus: from.status(), readAt, changes, nextStop });
    if (state.account !== null) {
      keepDay(state.account.accountId, serverDay);
    }
  }

  /** What the driver has to be told about where to go first, until they are there. */
  function nextStopAfter(before: DriverDay | null, after: DriverDay): NextStopChange | null {
    const told = before === null ? null : findNextStopChange(before, after);
    if (told !== null) return told;
    return state.nextStop !== null && isNextStill(state.nextStop, after) ? state.nextStop : null;
  }

  /** Taps that the server's day shows need no covering any more. */
  function settleOutbox(day: DriverDay): void {
    const settling = senders?.taps.outbox().settling ?? [];
    if (settling.length === 0) return;
    const reflected = settling
      .filter(({ entry }) => isReflected(day, entry.command))
      .map(({ entry }) => entry.command.id);
    senders?.taps.dispatch({ type: 'dayRead', reflected, at: ports.now() });
  }

  function sessionEnded(): void {
    closeLine();
    senders?.taps.dispatch({ type: 'signInNeeded' });
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
      if (state.account?.accountId !== session.accountId) await openAccount(kept.withoutToken(session));
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

  function commandHead(shiftId: string): Pick<DriverCommand, 'id' | 'shiftId' | 'deviceTime'> {
    return { id: newKey(), shiftId, deviceTime: new Date(now()).toISOString() };
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
      readAt = page?.readAt ?? null;
      publish({ system: page?.system ?? null });
      if (page?.account) await openAccount(page.account);
      await refresh();
    },
    async signIn(login, secret) {
      const session = await ports.api.signIn(login, secret);
      if (state.account?.accountId !== session.accountId) await openAccount(kept.withoutToken(session));
      openLine();
      void refresh();
    },
    async signOut() {
      await ports.api.signOut();
      const account = state.account;
      closeAccount();
      readAt = null;
      if (account !== null) await kept.forgetDay(ports.records, account.accountId);
      publish({ ...STARTING_STATE, phase: 'signedOut', system: state.system });
      keepPage();
    },
    tap(shiftId, report) {
      const command = { ...commandHead(shiftId), ...report } as DriverCommand;
      const day = serverDay?.day ?? state.system?.today ?? '';
      senders?.taps.dispatch({ type: 'tapped', command, second: daySecondOf(day, now()), at: ports.now() });
    },
    async tellReady(ride) {
      senders?.ready.dispatch({ type: 'asked', ride, key: newKey() });
      await senders?.ready.sendWaiting();
    },
    takeReadyBack: (rideId) => senders?.ready.dispatch({ type: 'takenBack', rideId }),
    leaveReady: () => senders?.ready.dispatch({ type: 'lookedAway' }),
    dismissReady: (rideId) => senders?.ready.dispatch({ type: 'dismissed', rideId }),
    reportPosition(shiftId, at) {
      const command: DriverCommand = { ...commandHead(shiftId), type: 'vehicle:position', at: { ...at } };
      if (line !== null && !state.needsSignIn) void line.sendDriverCommands([command]).catch(() => undefined);
    },
    takeBack: (id) => senders?.taps.dispatch({ type: 'takenBack', id }),
    dismissRefused: (id) => senders?.taps.dispatch({ type: 'dismissed', id }),
    dismissChanges: () => publish({ changes: [], nextStop: null }),
    networkBack() {
      senders?.taps.dispatch({ type: 'networkBack' });
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
