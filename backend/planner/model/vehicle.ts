import type { DrivenSoFar, DrivingLimit } from '../../domain/units/drivingLimit.ts';
import type { Configuration } from '../../domain/units/load.ts';
import type { TimeWindow } from '../../domain/units/time.ts';

/**
 * A rest the driver is owed on a duty that covers it. The planner puts it right after some visit, at that visit's
 * location (it closes the stop: whoever gets in or out there afterwards opens it again). It needs no visit when the
 * driver is off duty in time for it: the tour finishes at or before `window.latest`, or departs at or after
 * `window.earliest + seconds`. Several breaks are taken in the order of `window.earliest`.
 */
export interface PlanBreak {
  /** When it may start. */
  readonly window: TimeWindow;
  readonly seconds: number;
}

/** One vehicle with one driver for a stretch of time (a shift), as the planner sees it. */
export interface PlanVehicle {
  readonly id: string;
  /** Absent: starts wherever its first visit is (open start). */
  readonly startLocation?: number;
  /** Absent: the tour ends at its last visit. */
  readonly endLocation?: number;
  /** Earliest departure and latest return. */
  readonly window: TimeWindow;
  /**
   * The second at which the driver has had the rest owed since the last duty: a tour that has not left yet leaves no
   * sooner. One with fixed visits has left, and is not judged by it. Absent: the driver is rested.
   */
  readonly restedFrom?: number;
  /** From departure at the start to arrival at the end. Absent: only the window limits it. */
  readonly maxDurationSeconds?: number;
  /** Arrangements of places; a load fits when it fits one of them. */
  readonly configurations: readonly Configuration[];
  readonly skills: number;
  /** The bit of the provider, tested against `PlanRequest.allowedOperators`. */
  readonly operator: number;
  readonly breaks: readonly PlanBreak[];
  readonly drivingLimit?: DrivingLimit;
  /**
   * What counts against the limit up to the end of service at the last fixed visit of the vehicle's tour, as it was
   * driven. Absent, or with nothing fixed: worked out from the fixed visits and the roads.
   */
  readonly driven?: DrivenSoFar;
  readonly costPerHour: number;
  readonly costPerKilometre: number;
  /** Paid once when the vehicle is used at all. */
  readonly fixedCost: number;
}

/** The earliest departure of a tour on which nothing is fixed yet. */
export function mayLeaveFrom({ window, restedFrom }: PlanVehicle): number {
  return restedFrom === undefined ? window.earliest : Math.max(window.earliest, restedFrom);
}
