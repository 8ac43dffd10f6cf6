import type { Role } from '../account/account.ts';
import type { RidePlace } from '../place/place.ts';
import type { RejectionCode } from '../rejection/rejection.ts';
import type { EpochMs, ServiceDay, TimeWindow } from '../units/time.ts';
import type { Party } from './party.ts';
import type { BookedBy, CancelledBy, DoneBy } from './rideHand.ts';

export const CHANNELS = ['phone', 'fax', 'web', 'clinic'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Arrive no later than the appointment time, or depart no earlier than a time; never both. */
export interface RequestedTime {
  readonly kind: 'arriveBy' | 'departAfter';
  readonly second: number;
  /** With `departAfter`: no offer with a pickup later than this. Absent: as far as the service searches. */
  readonly until?: number;
}

export const RIDE_STATUSES = [
  'requested',
  'offered',
  'denied',
  'declined',
  'willCall',
  'booked',
  'assigned',
  'vehicleArrived',
  'onBoard',
  'done',
  'cancelled',
  'noShow',
  'missed',
  'lapsed',
] as const;
export type RideStatus = (typeof RIDE_STATUSES)[number];

/** Statuses after which nothing more happens. */
export const FINAL_STATUSES: readonly RideStatus[] = [
  'denied',
  'declined',
  'done',
  'cancelled',
  'noShow',
  'missed',
  'lapsed',
];

export const CANCEL_REASONS = [
  'riderAsked',
  'riderUnwell',
  'weather',
  'bookedByMistake',
  'clinicChanged',
  'ourChange',
  'other',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export const MISSED_REASONS = [
  'vehicleLate',
  'vehicleBrokenDown',
  'wrongPlace',
  'roadClosed',
  'other',
] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

/** Why a request came to nothing by itself: nobody answered its offers, or the rider never rang for the way home. */
export const LAPSE_REASONS = ['unanswered', 'neverReady'] as const;
export type LapseReason = (typeof LAPSE_REASONS)[number];

/** What the rider said to offers, or to the alternatives of a refusal. */
export const RIDER_ANSWERS = ['tookAnother', 'declined', 'callsAgain', 'waitlisted'] as const;
export type RiderAnswer = (typeof RIDER_ANSWERS)[number];

/** Who said that a rider is ready to go home. */
export const READY_SOURCES = ['phone', 'clinic', 'driver'] as const;
export type ReadySource = (typeof READY_SOURCES)[number];

/** A ride booked without a time: it begins to count when the rider is ready. */
export interface WillCall {
  /** When the rider will probably be ready; what the forecast of capacity counts with. */
  readonly expectedSecond: number;
  readonly readyAt: EpochMs | null;
  readonly readyBy: ReadySource | null;
}

/** A rule set aside for one ride by somebody who may. */
export interface RuleOverride {
  /** Name of the rule, as the refusal tells it. */
  readonly rule: string;
  readonly reason: string;
  /** The role of whoever set it aside; null: the system. */
  readonly byRole: Role | null;
}

/** What was told to the rider when the booking was made: a contract. */
export interface PromisedTimes {
  readonly pickup: TimeWindow;
  readonly dropoff: TimeWindow;
}

/** Planned or performed start of service at both ends; absent where unknown. */
export interface RideTimes {
  readonly pickup: number | null;
  readonly dropoff: number | null;
}

/** What a changed ride was before, as it is told afterwards. */
export interface ChangedFrom {
  readonly rideId: string;
  readonly day: ServiceDay;
  readonly fromName: string;
  readonly toName: string;
  /** Absent in what older releases wrote. */
  readonly fromId?: string;
  readonly toId?: string;
  readonly requested: RequestedTime;
  /** Promised or expected; null where there was neither. */
  readonly pickupSecond: number | null;
  readonly at: EpochMs;
  readonly by: DoneBy;
}

/** The ride that took the place of another, when, and by whose hand. */
export interface ReplacedBy {
  readonly rideId: string;
  readonly at: EpochMs;
  readonly by: DoneBy;
}

/** A hand's choice of a vehicle. */
export interface HandChoice {
  readonly at: EpochMs;
  readonly by: DoneBy;
  /** The shift it was moved from; null: nobody carried it. Absent: it was kept where it was. */
  readonly fromShiftId?: string | null;
}

/** A promise that a move by hand broke, so that taking the move back can give it back. */
export interface BrokenByMove {
  readonly rideId: string;
  /** The revised promise that stood before; null: the first promise. */
  readonly before: PromisedTimes | null;
  /** The one that the move gave. */
  readonly told: PromisedTimes;
}

/** A dispatcher chose the vehicle: the ride stays with it as far as promises allow. */
export interface KeptByHand extends HandChoice {
  /** The choice that stood before this one; null: none. */
  readonly previous: HandChoice | null;
  /** Absent: no promise broke for it. */
  readonly broke?: readonly BrokenByMove[];
}

/** One party from one pickup to one dropoff. All seconds are of the ride's service day. */
export interface Ride {
  readonly id: string;
  /** Counts changes; a writer names the revision it read. */
  readonly revision: number;
  readonly status: RideStatus;
  /** Why it ended, for denied, cancelled, noShow, missed and lapsed. */
  readonly endReason:
    | RejectionCode
    | CancelReason
    | MissedReason
    | LapseReason
    | 'notThere'
    | 'changed'
    | null;
  readonly personId: string;
  /** The rider's municipality; every personal row carries it. */
  readonly municipality: string;
  readonly clinicId: string | null;
  readonly serviceId: string | null;
  readonly providerId: string | null;
  readonly channel: Channel;
  /** Number of the paper it was ordered on, for `fax`. */
  readonly reference: string | null;
  /** The outbound ride that this one leads home from. */
  readonly returnOf: string | null;
  /** Shared by rides asked for in one call over several dates. */
  readonly groupId: string | null;
  /** The refused request that this ride is booked instead of; it was never searched for itself. */
  readonly insteadOf: string | null;
  readonly willCall: WillCall | null;
  readonly override: RuleOverride | null;
  /** What the rider said; a refusal is followed by one, an offer only where it is not taken. */
  readonly riderAnswer: RiderAnswer | null;
  readonly day: ServiceDay;
  readonly from: RidePlace;
  readonly to: RidePlace;
  readonly requested: RequestedTime;
  readonly party: Party;
  readonly note: string | null;
  readonly directSeconds: number | null;
  readonly maxRideSeconds: number | null;
  readonly fareYen: number | null;
  /** What was told at booking. Never changed: whether we kept our word is measured against it. */
  readonly promise: PromisedTimes | null;
  /** What was told after the promise broke; the plan keeps this one then. */
  readonly revisedPromise: PromisedTimes | null;
  readonly shiftId: string | null;
  readonly scheduled: RideTimes;
  /** Are the scheduled times made of estimates, while the road engine is away? Absent: no. */
  readonly isEstimate?: boolean;
  readonly performed: RideTimes;
  readonly requestedAt: EpochMs;
  readonly bookedAt: EpochMs | null;
  /** The accepted offer. */
  readonly offerId: string | null;
  /** When it was cancelled, so that a slip can be undone. */
  readonly cancelledAt: EpochMs | null;
  /** Who booked for the rider; absent or null: the rider. */
  readonly bookedBy?: BookedBy | null;
  /** Who cancelled instead of the rider; absent or null: the rider, or the desk by itself. */
  readonly cancelledBy?: CancelledBy | null;
  /** Whose hand ended it at a screen; absent or null: not ended, or before it was kept. */
  readonly endedBy?: DoneBy | null;
  /** The ride that this one was asked for instead of: once it is booked, that one is no more. */
  readonly replaces?: string | null;
  /** What it was before; only once it is booked. */
  readonly changedFrom?: ChangedFrom | null;
  /** The place is held until then for a rider who has not said yes yet; absent or null: they have. */
  readonly heldUntil?: EpochMs | null;
  /** The ride that stands instead of this one. */
  readonly replacedBy?: ReplacedBy | null;
  /** Its vehicle was chosen by hand; absent or null: by the plan. */
  readonly keptByHand?: KeptByHand | null;
}

/** The times that hold now: those told last. */
export function standingPromise(ride: Pick<Ride, 'promise' | 'revisedPromise'>): PromisedTimes | null {
  return ride.revisedPromise ?? ride.promise;
}
