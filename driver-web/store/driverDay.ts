import type { RideView, ShiftView } from '../../backend/contract/index.ts';

/** What a driver's device knows of one service day: own shifts and the rides on them. */
export interface DriverDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly shifts: readonly ShiftView[];
  /** Rides by id. */
  readonly rides: ReadonlyMap<string, RideView>;
}

/** Builds the day from the lists of the feed. */
export function driverDayOf(
  day: string,
  shifts: readonly ShiftView[],
  rides: readonly RideView[],
): DriverDay {
  const ordered = [...shifts].filter((shift) => shift.day === day).sort((a, b) => a.start - b.start);
  return { day, shifts: ordered, rides: new Map(rides.map((ride) => [ride.id, ride])) };
}

/**
 * The shift to show: the earliest that still has a stop to make or has not ended, else the last one of the day.
 * @param nowSecond second of the service day
 */
export function findCurrentShift(day: DriverDay, nowSecond: number): ShiftView | undefined {
  const open = day.shifts.find(
    (shift) => shift.end > nowSecond || shift.stops.some((stop) => stop.state !== 'departed'),
  );
  return open ?? day.shifts.at(-1);
}

/** Rides that are over and lead away from home, the latest first: their riders may be ready to go home. */
export function listFinished(day: DriverDay): readonly RideView[] {
  return [...day.rides.values()]
    .filter(({ status, returnOf }) => status === 'done' && returnOf === null)
    .sort((a, b) => (b.performedDropoff ?? 0) - (a.performedDropoff ?? 0));
}
