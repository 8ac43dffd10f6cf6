import type { Compiled, VehicleType } from './compile.ts';
import type { Route } from './route.ts';
import type { TourJudge } from './tourJudge.ts';

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
  readonly #judge: TourJudge | undefined;
  /** `[r]` = index of request r's pickup in the tour at hand. */
  readonly #pickupIndex: Int32Array;
  /** `[r]` = index of its dropoff there. */
  readonly #dropoffIndex: Int32Array;
  /** Scratch tour for insertions being tried. */
  #node = new Int32Array(64);
  #location = new Int32Array(64);
  #start = new Float64Array(64);
  #dwell = new Float64Array(64);
  #leg = new Float64Array(64);
  #chain = new Float64Array(64);
  #lower = new Float64Array(64);
  #upper = new Float64Array(64);

  constructor(compiled: Compiled, judge?: TourJudge) {
    this.#compiled = compiled;
    this.#judge = judge;
    this.#pickupIndex = new Int32Array(compiled.requestCount);
    this.#dropoffIndex = new Int32Array(compiled.requestCount);
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
    // Between the latest departure and the earliest return there is no way to save more time. A tour under way has
    // departed already.
    const saved = type.isUnderWay ? type.earliest : route.latest[0]!;
    const isUsed = route.size > 0 || type.isUnderWay;
    route.duration = isUsed ? Math.max(chain[last]!, route.earliest[last]! - saved) : 0;
    if (isUsed) route.cost += type.fixedCost + type.perSecond * route.duration;
  }

  /**
   * Does a schedule exist with the request's pickup after index i and its dropoff after index j (indices of the tour as
   * it stands)? The tour must have been refreshed.
   *
   * The earliest times of the tour as it stands are lower bounds of the new ones and its latest times upper bounds, as
   * long as a way round is never shorter than the way and joining never saves more than the stop joined costs. The walk lays out the new tour as it goes and ends where the
   * change no longer pushes anything.
   */
  admits(route: Route, type: VehicleType, request: number, i: number, j: number): boolean {
    const compiled = this.#compiled;
    const { seconds, stride, location: placeOf, maxRide } = compiled;
    const { partner, rideRoom } = route;
    const last = route.size + 3;
    if (last >= this.#start.length) this.#grow(last + 1);
    const node = this.#node;
    const place = this.#location;
    const start = this.#start;
    const dwell = this.#dwell;
    const leg = this.#leg;
    const chain = this.#chain;
    const lower = this.#lower;
    const upper = this.#upper;
    const dropoffAt = j + 2;
    /** Entries low … built of the new tour are laid out; those before low are as in the tour that stands. */
    let low = i;
    let built = i;
    /** Dwells of the visits that stand are all as they were. */
    let isSteady = true;
    this.#layOutOld(route, i);
    let k = i + 1;
    for (let steps = 20 * last; steps > 0; steps--) {
      const old = k <= i ? k : k <= j + 1 ? k - 1 : k - 2;
      const isNew = k === i + 1 || k === dropoffAt;
      if (k > built) {
        built = k;
        const before = place[k - 1]!;
        let here = type.end;
        dwell[k] = 0;
        if (isNew) {
          const visit = request * 2 + (k === dropoffAt ? 1 : 0);
          node[k] = visit;
          lower[k] = compiled.earliest[visit]!;
          upper[k] = compiled.latest[visit]!;
          here = placeOf[visit]!;
        } else {
          node[k] = route.node[old]!;
          lower[k] = route.earliest[old]!;
          upper[k] = route.latest[old]!;
          here = route.location[old]!;
        }
        if (k < last) {
          const visit = node[k]!;
          dwell[k] =
            here === before && (k > 1 || type.isUnderWay) ? compiled.join[visit]! : compiled.dwell[visit]!;
          // Who now joins a stop may start later by the dwell that saves.
          const saved = isNew ? 0 : route.dwell[old]! - dwell[k]!;
          if (saved !== 0) isSteady = false;
          if (saved > 0) upper[k] = Math.min(upper[k]! + saved, compiled.latest[visit]!);
        }
        place[k] = here;
        leg[k - 1] = before < 0 || here < 0 ? 0 : seconds[before * stride + here]!;
        chain[k] = chain[k - 1]! + dwell[k - 1]! + leg[k - 1]!;
      }
      const free = start[k - 1]! + dwell[k - 1]! + leg[k - 1]!;
      const least = lower[k]!;
      const now = Math.max(free, least);
      if (now > upper[k]! + EPSILON) return false;
      start[k] = now;
      if (k > dropoffAt) {
        if (isSteady && now <= route.earliest[old]! + EPSILON) return true;
        if (isSteady && route.isDutyFree && rideRoom[old - 1] === Number.POSITIVE_INFINITY) return true;
        if (k === last) {
          if (chain[k]! > type.maxDuration + EPSILON) return false;
          const delayed = now - type.maxDuration;
          if (delayed <= (low === 0 ? start[0]! : route.earliest[0]!) + EPSILON) return true;
          for (let x = low - 1; x >= 0; x--) this.#layOutOld(route, x);
          low = 0;
          start[0] = delayed;
          lower[0] = delayed;
          k = 1;
          continue;
        }
      }
      const visit = node[k]!;
      if ((visit & 1) === 1) {
        let q = i + 1;
        if (!isNew) {
          const oldPickup = partner[old]!;
          q = oldPickup <= i ? oldPickup : oldPickup <= j ? oldPickup + 1 : oldPickup + 2;
        }
        const isOld = q < low;
        const dwellQ = isOld ? route.dwell[q]! : dwell[q]!;
        const limit = maxRide[visit >> 1]!;
        const delayed = now - limit - dwellQ;
        if (delayed > (isOld ? route.earliest[q]! : start[q]!) + EPSILON) {
          if (chain[k]! - (isOld ? route.chain[q]! : chain[q]!) - dwellQ > limit + EPSILON) return false;
          if (delayed > compiled.latest[visit - 1]! + EPSILON) return false;
          if (isOld) {
            for (let x = low - 1; x >= q; x--) this.#layOutOld(route, x);
            low = q;
          }
          start[q] = delayed;
          lower[q] = delayed;
          k = q + 1;
          continue;
        }
      }
      k++;
    }
    return false;
  }

  /** Lays out an entry of the new tour that is as in the tour that stands. */
  #layOutOld(route: Route, k: number): void {
    this.#node[k] = route.node[k]!;
    this.#location[k] = route.location[k]!;
    this.#start[k] = route.earliest[k]!;
    this.#lower[k] = route.earliest[k]!;
    this.#upper[k] = route.latest[k]!;
    this.#dwell[k] = route.dwell[k]!;
    this.#leg[k] = route.legSeconds[k]!;
    this.#chain[k] = route.chain[k]!;
  }

  #grow(length: number): void {
    const room = Math.max(length, this.#node.length * 2);
    this.#node = new Int32Array(room);
    this.#location = new Int32Array(room);
    this.#start = new Float64Array(room);
    this.#dwell = new Float64Array(room);
    this.#leg = new Float64Array(room);
    this.#chain = new Float64Array(room);
    this.#lower = new Float64Array(room);
    this.#upper = new Float64Array(room);
  }
}
