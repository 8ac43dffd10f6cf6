import type { Depot } from '../domain/fleet/fleet.ts';
import type { RidePlace } from '../domain/place/place.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { ScheduledStop, ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { DaySecond } from '../domain/units/time.ts';
import { isCarried } from './isCarried.ts';

/**
 * A vehicle that stands, or will when it gets there, where nobody can get in yet, or in its depot, and carries nobody:
 * until then it may be sent to others first.
 */
export interface Stand {
  readonly place: RidePlace;
  /** How many stops of the stored schedule lie before it; they are fixed. */
  readonly position: number;
  /** The stop it has gone to; null in the depot. */
  readonly stop: ScheduledStop | null;
  /** When it left for there. */
  readonly leftAt: DaySecond;
  /** When it came or comes there: as reported, else as reckoned by the drive as planned. */
  readonly since: DaySecond;
}

/** Whoever has less than this before somebody gets in stays there. */
const LEAST_FREE_SECONDS = 600;

/**
 * Finds where the vehicle of a shift stands free. A driver who has left for a stop, or tapped that they are there, long
 * before anybody gets in is not bound to it; nor is one whose riders have cancelled while they were on the way, nor one
 * who is nearer to the depot than to the last stop.
 * @param leadSeconds a vehicle that leaves the depot within this time counts as on its way
 */
export function findStand(
  schedule: ShiftSchedule,
  depot: Depot | undefined,
  rides: ReadonlyMap<string, Ride>,
  nowSecond: DaySecond,
  leadSeconds: number,
): Stand | undefined {
  const { stops } = schedule;
  const last = stops.findLastIndex(({ state }) => state !== 'planned');
  if (stops.slice(0, Math.max(0, last)).some(({ state }) => state === 'planned')) return undefined;
  const isThere = stops[last]?.state === 'arrived';
  const before = stops[isThere ? last - 1 : last];
  if (before?.loadAfter.some((places) => places > 0)) return undefined;
  const stop = stops[isThere ? last : last + 1];
  if (stop) {
    const stand = standBefore(schedule, isThere ? last : last + 1);
    return isFree(stand, rides, nowSecond, leadSeconds) ? stand : undefined;
  }
  return before && depot && homeOf(schedule, depot, nowSecond);
}

function standBefore(schedule: ShiftSchedule, position: number): Stand & { readonly stop: ScheduledStop } {
  const stop = schedule.stops[position]!;
  const leftAt = schedule.stops[position - 1]?.departure ?? schedule.departure;
  const since = stop.performedArrival ?? Math.max(leftAt, stop.arrival);
  return { place: stop.place!, position, stop, leftAt, since };
}

function isFree(
  { stop, leftAt, since }: Stand & { readonly stop: ScheduledStop },
  rides: ReadonlyMap<string, Ride>,
  nowSecond: DaySecond,
  leadSeconds: number,
): boolean {
  if (stop.kind !== 'stop') return false;
  const isThere = stop.state === 'arrived';
  const meant = [...stop.pickups, ...stop.dropoffs];
  const carried = meant.map((id) => rides.get(id)).filter((ride) => ride !== undefined && isCarried(ride));
  // Where everybody has cancelled, the vehicle is only if it is on its way there for certain.
  if (carried.length === 0) return meant.length > 0 && !isThere && leftAt <= nowSecond;
  const isUnderWay = isThere || leftAt <= nowSecond + leadSeconds;
  const isAwaited = (ride: Ride | undefined) => ride?.status === (isThere ? 'vehicleArrived' : 'assigned');
  if (!isUnderWay || stop.dropoffs.length > 0 || !carried.every(isAwaited)) return false;
  return stop.start - Math.max(since, nowSecond) >= LEAST_FREE_SECONDS;
}

/** On the way home, from the middle of it on. */
function homeOf(
  { stops, finish }: ShiftSchedule,
  { id, name, municipality, coordinates }: Depot,
  nowSecond: DaySecond,
): Stand | undefined {
  const leftAt = stops.at(-1)!.departure;
  if (nowSecond - leftAt < (finish - leftAt) / 2) return undefined;
  const place = { id: `depot:${id}`, name, municipality, coordinates };
  return { place, position: stops.length, stop: null, leftAt, since: finish };
}

/** Is this vehicle there already, by its driver's own word? */
export function isReported(stand: Stand): stand is Stand & { readonly stop: ScheduledStop } {
  return stand.stop?.state === 'arrived';
}
