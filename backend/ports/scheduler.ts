import type { DaySecond } from '../domain/units/time.ts';

/** Wakes work at an hour of the service's clock. A wake may be missed: whoever needs every day catches up at the start. */
export interface Scheduler {
  /**
   * Calls back every day at that second of the day, local time of the region.
   * @returns a function that ends it
   */
  daily(second: DaySecond, work: () => void): () => void;
}
