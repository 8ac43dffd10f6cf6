import type { Ride } from '../domain/ride/ride.ts';
import type { ScheduledStop, ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import { isEmptyStop } from '../domain/schedule/stopKinds.ts';
import { isCarried } from './isCarried.ts';

/** A planned stop at which nobody gets in or out: the vehicle waits there, or its driver takes a break. */
export function isWaitingPlace(stop: ScheduledStop): boolean {
  return stop.state === 'planned' && isEmptyStop(stop);
}

/** What the planner calls the request that keeps a stop without riders in its tour. */
export function waitingId({ id }: Pick<ScheduledStop, 'id'>): string {
  return `place:${id}`;
}

/**
 * The ways to drive a shift with stops ahead at which nobody gets in or out any more: without them, with one of them as
 * a place to wait, with all. Where a driver's break fits only there, a tour without them keeps no promise behind it.
 */
export function waitingVariants(
  schedule: ShiftSchedule,
  rides: ReadonlyMap<string, Ride>,
  nowSecond: number,
): readonly ShiftSchedule[] {
  const { stops } = schedule;
  const isNeeded = ({ pickups, dropoffs }: ScheduledStop) =>
    [...pickups, ...dropoffs].some((id) => {
      const ride = rides.get(id);
      return ride !== undefined && isCarried(ride);
    });
  const idle = stops.filter(
    (stop, i) =>
      stop.kind === 'stop' &&
      stop.state === 'planned' &&
      !isNeeded(stop) &&
      !isNextOnTheWay(schedule, i, nowSecond),
  );
  const ways = [[], ...idle.map((stop) => [stop]), ...(idle.length > 1 ? [idle] : [])];
  return ways.map((kept) => ({
    ...schedule,
    stops: stops.flatMap((stop) => {
      if (!idle.includes(stop)) return [stop];
      return kept.includes(stop) ? [{ ...stop, pickups: [], dropoffs: [] }] : [];
    }),
  }));
}

/** A stop that the vehicle is on its way to says where it is, whoever has cancelled. */
function isNextOnTheWay({ departure, stops }: ShiftSchedule, i: number, nowSecond: number): boolean {
  const before = stops[i - 1];
  return before ? before.state === 'departed' : departure <= nowSecond;
}
