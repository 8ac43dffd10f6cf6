import type { PlanProblem } from '../model/problem.ts';
import { mayLeaveFrom, type PlanVehicle } from '../model/vehicle.ts';
import { areWhole, type Figures, NO_LIMIT } from './figures.ts';
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
  /** Load code aboard at the start: riders picked up in the fixed part of the tour. */
  readonly load: number;
  /** The start is the last fixed visit of a tour under way: who gets in or out there joins its stop. */
  readonly isUnderWay: boolean;
  /** From when on a tour under way costs time: the end of its last fixed visit, however long it has stood there since. */
  readonly paidFrom: number;
  /** `[code]` = 1 when that load fits. */
  readonly fits: Uint8Array;
  /** `[r]` = 1 when skills and provider suit request r. */
  readonly suits: Uint8Array;
}

/** In as few bytes a cell as hold all values exactly: what is read at random should lie close together. */
type Matrix = Uint16Array | Figures;

/**
 * The problem in flat arrays for the search. Node 2r is the pickup of request r, 2r + 1 its dropoff; locations are
 * those of the problem, -1 where a vehicle's start or end is open.
 */
export interface Compiled {
  readonly requestCount: number;
  readonly vehicleCount: number;
  readonly stride: number;
  readonly seconds: Matrix;
  readonly metres: Matrix;
  /** The same turned round, `[to * stride + from]`: what leads to one place lies side by side in memory. */
  readonly secondsTo: Matrix;
  readonly metresTo: Matrix;
  /** All seconds and metres are whole, and so is whatever they add up to: kept in four bytes each. */
  readonly isWhole: boolean;
  /** `[node]`. */
  readonly location: Int32Array;
  readonly earliest: Figures;
  readonly latest: Figures;
  readonly dwell: Figures;
  readonly join: Figures;
  /** The most that joining a stop saves any visit. */
  readonly mostSaved: number;
  /** `[r]`; `NO_LIMIT` for riders aboard already, whose limit is in their window. */
  readonly maxRide: Figures;
  readonly loadCode: Int32Array;
  /** `[r]` = 1 when request r must stay in its vehicle: aboard already, or its vehicle is not for planning. */
  readonly isLocked: Uint8Array;
  /** `[r]` lists the requests that must not be aboard with r. */
  readonly apart: readonly (readonly number[])[];
  /** Cost of leaving request r out; huge where it must be served. */
  readonly penalty: Float64Array;
  readonly types: readonly VehicleType[];
  /** `[v]` = number of the type of vehicle v. */
  readonly typeOf: Int32Array;
}

/**
 * Lays the problem out for the search. Windows are tightened by what ride limits and travel times imply. Where several
 * travel layers or breaks exist, what is laid out is the problem without them at the fastest roads: a relaxation whose
 * bounds hold, with costs and feasibility left to an exact judge.
 * @param prefixes `[v]` = what of vehicle v's tour is fixed
 */
export function compile(problem: PlanProblem, prefixes: readonly (Prefix | undefined)[] = []): Compiled {
  const { requests, vehicles, travel } = problem;
  const { seconds, metres } = fastestRoads(travel);
  const count = requests.length;
  const { location, ...windows } = tightenWindows(problem, seconds);
  const isLocked = new Uint8Array(count);
  const maxRide = Float64Array.from(requests, (request) => request.maxRideSeconds);
  for (const prefix of prefixes) {
    for (const request of prefix?.served ?? []) isLocked[request] = 1;
    for (const [request, deadline] of prefix?.aboard ?? []) {
      isLocked[request] = 1;
      maxRide[request] = NO_LIMIT;
      windows.latest[request * 2 + 1] = Math.min(requests[request]!.dropoffWindow.latest, deadline);
      windows.earliest[request * 2 + 1] = requests[request]!.dropoffWindow.earliest;
    }
  }
  const { groups, typeOf } = groupVehicles(vehicles, prefixes);
  const kinds = groups.map(({ vehicle, prefix }) => typeFor(vehicle, prefix));
  const times = [...Object.values(windows), maxRide, ...kinds.map(timesOf)];
  const isWhole = times.every(areWhole) && ![seconds, metres].some((cells) => cells instanceof Float64Array);
  const kept = (list: Float64Array): Figures => (isWhole ? Int32Array.from(list) : list);
  const codes = createLoadCodes(
    requests.map((request) => request.load),
    groups.map(({ vehicle }) => vehicle.configurations),
    problem.placeUse,
  );
  return {
    requestCount: count,
    vehicleCount: vehicles.length,
    stride: travel.stride,
    seconds,
    metres,
    secondsTo: turnRound(seconds, travel.stride),
    metresTo: turnRound(metres, travel.stride),
    isWhole,
    location,
    earliest: kept(windows.earliest),
    latest: kept(windows.latest),
    dwell: kept(windows.dwell),
    join: kept(windows.join),
    mostSaved: windows.dwell.reduce((most, dwell, node) => Math.max(most, dwell - windows.join[node]!), 0),
    maxRide: kept(maxRide),
    loadCode: codes.ofRequest,
    isLocked,
    apart: listPairs(requests),
    penalty: Float64Array.from(requests, (request) => request.penalty ?? MUST_SERVE),
    types: groups.map(({ vehicle, prefix }, t) => ({
      ...kinds[t]!,
      load: [...(prefix?.aboard.keys() ?? [])].reduce((sum, request) => sum + codes.ofRequest[request]!, 0),
      fits: codes.fits[t]!,
      suits: suits(problem, vehicle, prefix),
    })),
    typeOf,
  };
}

