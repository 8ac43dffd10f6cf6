import { standingPromise } from '../../domain/ride/ride.ts';
import type { TimeWindow } from '../../domain/units/time.ts';
import {
  evaluateTour,
  isSchedule,
  type PreparedProblem,
  prepareProblem,
  type Schedule,
  type Tour,
  type Violation,
} from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { TimedDay } from '../improve/searchTask.ts';
import { timeDay } from '../improve/searchTask.ts';
import { operatorBits } from '../planVehicle.ts';
import type { PlanView } from '../planView.ts';
import { projectTimes } from '../projectTimes.ts';
import { FREEZE_SECONDS } from '../tourBuilder.ts';
import { rideLimit } from './rideLimit.ts';

/** A day in which the rides that cannot be carried as promised are taken off their vehicles. */
export interface LoosenedDay extends TimedDay {
  /** Numbers of the requests taken off. */
  readonly loose: readonly number[];
  /** How many tours can be timed now that could not. */
  readonly easedTours: number;
}

/** How many vehicles a search may change: more are more lists that drivers have to read anew. */
const MOST_HELPERS = 16;
/** Whoever is that far from a ride in time is elsewhere by then. */
const NEAR_SECONDS = 3600;

/**
 * Times a version of the day as it will be `ahead` seconds from now, and takes rides off tours that cannot be kept: the
 * first late one, until the rest is in time. What is fixed stays; a tour that only fixed visits make late stays untimed,
 * and so does that of a driver who stands at a stop and is about to leave, unless it is late.
 */
export async function loosenDay(desk: DayDesk, snapshot: DaySnapshot, ahead: number): Promise<LoosenedDay> {
  const before = await timeDay(desk, snapshot, FREEZE_SECONDS + ahead);
  const { view, prepared } = withPresentLimits(before);
  const loose: number[] = [];
  let easedTours = 0;
  const schedules = before.schedules.map((schedule, v) => {
    const tour = view.tours[v]!;
    const asked = schedule ?? evaluateTour(before.prepared, tour);
    if (isSchedule(asked) || isOnlyLong(asked.violations)) return schedule;
    const eased = loosenTour(view, prepared, tour);
    if (!eased) return undefined;
    easedTours += 1;
    loose.push(...eased.loose);
    return eased.schedule;
  });
  return { ...withFreed({ view, prepared, schedules }, loose), loose, easedTours };
}

/** The day with any vehicle of their provider open to the loose rides: what was chosen by hand holds as far as promises do. */
function withFreed(timed: TimedDay, loose: readonly number[]): TimedDay {
  const { view } = timed;
  const freed = new Set(loose);
  const requests = view.problem.requests.map((request, r) => {
    const ride = freed.has(r) ? view.snapshot.rides.get(view.rideIds[r] ?? '') : undefined;
    if (!ride?.providerId) return request;
    return { ...request, allowedOperators: operatorBits(view.snapshot, [ride.providerId]) };
  });
  const problem = { ...view.problem, requests };
  return { ...timed, view: { ...view, problem }, prepared: prepareProblem(problem) };
}

/** Nobody is late for a driver who is to be at the wheel for too long: that is no reason to take rides off. */
function isOnlyLong(violations: readonly Violation[]): boolean {
  return violations.every(({ code }) => code === 'drivingTooLong');
}

/**
 * The day with ride times limited by the roads as they are now, and with the whole of each promise: the reserve inside
 * it is for days like this.
 */
function withPresentLimits(timed: TimedDay): TimedDay {
  const { view } = timed;
  const requests = view.problem.requests.map((request, r) => {
    const ride = view.snapshot.rides.get(view.rideIds[r] ?? '');
    const promise = ride && standingPromise(ride);
    if (!ride || !promise) return request;
    return {
      ...request,
      pickupWindow: upTo(request.pickupWindow, promise.pickup.latest),
      dropoffWindow: upTo(request.dropoffWindow, promise.dropoff.latest),
      maxRideSeconds: Math.max(request.maxRideSeconds, rideLimit(view, ride)),
    };
  });
  const problem = { ...view.problem, requests };
  return { ...timed, view: { ...view, problem }, prepared: prepareProblem(problem) };
}

function upTo({ earliest, latest }: TimeWindow, second: number): TimeWindow {
  return { earliest, latest: Math.max(latest, second) };
}

function loosenTour(
  view: PlanView,
  prepared: PreparedProblem,
  tour: Tour,
): { readonly schedule: Schedule; readonly loose: readonly number[] } | undefined {
  const loose: number[] = [];
  let left = tour;
  for (;;) {
    const timed = evaluateTour(prepared, left);
    if (isSchedule(timed)) return { schedule: timed, loose };
    const request = firstLate(view, left);
    if (request === undefined) return undefined;
    loose.push(request);
    left = {
      ...left,
      visits: left.visits.filter((visit, i) => i < left.fixedCount || visit >> 1 !== request),
    };
  }
}

/** The first ride of a tour that is late and can still be taken off; where none is late, the last one that can be. */
function firstLate(view: PlanView, tour: Tour): number | undefined {
  const { requests } = view.problem;
  const { starts } = projectTimes(view.problem, tour);
  const fixed = new Set(
    tour.visits
      .slice(0, tour.fixedCount)
      .filter((visit) => visit >= 0)
      .map((visit) => visit >> 1),
  );
  const free = (visit: number) =>
    visit >= 0 &&
    !fixed.has(visit >> 1) &&
    view.snapshot.rides.get(view.rideIds[visit >> 1] ?? '')?.status === 'assigned';
  const late = tour.visits.find((visit, i) => {
    const request = requests[visit >> 1]!;
    return (
      free(visit) && starts[i]! > (visit % 2 === 0 ? request.pickupWindow : request.dropoffWindow).latest
    );
  });
  const chosen = late ?? tour.visits.findLast(free);
  return chosen === undefined ? undefined : chosen >> 1;
}

/** The vehicles that pass nearest to the loose rides at their time: those whose tours a search may change for them. */
export function nearbyVehicles({ view, schedules, loose }: LoosenedDay): number[] {
  return schedules
    .flatMap((schedule, v) => (schedule ? [{ v, seconds: farness(view, schedule, loose) }] : []))
    .sort((a, b) => a.seconds - b.seconds || a.v - b.v)
    .slice(0, MOST_HELPERS)
    .map(({ v }) => v)
    .sort((a, b) => a - b);
}

/** Driving seconds from the nearest place where a vehicle is about the time of a loose ride to where that begins. */
function farness(view: PlanView, { vehicle, visits, starts }: Schedule, loose: readonly number[]): number {
  const { requests, travel, vehicles } = view.problem;
  const { seconds } = travel.layers[0]!;
  const depot = vehicles[vehicle]!.startLocation;
  let least = Number.POSITIVE_INFINITY;
  for (const request of loose) {
    const { pickupLocation, pickupWindow } = requests[request]!;
    const near = visits.flatMap((visit, i) => {
      if (visit < 0 || Math.abs(starts[i]! - pickupWindow.earliest) > NEAR_SECONDS) return [];
      const other = requests[visit >> 1]!;
      return [visit % 2 === 0 ? other.pickupLocation : other.dropoffLocation];
    });
    // Who has nothing to do then stands in the depot, or comes by it.
    for (const location of near.length > 0 ? near : [depot ?? pickupLocation]) {
      least = Math.min(least, seconds[location * travel.stride + pickupLocation]!);
    }
  }
  return least;
}
