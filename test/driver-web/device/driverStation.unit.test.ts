import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  DriverCommand,
  DriverCommandsAnswer,
  FeedSnapshot,
  Ready,
  ReadyAnswer,
  SessionView,
  SystemView,
} from '../../../backend/contract/index.ts';
import { createDriverStation } from '../../../driver-web/device/driverStation.ts';
import { recordsInMemory } from '../../../driver-web/device/keptRecords.ts';
import type { DriverStation } from '../../../driver-web/device/stationState.ts';
import { type DriverDay, driverDayOf } from '../../../driver-web/store/driverDay.ts';
import { faultFromAnswer, offlineFault } from '../../../screen-kit/transport/apiFault.ts';
import { DAY, oneRideDay, place, ride, shift, stop } from '../store/day.ts';

const SESSION: SessionView = {
  accountId: 'account:driver',
  displayName: '試験 一郎',
  role: 'driver',
  municipalities: [],
  providerId: 'provider:1',
  clinicId: null,
  personId: null,
  vehicleId: 'vehicle:3',
  csrfToken: 'token',
};
const SYSTEM: SystemView = {
  regionId: 'aizu',
  regionName: { ja: '会津', en: 'Aizu' },
  now: `${DAY}T09:00:00+09:00`,
  speed: 1,
  today: DAY,
  isTrial: true,
  roadsNotice: null,
  trialAccounts: [],
  supportPhone: '0242-00-0000',
  silentAfterSeconds: 600,
  credits: [],
};

/** A server with a switch: away, signed out, or there. */
class FakeServer {
  isAway = false;
  isSignedOut = false;
  day: DriverDay = oneRideDay();
  version = 1;
  readonly received: DriverCommand[] = [];
  readonly ready: (readonly string[])[] = [];
  answer: (commands: readonly DriverCommand[]) => DriverCommandsAnswer = (commands) => ({
    results: commands.map(({ id }) => ({ id, result: 'applied' })),
  });
  #rings = new Set<() => void>();

  ring(): void {
    for (const ring of this.#rings) ring();
  }

  #judge(): void {
    if (this.isAway) throw offlineFault();
    if (this.isSignedOut) throw faultFromAnswer(401, {});
  }

  readonly api = {
    system: async () => {
      if (this.isAway) throw offlineFault();
      return { ...SYSTEM, now: new Date(Date.now()).toISOString() };
    },
    session: async () => {
      if (this.isAway) throw offlineFault();
      return this.isSignedOut ? null : SESSION;
    },
    signIn: async () => {
      this.isSignedOut = false;
      return SESSION;
    },
    signOut: async () => {
      this.isSignedOut = true;
    },
    rideReady: async (rideId: string, ready: Ready, key: string): Promise<ReadyAnswer> => {
      this.#judge();
      this.ready.push([rideId, ready.by, key]);
      const sentence = { ja: '30分ほどでまいります。', en: 'In half an hour.' };
      return { ride: ride(rideId), offers: [], targetWaitMinutes: 30, sentence };
    },
  };

  readonly line = {
    read: async (): Promise<FeedSnapshot> => {
      this.#judge();
      const { day, shifts, rides } = this.day;
      const shared = { kind: 'snapshot' as const, cursor: `c${this.version}`, version: this.version };
      return { ...shared, day, rides: [...rides.values()], shifts: [...shifts], positions: [] };
    },
    onRing: (ring: () => void) => {
      this.#rings.add(ring);
      return () => this.#rings.delete(ring);
    },
    onLine: () => () => undefined,
    sendDriverCommands: async (commands: readonly DriverCommand[]) => {
      this.#judge();
      this.received.push(...commands);
      return this.answer(commands);
    },
    close: () => undefined,
  };
}

