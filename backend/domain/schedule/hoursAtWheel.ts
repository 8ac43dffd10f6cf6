import type { DrivenSoFar, DrivingLimit } from '../units/drivingLimit.ts';
import type { DaySecond } from '../units/time.ts';
import type { ScheduledStop, ShiftSchedule } from './shiftSchedule.ts';

/** A part of rest that counts: the vehicle stands and the driver has nothing to do. */
export interface RestPart {
  readonly from: DaySecond;
  readonly until: DaySecond;
}

/** A part of rest at a stop. */
export interface StopRest extends RestPart {
  /** At the wheel since the last whole rest, when it begins. */
  readonly drivingSeconds: number;
  /** Without it the driver would be at the wheel for longer than the limit allows. */
  readonly isOwed: boolean;
}

/** How the driver stands to the limit at one stop. */
export interface WheelAtStop {
  readonly stopId: string;
  /** At the wheel since the last whole rest, when the vehicle gets there. */
  readonly drivingSeconds: number;
  /** Parts that count, in order. */
  readonly rests: readonly StopRest[];
}

/** A shift under the limit: as it was driven as far as it was reported, as it is planned from there. */
export interface HoursAtWheel {
  /** `[i]` belongs to stop i. */
  readonly stops: readonly WheelAtStop[];
  /** When the vehicle is back in the depot. */
  readonly drivingAtFinish: number;
  /** The longest time at the wheel without a whole rest. */
  readonly longestSeconds: number;
}

/**
 * A leg takes no less than this share of what the roads say: whoever taps on leaving only when they are nearly there
 * was driving already.
 */
const LEAST_SHARE = 0.8;
/**
 * Whoever taps on leaving long before the next pickup stands somewhere in between. A leg at whose end the plan has a
 * wait, and that ended within it, took no more than this many times what the roads say, or what the wait leaves.
 */
const MOST_TIMES_IN_TIME = 2;
/** One that ended late took no more than this many times what the roads say, or this much longer: snow, a long detour. */
const MOST_TIMES_LATE = 3;
const MOST_SECONDS_LATE = 2700;

/**
 * Follows a shift along its stops and counts time at the wheel and rest as the law does. A stop that nobody reported
 * (a break) counts as planned, as far as there was time for it.
 */
export function hoursAtWheel(limit: DrivingLimit, schedule: ShiftSchedule): HoursAtWheel {
  const { counter, stops } = follow(limit, schedule);
  const isOwed = ({ from }: RestPart) =>
    follow(limit, schedule, from).counter.longestSeconds > limit.maxDrivingSeconds;
  return {
    stops: stops.map((stop) => ({
      ...stop,
      rests: stop.rests.map((rest) => ({ ...rest, isOwed: isOwed(rest) })),
    })),
    drivingAtFinish: counter.drivingSeconds,
    longestSeconds: counter.longestSeconds,
  };
}

/** @param without the second at which a part of rest begins that is not taken */
function follow(limit: DrivingLimit, schedule: ShiftSchedule, without = Number.NaN) {
  const counter = new WheelCounter(limit);
  const stops = schedule.stops.map((stop, i) => {
    counter.drive(legTo(schedule, i));
    const { drivingSeconds } = counter;
    const rests = [waitAt(schedule, i), stayAt(schedule, i)]
      .filter((part) => part.from !== without && counter.rest(part))
      .map((part) => ({ ...part, drivingSeconds }));
    return { stopId: stop.id, drivingSeconds, rests };
  });
  counter.drive(wayHome(schedule));
  return { counter, stops };
}

/**
 * How the driver stands when the first `count` stops are served. A stay behind the last of them is counted only where
 * the vehicle has left.
 * @param stands the vehicle stands free at the stop behind them, or in the depot: the way there counts, how long it
 * waits does not yet
 */
export function drivenSoFar(
  limit: DrivingLimit,
  schedule: ShiftSchedule,
  count: number,
  stands = false,
): DrivenSoFar {
  const counter = new WheelCounter(limit);
  // Who has left a stop for a break there stands still.
  const hasLeft = schedule.stops[count - 1]?.state === 'departed' && schedule.stops[count]?.kind !== 'break';
  for (let i = 0; i < count; i++) {
    counter.drive(legTo(schedule, i));
    counter.rest(waitAt(schedule, i));
    if (i < count - 1 || hasLeft || stands) counter.rest(stayAt(schedule, i));
  }
  if (stands) counter.drive(count < schedule.stops.length ? legTo(schedule, count) : wayHome(schedule));
  const isUnderWay = hasLeft && !stands;
  return { drivingSeconds: counter.drivingSeconds, restedSeconds: counter.restedSeconds, isUnderWay };
}

