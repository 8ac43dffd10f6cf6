import type { PlanProblem } from '../model/problem.ts';
import type { PlanVehicle } from '../model/vehicle.ts';
import { createLoadCodes } from './loadCodes.ts';

/** A kind of vehicle: all that are alike in everything but their number. */
export interface VehicleType {
  readonly start: number;
  readonly end: number;
  readonly earliest: number;
  readonly latest: number;
  readonly maxDuration: number;
  readonly perMetre: number;
  readonly perSecond: number;
  readonly fixedCost: number;
  /** `[code]` = 1 when that load fits. */
  readonly fits: Uint8Array;
  /** `[r]` = 1 when skills and provider suit request r. */
  readonly suits: Uint8Array;
}

/**
 * The problem in flat arrays for the search. Node 2r is the pickup of request r, 2r + 1 its dropoff; locations are
 * those of the problem, -1 where a vehicle's start or end is open.
 */
export interface Compiled {
  readonly requestCount: number;
  readonly vehicleCount: number;
  readonly stride: number;
  readonly seconds: Int32Array | Float64Array;
  readonly metres: Int32Array | Float64Array;
  /** `[node]`. */
  readonly location: Int32Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly dwell: Float64Array;
  readonly join: Float64Array;
  /** `[r]`. */
  readonly maxRide: Float64Array;
  readonly loadCode: Int32Array;
  /** Cost of leaving request r out; huge where it must be served. */
  readonly penalty: Float64Array;
  readonly types: readonly VehicleType[];
  /** `[v]` = number of the type of vehicle v. */
  readonly typeOf: Int32Array;
}

/** Lays the problem out for the search. Windows are tightened by what ride limits and travel times imply. */
export function compile(problem: PlanProblem): Compiled {
  const { requests, vehicles, travel } = problem;
  const layer = travel.layers[0]!;
  const count = requests.length;
  const location = new Int32Array(count * 2);
  const earliest = new Float64Array(count * 2);
  const latest = new Float64Array(count * 2);
  const dwell = new Float64Array(count * 2);
  const join = new Float64Array(count * 2);
  requests.forEach((request, r) => {
    const p = r * 2;
    const d = p + 1;
    location[p] = request.pickupLocation;
    location[d] = request.dropoffLocation;
    dwell[p] = request.pickupDwellSeconds;
    dwell[d] = request.dropoffDwellSeconds;
    join[p] = request.pickupJoinSeconds;
    join[d] = request.dropoffJoinSeconds;
    const direct = layer.seconds[location[p]! * travel.stride + location[d]!]!;
    const short = Math.min(dwell[p]!, join[p]!);
    const long = Math.max(dwell[p]!, join[p]!);
    const { pickupWindow, dropoffWindow } = request;
    earliest[p] = Math.max(pickupWindow.earliest, dropoffWindow.earliest - request.maxRideSeconds - long);
    latest[p] = Math.min(pickupWindow.latest, dropoffWindow.latest - direct - short);
    earliest[d] = Math.max(dropoffWindow.earliest, pickupWindow.earliest + short + direct);
    latest[d] = Math.min(dropoffWindow.latest, pickupWindow.latest + long + request.maxRideSeconds);
  });
  const { types, typeOf, typeVehicles } = groupVehicles(vehicles);
  const codes = createLoadCodes(
    requests.map((request) => request.load),
    typeVehicles.map((vehicle) => vehicle.configurations),
    problem.placeUse,
  );
  return {
    requestCount: count,
    vehicleCount: vehicles.length,
    stride: travel.stride,
    seconds: layer.seconds,
    metres: layer.metres,
    location,
    earliest,
    latest,
    dwell,
    join,
    maxRide: Float64Array.from(requests, (request) => request.maxRideSeconds),
    loadCode: codes.ofRequest,
    penalty: Float64Array.from(requests, (request) => request.penalty ?? MUST_SERVE),
    types: types.map((type, t) => ({
      ...type,
      fits: codes.fits[t]!,
      suits: suits(problem, typeVehicles[t]!),
    })),
    typeOf,
  };
}

/** Stands for the cost of leaving out somebody who must be served. */
export const MUST_SERVE = 1e9;

function suits(problem: PlanProblem, vehicle: PlanVehicle): Uint8Array {
  return Uint8Array.from(problem.requests, (request) => {
    const hasSkills = (request.neededSkills & ~vehicle.skills) === 0;
    return hasSkills && (request.allowedOperators & vehicle.operator) !== 0 ? 1 : 0;
  });
}

function groupVehicles(vehicles: readonly PlanVehicle[]) {
  const numberOf = new Map<string, number>();
  const typeVehicles: PlanVehicle[] = [];
  const typeOf = Int32Array.from(vehicles, (vehicle) => {
    const key = JSON.stringify({ ...vehicle, id: '' });
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, typeVehicles.length);
    return typeVehicles.push(vehicle) - 1;
  });
  const types = typeVehicles.map((vehicle) => ({
    start: vehicle.startLocation ?? -1,
    end: vehicle.endLocation ?? -1,
    earliest: vehicle.window.earliest,
    latest: vehicle.window.latest,
    maxDuration: vehicle.maxDurationSeconds ?? Number.POSITIVE_INFINITY,
    perMetre: vehicle.costPerKilometre / 1000,
    perSecond: vehicle.costPerHour / 3600,
    fixedCost: vehicle.fixedCost,
  }));
  return { types, typeOf, typeVehicles };
}
