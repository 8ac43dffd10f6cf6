import type { Load } from '../../domain/units/load.ts';
import type { TimeWindow } from '../../domain/units/time.ts';

/** One party to be carried, as the planner sees it: numbers only, no person. */
export interface PlanRequest {
  readonly id: string;
  readonly pickupLocation: number;
  readonly dropoffLocation: number;
  /** When service at the pickup may start. A promised window is simply a narrower one. */
  readonly pickupWindow: TimeWindow;
  /** When service at the dropoff may start. */
  readonly dropoffWindow: TimeWindow;
  /** Ride time: from the end of service at the pickup to the start of service at the dropoff. `Infinity`: no limit. */
  readonly maxRideSeconds: number;
  /** Load by kind of party place, index as `PlanProblem.placeUse`. */
  readonly load: Load;
  /**
   * Dwell when this pickup opens a stop, and the part it adds when it joins a stop already open: when the visit before
   * it in the tour is at the same location and is not a break.
   */
  readonly pickupDwellSeconds: number;
  readonly pickupJoinSeconds: number;
  readonly dropoffDwellSeconds: number;
  readonly dropoffJoinSeconds: number;
  /** Bit set of what the vehicle and its driver must have. */
  readonly neededSkills: number;
  /** Bit set of what the request allows vehicles to be (operators allowed there); a vehicle needs one of them. */
  readonly allowedOperators: number;
  /** Ids of requests that must never be aboard at the same time as this one. Symmetric. */
  readonly apartFrom?: readonly string[];
  /** Cost of leaving it out, in the objective's unit; absent: must be served. */
  readonly penalty?: number;
}
