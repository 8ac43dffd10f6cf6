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
}

/** A tour with times, all in seconds of the service day; arrays run along `visits`. */
export interface Schedule extends Tour {
  /** Departure from the start location (or from the first visit when the start is open). */
  readonly departure: number;
  readonly arrivals: readonly number[];
  /** Start of service. */
  readonly starts: readonly number[];
  /** End of service. */
  readonly ends: readonly number[];
  /** How much later the start could be before something downstream breaks; ≥ 0 in a valid schedule. */
  readonly slacks: readonly number[];
  /** Load after the visit, by kind; `[i][k]`. */
  readonly loads: readonly (readonly number[])[];
  /** Arrival at the end location (or end of the last visit when the end is open). */
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
