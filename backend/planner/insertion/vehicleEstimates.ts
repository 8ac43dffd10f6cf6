/**
 * Vehicles that may be able to carry a request, with a bound below which none of their insertions can cost. Arrays by
 * vehicle count only where stamped with the number of the search.
 */
export interface VehicleEstimates {
  count: number;
  /** `[i]`: vehicle number and bound; `-Infinity` where nothing is known. */
  readonly vehicle: Int32Array;
  readonly bound: Float64Array;
  search: number;
  /** `[v]`: listed in `vehicle`. */
  readonly reached: Int32Array;
  /** `[v]`: a leg of the tour or a dwell in it could get shorter, so that only its loose figures hold. */
  readonly loose: Int32Array;
  /** `[v]`: the bound has seen the slots for a later dropoff. */
  readonly seen: Int32Array;
  /** `[v]`: nothing is known. */
  readonly wild: Int32Array;
  /** `[v]`: least cost of a slot for the pickup with the dropoff elsewhere; the first such slot; least travel on from it. */
  readonly pickupCost: Float64Array;
  readonly firstPickup: Int32Array;
  readonly leastOn: Float64Array;
  /** `[v]`: least cost of a slot for both. */
  readonly bothCost: Float64Array;
  /** `[(location + 1) * 2]`: whole seconds of travel into a slot; next to it the least out of one, dwell included. */
  inOut: Int32Array;
}

/** Room for estimates of a whole fleet. */
export function createEstimates(vehicles: number): VehicleEstimates {
  return {
    count: 0,
    vehicle: new Int32Array(vehicles),
    bound: new Float64Array(vehicles),
    search: 0,
    reached: new Int32Array(vehicles),
    loose: new Int32Array(vehicles),
    seen: new Int32Array(vehicles),
    wild: new Int32Array(vehicles),
    pickupCost: new Float64Array(vehicles),
    firstPickup: new Int32Array(vehicles),
    leastOn: new Float64Array(vehicles),
    bothCost: new Float64Array(vehicles),
    inOut: new Int32Array(0),
  };
}

/** Lists the vehicle, if it is not listed yet. */
export function reachVehicle(estimates: VehicleEstimates, v: number): void {
  if (estimates.reached[v] === estimates.search) return;
  estimates.reached[v] = estimates.search;
  estimates.vehicle[estimates.count++] = v;
  estimates.bothCost[v] = Number.POSITIVE_INFINITY;
  estimates.pickupCost[v] = Number.POSITIVE_INFINITY;
  estimates.leastOn[v] = Number.POSITIVE_INFINITY;
  estimates.firstPickup[v] = 0x7fffffff;
}

/** Lists the vehicle as one of which nothing is known. */
export function keepUnseen(estimates: VehicleEstimates, v: number): void {
  reachVehicle(estimates, v);
  estimates.wild[v] = estimates.search;
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