/** The fixed part of a tour as far as the rest of it is concerned. */
export interface Prefix {
  /** Where the vehicle stands after it; -1 when it has not begun and may begin anywhere. */
  readonly location: number;
  /** Whether anything is fixed at all. */
  readonly isUnderWay: boolean;
  /** When it may go on, and the latest it must be back for its duty not to be too long. */
  readonly free: number;
  /** End of its last fixed visit. */
  readonly done: number;
  readonly finishBy: number;
  /** Request aboard → latest second for its dropoff by its ride limit. */
  readonly aboard: ReadonlyMap<number, number>;
  /** Requests picked up and set down in it. */
  readonly served: readonly number[];
  /** The vehicle takes nobody in. */
  readonly isClosed: boolean;
}

function fastestRoads(travel: PlanProblem['travel']): Pick<Compiled, 'seconds' | 'metres'> {
  const [first, ...others] = travel.layers;
  if (others.length === 0) return { seconds: narrow(first!.seconds), metres: narrow(first!.metres) };
  const seconds = Float64Array.from(first!.seconds);
  const metres = Float64Array.from(first!.metres);
  for (const layer of others) {
    for (let cell = 0; cell < seconds.length; cell++) {
      seconds[cell] = Math.min(seconds[cell]!, layer.seconds[cell]!);
      metres[cell] = Math.min(metres[cell]!, layer.metres[cell]!);
    }
  }
  return { seconds: narrow(seconds), metres: narrow(metres) };
}

/** The matrix in two or four bytes a cell where these hold all it says. */
function narrow(matrix: Figures): Matrix {
  const isSame = (value: number, cell: number): boolean => value === matrix[cell];
  const short = Uint16Array.from(matrix);
  if (short.every(isSame)) return short;
  const whole = Int32Array.from(matrix);
  return whole.every(isSame) ? whole : matrix;
}

/** What is said of a kind of vehicle in seconds, limits that it has not left out. */
function timesOf({ earliest, latest, maxDuration, paidFrom }: ReturnType<typeof typeFor>): number[] {
  const limit = maxDuration === Number.POSITIVE_INFINITY ? [] : [maxDuration];
  return [earliest, latest, paidFrom, ...limit];
}

/** The matrix turned round; itself where every way back is as long as the way there. */
function turnRound(matrix: Matrix, stride: number): Matrix {
  const turned = matrix.slice();
  let isSame = true;
  for (let from = 0; from < stride; from++) {
    for (let to = 0; to < stride; to++) {
      const cell = matrix[from * stride + to]!;
      turned[to * stride + from] = cell;
      if (cell !== matrix[to * stride + from]) isSame = false;
    }
  }
  return isSame ? matrix : turned;
}

