import type { SystemView } from '../../backend/contract/index.ts';
import { createServerClock, type ServerClock } from '../../screen-kit/store/serverClock.ts';

/** What the server's clock showed when this device last heard it. */
export interface ClockReading {
  /** Server moment, ms since 1970. */
  readonly server: number;
  /** Device moment at the same time, ms since 1970. */
  readonly device: number;
  readonly speed: number;
}

/** Notes the server's clock beside the device's. */
export function readClock(system: Pick<SystemView, 'now' | 'speed'>, deviceNow: number): ClockReading {
  return { server: Date.parse(system.now), device: deviceNow, speed: system.speed };
}

/**
 * The server's clock going on without the server: it needs the device's clock only for the time the page was shut, so
 * that a wrong device clock shifts nothing.
 * @param steadyMs real milliseconds that never jump
 */
export function continueClock(reading: ClockReading, deviceNow: number, steadyMs: () => number): ServerClock {
  const away = Math.max(0, deviceNow - reading.device);
  const now = new Date(reading.server + away * reading.speed).toISOString();
  return createServerClock({ now, speed: reading.speed }, steadyMs);
}
