import type { RidePlace } from '../place/place.ts';
import type { DoneBy } from '../ride/rideHand.ts';
import type { RoadBand } from '../road/roadState.ts';
import type { DaySecond, EpochMs, ServiceDay } from '../units/time.ts';

/** A planned halt of one vehicle, or a break. All seconds are of the service day. */
export interface ScheduledStop {
  /** Unique within the shift, stable while the stop exists. */
  readonly id: string;
  readonly kind: 'stop' | 'break';
  readonly place: RidePlace | null;
  readonly arrival: DaySecond;
  /** Start of service. */
  readonly start: DaySecond;
  /** End of service; what follows until the departure is a stay. Absent in what older releases wrote. */
  readonly end?: DaySecond;
  readonly departure: DaySecond;
  /** Ride ids. */
  readonly pickups: readonly string[];
  readonly dropoffs: readonly string[];
  /** Load after the stop, by kind of place. */
  readonly loadAfter: readonly number[];
  readonly slackSeconds: number;
  readonly state: 'planned' | 'arrived' | 'departed';
  readonly performedArrival: DaySecond | null;
  readonly performedDeparture: DaySecond | null;
  /** See `expectedAt`. */
  readonly expected?: DaySecond;
}

/** The roads as a plan took them to be. */
export interface ScheduleRoads {
  readonly bands: readonly RoadBand[];
  /** Made on estimated times while the road engine was away. */
  readonly isEstimate: boolean;
}

/** The schedule of one shift, as stored and shown. */
export interface ShiftSchedule {
  readonly shiftId: string;
  readonly day: ServiceDay;
  /** The version of the day's plan that last changed it. */
  readonly version: number;
  /** Departure from the depot. */
  readonly departure: DaySecond;
  /** Return to the depot. */
  readonly finish: DaySecond;
  readonly drivingSeconds: number;
  readonly drivingMetres: number;
  readonly stops: readonly ScheduledStop[];
  /** The roads its times were made on; open roads where absent. */
  readonly roads?: ScheduleRoads;
  /** When its driver, or the desk for the driver, said that the shift is over: nothing more is planned for it. Absent: it is not. */
  readonly ended?: DaySecond;
  /** Whose word at the desk that was; absent: the driver's own. */
  readonly endedBy?: DoneBy;
}

/** Where a vehicle was last seen. */
export interface VehiclePosition {
  readonly shiftId: string;
  readonly day: ServiceDay;
  readonly lon: number;
  readonly lat: number;
  readonly at: EpochMs;
}
