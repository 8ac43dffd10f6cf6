/** What is wrong with a problem handed to the planner. */
export type PlanProblemCode =
  | 'notANumber'
  | 'wrongShape'
  | 'unknownLocation'
  | 'duplicateId'
  | 'unknownRequest'
  | 'unknownVehicle'
  | 'fixedVisit'
  | 'staleInsertion';

/** Thrown when a problem, tour or request cannot be planned at all because its data is broken: a fault of the caller. */
export class PlanProblemError extends Error {
  readonly code: PlanProblemCode;

  constructor(code: PlanProblemCode, message: string) {
    super(message);
    this.name = 'PlanProblemError';
    this.code = code;
  }
}
