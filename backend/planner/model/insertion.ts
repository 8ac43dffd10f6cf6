import type { TimeWindow } from '../../domain/units/time.ts';

/**
 * Where a request could go: its pickup before the present visit `pickupPosition`, its dropoff before the present visit
 * `dropoffPosition` of the same vehicle, positions counted in the schedule before the change (0 = before the first
 * visit, n = after the last). Equal positions mean pickup then dropoff side by side. Breaks that are not fixed count as
 * visits here, and are placed anew by the change.
 */
export interface Insertion {
  readonly vehicle: number;
  readonly pickupPosition: number;
  readonly dropoffPosition: number;
  /** Increase of the objective, in the unit of `PlanWeights`. */
  readonly cost: number;
  /** Start of service at pickup and dropoff in the best times of the changed tour. */
  readonly pickupStart: number;
  readonly dropoffStart: number;
  /** How many other parties share at least one leg with this one. */
  readonly sharedWith: number;
  readonly addedDrivingSeconds: number;
  readonly addedDrivingMetres: number;
}

/** Other times at which a request could be carried. */
export interface RequestWindows {
  readonly pickupWindow: TimeWindow;
  readonly dropoffWindow: TimeWindow;
}

/** What can be offered at one choice of times. */
export interface Alternative {
  readonly windows: RequestWindows;
  /** The cheapest one; absent when there is none. */
  readonly insertion?: Insertion;
  readonly obstacle?: InsertionObstacle;
}

/**
 * Why no insertion exists: the binding rule. Lifting it alone makes the request feasible. Where several would do, the
 * first in the order of this list. `noVehicleOnDuty`: the shifts' windows. `breaksAndLimits`: breaks, driving limit,
 * greatest duty and the rest before it. `otherPromises`: windows and ride times of the riders already planned.
 * `severalRules`: no single one.
 */
export type InsertionObstacle =
  | 'noRoad'
  | 'noVehicleWithSkill'
  | 'noOperatorAllowed'
  | 'noVehicleOnDuty'
  | 'noCapacity'
  | 'pairsApart'
  | 'breaksAndLimits'
  | 'maxRide'
  | 'pickupWindow'
  | 'dropoffWindow'
  | 'otherPromises'
  | 'severalRules';
