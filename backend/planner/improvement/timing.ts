import type { Compiled, VehicleType } from './compile.ts';
import type { Route } from './route.ts';
import type { TourJudge } from './tourJudge.ts';

/** Rounding of doubles that adding up travel times may cause. */
export const EPSILON = 1e-9;

/**
 * Exact times of tours. For a fixed order the rules are difference constraints, so that a componentwise earliest and a
 * componentwise latest schedule exist when any does; the earliest is found by going forward and, where a ride gets too
 * long through waiting, delaying its pickup and going on from there (after Cordeau & Laporte 2003, section 3.2, and
 * Firat & Woeginger 2011, who showed that the rules are such a system).
 */
export class Timing {
  readonly #compiled: Compiled;
  readonly #judge: TourJudge | undefined;
  /** `[r]` = index of request r's pickup in the tour at hand. */
  readonly #pickupIndex: Int32Array;
  /** `[r]` = index of its dropoff there. */
  readonly #dropoffIndex: Int32Array;

  constructor(compiled: Compiled, judge?: TourJudge) {
    this.#compiled = compiled;
    this.#judge = judge;
    this.#pickupIndex = new Int32Array(compiled.requestCount);
    this.#dropoffIndex = new Int32Array(compiled.requestCount);
  }

  /** Does somebody else have the last word on costs? */
  get isJudged(): boolean {
    return this.#judge !== undefined;
  }

  /**
   * Works out everything about a tour from its vehicle and nodes.
   * @returns false when no schedule keeps all rules; the route's figures are then worthless
   */
  refresh(route: Route): boolean {
    const type = this.#compiled.types[this.#compiled.typeOf[route.vehicle]!]!;
    this.#layOut(route, type);
    if (!this.#goForward(route, type) || !this.#goBackward(route, type)) return false;
    this.#close(route, type);
    if (this.#judge) route.cost = this.#judge.cost(route.vehicle, route.node, route.size);
    return route.cost < Number.POSITIVE_INFINITY;
  }

  #layOut(route: Route, type: VehicleType): void {
    const { location, dwell, join, seconds, metres, stride, loadCode } = this.#compiled;
    const last = route.size + 1;
    route.node[0] = -1;
    route.node[last] = -1;
    route.location[0] = type.start;
    route.dwell[0] = 0;
    route.dwell[last] = 0;
    route.load[0] = type.load;
    let before = type.isUnderWay ? type.start : -1;
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
    route.gapCount = -1;
    route.hash = hashA ^ (hashA >>> 15);
    route.name = (hashA >>> 0) * 0x100000 + (hashB >>> 12);
    route.location[last] = type.end;
    let cost = 0;
    for (let k = 0; k < last; k++) {
      const from = route.location[k]!;
      const to = route.location[k + 1]!;
      const cell = from < 0 || to < 0 || (route.size === 0 && !type.isUnderWay) ? -1 : from * stride + to;
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
    const dropoffIndex = this.#dropoffIndex;
    const last = route.size + 1;
    start[last] = type.latest;
    start[0] = type.latest;
    for (let k = 1; k < last; k++) {
      const visit = node[k]!;
      start[k] = latest[visit]!;
      if ((visit & 1) === 0) this.#pickupIndex[visit >> 1] = k;
      else dropoffIndex[visit >> 1] = k;
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
        const d = dropoffIndex[visit >> 1]!;
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

  #close(route: Route, type: VehicleType): void {
    const { maxRide } = this.#compiled;
    const { node, chain, dwell, rideRoom } = route;
    const last = route.size + 1;
    rideRoom.fill(Number.POSITIVE_INFINITY, 0, last);
    route.isDutyFree = route.latest[last]! - route.earliest[0]! <= type.maxDuration + EPSILON;
    for (let k = 1; k < last; k++) {
      const visit = node[k]!;
      if ((visit & 1) === 0) continue;
      const p = this.#pickupIndex[visit >> 1]!;
      route.partner[k] = p;
      const room = maxRide[visit >> 1]! - (chain[k]! - chain[p]! - dwell[p]!);
      for (let leg = p; leg < k; leg++) if (room < rideRoom[leg]!) rideRoom[leg] = room;
    }
    route.duration = this.#timeOut(route, type);
    const isUsed = route.size > 0 || type.isUnderWay;
    if (isUsed) route.cost += type.fixedCost + type.perSecond * route.duration;
  }

  /**
   * Between the latest departure and the earliest return there is no way to save more time. A tour under way has departed
   * already: with nothing more to do it goes home after its last fixed visit, with anything it pays for the wait until then.
   */
  #timeOut({ size, chain, earliest, latest }: Route, type: VehicleType): number {
    const unhurried = chain[size + 1]!;
    if (size === 0) return type.isUnderWay ? unhurried : 0;
    return Math.max(unhurried, earliest[size + 1]! - (type.isUnderWay ? type.paidFrom : latest[0]!));
  }
}
