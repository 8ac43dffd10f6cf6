import type { PlanWeights, Violation } from '../planner/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
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
  /** Told when the checker refuses what the planner found: a fault of ours that must be looked at. */
  readonly onRefusedPlan: (refused: {
    readonly shiftId: string;
    readonly violations: readonly Violation[];
  }) => void;
}
