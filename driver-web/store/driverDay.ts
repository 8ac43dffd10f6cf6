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
 * The shift to show: the earliest that its driver has not ended and that still has a stop to make or hours to run, else
 * the last one of the day.
 * @param nowSecond second of the service day
 */
export function findCurrentShift(day: DriverDay, nowSecond: number): ShiftView | undefined {
  const open = day.shifts.find(
    ({ ended, end, stops }) =>
      ended === undefined && (end > nowSecond || stops.some((stop) => stop.state !== 'departed')),
  );
  return open ?? day.shifts.at(-1);
}

/** Rides of a shift that are aboard or still to be fetched: as long as there are any, nobody goes home. */
export function listUnfinished({ rides }: DriverDay, { stops }: ShiftView): readonly RideView[] {
  const ids = new Set(stops.flatMap(({ pickups, dropoffs }) => [...pickups, ...dropoffs]));
  return [...ids]
    .map((id) => rides.get(id))
    .filter((ride): ride is RideView => ride !== undefined && UNFINISHED.has(ride.status));
}

const UNFINISHED: ReadonlySet<RideView['status']> = new Set(['assigned', 'vehicleArrived', 'onBoard']);

/** Rides that are over and lead away from home, the latest first: their riders may be ready to go home. */
export function listFinished(day: DriverDay): readonly RideView[] {
  return [...day.rides.values()]
    .filter(({ status, returnOf }) => status === 'done' && returnOf === null)
    .sort((a, b) => (b.performedDropoff ?? 0) - (a.performedDropoff ?? 0));
}
