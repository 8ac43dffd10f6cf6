/** Rules a schedule can break. One code, one sentence for people (`backend/domain/rejection`). */
export type ViolationCode =
  | 'early'
  | 'late'
  | 'rideTooLong'
  | 'overCapacity'
  | 'missingSkill'
  | 'operatorNotAllowed'
  | 'pairAboardTogether'
  | 'wrongOrder'
  | 'missingVisit'
  | 'duplicateVisit'
  | 'unknownVisit'
  | 'unservedRequest'
  | 'outsideShift'
  | 'restTooShort'
  | 'dutyTooLong'
  | 'missingBreak'
  | 'breakOutsideWindow'
  | 'drivingTooLong'
  | 'noRoad'
  | 'fixedVisitMoved'
  | 'timesImpossible'
  | 'wrongFigures';

/** A rule that a plan breaks, and where: in which schedule, at which visit, for whom. */
export interface Violation {
  readonly code: ViolationCode;
  readonly vehicle?: number;
  /** Position in the schedule's visits. */
  readonly position?: number;
  readonly request?: number;
  /** By how much: seconds, places or metres as the code says. */
  readonly amount?: number;
}