describe("the driver's device", () => {
  let server: FakeServer;
  let disk: Map<string, string>;
  let station: DriverStation;

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(SYSTEM.now) });
    server = new FakeServer();
    disk = new Map();
    station = open();
  });
  afterEach(() => {
    station.stop();
    vi.useRealTimers();
  });

  /** A page on this device; what was kept on its disk is still there. */
  function open(): DriverStation {
    return createDriverStation({
      api: server.api,
      openLine: () => server.line,
      records: recordsInMemory(disk),
      isOnline: () => true,
      now: () => Date.now(),
      steadyMs: () => performance.now(),
      random: () => 1,
      setTimer: (work, milliseconds) => setTimeout(work, milliseconds),
      clearTimer: (timer) => clearTimeout(timer as number),
    });
  }

  /** Kills the page without warning and opens it again. */
  async function openAgain(): Promise<void> {
    station.stop();
    station = open();
    await station.start();
    await settle();
  }

  const settle = () => vi.advanceTimersByTimeAsync(1);
  const stopState = () => station.state().shownDay?.shifts[0]?.stops[0]?.state;
  const rideStatus = () => station.state().shownDay?.rides.get('r1')?.status;
  const arrive = () => station.tap('shift:1', { type: 'stop:arrive', stopId: 's1' });
  const board = () => station.tap('shift:1', { type: 'ride:board', rideId: 'r1' });

  async function start(): Promise<void> {
    await station.start();
    await settle();
  }

  it('a tap with a network: shown at once, sent after the hold, still shown though the feed is slow', async () => {
    await start();
    arrive();
    expect(stopState()).toBe('arrived');
    await vi.advanceTimersByTimeAsync(5_900);
    expect(server.received).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.received.map((command) => command.type)).toEqual(['stop:arrive']);
    expect([station.state().outbox.entries.length, stopState()]).toEqual([0, 'arrived']);
  });

  it('two taps: the first goes at once, in order, the time of the tap with each', async () => {
    await start();
    arrive();
    await vi.advanceTimersByTimeAsync(2_000);
    board();
    await settle();
    expect(server.received.map((command) => command.type)).toEqual(['stop:arrive']);
    await vi.advanceTimersByTimeAsync(6_000);
    // Tapped at 9:00:00.001 and 2.000 s later.
    expect(server.received.map((command) => [command.type, command.deviceTime])).toEqual([
      ['stop:arrive', '2026-11-24T00:00:00.001Z'],
      ['ride:board', '2026-11-24T00:00:02.001Z'],
    ]);
  });

  it('the server away, the page killed: day and taps come back, and go out once it answers', async () => {
    await start();
    server.isAway = true;
    arrive();
    board();
    await vi.advanceTimersByTimeAsync(20_000);
    await openAgain();
    expect([stopState(), rideStatus(), station.state().outbox.entries.length]).toEqual([
      'arrived',
      'onBoard',
      2,
    ]);
    server.isAway = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.received.map((command) => command.type)).toEqual(['stop:arrive', 'ride:board']);
  });

  it('signed out meanwhile: taps are kept, the driver is asked, signing in sends them', async () => {
    await start();
    server.isSignedOut = true;
    arrive();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([station.state().needsSignIn, stopState(), server.received.length]).toEqual([true, 'arrived', 0]);
    await station.signIn('driver1', 'secret');
    await vi.advanceTimersByTimeAsync(2_000);
    expect([station.state().needsSignIn, server.received.length]).toEqual([false, 1]);
  });

  it('refused: the sentence is kept for the driver, also after a reload, and the day is the server’s again', async () => {
    await start();
    const sentence = { ja: '順番が違います。', en: 'Out of order.' };
    server.answer = (commands) => ({
      results: commands.map(({ id }) => ({ id, result: 'refused', code: 'commandOutOfOrder', sentence })),
    });
    arrive();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(stopState()).toBe('planned');
    await openAgain();
    const [refused] = station.state().outbox.refused;
    expect(refused?.sentence).toEqual(sentence);
    station.dismissRefused(refused!.command.id);
    expect(station.state().outbox.refused).toEqual([]);
  });

  it('a ride is put on the shift while the page is open: told once, until waved away', async () => {
    await start();
    const added = { ...oneRideDay().rides.get('r1')!, id: 'r2' };
    const [shift] = server.day.shifts;
    const stops = shift!.stops.map((stop) => (stop.id === 's1' ? { ...stop, pickups: ['r1', 'r2'] } : stop));
    server.day = {
      ...server.day,
      shifts: [{ ...shift!, stops }],
      rides: new Map([...server.day.rides, ['r2', added]]),
    };
    server.version = 2;
    server.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(station.state().changes.map(({ kind, ride }) => [kind, ride.id])).toEqual([['added', 'r2']]);
    station.dismissChanges();
    server.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(station.state().changes).toEqual([]);
  });

  it('sent elsewhere first while the report of leaving settles: told where to go, and what comes after', async () => {
    const left = stop('s0', { state: 'arrived', place: place('町') });
    const next = stop('s1', { pickups: ['r1'] });
    server.day = driverDayOf(DAY, [shift([left, next])], [ride('r1')]);
    await start();
    station.tap('shift:1', { type: 'stop:depart', stopId: 's0' });
    await vi.advanceTimersByTimeAsync(6_100);
    expect(server.received.map((command) => command.type)).toEqual(['stop:depart']);
    // The feed shows the report and the ride in between in one.
    const between = stop('s9', { pickups: ['r2'], place: place('門') });
    const stops = [{ ...left, state: 'departed' as const }, between, next];
    server.day = driverDayOf(DAY, [shift(stops)], [ride('r1'), ride('r2')]);
    server.version += 1;
    server.ring();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(station.state().nextStop).toMatchObject({ now: { id: 's9' }, later: { id: 's1' } });
  });

  it('signed out by the driver: names and telephone numbers leave the device', async () => {
    await start();
    expect([...disk.values()].join()).toContain('試験 花');
    await station.signOut();
    await settle();
    expect([...disk.values()].join()).not.toContain('試験 花');
    expect(station.state()).toMatchObject({ phase: 'signedOut', shownDay: null, account: null });
  });

  it('no network for an hour in which nothing changed: the day is as of the last answer, not of the last change', async () => {
    await start();
    await vi.advanceTimersByTimeAsync(45 * 60_000);
    server.isAway = true;
    server.ring();
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    expect(station.state().feedStatus).toBe('offline');
    const minutes = ((station.state().readAt ?? 0) - Date.parse(SYSTEM.now)) / 60_000;
    expect(Math.round(minutes)).toBe(45);
    await openAgain();
    expect(station.state().readAt).not.toBeNull();
  });

  it('the vehicle’s position: sent at once with a network, not kept without one', async () => {
    await start();
    station.reportPosition('shift:1', { lon: 139.84, lat: 37.46 });
    await settle();
    server.isAway = true;
    station.reportPosition('shift:1', { lon: 139.85, lat: 37.46 });
    await settle();
    server.isAway = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(server.received.map((command) => 'at' in command && command.at.lon)).toEqual([139.84]);
  });

  it('never opened before and no network: asks to sign in and says that nothing is there', async () => {
    server.isAway = true;
    await start();
    expect(station.state()).toMatchObject({ phase: 'signedOut', feedStatus: 'offline', system: null });
  });

  it('a rider is ready to go home: told to the office, and what to say comes back', async () => {
    await start();
    await station.tellReady(ride('ride:1'));
    expect(station.state().ready).toMatchObject([
      { rideId: 'ride:1', state: 'told', isLate: false, sentence: { ja: '30分ほどでまいります。' } },
    ]);
    expect(server.ready).toEqual([['ride:1', 'driver', expect.any(String)]]);
  });

  it('a rider is ready and there is no network: kept over a reload, told once when it is back', async () => {
    await start();
    server.isAway = true;
    await station.tellReady(ride('ride:1'));
    expect(station.state().ready).toMatchObject([{ rideId: 'ride:1', state: 'waiting', isLate: true }]);
    const key = station.state().ready[0]?.key;
    station.stop();
    station = open();
    await start();
    expect(station.state().ready).toMatchObject([{ state: 'waiting', key }]);
    server.isAway = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(station.state().ready).toMatchObject([{ state: 'told', isLate: true }]);
    station.dismissReady('ride:1');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(server.ready).toEqual([['ride:1', 'driver', key]]);
    expect(station.state().ready).toMatchObject([{ state: 'told', isLate: false }]);
  });
});
