import type { PlanWeights } from '../planner/index.ts';

/** What a rider's time counts in the objective, in yen an hour, beside the cost of vehicles. */
export const REGION_WEIGHTS: PlanWeights = { excessRideHour: 1200, waitHour: 600 };
