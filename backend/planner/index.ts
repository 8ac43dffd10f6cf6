export { type CheckOptions, checkPlan, checkSchedule } from './checker/index.ts';
export type { Insertion, InsertionObstacle } from './model/insertion.ts';
export type { Plan, Schedule, Tour, Visit } from './model/plan.ts';
export type { PlanProblem, PlanWeights } from './model/problem.ts';
export type { PlanRequest } from './model/request.ts';
export { type TravelLayer, type TravelTimes, UNREACHABLE } from './model/travelTimes.ts';
export type { DrivingLimit, PlanBreak, PlanVehicle } from './model/vehicle.ts';
export type { Violation, ViolationCode } from './model/violation.ts';
