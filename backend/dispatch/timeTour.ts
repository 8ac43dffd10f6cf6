import { standingPromise } from '../domain/ride/ride.ts';
import type { TimeWindow } from '../domain/units/time.ts';
import {
  evaluateTour,
  isSchedule,
  type PlanProblem,
  type PlanRequest,
  type PlanVehicle,
  prepareProblem,
  type Schedule,
  type Tour,
} from '../planner/index.ts';
import { withDrivingReserve } from './drivingReserve.ts';
import type { PlanView } from './planView.ts';
import { projectTimes } from './projectTimes.ts';

/** A tour with the times at which it will be driven. */
export interface TimedTour {
  readonly schedule: Schedule;
  /** The rules it is to be judged by: the law as it stands, windows as wide as what happens. */
  readonly problem: PlanProblem;
  /** Is every promise kept? */
  readonly isKept: boolean;
}

/** Nobody is told a time that is more than this much later than the vehicle could come if its driver never rested. */
const MOST_LATE_MINUTES = 240;

/**
 * Times a tour of a view made for timing (see `viewDay`), whatever the street has done to it. The rest that the driver
 * owes is a part of it like a closed road: promises are kept where both are possible, with the reserve inside them or
 * without, and else broken by as little as can be. What the street reports is never turned away: where no times keep
 * the duty, then the breaks, then the hours at the wheel, the tour is timed without them, and the checker says so
 * against the real rules.
 */
export function timeTour(view: PlanView, tour: Tour): TimedTour {
  const { problem } = view;
  const promised = withWholePromises(view);
  for (const kept of [rested(problem, tour), rested(promised, tour), promised]) {
    const timed = timedUnder(kept, tour);
    if (timed) return { schedule: timed, problem: promised, isKept: true };
  }
  for (const relaxed of RELAXATIONS) {
    const late = timeLate(promised, tour, relaxed);
    if (late) return late;
  }
  throw new Error(`Vehicle ${problem.vehicles[tour.vehicle]?.id} cannot be timed as it comes.`);
}

/** Rules of a vehicle that are given up one after the other, each with those before it. */
const RELAXATIONS: readonly ((vehicle: PlanVehicle) => PlanVehicle)[] = [
  (vehicle) => vehicle,
  withoutDuty,
  (vehicle) => withoutDuty(withBreaksAnyTime(vehicle)),
  ({ drivingLimit: _limit, ...vehicle }) => withoutDuty(withBreaksAnyTime(vehicle)),
];

function withoutDuty({ maxDurationSeconds: _duty, ...vehicle }: PlanVehicle): PlanVehicle {
  return vehicle;
}

/** A break that may begin at any hour is owed at none. */
function withBreaksAnyTime(vehicle: PlanVehicle): PlanVehicle {
  const anyHour = { earliest: 0, latest: Number.MAX_SAFE_INTEGER };
  return { ...vehicle, breaks: vehicle.breaks.map((rest) => ({ ...rest, window: anyHour })) };
}

/** The least minutes by which everything may be late, then as few promises broken within them as can be. */
function timeLate(
  promised: PlanProblem,
  tour: Tour,
  relax: (vehicle: PlanVehicle) => PlanVehicle,
): TimedTour | undefined {
  const soonest = lateBy(promised, tour, 0);
  const timedWithin = (minutes: number) =>
    timedUnder(changed(lateBy(promised, tour, minutes * 60), tour, relax), tour);
  if (!timedWithin(MOST_LATE_MINUTES)) return undefined;
  let [least, most] = [0, MOST_LATE_MINUTES];
  while (least < most) {
    const minutes = Math.floor((least + most) / 2);
    if (timedWithin(minutes)) most = minutes;
    else least = minutes + 1;
  }
  let allowed = lateBy(promised, tour, most * 60);
  const timed = (problem: PlanProblem) => timedUnder(changed(problem, tour, relax), tour);
  // Whoever need not be late is not.
  for (const request of requestsOf(tour)) {
    const spared = withRequest(allowed, request, soonest.requests[request]!);
    if (timed(spared)) allowed = spared;
  }
  const schedule = timed(rested(allowed, tour)) ?? timed(allowed)!;
  return { schedule, problem: allowed, isKept: false };
}

function requestsOf(tour: Tour): number[] {
  return [...new Set(tour.visits.filter((visit) => visit >= 0).map((visit) => visit >> 1))];
}

function withRequest(problem: PlanProblem, request: number, own: PlanRequest): PlanProblem {
  return { ...problem, requests: problem.requests.map((one, r) => (r === request ? own : one)) };
}

/** Windows as told: the reserve that plans keep inside a promise is for days that run late. */
function withWholePromises({ problem, snapshot, rideIds }: PlanView): PlanProblem {
  const requests = problem.requests.map((request, r) => {
    const ride = snapshot.rides.get(rideIds[r] ?? '');
    const promise = ride && standingPromise(ride);
    if (!promise) return request;
    return {
      ...request,
      pickupWindow: reaching(request.pickupWindow, promise.pickup.latest),
      dropoffWindow: reaching(request.dropoffWindow, promise.dropoff.latest),
    };
  });
  return { ...problem, requests };
}

/** Everything of a tour as late as it comes when its driver never rests, and so many seconds later. */
function lateBy(problem: PlanProblem, tour: Tour, seconds: number): PlanProblem {
  const { starts, finish } = projectTimes(problem, tour);
  const startOf = (visit: number, otherwise: number) => {
    const position = tour.visits.indexOf(visit);
    return (position < 0 ? otherwise : starts[position]!) + seconds;
  };
  const requests = problem.requests.map((request, r) => {
    if (!tour.visits.includes(r * 2)) return request;
    const [pickup, dropoff] = [startOf(r * 2, 0), startOf(r * 2 + 1, 0)];
    return {
      ...request,
      pickupWindow: reaching(request.pickupWindow, Math.max(pickup, request.pickupWindow.latest + seconds)),
      dropoffWindow: reaching(
        request.dropoffWindow,
        Math.max(dropoff, request.dropoffWindow.latest + seconds),
      ),
      maxRideSeconds: Math.max(request.maxRideSeconds, dropoff - pickup) + seconds,
    };
  });
  return changed({ ...problem, requests }, tour, (vehicle) => ({
    ...vehicle,
    window: { ...vehicle.window, latest: Math.max(vehicle.window.latest, finish) + seconds },
    // A break that nobody planned was not owed: the driver was to be back in time for it, and takes it when back.
    breaks: vehicle.breaks.map((rest, b) => ({
      ...rest,
      window: reaching(rest.window, startOf(-1 - b, finish)),
    })),
  }));
}

function reaching(window: TimeWindow, second: number): TimeWindow {
  return second <= window.latest ? window : { earliest: window.earliest, latest: second };
}

function rested(problem: PlanProblem, tour: Tour): PlanProblem {
  return changed(problem, tour, withDrivingReserve);
}

function changed(
  problem: PlanProblem,
  tour: Tour,
  change: (vehicle: PlanVehicle) => PlanVehicle,
): PlanProblem {
  return {
    ...problem,
    vehicles: problem.vehicles.map((vehicle, v) => (v === tour.vehicle ? change(vehicle) : vehicle)),
  };
}

function timedUnder(problem: PlanProblem, tour: Tour): Schedule | undefined {
  const timed = evaluateTour(prepareProblem(problem), tour);
  return isSchedule(timed) ? timed : undefined;
}
