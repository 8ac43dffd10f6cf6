import { describe, expect, it } from 'vitest';
import type { DriverCommand } from '../../../backend/contract/index.ts';
import { createOutboxSender, type OutboxSenderPorts } from '../../../driver-web/device/outboxSender.ts';
import { canTakeBack, EMPTY_OUTBOX, type Outbox } from '../../../driver-web/store/outbox.ts';

const COMMAND: DriverCommand = {
  id: '00000000-0000-4000-8000-000000000001',
  shiftId: 'shift:1',
  deviceTime: '2026-11-24T09:05:00+09:00',
  type: 'stop:arrive',
  stopId: 's1',
};

/** A world in which nothing happens by itself. */
function openWorld(): {
  ports: OutboxSenderPorts;
  setOnline: (next: boolean) => void;
  sent: string[];
  kept: Outbox[];
  /** Runs the timers that are set, with the clock at `now`. */
  runTimers: (now: number) => Promise<void>;
  finishKeeping: () => Promise<void>;
} {
  const sent: string[] = [];
  const kept: Outbox[] = [];
  const timers = new Map<number, () => void>();
  let keepers: (() => void)[] = [];
  let clock = 0;
  let isOnline = true;
  let count = 0;
  const flush = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  return {
    setOnline(next) {
      isOnline = next;
    },
    sent,
    kept,
    async runTimers(now) {
      clock = now;
      const due = [...timers.values()];
      timers.clear();
      for (const work of due) work();
      await flush();
    },
    async finishKeeping() {
      while (keepers.length > 0) {
        const waiting = keepers;
        keepers = [];
        for (const done of waiting) done();
        await flush();
      }
    },
    ports: {
      send: async (commands) => {
        sent.push(...commands.map((command) => command.id));
        return { results: commands.map(({ id }) => ({ id, result: 'applied' as const })) };
      },
      keep: (outbox) =>
        new Promise((resolve) => {
          keepers.push(() => {
            kept.push(outbox);
            resolve();
          });
        }),
      isOnline: () => isOnline,
      now: () => clock,
      random: () => 0,
      setTimer: (work) => {
        count += 1;
        timers.set(count, work);
        return count;
      },
      clearTimer: (timer) => void timers.delete(timer as number),
      onChange: () => undefined,
      onSignedOut: () => undefined,
    },
  };
}

describe('sending what was tapped', () => {
  it('the device has not kept the tap yet: it does not leave, however long that takes', async () => {
    const world = openWorld();
    const sender = createOutboxSender(world.ports, EMPTY_OUTBOX);
    sender.dispatch({ type: 'tapped', command: COMMAND, second: 0, at: 0 });
    await world.runTimers(60_000);
    expect(world.sent).toEqual([]);
    await world.finishKeeping();
    expect(world.sent).toEqual([COMMAND.id]);
    expect(world.kept.at(-1)?.entries).toEqual([]);
  });

  it('the browser is sure that there is no network: nothing is tried, so the tap can still be taken back', async () => {
    const world = openWorld();
    world.setOnline(false);
    const sender = createOutboxSender(world.ports, EMPTY_OUTBOX);
    sender.dispatch({ type: 'tapped', command: COMMAND, second: 0, at: 0 });
    await world.finishKeeping();
    await world.runTimers(60_000);
    await world.finishKeeping();
    expect([world.sent, canTakeBack(sender.outbox(), COMMAND.id)]).toEqual([[], true]);
    world.setOnline(true);
    sender.dispatch({ type: 'networkBack' });
    await world.runTimers(61_000);
    await world.finishKeeping();
    expect(world.sent).toEqual([COMMAND.id]);
  });

  it('an answer that leaves the tap out: asked again only after a wait', async () => {
    const world = openWorld();
    let asked = 0;
    const ports: OutboxSenderPorts = {
      ...world.ports,
      send: async () => {
        asked += 1;
        return { results: [] };
      },
    };
    const sender = createOutboxSender(ports, EMPTY_OUTBOX);
    sender.dispatch({ type: 'tapped', command: COMMAND, second: 0, at: 0 });
    await world.runTimers(60_000);
    await world.finishKeeping();
    expect([asked, sender.outbox().entries.length]).toEqual([1, 1]);
    // First wait: 1,000 ms × 0.75 with no jitter.
    expect(sender.outbox().retryAt).toBe(60_750);
    sender.stop();
  });
});
