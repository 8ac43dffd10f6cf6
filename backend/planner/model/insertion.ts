/**
 * Where a request could go: its pickup before the present visit `pickupPosition`, its dropoff before the present visit
 * `dropoffPosition` of the same vehicle, positions counted in the schedule before the change (0 = before the first
 * visit, n = after the last). Equal positions mean pickup then dropoff side by side.
 */
export interface Insertion {
  readonly vehicle: number;
  readonly pickupPosition: number;
  readonly dropoffPosition: number;
  /** Increase of the objective. */
  readonly cost: number;
  /** Start of service at pickup and dropoff in the best times of the changed tour. */
  readonly pickupStart: number;
  readonly dropoffStart: number;
  /** How many other parties share at least one leg with this one. */
  readonly sharedWith: number;
  readonly addedDrivingSeconds: number;
  readonly addedDrivingMetres: number;
}

/** Why no insertion exists: the binding rule. Relaxing it makes the request feasible. */
export type InsertionObstacle =
  | 'noVehicleWithSkill'
  | 'noOperatorAllowed'
  | 'noVehicleOnDuty'
  | 'noCapacity'
  | 'noRoad'
  | 'pickupWindow'
  | 'dropoffWindow'
  | 'maxRide'
  | 'otherPromises'
  | 'breaksAndLimits'
  | 'pairsApart'
  | 'severalRules';