class WheelCounter {
  drivingSeconds = 0;
  restedSeconds = 0;
  longestSeconds = 0;

  constructor(readonly limit: DrivingLimit) {}

  drive(seconds: number): void {
    this.drivingSeconds += seconds;
    this.longestSeconds = Math.max(this.longestSeconds, this.drivingSeconds);
  }

  /** Does the part count? */
  rest({ from, until }: RestPart): boolean {
    const { minPartSeconds, restSeconds } = this.limit;
    if (until - from < minPartSeconds || until <= from) return false;
    this.restedSeconds += until - from;
    if (this.restedSeconds >= restSeconds) {
      this.drivingSeconds = 0;
      this.restedSeconds = 0;
    }
    return true;
  }
}

/** Seconds at the wheel from the last stop to the depot. */
function wayHome({ stops, finish }: ShiftSchedule): number {
  const last = stops.at(-1);
  return last ? Math.max(0, finish - last.departure) : 0;
}

/** Seconds at the wheel from the stop before, or the depot, to stop i. */
function legTo(schedule: ShiftSchedule, i: number): number {
  const stop = schedule.stops[i]!;
  const before = schedule.stops[i - 1];
  const planned = Math.max(0, stop.arrival - (before?.departure ?? schedule.departure));
  if (!before || stop.performedArrival === null || before.performedDeparture === null) return planned;
  const reported = stop.performedArrival - before.performedDeparture;
  // A break of which nobody told the end is written down as ended when the vehicle came to the next stop.
  if (before.kind === 'break' && reported <= 0) return planned;
  return Math.max(LEAST_SHARE * planned, Math.min(reported, mostAtWheel(stop, planned, reported)));
}

/** The longest that somebody can have driven of the time between leaving and coming to the stop. */
function mostAtWheel(stop: ScheduledStop, planned: number, reported: number) {
  const { arrival, start, performedArrival: came, pickups, dropoffs } = stop;
  // Where nobody gets in or out a vehicle is never late: all that begins there is its standing.
  const onlyStood = came === start && pickups.length + dropoffs.length === 0;
  const isInTime = onlyStood || (came !== null && came < start);
  return isInTime
    ? Math.max(MOST_TIMES_IN_TIME * planned, reported - (start - arrival))
    : Math.max(MOST_TIMES_LATE * planned, planned + MOST_SECONDS_LATE);
}

/** When the vehicle stood at stop i: as told, or sooner where the driver cannot have driven all that time. */
function cameAt(schedule: ShiftSchedule, i: number): DaySecond {
  const { performedArrival, arrival } = schedule.stops[i]!;
  if (performedArrival === null) return arrival;
  const left = schedule.stops[i - 1]?.performedDeparture ?? null;
  return left === null ? performedArrival : Math.min(performedArrival, left + legTo(schedule, i));
}

/** When the vehicle leaves stop i: as told, but no later than it can have left to be where it was next. */
function leftAt(schedule: ShiftSchedule, i: number): DaySecond {
  const stop = schedule.stops[i]!;
  const reached = schedule.stops[i + 1]?.performedArrival ?? null;
  if (stop.performedDeparture === null) return stop.departure;
  return reached === null
    ? stop.performedDeparture
    : Math.min(stop.performedDeparture, reached - legTo(schedule, i + 1));
}

/** Where the vehicle stands at stop i before anybody gets in or out, or for a break. */
function waitAt(schedule: ShiftSchedule, i: number): RestPart {
  const stop = schedule.stops[i]!;
  const arrived = cameAt(schedule, i);
  if (stop.kind === 'stop') return { from: arrived, until: Math.min(stop.start, leftAt(schedule, i)) };
  const before = schedule.stops[i - 1];
  const from = before ? Math.max(arrived, endOf(before)) : arrived;
  return { from, until: stop.performedDeparture === null ? endOf(stop) : leftAt(schedule, i) };
}

/** Where the vehicle stands at stop i with everybody in and out. */
function stayAt(schedule: ShiftSchedule, i: number): RestPart {
  const stop = schedule.stops[i]!;
  const until = leftAt(schedule, i);
  return { from: stop.kind === 'break' && stop.performedDeparture !== null ? until : endOf(stop), until };
}

function endOf(stop: ScheduledStop): DaySecond {
  return stop.end ?? stop.departure;
}
