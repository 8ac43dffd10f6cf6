import type { RideEvent } from '../ride/rideEvent.ts';
import type { EpochMs, ServiceDay } from '../units/time.ts';

/** What happened to a day's plan or a shift. */
export type DayEvent =
  | { readonly type: 'ScheduleRevised'; readonly version: number; readonly cause: string }
  | { readonly type: 'ShiftOpened' }
  | { readonly type: 'RoadClosed' | 'RoadReopened'; readonly closureId: string }
  | { readonly type: 'StopArrived'; readonly stopId: string; readonly second: number }
  | { readonly type: 'StopDeparted'; readonly stopId: string; readonly second: number }
  | { readonly type: 'VehicleMoved'; readonly lon: number; readonly lat: number };

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
  /** Account id, `system`, or `driver:<id>`. */
  readonly actor: string;
  readonly body:
    | Exclude<RideEvent, { type: 'RideRequested' }>
    | { readonly type: 'RideRequested' }
    | DayEvent;
}
