import type { EpochMs } from '../../domain/units/time.ts';
import type { Clock } from '../../ports/clock.ts';

/** The world's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/**
 * A clock of its own for a trial: it stands at `startsAt` now and runs `speed` times as fast as the world.
 * @param world read once at the start and at every question
 */
export function createSpedClock(startsAt: EpochMs, speed: number, world: Clock = systemClock): Clock {
  const origin = world.now();
  return { now: () => Math.round(startsAt + (world.now() - origin) * speed), speed };
}
