import { readFileSync } from 'node:fs';
import { SeededRandom } from '../../backend/planner/improvement/random.ts';
import type { PlanProblem, PlanRequest } from '../../backend/planner/index.ts';
import { euclideanMatrix } from '../../backend/planner/instances/instance.ts';
import { drawCallSecond } from '../../seeds/demand/callTimes.ts';
import { createRandom } from '../../seeds/seededRandom.ts';
import { createClusteredDay } from './clusteredDay.ts';

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
  const points = places.map((place) => [place.x_coord, place.y_coord] as const);
  const fleet = {
    count: info.number_of_vehicles,
    capacity: info.vehicle_capacity,
    longestTour: info.max_route_time,
    horizon: info.planing_horizon,
  };
  return {
    problem: squareProblem(points, requests, fleet),
    arrivals: known.map((request) => request.arrival_time),
  };
}

/** Requests on a plane whose distances are minutes, and vehicles alike that start and end at point 0; cost is their time out. */
function squareProblem(
  points: readonly (readonly [number, number])[],
  requests: readonly PlanRequest[],
  fleet: { count: number; capacity: number; longestTour: number; horizon: number },
): PlanProblem {
  const minutes = euclideanMatrix(points);
  const vehicle = {
    startLocation: 0,
    endLocation: 0,
    window: { earliest: 0, latest: fleet.horizon },
    maxDurationSeconds: fleet.longestTour,
    configurations: [[fleet.capacity]],
    skills: 0,
    operator: 1,
    breaks: [],
    costPerHour: 3600,
    costPerKilometre: 0,
    fixedCost: 0,
  };
  return {
    travel: {
      stride: points.length,
      size: points.length,
      layers: [{ fromSecond: Number.NEGATIVE_INFINITY, seconds: minutes, metres: minutes }],
    },
    requests,
    vehicles: Array.from({ length: fleet.count }, (_, v) => ({ ...vehicle, id: String(v + 1) })),
    placeUse: [[0]],
    weights: { excessRideHour: 0, waitHour: 0 },
  };
}

/** A clustered day of 200 rides, each known one to four hours before it must be fetched; cost is vehicle hours. */
export function createClusteredOnlineDay(seed: number): OnlineDay {
  const day = createPricedDay(seed);
  const random = new SeededRandom(seed);
  const arrivals = day.requests.map(
    (request) => latestPickup(day, request) - 3_600 - random.below(3 * 3_600),
  );
  return inOrder(day, arrivals);
}

/**
 * The same days with calls as the invented demand of the region has them, see `drawCallSecond`: one in two on days before,
 * the others on the day, all an hour or more before they must be fetched.
 */
export function createCalledOnlineDay(seed: number): OnlineDay {
  const day = createPricedDay(seed);
  const random = createRandom(seed);
  const arrivals = day.requests.map((request) => {
    const { pickupWindow, dropoffWindow, maxRideSeconds } = request;
    const isAppointment = dropoffWindow.latest < pickupWindow.latest + maxRideSeconds;
    const wish = isAppointment ? dropoffWindow.latest : pickupWindow.earliest;
    return Math.min(drawCallSecond(random, wish), latestPickup(day, request) - 3_600);
  });
  return inOrder(day, arrivals);
}

function createPricedDay(seed: number): PlanProblem {
  const day = createClusteredDay({ rides: 200, vehicles: 16, seed });
  const vehicles = day.vehicles.map((vehicle) => ({ ...vehicle, costPerHour: 1, costPerKilometre: 0 }));
  return { ...day, vehicles };
}

/**
 * A day like the small published ones: eight requests a vehicle anywhere on a square of 20 × 20 minutes, half asked to be
 * fetched and half to be there within a quarter of an hour, each known an hour before it must be fetched.
 */
export function createSquareOnlineDay(vehicleCount: number, seed: number): OnlineDay {
  const random = new SeededRandom(seed * 1000 + vehicleCount);
  const count = vehicleCount * 8;
  const points: (readonly [number, number])[] = [[0, 0]];
  const atOnce = {
    pickupDwellSeconds: 3,
    pickupJoinSeconds: 3,
    dropoffDwellSeconds: 3,
    dropoffJoinSeconds: 3,
  };
  const requests = Array.from({ length: count }, (_, r): PlanRequest => {
    for (let end = 0; end < 2; end++) points.push([random.fraction() * 20 - 10, random.fraction() * 20 - 10]);
    const wish = 60 + random.below(405);
    const narrow = { earliest: wish, latest: wish + 15 };
    const wide = { earliest: 0, latest: 1_440 };
    return {
      id: String(r + 1),
      pickupLocation: 1 + 2 * r,
      dropoffLocation: 2 + 2 * r,
      pickupWindow: r < count / 2 ? wide : narrow,
      dropoffWindow: r < count / 2 ? narrow : wide,
      maxRideSeconds: 30,
      load: [1],
      ...atOnce,
      neededSkills: 0,
      allowedOperators: 1,
    };
  });
  const fleet = { count: vehicleCount, capacity: 3, longestTour: 480, horizon: 1_440 };
  const problem = squareProblem(points, requests, fleet);
  return inOrder(
    problem,
    requests.map((request) => Math.max(0, latestPickup(problem, request) - 60)),
  );
}

/** The latest start at the pickup with which the dropoff is still in time. */
export function latestPickup({ travel }: PlanProblem, request: PlanRequest): number {
  const { pickupLocation, dropoffLocation, pickupWindow, dropoffWindow, pickupDwellSeconds } = request;
  const direct = travel.layers[0]!.seconds[pickupLocation * travel.stride + dropoffLocation]!;
  return Math.min(pickupWindow.latest, dropoffWindow.latest - direct - pickupDwellSeconds);
}

/** The day with its requests in the order in which they become known. */
function inOrder(problem: PlanProblem, arrivals: readonly number[]): OnlineDay {
  const order = arrivals.map((_, r) => r).sort((a, b) => arrivals[a]! - arrivals[b]! || a - b);
  return {
    problem: { ...problem, requests: order.map((r) => problem.requests[r]!) },
    arrivals: order.map((r) => arrivals[r]!),
  };
}
