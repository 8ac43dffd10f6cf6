import type { RejectionCode } from '../rejection/rejection.ts';
import type { EpochMs, ServiceDay, TimeWindow } from '../units/time.ts';

/** Why a call is owed. */
export const CALL_REASONS = [
  'promiseBroken',
  'promiseRestored',
  'rideUnassigned',
  'noVehicleForReturn',
  'placeFree',
  'standingNotPlanned',
  'noticeFailed',
  'eveningBefore',
  'askedForPerson',
] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/**
 * How a call ended. `tookOther`: another time was booked in the call; `waitlisted`: the rider waits for a place;
 * `noAnswer`, `busy`, `answeringMachine` and `callLater` leave it in the queue; all others close it. `overtaken` is the system's:
 * there is nothing left to say (the ride was cancelled, or is over).
 */
export const CALL_OUTCOMES = [
  'told',
  'accepted',
  'declined',
  'tookOther',
  'waitlisted',
  'noAnswer',
  'busy',
  'answeringMachine',
  'callLater',
  'unreachable',
  'notNeeded',
  'overtaken',
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** One try to reach somebody. */
export interface CallAttempt {
  readonly at: EpochMs;
  /** Account id, or `system`. */
  readonly by: string;
  readonly outcome: CallOutcome;
  /** The ride that the outcome cancelled or booked; absent: none. */
  readonly rideId?: string;
}

/** A call we owe somebody. The queue empties only by outcomes. Personal data. */
export interface CallBack {
  readonly id: string;
  readonly revision: number;
  readonly personId: string;
  /** One household has one telephone: whoever rings it has all its calls. */
  readonly householdId: string;
  readonly municipality: string;
  readonly reason: CallReason;
  /** What it is about (a ride's id, an entry's key); one open call for each subject and reason. */
  readonly subject: string;
  readonly rideId: string | null;
  readonly standingOrderId: string | null;
  readonly waitlistId: string | null;
  /** The day of the ride it is about. */
  readonly day: ServiceDay;
  /** Why a standing order's date could not be planned. */
  readonly rejection: RejectionCode | null;
  readonly createdAt: EpochMs;
  /** Not to be rung before this. */
  readonly dueAt: EpochMs;
  /** After this there is little use in it: the pickup, or the end of a held place. */
  readonly usefulUntil: EpochMs | null;
  /** When the rider likes to be rung, in seconds of a day; as the rider's wish is now. */
  readonly bestHours: TimeWindow | null;
  readonly attempts: readonly CallAttempt[];
  readonly state: 'open' | 'done';
  readonly changedAt: EpochMs;
}

/** What says a call is owed, before it has an id and a place in the queue. */
export type CallOwed = Pick<CallBack, 'personId' | 'reason' | 'subject' | 'day' | 'dueAt' | 'usefulUntil'> &
  Partial<Pick<CallBack, 'rideId' | 'standingOrderId' | 'waitlistId' | 'rejection'>>;

/** A household's telephone is in somebody's hand until this moment. */
export interface CallClaim {
  readonly householdId: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly until: EpochMs;
}
