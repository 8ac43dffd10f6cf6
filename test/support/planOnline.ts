import {
  createEmptyPlan,
  evaluateTour,
  improvePlan,
  isSchedule,
  type Plan,
  type PlanProblem,
  type PlanRequest,
  prepareProblem,
  type Schedule,
} from '../../backend/planner/index.ts';
import { latestPickup, type OnlineDay } from './onlineDay.ts';

/**
 * The price of sending out a vehicle while the whole day is still to come: in rides, each as long as one takes alone, and
 * in gaps from one request to the next.
 */
export interface SendingOut {
  readonly rides: number;
  readonly gaps: number;
}

/** How a day is planned while requests arrive. */
export interface OnlinePolicy {
  /** Steps of the search at each moment at which requests become known, and its seed. */
  readonly steps: number;
  readonly seed: number;
  /**
   * What sending out one more vehicle counts beside its hours: whoever goes out pays later for waits
   * that nobody knows of yet, and cannot go out again for whoever has yet to call.
   */
  readonly sendingOut: SendingOut;
  /** Share of the day's requests that are not known yet at a moment, by experience: the price falls with it. */
  readonly stillToCome: (now: number) => number;
}

/**
 * Plays a day: at each moment at which requests become known, what the vehicles have begun is fixed, the newcomers are
 * put in, and the rest is improved by so many steps. A vehicle leaves the depot as late as costs nothing, and waits where
 * it is until it must leave for its next visit.
 */
export function planOnline(
  { problem, arrivals }: OnlineDay,
  { steps, seed, sendingOut, stillToCome }: OnlinePolicy,
): Plan {
  let plan: Plan = { ...createEmptyPlan(problem), unserved: [] };
  for (let known = 0; known < arrivals.length; ) {
    const now = arrivals[known]!;
    const before = known;
    while (known < arrivals.length && arrivals[known] === now) known++;
    const sofar = knownSoFar(problem, known, sendingOut, stillToCome(now));
    const prepared = prepareProblem(sofar);
    const schedules = plan.schedules.map((schedule) => {
      const begun = evaluateTour(prepared, fixUntil(sofar, schedule, now));
      return isSchedule(begun) ? begun : schedule;
    });
    const newcomers = Array.from({ length: known - before }, (_, k) => before + k);
    plan = improvePlan(
      sofar,
      { schedules, unserved: [...plan.unserved, ...newcomers] },
      { seed, iterations: steps },
    );
  }
  return plan;
}

/** The problem of the requests known so far, with a price on sending out a vehicle by the share still to come. */
function knownSoFar(problem: PlanProblem, known: number, price: SendingOut, share: number): PlanProblem {
  const requests = problem.requests.slice(0, known);
  const whole = price.rides * timeAlone(problem, requests) + price.gaps * gapBetween(problem, requests);
  const sendingOut = whole * share;
  const vehicles = problem.vehicles.map((vehicle) => ({
    ...vehicle,
    fixedCost: (sendingOut * vehicle.costPerHour) / 3600,
  }));
  return { ...problem, requests, vehicles };
}

/** How long a ride takes on average with nobody else aboard, dwells included. */
function timeAlone({ travel }: PlanProblem, requests: readonly PlanRequest[]): number {
  const { seconds } = travel.layers[0]!;
  const total = requests.reduce(
    (sum, ride) =>
      sum +
      ride.pickupDwellSeconds +
      seconds[ride.pickupLocation * travel.stride + ride.dropoffLocation]! +
      ride.dropoffDwellSeconds,
    0,
  );
  return total / requests.length;
}

/** How long it is from one request to the next, by when those known so far must be fetched; 0 while there is only one. */
function gapBetween(problem: PlanProblem, requests: readonly PlanRequest[]): number {
  if (requests.length < 2) return 0;
  const due = requests.map((request) => latestPickup(problem, request));
  return (Math.max(...due) - Math.min(...due)) / (requests.length - 1);
}

/** The tour with everything fixed that the vehicle has begun by now: visits it is at or must already have left for. */
function fixUntil(problem: PlanProblem, schedule: Schedule, now: number) {
  const { seconds } = problem.travel.layers[0]!;
  const { stride } = problem.travel;
  const later = schedule.fixedCount === 0 ? holdBack(problem, schedule) : 0;
  const starts = schedule.starts.map((start) => start + later);
  let fixedCount = schedule.fixedCount;
  let place = problem.vehicles[schedule.vehicle]!.startLocation!;
  schedule.visits.forEach((visit, i) => {
    const request = problem.requests[visit >> 1]!;
    const next = visit % 2 === 0 ? request.pickupLocation : request.dropoffLocation;
    if (i === fixedCount && starts[i]! - seconds[place * stride + next]! <= now) fixedCount++;
    place = next;
  });
  return {
    vehicle: schedule.vehicle,
    visits: schedule.visits,
    fixedCount,
    fixedStarts: starts.slice(0, fixedCount),
    earliestDeparture: now,
  };
}

/**
 * By how much a tour may begin later as it is. Best times are as short as can be: they hold a wait only where the departure
 * cannot be any later, so moving all of them is all that can be gained.
 */
function holdBack(problem: PlanProblem, { vehicle, visits, starts, finish }: Schedule): number {
  let most = problem.vehicles[vehicle]!.window.latest - finish;
  visits.forEach((visit, i) => {
    const { pickupWindow, dropoffWindow } = problem.requests[visit >> 1]!;
    most = Math.min(most, (visit % 2 === 0 ? pickupWindow : dropoffWindow).latest - starts[i]!);
  });
  return Math.max(0, most);
}

/** Time vehicles are out, from departure to return. */
export function timeOut(plan: Plan): number {
  return plan.schedules.reduce(
    (sum, { departure, finish, visits }) => sum + (visits.length > 0 ? finish - departure : 0),
    0,
  );
}
