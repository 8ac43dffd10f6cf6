import type { Compiled, VehicleType } from './compile.ts';
import type { Route } from './route.ts';

/** Rounding of doubles that adding up travel times may cause. */
const EPSILON = 1e-9;

/**
 * Exact times of tours. For a fixed order the rules are difference constraints, so that a componentwise earliest and a
 * componentwise latest schedule exist when any does; the earliest is found by going forward and, where a ride gets too
 * long through waiting, delaying its pickup and going on from there (after Cordeau & Laporte 2003, section 3.2, and
 * Firat & Woeginger 2011, who showed that the rules are such a system).
 */
export class Timing {
  readonly #compiled: Compiled;
  /** `[r]` = index of request r's pickup in the tour at hand. */
  readonly #pickupIndex: Int32Array;
  /** Scratch tour for insertions being tried. */
  #node = new Int32Array(64);
  #location = new Int32Array(64);
  #start = new Float64Array(64);
  #dwell = new Float64Array(64);
  #leg = new Float64Array(64);
  #chain = new Float64Array(64);

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
    this.#pickupIndex = new Int32Array(compiled.requestCount);
  }

  /**
   * Works out everything about a tour from its vehicle and nodes.
   * @returns false when no schedule keeps all rules; the route's figures are then worthless
   */
  refresh(route: Route): boolean {
    const type = this.#compiled.types[this.#compiled.typeOf[route.vehicle]!]!;
    this.#layOut(route, type);
    return this.#goForward(route, type) && this.#goBackward(route, type) && this.#close(route, type);
  }

  #layOut(route: Route, type: VehicleType): void {
    const { location, dwell, join, seconds, metres, stride, loadCode } = this.#compiled;
    const last = route.size + 1;
    route.node[0] = -1;
    route.node[last] = -1;
    route.location[0] = type.start;
    route.dwell[0] = 0;
    route.dwell[last] = 0;
    route.load[0] = 0;
    let before = -1;
    let hashA = Math.imul(route.vehicle + 1, 0x27d4eb2f);
    let hashB = Math.imul(route.vehicle + 1, 0x165667b1);
    for (let k = 1; k < last; k++) {
      const node = route.node[k]!;
      const here = location[node]!;
      route.location[k] = here;
      route.dwell[k] = here === before ? join[node]! : dwell[node]!;
      before = here;
      const code = loadCode[node >> 1]!;
      route.load[k] = route.load[k - 1]! + ((node & 1) === 0 ? code : -code);
      hashA = Math.imul(hashA ^ (node + 0x7f4a7c15), 0x85ebca6b);
      hashA ^= hashA >>> 15;
      hashB = Math.imul(hashB + node + 1, 0xc2b2ae35);
      hashB ^= hashB >>> 13;
    }
    route.hashA = hashA;
    route.hashB = hashB;
    route.location[last] = type.end;
    let cost = 0;
    for (let k = 0; k < last; k++) {
      const from = route.location[k]!;
      const to = route.location[k + 1]!;
      const cell = from < 0 || to < 0 || route.size === 0 ? -1 : from * stride + to;
      route.legSeconds[k] = cell < 0 ? 0 : seconds[cell]!;
      route.legCost[k] = cell < 0 ? 0 : metres[cell]! * type.perMetre;
      cost += route.legCost[k]!;
    }
    route.cost = cost;
  }

  #goForward(route: Route, type: VehicleType): boolean {
    const { earliest, latest, maxRide } = this.#compiled;
    const { node, dwell, legSeconds, chain } = route;
    const start = route.earliest;
    const pickupIndex = this.#pickupIndex;
    const last = route.size + 1;
    start[0] = type.earliest;
    chain[0] = 0;
    for (let k = 1; k <= last; k++) {
      chain[k] = chain[k - 1]! + dwell[k - 1]! + legSeconds[k - 1]!;
      start[k] = k < last ? earliest[node[k]!]! : type.earliest;
    }
    if (chain[last]! > type.maxDuration + EPSILON) return false;
    let k = 1;
    while (k <= last) {
      const free = start[k - 1]! + dwell[k - 1]! + legSeconds[k - 1]!;
      if (free > start[k]!) start[k] = free;
      const visit = node[k]!;
      if (k === last) {
        if (start[k]! > type.latest + EPSILON) return false;
        const delayed = start[k]! - type.maxDuration;
        if (delayed <= start[0]! + EPSILON) break;
        start[0] = delayed;
        k = 1;
        continue;
      }
      if (start[k]! > latest[visit]! + EPSILON) return false;
      if ((visit & 1) === 0) pickupIndex[visit >> 1] = k;
      else {
        const p = pickupIndex[visit >> 1]!;
        const limit = maxRide[visit >> 1]!;
        if (chain[k]! - chain[p]! - dwell[p]! > limit + EPSILON) return false;
        const delayed = start[k]! - limit - dwell[p]!;
        if (delayed > start[p]! + EPSILON) {
          start[p] = delayed;
          k = p;
          continue;
        }
      }
      k++;
    }
    return true;
  }

  #goBackward(route: Route, type: VehicleType): boolean {
    const { latest, maxRide } = this.#compiled;
    const { node, dwell, legSeconds } = route;
    const start = route.latest;
    const last = route.size + 1;
    start[last] = type.latest;
    start[0] = type.latest;
    for (let k = 1; k < last; k++) {
      const visit = node[k]!;
      start[k] = latest[visit]!;
      if ((visit & 1) === 0) this.#pickupIndex[visit >> 1] = k;
    }
    let k = last - 1;
    while (k >= 0) {
      const free = start[k + 1]! - dwell[k]! - legSeconds[k]!;
      if (free < start[k]!) start[k] = free;
      if (k === 0) {
        if (start[0]! < type.earliest - EPSILON) return false;
        const advanced = start[0]! + type.maxDuration;
        if (advanced >= start[last]! - EPSILON) break;
        start[last] = advanced;
        k = last - 1;
        continue;
      }
      const visit = node[k]!;
      if ((visit & 1) === 0) {
        const d = this.#dropoffIndex(route, visit, k);
        const advanced = start[k]! + dwell[k]! + maxRide[visit >> 1]!;
        if (advanced < start[d]! - EPSILON) {
          start[d] = advanced;
          k = d;
          if (start[d]! < route.earliest[d]! - EPSILON) return false;
          k--;
          continue;
        }
      }
      k--;
    }
    return true;
  }

  #dropoffIndex(route: Route, pickup: number, from: number): number {
    let k = from + 1;
    while (route.node[k] !== pickup + 1) k++;
    return k;
  }

  #close(route: Route, type: VehicleType): boolean {
    const { maxRide } = this.#compiled;
    const { node, chain, dwell, rideRoom } = route;
    const last = route.size + 1;
    rideRoom.fill(Number.POSITIVE_INFINITY, 0, last);
    for (let k = 1; k < last; k++) {
      const visit = node[k]!;
      if ((visit & 1) === 0) continue;
      const p = this.#pickupIndex[visit >> 1]!;
      const room = maxRide[visit >> 1]! - (chain[k]! - chain[p]! - dwell[p]!);
      for (let leg = p; leg < k; leg++) if (room < rideRoom[leg]!) rideRoom[leg] = room;
    }
    // Between the latest departure and the earliest return there is no way to save more time.
    route.duration = route.size === 0 ? 0 : Math.max(chain[last]!, route.earliest[last]! - route.latest[0]!);
    if (route.size > 0) route.cost += type.fixedCost + type.perSecond * route.duration;
    return true;
  }

  /**
   * Does a schedule exist with request r's pickup after index i and its dropoff after index j (indices of the tour as
   * it stands)? The tour must have been refreshed.
   */
  admits(route: Route, type: VehicleType, request: number, i: number, j: number): boolean {
    const compiled = this.#compiled;
    const size = route.size + 2;
    const last = size + 1;
    if (last >= this.#node.length) this.#grow(last + 1);
    const node = this.#node;
    const location = this.#location;
    const start = this.#start;
    const dwell = this.#dwell;
    const leg = this.#leg;
    const chain = this.#chain;
    const pickupIndex = this.#pickupIndex;
    const { seconds, stride, earliest, latest, maxRide } = compiled;
    for (let k = 0; k <= i; k++) {
      node[k] = route.node[k]!;
      start[k] = route.earliest[k]!;
      dwell[k] = route.dwell[k]!;
      leg[k] = route.legSeconds[k]!;
      chain[k] = route.chain[k]!;
      if (k > 0 && (node[k]! & 1) === 0) pickupIndex[node[k]! >> 1] = k;
    }
    location[i] = route.location[i]!;
    node[i + 1] = request * 2;
    for (let k = i + 1; k <= j; k++) node[k + 1] = route.node[k]!;
    node[j + 2] = request * 2 + 1;
    for (let k = j + 1; k <= route.size + 1; k++) node[k + 2] = route.node[k]!;
    for (let k = i + 1; k <= last; k++) {
      const visit = node[k]!;
      const before = location[k - 1]!;
      let here = type.end;
      if (k < last) {
        here = compiled.location[visit]!;
        dwell[k] = k > 1 && here === before ? compiled.join[visit]! : compiled.dwell[visit]!;
        start[k] = earliest[visit]!;
      } else {
        dwell[k] = 0;
        start[k] = type.earliest;
      }
      location[k] = here;
      leg[k - 1] = before < 0 || here < 0 ? 0 : seconds[before * stride + here]!;
      chain[k] = chain[k - 1]! + dwell[k - 1]! + leg[k - 1]!;
    }
    if (chain[last]! > type.maxDuration + EPSILON) return false;
    let k = i + 1;
    while (k <= last) {
      const free = start[k - 1]! + dwell[k - 1]! + leg[k - 1]!;
      if (free > start[k]!) start[k] = free;
      const visit = node[k]!;
      if (k === last) {
        if (start[k]! > type.latest + EPSILON) return false;
        const delayed = start[k]! - type.maxDuration;
        if (delayed <= start[0]! + EPSILON) return true;
        start[0] = delayed;
        k = 1;
        continue;
      }
      if (start[k]! > latest[visit]! + EPSILON) return false;
      if ((visit & 1) === 0) pickupIndex[visit >> 1] = k;
      else {
        const p = pickupIndex[visit >> 1]!;
        const limit = maxRide[visit >> 1]!;
        if (chain[k]! - chain[p]! - dwell[p]! > limit + EPSILON) return false;
        const delayed = start[k]! - limit - dwell[p]!;
        if (delayed > start[p]! + EPSILON) {
          start[p] = delayed;
          k = p;
          continue;
        }
      }
      k++;
    }
    return true;
  }

  #grow(length: number): void {
    const room = Math.max(length, this.#node.length * 2);
    this.#node = new Int32Array(room);
    this.#location = new Int32Array(room);
    this.#start = new Float64Array(room);
    this.#dwell = new Float64Array(room);
    this.#leg = new Float64Array(room);
    this.#chain = new Float64Array(room);
  }
}
