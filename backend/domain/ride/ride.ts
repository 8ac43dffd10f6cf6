import type { RidePlace } from '../place/place.ts';
import type { RejectionCode } from '../rejection/rejection.ts';
import type { EpochMs, ServiceDay, TimeWindow } from '../units/time.ts';
import type { Party } from './party.ts';

export const CHANNELS = ['phone', 'web', 'clinic'] as const;
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
  'booked',
  'assigned',
  'vehicleArrived',
  'onBoard',
  'done',
  'cancelled',
  'noShow',
  'missed',
] as const;
export type RideStatus = (typeof RIDE_STATUSES)[number];

/** Statuses after which nothing more happens. */
export const FINAL_STATUSES: readonly RideStatus[] = ['denied', 'done', 'cancelled', 'noShow', 'missed'];

export const CANCEL_REASONS = [
  'riderAsked',
  'riderUnwell',
  'weather',
  'bookedByMistake',
  'clinicChanged',
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

/** One party from one pickup to one dropoff. All seconds are of the ride's service day. */
export interface Ride {
  readonly id: string;
  /** Counts changes; a writer names the revision it read. */
  readonly revision: number;
  readonly status: RideStatus;
  /** Why it ended, for denied, cancelled, noShow and missed. */
  readonly endReason: RejectionCode | CancelReason | MissedReason | 'notThere' | null;
  readonly personId: string;
  /** The rider's municipality; every personal row carries it. */
  readonly municipality: string;
  readonly clinicId: string | null;
  readonly serviceId: string | null;
  readonly providerId: string | null;
  readonly channel: Channel;
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
  readonly performed: RideTimes;
  readonly requestedAt: EpochMs;
  readonly bookedAt: EpochMs | null;
}

/** The times that hold now: those told last. */
export function standingPromise(ride: Pick<Ride, 'promise' | 'revisedPromise'>): PromisedTimes | null {
  return ride.revisedPromise ?? ride.promise;
}