function tightenWindows(
  problem: PlanProblem,
  seconds: Matrix,
): Pick<Compiled, 'location'> & Record<'earliest' | 'latest' | 'dwell' | 'join', Float64Array> {
  const count = problem.requests.length;
  const location = new Int32Array(count * 2);
  const earliest = new Float64Array(count * 2);
  const latest = new Float64Array(count * 2);
  const dwell = new Float64Array(count * 2);
  const join = new Float64Array(count * 2);
  problem.requests.forEach((request, r) => {
    const p = r * 2;
    const d = p + 1;
    location[p] = request.pickupLocation;
    location[d] = request.dropoffLocation;
    dwell[p] = request.pickupDwellSeconds;
    dwell[d] = request.dropoffDwellSeconds;
    join[p] = request.pickupJoinSeconds;
    join[d] = request.dropoffJoinSeconds;
    const direct = soonest(seconds, problem.travel, location[p]!, location[d]!);
    const short = Math.min(dwell[p]!, join[p]!);
    const long = Math.max(dwell[p]!, join[p]!);
    const { pickupWindow, dropoffWindow } = request;
    earliest[p] = Math.max(pickupWindow.earliest, dropoffWindow.earliest - request.maxRideSeconds - long);
    latest[p] = Math.min(pickupWindow.latest, dropoffWindow.latest - direct - short);
    earliest[d] = Math.max(dropoffWindow.earliest, pickupWindow.earliest + short + direct);
    latest[d] = Math.min(dropoffWindow.latest, pickupWindow.latest + long + request.maxRideSeconds);
  });
  return { location, earliest, latest, dwell, join };
}

/** How much quicker a way round has to be to count: less is rounding. */
const QUICKER = 1e-6;

/**
 * Seconds from one place to another, or by way of a third where roads are such that this is quicker. Times between places as
 * a router gives them are never beaten by a way round; of two places on the way at once the cube of all would tell.
 */
function soonest(seconds: Matrix, { stride, size }: PlanProblem['travel'], from: number, to: number): number {
  const direct = seconds[from * stride + to]!;
  let round = Number.POSITIVE_INFINITY;
  for (let by = 0; by < size; by++) {
    const way = seconds[from * stride + by]! + seconds[by * stride + to]!;
    if (way < round && by !== from && by !== to) round = way;
  }
  return round < direct - QUICKER ? round : direct;
}

function listPairs(requests: PlanProblem['requests']): number[][] {
  const numberOf = new Map(requests.map((request, r) => [request.id, r]));
  const partners = requests.map(() => new Set<number>());
  requests.forEach((request, r) => {
    for (const id of request.apartFrom ?? []) {
      const other = numberOf.get(id);
      if (other === undefined || other === r) continue;
      partners[r]!.add(other);
      partners[other]!.add(r);
    }
  });
  return partners.map((set) => [...set]);
}

/** Stands for the cost of leaving out somebody who must be served. */
export const MUST_SERVE = 1e9;

function suits(problem: PlanProblem, vehicle: PlanVehicle, prefix: Prefix | undefined): Uint8Array {
  return Uint8Array.from(problem.requests, (request) => {
    if (prefix?.isClosed) return 0;
    const hasSkills = (request.neededSkills & ~vehicle.skills) === 0;
    return hasSkills && (request.allowedOperators & vehicle.operator) !== 0 ? 1 : 0;
  });
}

function groupVehicles(vehicles: readonly PlanVehicle[], prefixes: readonly (Prefix | undefined)[]) {
  const numberOf = new Map<string, number>();
  const groups: { vehicle: PlanVehicle; prefix: Prefix | undefined }[] = [];
  const typeOf = Int32Array.from(vehicles, (vehicle, v) => {
    const prefix = prefixes[v];
    const key = prefix ? `vehicle ${v}` : JSON.stringify({ ...vehicle, id: '' });
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, groups.length);
    return groups.push({ vehicle, prefix }) - 1;
  });
  return { groups, typeOf };
}

function typeFor(vehicle: PlanVehicle, prefix: Prefix | undefined) {
  return {
    start: prefix?.location ?? vehicle.startLocation ?? -1,
    end: vehicle.endLocation ?? -1,
    earliest: prefix?.free ?? mayLeaveFrom(vehicle),
    latest: Math.min(vehicle.window.latest, prefix?.finishBy ?? Number.POSITIVE_INFINITY),
    maxDuration: prefix?.isUnderWay
      ? Number.POSITIVE_INFINITY
      : (vehicle.maxDurationSeconds ?? Number.POSITIVE_INFINITY),
    perMetre: vehicle.costPerKilometre / 1000,
    perSecond: vehicle.costPerHour / 3600,
    fixedCost: prefix?.isUnderWay ? 0 : vehicle.fixedCost,
    isUnderWay: prefix?.isUnderWay ?? false,
    paidFrom: prefix?.done ?? mayLeaveFrom(vehicle),
  };
}
