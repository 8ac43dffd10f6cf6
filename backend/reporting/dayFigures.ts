import type { ServiceDay } from '../domain/units/time.ts';

/** A service day in numbers. Every definition stands at its field. */
export interface DayFigures {
  readonly day: ServiceDay;
  /** Requests that could be understood. */
  readonly requests: number;
  /** Rides booked and not cancelled. */
  readonly served: number;
  /** Refused requests by reason code. */
  readonly denied: Readonly<Record<string, number>>;
  /** Of those, the ones that waited for a place in vain, by the reason of the last try. */
  readonly unmet: Readonly<Record<string, number>>;
  /** From the earliest time promised to the start of the pickup, booked rides. */
  readonly meanWaitSeconds: number | null;
  /** Ride time minus direct time. */
  readonly meanDetourSeconds: number | null;
  /** Pickups and dropoffs inside the promised windows, of all that were performed (planned where not yet). */
  readonly onTimeShare: number | null;
  /** Passengers carried per hour that vehicles with rides were out of the depot. */
  readonly tripsPerVehicleHour: number | null;
  readonly kilometres: number;
  /** Share of the kilometres with nobody aboard. */
  readonly emptyShare: number | null;
}
