export { type CheckOptions, checkPlan, checkSchedule } from './checker/index.ts';
export { checkProblem } from './improvement/checkProblem.ts';
export { createEmptyPlan } from './improvement/emptyPlan.ts';
export {
  type ImproveOptions,
  type ImproveProgress,
  improvePlan,
  type SearchSpan,
} from './improvement/improvePlan.ts';
export type {
  PartitionAnswer,
  PartitionColumn,
  PartitionColumns,
  PartitionQuestion,
  PartitionSolver,
  ShadowPrices,
} from './improvement/partition.ts';
export { extractPart, type PlanPart, putBackPart } from './improvement/planPart.ts';
export { createPlanUnderWay } from './improvement/planUnderWay.ts';
export { type RecombinedPlan, recombineTours } from './improvement/recombineTours.ts';
export { splitFleet } from './improvement/splitFleet.ts';
export { applyInsertion, removeRequest } from './insertion/applyInsertion.ts';
export { explainRejection, isBinding, listSuspects } from './insertion/explainRejection.ts';
export {
  type FoundInsertions,
  findAlternatives,
  findInsertions,
  type InsertionOptions,
} from './insertion/findInsertions.ts';
export { type PreparedDay, prepareSchedules, replaceSchedule } from './insertion/preparedDay.ts';
export type { PreparedSchedule } from './insertion/preparedSchedule.ts';
export type { Alternative, Insertion, InsertionObstacle, RequestWindows } from './model/insertion.ts';
export type { Plan, Schedule, Tour, Visit } from './model/plan.ts';
export type { PlanProblem, PlanWeights } from './model/problem.ts';
export type { PlanRequest } from './model/request.ts';
export { type TravelLayer, type TravelTimes, UNREACHABLE } from './model/travelTimes.ts';
export { mayLeaveFrom, type PlanBreak, type PlanVehicle } from './model/vehicle.ts';
export type { Violation, ViolationCode } from './model/violation.ts';
export { evaluateCost, evaluateTour, isSchedule, type TourEvaluation } from './schedule/evaluateTour.ts';
export { type EvaluatedTours, evaluateTours } from './schedule/evaluateTours.ts';
export { type PlanProblemCode, PlanProblemError } from './schedule/planProblemError.ts';
export {
  addRequest,
  type PreparedProblem,
  prepareProblem,
  replaceRequest,
  replaceTravel,
  replaceVehicle,
} from './schedule/preparedProblem.ts';
