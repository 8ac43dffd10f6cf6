import type { RejectionCode } from '../rejection/rejection.ts';
import type { EpochMs } from '../units/time.ts';
import type { CancelReason, MissedReason, PromisedTimes, Ride } from './ride.ts';

/** What happened to a ride. Past tense, domain words; the log keeps them for ever. */
export type RideEvent =
  | { readonly type: 'RideRequested'; readonly ride: Ride }
  | { readonly type: 'RideOffered'; readonly offerIds: readonly string[] }
  | { readonly type: 'RequestRejected'; readonly reason: RejectionCode }
  | {
      readonly type: 'RideBooked';
      readonly offerId: string;
      readonly serviceId: string;
      readonly providerId: string;
      readonly promise: PromisedTimes;
      readonly directSeconds: number;
      readonly maxRideSeconds: number;
      readonly fareYen: number;
      readonly at: EpochMs;
    }
  | {
      readonly type: 'RideAssigned';
      readonly shiftId: string;
      readonly pickup: number;
      readonly dropoff: number;
    }
  | { readonly type: 'RideRescheduled'; readonly pickup: number; readonly dropoff: number }
  | { readonly type: 'RideUnassigned'; readonly reason: string }
  | { readonly type: 'VehicleArrived'; readonly second: number }
  | { readonly type: 'RiderBoarded'; readonly second: number }
  | { readonly type: 'RiderAlighted'; readonly second: number }
  | { readonly type: 'NoShowRecorded'; readonly second: number }
  | { readonly type: 'RideMissed'; readonly reason: MissedReason }
  | { readonly type: 'RideCancelled'; readonly reason: CancelReason }
  | { readonly type: 'PromiseBroken'; readonly revised: PromisedTimes; readonly reason: MissedReason }
  | { readonly type: 'CallBackCreated'; readonly reason: 'promiseBroken' | 'rideUnassigned' };

/** What somebody wants to happen to a ride. */
export type RideCommand =
  | { readonly type: 'offer'; readonly offerIds: readonly string[] }
  | { readonly type: 'reject'; readonly reason: RejectionCode }
  | ({ readonly type: 'book' } & Omit<Extract<RideEvent, { type: 'RideBooked' }>, 'type'>)
  | { readonly type: 'assign'; readonly shiftId: string; readonly pickup: number; readonly dropoff: number }
  | { readonly type: 'reschedule'; readonly pickup: number; readonly dropoff: number }
  /** `isMoved`: another vehicle takes it in the same step, so that nobody need be called. */
  | { readonly type: 'unassign'; readonly reason: string; readonly isMoved?: boolean }
  | { readonly type: 'arrive'; readonly second: number }
  | { readonly type: 'board'; readonly second: number }
  | { readonly type: 'alight'; readonly second: number }
  | { readonly type: 'recordNoShow'; readonly second: number }
  | { readonly type: 'recordMissed'; readonly reason: MissedReason }
  | { readonly type: 'breakPromise'; readonly revised: PromisedTimes; readonly reason: MissedReason }
  | { readonly type: 'cancel'; readonly reason: CancelReason };
