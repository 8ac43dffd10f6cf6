/**
 * One thing a vehicle does: `request * 2` is that request's pickup, `request * 2 + 1` its dropoff,
 * `-1 - b` its break number b.
 */
export type Visit = number;

/** The order of a vehicle's visits, no clock. */
export interface Tour {
  readonly vehicle: number;
  readonly visits: readonly Visit[];
  /**
   * How many visits from the front are fixed: served or under way; they never move and nothing goes between them.
   * `fixedStarts[i]` is the performed (or committed) start of service of fixed visit i.
   */
  readonly fixedCount: number;
  readonly fixedStarts: readonly number[];
  /**
   * Nothing that is not fixed begins before this second: the vehicle leaves its last fixed visit (or its start) no
   * earlier. A day under way puts the present second here. Absent: no such limit.
   */
  readonly earliestDeparture?: number;
}

/** A tour with times, all in seconds of the service day; arrays run along `visits`. */
export interface Schedule extends Tour {
  /** Departure from the start location; the start of the first visit when the start is open. */
  readonly departure: number;
  readonly arrivals: readonly number[];
  /** Start of service. */
  readonly starts: readonly number[];
  /** End of service: the start plus the dwell of a stop opened or joined, or plus the length of a break. */
  readonly ends: readonly number[];
  /**
   * When the vehicle leaves towards the next visit or the end, `>= ends`. The leg belongs to the travel layer of this
   * second: `arrivals[i + 1] = departures[i] + travel`. A stay after the end of service counts as rest, and so does
   * the wait from arrival to start, each when it is long enough. At the last visit of an open end it is `ends`.
   */
  readonly departures: readonly number[];
  /**
   * How much later the start could be, everything before it staying as it is and everything after it moving as it
   * must, before a window, a ride time, the duty or the shift breaks; ≥ 0 in a valid schedule, 0 at fixed visits.
   */
  readonly slacks: readonly number[];
  /** Load after the visit, by kind; `[i][k]`. */
  readonly loads: readonly (readonly number[])[];
  /** Arrival at the end location (or end of the last visit when the end is open). Equals `departure` when unused. */
  readonly finish: number;
  readonly drivingSeconds: number;
  readonly drivingMetres: number;
}

/** Schedules of all vehicles, and what was left out. */
export interface Plan {
  /** `[v]` belongs to vehicle number v. */
  readonly schedules: readonly Schedule[];
  /** Request numbers that no schedule carries. */
  readonly unserved: readonly number[];
}
