import { readFileSync } from 'node:fs';
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
import { euclideanMatrix } from '../../backend/planner/instances/instance.ts';

/** A day on which requests become known one after the other. */
export interface OnlineDay {
  /** Requests in the order in which they become known. */
  readonly problem: PlanProblem;
  /** `[r]` = when request r becomes known. */
  readonly arrivals: readonly number[];
}

interface DynamicFile {
  readonly static_info: {
    readonly number_of_vehicles: number;
    readonly vehicle_capacity: number;
    readonly max_ride_time: number;
    readonly max_route_time: number;
    readonly planing_horizon: number;
    readonly depot_location: { readonly x_coord: number; readonly y_coord: number };
  };
  readonly requests: readonly {
    readonly id: number;
    readonly pickup_location: { readonly x_coord: number; readonly y_coord: number };
    readonly delivery_location: { readonly x_coord: number; readonly y_coord: number };
    readonly pickup_lower_tw: number;
    readonly pickup_upper_tw: number;
    readonly pickup_service_time: number;
    readonly delivery_lower_tw: number;
    readonly delivery_upper_tw: number;
    readonly delivery_service_time: number;
    readonly load: number;
    readonly arrival_time: number;
  }[];
}

/** Reads a published dynamic instance; cost is the time vehicles are out, in the file's minutes. */
export function readDynamicDay(path: string): OnlineDay {
  const file = JSON.parse(readFileSync(path, 'utf8')) as DynamicFile;
  const info = file.static_info;
  const known = [...file.requests].sort((a, b) => a.arrival_time - b.arrival_time || a.id - b.id);
  const places = [info.depot_location, ...known.flatMap((r) => [r.pickup_location, r.delivery_location])];
  const minutes = euclideanMatrix(places.map((place) => [place.x_coord, place.y_coord] as const));
  const requests = known.map(
    (request, r): PlanRequest => ({
      id: String(request.id),
      pickupLocation: 1 + 2 * r,
      dropoffLocation: 2 + 2 * r,
      pickupWindow: { earliest: request.pickup_lower_tw, latest: request.pickup_upper_tw },
      dropoffWindow: { earliest: request.delivery_lower_tw, latest: request.delivery_upper_tw },
      maxRideSeconds: info.max_ride_time,
      load: [request.load],
      pickupDwellSeconds: request.pickup_service_time,
      pickupJoinSeconds: request.pickup_service_time,
      dropoffDwellSeconds: request.delivery_service_time,
      dropoffJoinSeconds: request.delivery_service_time,
      neededSkills: 0,
      allowedOperators: 1,
    }),
  );
  const vehicle = {
    startLocation: 0,
    endLocation: 0,
    window: { earliest: 0, latest: info.planing_horizon },
    maxDurationSeconds: info.max_route_time,
    configurations: [[info.vehicle_capacity]],
    skills: 0,
    operator: 1,
    breaks: [],
    costPerHour: 3600,
    costPerKilometre: 0,
    fixedCost: 0,
  };
  const problem: PlanProblem = {
    travel: {
      stride: places.length,
      size: places.length,
      layers: [{ fromSecond: Number.NEGATIVE_INFINITY, seconds: minutes, metres: minutes }],
    },
    requests,
    vehicles: Array.from({ length: info.number_of_vehicles }, (_, v) => ({ ...vehicle, id: String(v + 1) })),
    placeUse: [[0]],
    weights: { excessRideHour: 0, waitHour: 0 },
  };
  return { problem, arrivals: known.map((request) => request.arrival_time) };
}

/**
 * Plays a day: at each moment at which requests become known, what the vehicles have begun is fixed, the newcomers are
 * put in, and the rest is improved by so many steps. A vehicle waits where it is until it must leave for its next visit.
 */
export function planOnline({ problem, arrivals }: OnlineDay, steps: number, seed: number): Plan {
  let plan: Plan = { ...createEmptyPlan(problem), unserved: [] };
  for (let known = 0; known < arrivals.length; ) {
    const now = arrivals[known]!;
    const before = known;
    while (known < arrivals.length && arrivals[known] === now) known++;
    const sofar: PlanProblem = { ...problem, requests: problem.requests.slice(0, known) };
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

/** The tour with everything fixed that the vehicle has begun by now: visits it is at or must already have left for. */
function fixUntil(problem: PlanProblem, schedule: Schedule, now: number) {
  const { seconds } = problem.travel.layers[0]!;
  const { stride } = problem.travel;
  let fixedCount = schedule.fixedCount;
  let place = problem.vehicles[schedule.vehicle]!.startLocation!;
  schedule.visits.forEach((visit, i) => {
    const request = problem.requests[visit >> 1]!;
    const next = visit % 2 === 0 ? request.pickupLocation : request.dropoffLocation;
    if (i >= fixedCount && schedule.starts[i]! - seconds[place * stride + next]! <= now && i === fixedCount)
      fixedCount++;
    place = next;
  });
  return {
    vehicle: schedule.vehicle,
    visits: schedule.visits,
    fixedCount,
    fixedStarts: schedule.starts.slice(0, fixedCount),
    earliestDeparture: now,
  };
}

/** Time vehicles are out, from departure to return. */
export function timeOut(plan: Plan): number {
  return plan.schedules.reduce(
    (sum, { departure, finish, visits }) => sum + (visits.length > 0 ? finish - departure : 0),
    0,
  );
}
