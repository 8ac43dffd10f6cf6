import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { RidePlanning } from '../ports/ridePlanning.ts';
import type { Stopwatch } from '../ports/stopwatch.ts';
import type { Store } from '../ports/store.ts';

/** What booking needs of the world. */
export interface BookingWorld {
  readonly store: Store;
  readonly planning: RidePlanning;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Absent: nobody waits, and what could be had instead is looked for to the end. */
  readonly stopwatch?: Stopwatch;
}
