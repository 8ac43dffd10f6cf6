import type { RejectionCode } from '../rejection/rejection.ts';
import type { EpochMs } from '../units/time.ts';
import type {
  CancelReason,
  ChangedFrom,
  KeptByHand,
  LapseReason,
  MissedReason,
  PromisedTimes,
  ReadySource,
  Ride,
  RiderAnswer,
  RideStatus,
  RuleOverride,
} from './ride.ts';
import type { CancelledBy, DoneBy } from './rideHand.ts';

/** Why a vehicle that was said to have come is awaited again: its driver took it back, or it fetches others first. */
export type WithdrawalReason = 'takenBack' | 'sentElsewhere';

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
      /** For a rider who has still to be asked. */
      readonly heldUntil?: EpochMs;
    }
  /** Held again, after a yes was taken back. */
  | { readonly type: 'RideHeld'; readonly until: EpochMs }
  /** The rider has said yes to the place that was held. */
  | { readonly type: 'HoldConfirmed' }
  | {
      readonly type: 'RideAssigned';
      readonly shiftId: string;
      /** Who carries it from now on, where that is another provider of its service; absent: as before. */
      readonly providerId?: string;
      readonly pickup: number;
      readonly dropoff: number;
      readonly isEstimate?: true;
    }
  | {
      readonly type: 'RideRescheduled';
      readonly pickup: number;
      readonly dropoff: number;
      readonly isEstimate?: true;
    }
  | { readonly type: 'RideUnassigned'; readonly reason: string }
  /** It stays with its vehicle from now on. */
  | { readonly type: 'RideKeptByHand'; readonly kept: KeptByHand }
  | { readonly type: 'KeepByHandEnded' }
  | { readonly type: 'VehicleArrived'; readonly second: number }
  /** The vehicle is not at the rider's place any more, or never was. */
  | { readonly type: 'ArrivalWithdrawn'; readonly reason: WithdrawalReason }
  | { readonly type: 'RiderBoarded'; readonly second: number }
  | { readonly type: 'RiderAlighted'; readonly second: number }
  | { readonly type: 'NoShowRecorded'; readonly second: number }
  | { readonly type: 'RideMissed'; readonly reason: MissedReason }
  | {
      readonly type: 'RideCancelled';
      readonly reason: CancelReason;
      readonly at?: EpochMs;
      readonly by?: CancelledBy;
      readonly hand?: DoneBy;
    }
  /** Another ride stands instead of it. */
  | { readonly type: 'RideReplaced'; readonly rideId: string; readonly at: EpochMs; readonly hand: DoneBy }
  /** It stands instead of another ride. */
  | { readonly type: 'RideChanged'; readonly from: ChangedFrom }
  | { readonly type: 'ReplacementUndone'; readonly status: RideStatus }
  /** It leads home from another ride than before. */
  | { readonly type: 'WayHomeRelinked'; readonly returnOf: string }
  | { readonly type: 'RiderAnswered'; readonly answer: RiderAnswer }
  | ({ readonly type: 'RuleOverridden' } & RuleOverride)
  | { readonly type: 'WillCallBooked'; readonly at: EpochMs }
  | {
      readonly type: 'WillCallActivated';
      readonly by: ReadySource;
      readonly at: EpochMs;
      /** The same moment as a second of the service day. */
      readonly second: number;
    }
  | { readonly type: 'RideLapsed'; readonly reason: LapseReason }
  | { readonly type: 'BookingUndone' }
  | { readonly type: 'CancellationUndone'; readonly status: RideStatus }
  | { readonly type: 'PromiseBroken'; readonly revised: PromisedTimes; readonly reason: MissedReason }
  | {
      readonly type: 'CallBackCreated';
      readonly reason: 'promiseBroken' | 'promiseRestored' | 'rideUnassigned' | 'noVehicleForReturn';
    }
  /** What broke the promise was taken back. `revised`: the promise as before, null the first one; `isTold`: the rider knows of the other. */
  | { readonly type: 'PromiseRestored'; readonly revised: PromisedTimes | null; readonly isTold: boolean };

/** What somebody wants to happen to a ride. */
export type RideCommand =
  | { readonly type: 'offer'; readonly offerIds: readonly string[] }
  | { readonly type: 'reject'; readonly reason: RejectionCode }
  | ({ readonly type: 'book' } & Omit<Extract<RideEvent, { type: 'RideBooked' }>, 'type'>)
  | ({ readonly type: 'assign' } & Omit<Extract<RideEvent, { type: 'RideAssigned' }>, 'type'>)
  | ({ readonly type: 'reschedule' } & Omit<Extract<RideEvent, { type: 'RideRescheduled' }>, 'type'>)
  /** `isMoved`: another vehicle takes it in the same step, so that nobody need be called. */
  | { readonly type: 'unassign'; readonly reason: string; readonly isMoved?: boolean }
  | { readonly type: 'keepByHand'; readonly kept: KeptByHand }
  | { readonly type: 'endKeepByHand' }
  | { readonly type: 'arrive'; readonly second: number }
  | { readonly type: 'withdrawArrival'; readonly reason: WithdrawalReason }
  | { readonly type: 'board'; readonly second: number }
  | { readonly type: 'alight'; readonly second: number }
  | { readonly type: 'recordNoShow'; readonly second: number }
  | { readonly type: 'recordMissed'; readonly reason: MissedReason }
  | { readonly type: 'breakPromise'; readonly revised: PromisedTimes; readonly reason: MissedReason }
  | { readonly type: 'restorePromise'; readonly revised: PromisedTimes | null; readonly isTold: boolean }
  | ({ readonly type: 'cancel' } & Omit<Extract<RideEvent, { type: 'RideCancelled' }>, 'type'>)
  | ({ readonly type: 'replace' } & Omit<Extract<RideEvent, { type: 'RideReplaced' }>, 'type'>)
  | ({ readonly type: 'change' } & Omit<Extract<RideEvent, { type: 'RideChanged' }>, 'type'>)
  | ({ readonly type: 'hold' } & Omit<Extract<RideEvent, { type: 'RideHeld' }>, 'type'>)
  | { readonly type: 'confirmHold' }
  | { readonly type: 'undoReplacement' }
  | ({ readonly type: 'relink' } & Omit<Extract<RideEvent, { type: 'WayHomeRelinked' }>, 'type'>)
  /** What the rider said to offers or to a refusal. */
  | { readonly type: 'answer'; readonly answer: RiderAnswer }
  | { readonly type: 'bookWillCall'; readonly at: EpochMs }
  | {
      readonly type: 'activate';
      readonly by: ReadySource;
      readonly at: EpochMs;
      readonly second: number;
    }
  | { readonly type: 'lapse' }
  | { readonly type: 'undoBooking' }
  | { readonly type: 'undoCancellation' };
