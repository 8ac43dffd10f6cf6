import type { PlanRequest } from './request.ts';
import type { TravelTimes } from './travelTimes.ts';
import type { PlanVehicle } from './vehicle.ts';

/**
 * What counts in the objective beside each vehicle's hours, kilometres and fixed cost, all in one unit of cost. Data
 * per region, shown before and after.
 */
export interface PlanWeights {
  /** Per hour a ride takes beyond the direct time (of the layer in force at `pickupWindow.earliest`). */
  readonly excessRideHour: number;
  /** Per hour from the earliest time asked for (`pickupWindow.earliest`) to the start of the pickup. */
  readonly waitHour: number;
}

/** All that the planner knows of a service day. Never changed; a new snapshot is a new value. */
export interface PlanProblem {
  readonly travel: TravelTimes;
  /** `[r]` is request number r. */
  readonly requests: readonly PlanRequest[];
  /** `[v]` is vehicle number v. */
  readonly vehicles: readonly PlanVehicle[];
  /**
   * Which kinds of place each kind of load may take: `placeUse[loadKind]` lists indices into
   * `PlanVehicle.configurations[c]`. Ainori's own services use `[[0], [1], [2]]`; an accompanying person who may sit
   * on a seat or a stretcher has `[0, 2]` (Malheiros et al. 2021).
   */
  readonly placeUse: readonly (readonly number[])[];
  readonly weights: PlanWeights;
}
