import type { PlanProblem, PlanWeights } from '../model/problem.ts';
import type { PlanRequest } from '../model/request.ts';
import { type TravelTimes, UNREACHABLE } from '../model/travelTimes.ts';
import type { PlanVehicle } from '../model/vehicle.ts';
import { type CapacityRules, capacityRulesOf } from './capacityRules.ts';
import { PlanProblemError } from './planProblemError.ts';
import { checkPlaceUse, checkRequest, checkTravel, checkVehicle, checkWeights } from './validateProblem.ts';

/**
 * A problem in flat arrays, ready for arithmetic. It belongs to one writer: `addRequest`, `replaceRequest`,
 * `replaceVehicle` and `replaceTravel` change it in place. Arrays of visits are indexed by visit code (2r pickup,
 * 2r + 1 dropoff of request r), arrays of requests by r; both have room to spare behind the last request.
 */
export interface PreparedProblem {
  travel: TravelTimes;
  readonly weights: PlanWeights;
  readonly placeUse: readonly (readonly number[])[];
  /** Number of kinds of load. */
  readonly kinds: number;
  readonly requests: PlanRequest[];
  readonly vehicles: PlanVehicle[];
  /** `[v]` */
  readonly capacity: CapacityRules[];
  location: Int32Array;
  earliest: Float64Array;
  latest: Float64Array;
  openDwell: Float64Array;
  joinDwell: Float64Array;
  maxRide: Float64Array;
  /** Direct travel seconds from pickup to dropoff, in the layer of the pickup's earliest second; 0 where no road leads. */
  direct: Float64Array;
  /** `[r * kinds + k]` */
  load: Int32Array;
  /** `[r]` lists the requests that must not be aboard with r. */
  readonly apart: number[][];
  readonly numberOf: Map<string, number>;
  /** By id: the requests that name it in `apartFrom`. */
  readonly shunnedBy: Map<string, number[]>;
}

/**
 * The problem in flat arrays.
 * @throws PlanProblemError when a number is NaN, a shape is wrong, a location unknown or an id used twice.
 */
export function prepareProblem(problem: PlanProblem): PreparedProblem {
  checkTravel(problem.travel);
  checkWeights(problem.weights);
  checkPlaceUse(problem.placeUse);
  const room = Math.max(16, problem.requests.length * 2);
  const kinds = problem.placeUse.length;
  const prepared: PreparedProblem = {
    travel: problem.travel,
    weights: problem.weights,
    placeUse: problem.placeUse,
    kinds,
    requests: [],
    vehicles: [],
    capacity: [],
    location: new Int32Array(room * 2),
    earliest: new Float64Array(room * 2),
    latest: new Float64Array(room * 2),
    openDwell: new Float64Array(room * 2),
    joinDwell: new Float64Array(room * 2),
    maxRide: new Float64Array(room),
    direct: new Float64Array(room),
    load: new Int32Array(room * kinds),
    apart: [],
    numberOf: new Map(),
    shunnedBy: new Map(),
  };
  problem.vehicles.forEach((vehicle, v) => {
    checkVehicle(vehicle, problem.travel, problem.placeUse);
    prepared.vehicles.push(vehicle);
    prepared.capacity[v] = capacityRulesOf(vehicle.configurations, problem.placeUse);
  });
  for (const request of problem.requests) addRequest(prepared, request);
  return prepared;
}

/** Appends a request and returns its number. @throws PlanProblemError when its data is broken or its id is known. */
export function addRequest(prepared: PreparedProblem, request: PlanRequest): number {
  checkRequest(request, prepared.travel, prepared.kinds);
  if (prepared.numberOf.has(request.id)) {
    throw new PlanProblemError('duplicateId', `request id "${request.id}" is used twice`);
  }
  const r = prepared.requests.length;
  if (r >= prepared.maxRide.length) grow(prepared);
  prepared.requests.push(request);
  prepared.numberOf.set(request.id, r);
  writeRequest(prepared, r, request);
  prepared.apart[r] = partnersOf(prepared, r, request);
  for (const other of prepared.apart[r]!) prepared.apart[other]!.push(r);
  return r;
}

/** Takes the last request away again; the planner's own way of trying a request that is not booked. */
export function dropLastRequest(prepared: PreparedProblem): void {
  const request = prepared.requests.pop();
  if (!request) return;
  const r = prepared.requests.length;
  for (const other of prepared.apart[r]!) prepared.apart[other]!.pop();
  for (const id of request.apartFrom ?? []) prepared.shunnedBy.get(id)!.pop();
  prepared.apart.length = r;
  prepared.numberOf.delete(request.id);
}

