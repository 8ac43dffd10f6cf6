import type { PlanWeights, Violation } from '../planner/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { PlanImprover } from '../ports/planImprover.ts';
import type { Stopwatch } from '../ports/stopwatch.ts';
import type { Store } from '../ports/store.ts';
import type { TravelMatrix } from '../ports/travel.ts';

/** What dispatch needs of the world. */
export interface DispatchWorld {
  readonly store: Store;
  readonly matrix: TravelMatrix;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What counts in the objective, in yen: data of the region. */
  readonly weights: PlanWeights;
  /** Absent: nobody waits, and every reason is looked for to the end. */
  readonly stopwatch?: Stopwatch;
  /** Absent: plans are not improved. */
  readonly improver?: PlanImprover;
  /**
   * Told what the checker said of every schedule before it was written. A schedule that the planner found for a new
   * ride is thrown away when there are violations; one that the street made is written all the same.
   */
  readonly onPlanChecked: (checked: {
    readonly shiftId: string;
    readonly violations: readonly Violation[];
  }) => void;
}
