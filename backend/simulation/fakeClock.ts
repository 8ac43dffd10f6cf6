import type { EpochMs } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';

/** A clock that moves only when told to, and never back. */
export class FakeClock implements Clock {
  #now: EpochMs;

  /** @param speed how fast it says that it runs; it stands all the same */
  constructor(
    start: EpochMs,
    readonly speed = 1,
  ) {
    this.#now = start;
  }

  now(): EpochMs {
    return this.#now;
  }

  moveTo(moment: EpochMs): void {
    if (moment > this.#now) this.#now = moment;
  }
}