/** Puts other data (a promised window, say) under a known number; the id and the forbidden pairs stay. */
export function replaceRequest(prepared: PreparedProblem, number: number, request: PlanRequest): void {
  checkRequest(request, prepared.travel, prepared.kinds);
  const old = prepared.requests[number];
  if (old?.id !== request.id) {
    throw new PlanProblemError('unknownRequest', `request number ${number} is not "${request.id}"`);
  }
  prepared.requests[number] = request;
  writeRequest(prepared, number, request);
}

/** Puts another vehicle (a shortened shift, say) under a known number. Its schedule has to be evaluated again. */
export function replaceVehicle(prepared: PreparedProblem, number: number, vehicle: PlanVehicle): void {
  if (!prepared.vehicles[number]) {
    throw new PlanProblemError('unknownVehicle', `there is no vehicle number ${number}`);
  }
  checkVehicle(vehicle, prepared.travel, prepared.placeUse);
  prepared.vehicles[number] = vehicle;
  prepared.capacity[number] = capacityRulesOf(vehicle.configurations, prepared.placeUse);
}

/** Takes a larger matrix with the same indices, or another road state. Schedules have to be evaluated again if times differ. */
export function replaceTravel(prepared: PreparedProblem, travel: TravelTimes): void {
  const isGrown = travel.layers.length === prepared.travel.layers.length;
  checkTravel(travel, isGrown ? prepared.travel.size : 0);
  if (travel.size < prepared.travel.size) {
    throw new PlanProblemError('wrongShape', 'the new travel times know fewer locations than the old ones');
  }
  prepared.travel = travel;
  prepared.requests.forEach((request, r) => {
    prepared.direct[r] = directSeconds(travel, request);
  });
}

function writeRequest(prepared: PreparedProblem, r: number, request: PlanRequest): void {
  const p = r * 2;
  const d = p + 1;
  prepared.location[p] = request.pickupLocation;
  prepared.location[d] = request.dropoffLocation;
  prepared.earliest[p] = request.pickupWindow.earliest;
  prepared.earliest[d] = request.dropoffWindow.earliest;
  prepared.latest[p] = request.pickupWindow.latest;
  prepared.latest[d] = request.dropoffWindow.latest;
  prepared.openDwell[p] = request.pickupDwellSeconds;
  prepared.openDwell[d] = request.dropoffDwellSeconds;
  prepared.joinDwell[p] = request.pickupJoinSeconds;
  prepared.joinDwell[d] = request.dropoffJoinSeconds;
  prepared.maxRide[r] = request.maxRideSeconds;
  prepared.direct[r] = directSeconds(prepared.travel, request);
  for (let k = 0; k < prepared.kinds; k++) prepared.load[r * prepared.kinds + k] = request.load[k]!;
}

function directSeconds(travel: TravelTimes, request: PlanRequest): number {
  let layer = travel.layers[0]!;
  for (const later of travel.layers) if (later.fromSecond <= request.pickupWindow.earliest) layer = later;
  const seconds = layer.seconds[request.pickupLocation * travel.stride + request.dropoffLocation]!;
  return seconds < UNREACHABLE ? seconds : 0;
}

/** Either side may name the other, before or after it is known. */
function partnersOf(prepared: PreparedProblem, r: number, request: PlanRequest): number[] {
  const partners = new Set(prepared.shunnedBy.get(request.id));
  for (const id of request.apartFrom ?? []) {
    const other = prepared.numberOf.get(id);
    if (other !== undefined && other !== r) partners.add(other);
    const shunning = prepared.shunnedBy.get(id);
    if (shunning) shunning.push(r);
    else prepared.shunnedBy.set(id, [r]);
  }
  partners.delete(r);
  return [...partners];
}

function grow(prepared: PreparedProblem): void {
  const longer = <A extends Int32Array | Float64Array>(old: A): A => {
    const next =
      old instanceof Int32Array ? new Int32Array(old.length * 2) : new Float64Array(old.length * 2);
    next.set(old);
    return next as A;
  };
  prepared.location = longer(prepared.location);
  prepared.earliest = longer(prepared.earliest);
  prepared.latest = longer(prepared.latest);
  prepared.openDwell = longer(prepared.openDwell);
  prepared.joinDwell = longer(prepared.joinDwell);
  prepared.maxRide = longer(prepared.maxRide);
  prepared.direct = longer(prepared.direct);
  prepared.load = longer(prepared.load);
}
