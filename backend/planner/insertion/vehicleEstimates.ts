/** Numbers per vehicle in `VehicleEstimates.figures` (one cache line), and where each stands. */
export const ESTIMATE = 8;
/** Equal to the number of the search when the vehicle is listed. */
const REACHED = 0;
/** Likewise: a leg of the tour or a dwell in it could get shorter, so that only its loose figures hold. */
export const LOOSE = 1;
/** Likewise: the bound has seen the slots for a later dropoff. */
export const SEEN = 2;
/** Likewise: nothing is known. */
export const WILD = 3;
/** Least cost of a slot for both. */
export const BOTH_COST = 4;
/** Least cost of a slot for the pickup with the dropoff elsewhere; the first such slot; least travel on from it. */
export const PICKUP_COST = 5;
export const FIRST_PICKUP = 6;
export const LEAST_ON = 7;

/** Vehicles that may be able to carry a request, with a bound below which none of their insertions can cost. */
export interface VehicleEstimates {
  count: number;
  /** `[i]`: vehicle number and bound; `-Infinity` where nothing is known. */
  readonly vehicle: Int32Array;
  readonly bound: Float64Array;
  search: number;
  /** `[v * ESTIMATE + …]` */
  readonly figures: Float64Array;
  /** `[(location + 1) * 2]`: whole seconds of travel into a slot; next to it the least out of one, dwell included. */
  inOut: Int32Array;
  /** Where the records of a list begin that are not ruled out at first sight. */
  passed: Int32Array;
  /** Indices of `bound` as a binary heap, the least bound first; those with an infinite bound are not in it. */
  readonly heap: Int32Array;
  heaped: number;
}

/** Room for estimates of a whole fleet. */
export function createEstimates(vehicles: number): VehicleEstimates {
  return {
    count: 0,
    vehicle: new Int32Array(vehicles),
    bound: new Float64Array(vehicles),
    search: 0,
    figures: new Float64Array(vehicles * ESTIMATE),
    inOut: new Int32Array(0),
    passed: new Int32Array(0),
    heap: new Int32Array(vehicles),
    heaped: 0,
  };
}

/** Lists the vehicle, if it is not listed yet. */
export function reachVehicle(estimates: VehicleEstimates, v: number): void {
  const { figures } = estimates;
  const at = v * ESTIMATE;
  if (figures[at + REACHED] === estimates.search) return;
  figures[at + REACHED] = estimates.search;
  figures[at + BOTH_COST] = Number.POSITIVE_INFINITY;
  figures[at + PICKUP_COST] = Number.POSITIVE_INFINITY;
  figures[at + FIRST_PICKUP] = Number.POSITIVE_INFINITY;
  figures[at + LEAST_ON] = Number.POSITIVE_INFINITY;
  estimates.vehicle[estimates.count++] = v;
}

/** Only the loose figures hold for this vehicle. */
export function loosenVehicle({ figures, search }: VehicleEstimates, v: number): void {
  figures[v * ESTIMATE + LOOSE] = search;
}

/** Is a mark of this vehicle set in the present search? */
export function isMarked({ figures, search }: VehicleEstimates, v: number, mark: number): boolean {
  return figures[v * ESTIMATE + mark] === search;
}

/** Lists the vehicle as one of which nothing is known. */
export function keepUnseen(estimates: VehicleEstimates, v: number): void {
  reachVehicle(estimates, v);
  estimates.figures[v * ESTIMATE + WILD] = estimates.search;
}

/** Forgets the listed vehicles that are not among these. */
export function keepOnly(estimates: VehicleEstimates, vehicles: readonly number[]): void {
  const asked = new Set(vehicles);
  let count = 0;
  for (let k = 0; k < estimates.count; k++) {
    const v = estimates.vehicle[k]!;
    if (asked.has(v)) estimates.vehicle[count++] = v;
  }
  estimates.count = count;
}

/** Puts everything listed with a finite bound into the heap. */
export function heapVehicles(estimates: VehicleEstimates): void {
  const { heap, bound, count } = estimates;
  let heaped = 0;
  for (let i = 0; i < count; i++) if (bound[i]! < Number.POSITIVE_INFINITY) heap[heaped++] = i;
  estimates.heaped = heaped;
  for (let at = (heaped >> 1) - 1; at >= 0; at--) sinkVehicle(estimates, at);
}

/** Takes the first one out of the heap. */
export function dropFirst(estimates: VehicleEstimates): void {
  const { heap } = estimates;
  estimates.heaped--;
  heap[0] = heap[estimates.heaped]!;
  sinkVehicle(estimates, 0);
}

/** Moves what stands at `at` down until nothing below it has a lesser bound. */
export function sinkVehicle({ heap, heaped, bound }: VehicleEstimates, at: number): void {
  const moved = heap[at]!;
  const value = bound[moved]!;
  let hole = at;
  for (;;) {
    let child = hole * 2 + 1;
    if (child >= heaped) break;
    if (child + 1 < heaped && bound[heap[child + 1]!]! < bound[heap[child]!]!) child++;
    if (bound[heap[child]!]! >= value) break;
    heap[hole] = heap[child]!;
    hole = child;
  }
  heap[hole] = moved;
}
