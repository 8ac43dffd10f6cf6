import type { RideEvent } from '../ride/rideEvent.ts';
import type { CallerCheck, LoggedHand } from '../ride/rideHand.ts';
import type { EpochMs, ServiceDay } from '../units/time.ts';

/** What some shifts of a plan cost, by the region's objective and on the road. */
export interface PlanFigures {
  readonly costYen: number;
  /** From departure to return. */
  readonly vehicleSeconds: number;
  readonly drivingMetres: number;
}

/** What happened to a day's plan, a shift, or the desk's queues. */
export type DayEvent =
  | { readonly type: 'ScheduleRevised'; readonly version: number; readonly cause: string }
  | { readonly type: 'PlanImproved'; readonly before: PlanFigures; readonly after: PlanFigures }
  | { readonly type: 'ShiftOpened' }
  | { readonly type: 'RoadClosed' | 'RoadReopened'; readonly closureId: string }
  /** A season or a learned factor came, changed or went. */
  | { readonly type: 'RoadSpeedsChanged'; readonly sourceId: string }
  | { readonly type: 'CallBackChanged'; readonly callBackId: string }
  | { readonly type: 'WaitlistChanged'; readonly entryId: string }
  | { readonly type: 'StandingOrderChanged'; readonly orderId: string }
  | { readonly type: 'StopArrived'; readonly stopId: string; readonly second: number }
  | { readonly type: 'ArrivalTakenBack'; readonly stopId: string; readonly second: number }
  | { readonly type: 'StopDeparted'; readonly stopId: string; readonly second: number }
  /** Its driver, or the desk for the driver, said that the shift is over, or that it is not after all. */
  | { readonly type: 'ShiftEnded' | 'ShiftEndTakenBack'; readonly second: number }
  | { readonly type: 'VehicleMoved'; readonly lon: number; readonly lat: number };

/** What happened to a rider's entry or to a call. Who reads personal data on a call is written down, too. */
export type RiderEvent =
  | { readonly type: 'CallReported'; readonly callId: string; readonly state: string }
  | { readonly type: 'RiderRead'; readonly callId: string }
  | { readonly type: 'RiderAdded'; readonly importId: string | null }
  | { readonly type: 'RiderChanged'; readonly revision: number; readonly fields: readonly string[] }
  | { readonly type: 'ProxyAdded' | 'ProxyEnded' | 'ProxyRestored'; readonly grantId: string }
  /** A proxy looked at the rider's rides: kept once a day for each. */
  | { readonly type: 'ProxyLooked'; readonly grantId: string }
  | { readonly type: 'ProxyInvited' | 'ProxyJoined'; readonly grantId: string; readonly invitationId: string }
  | { readonly type: 'PinSet' | 'PinRemoved' }
  /** Somebody who is no proxy was asked what only the rider's people know. */
  | { readonly type: 'CallerChecked'; readonly by: CallerCheck; readonly isRight: boolean }
  | { readonly type: 'RidersMerged' | 'MergeUndone'; readonly goneId: string; readonly mergeId: string }
  | {
      readonly type: 'DistinctNoted' | 'DistinctUndone';
      readonly otherId: string;
      readonly distinctId: string;
    };

/** What was done about two who are kept apart. */
export interface ApartEvent {
  readonly type: 'ApartRecorded' | 'ApartEnded' | 'ApartRestored';
  readonly apartId: string;
}

/**
 * One line of the append-only log. It holds ids and facts, no names: who may read what is decided where it is read.
 */
export interface LogEvent {
  readonly occurredAt: EpochMs;
  readonly day: ServiceDay;
  readonly rideId: string | null;
  readonly shiftId: string | null;
  /** The rider's, for the municipalities' own view. */
  readonly municipality: string | null;
  readonly personId: string | null;
  /** Account id, `system`, `telephony`, `voice` or `driver:<id>`. */
  readonly actor: string;
  readonly body:
    | Exclude<
        RideEvent,
        {
          type: 'RideRequested' | 'RideCancelled' | 'RideReplaced' | 'RideChanged' | 'RideKeptByHand';
        }
      >
    | { readonly type: 'RideRequested'; readonly by?: LoggedHand }
    | (Omit<Extract<RideEvent, { type: 'RideCancelled' }>, 'by' | 'hand'> & { readonly by?: LoggedHand })
    | Omit<Extract<RideEvent, { type: 'RideReplaced' }>, 'hand'>
    | { readonly type: 'RideChanged'; readonly replaces: string }
    | { readonly type: 'RideKeptByHand'; readonly fromShiftId?: string | null }
    | DayEvent
    | RiderEvent
    | ApartEvent;
}
