import type { Compiled, VehicleType } from './compile.ts';
import { NO_LIMIT } from './figures.ts';
import type { Route } from './route.ts';
import { SharedParts } from './sharedParts.ts';
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
  readonly #shared = new SharedParts();

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
   * @param known the vehicle's tour as it stood, worked out: what the two have in common is taken over from it
   * @param head how many visits at the beginning they have in common, and `tail` at the end
   * @returns false when no schedule keeps all rules; the route's figures are then worthless
   */
  refresh(route: Route, known?: Route, head = 0, tail = 0): boolean {
    const type = this.#compiled.types[this.#compiled.typeOf[route.vehicle]!]!;
    route.isTimed = false;
    const shared = this.#shared;
    if (known) {
      shared.find(route, known, head, tail);
      shared.takeOver(route, known);
    } else shared.none(route);
    this.#layOut(route, type);
    // Where a duty may be too long, what comes late decides when to leave: all times hang together.
    const timed = type.maxDuration === Number.POSITIVE_INFINITY ? known : undefined;
    if (!this.#goForward(route, type, timed) || !this.#goBackward(route, type, timed)) return false;
    this.#close(route, type);
    route.isTimed = true;
    if (this.#judge) route.cost = this.#judge.cost(route.vehicle, route.node, route.size);
    return route.cost < Number.POSITIVE_INFINITY;
  }

  /** Lays out what is not shared, and the ends. */
  #layOut(route: Route, type: VehicleType): void {
    const { from, to } = this.#shared;
    const { location, dwell, join, seconds, metres, stride, loadCode } = this.#compiled;
    const last = route.size + 1;
    route.node[0] = -1;
    route.node[last] = -1;
    route.location[0] = type.start;
    route.dwell[0] = 0;
    route.dwell[last] = 0;
    route.load[0] = type.load;
    let before = from > 0 ? route.location[from]! : type.isUnderWay ? type.start : -1;
    for (let k = from + 1; k <= to; k++) {
      const node = route.node[k]!;
      const here = location[node]!;
      route.location[k] = here;
      route.dwell[k] = here === before ? join[node]! : dwell[node]!;
      before = here;
      const code = loadCode[node >> 1]!;
      route.load[k] = route.load[k - 1]! + ((node & 1) === 0 ? code : -code);
    }
    route.forget();
    route.location[last] = type.end;
    const isIdle = route.size === 0 && !type.isUnderWay;
    for (let k = from; k <= to; k++) {
      const here = route.location[k]!;
      const next = route.location[k + 1]!;
      const cell = here < 0 || next < 0 || isIdle ? -1 : here * stride + next;
      route.legSeconds[k] = cell < 0 ? 0 : seconds[cell]!;
      route.legMetres[k] = cell < 0 ? 0 : metres[cell]!;
    }
    const { legMetres, chain, legSeconds } = route;
    let cost = 0;
    let unhurried = 0;
    chain[0] = 0;
    for (let k = 0; k < last; k++) {
      cost += legMetres[k]! * type.perMetre;
      unhurried = unhurried + route.dwell[k]! + legSeconds[k]!;
      chain[k + 1] = unhurried;
    }
    route.cost = cost;
  }

  /** Earliest times: of what is not shared, and further on until the vehicle gets there as it did; all without `known`. */
  #goForward(route: Route, type: VehicleType, known: Route | undefined): boolean {
    const { size, dwell, legSeconds, chain, load } = route;
    const start = route.earliest;
    const last = size + 1;
    if (chain[last]! > type.maxDuration + EPSILON) return false;
    start[0] = type.earliest;
    if (!known) return this.#startEarly(route, type, 0, size);
    const { from, to, shift } = this.#shared;
    for (let k = 1; k <= from; k++) start[k] = known.earliest[k]!;
    let base = from;
    let end = to;
    for (;;) {
      if (!this.#startEarly(route, type, base, end)) return false;
      if (end === size) return true;
      const old = end + 1 - shift;
      const arrival = start[end]! + dwell[end]! + legSeconds[end]!;
      if (arrival > known.latest[old]! + EPSILON) return false;
      const arrivalThen = known.earliest[old - 1]! + known.dwell[old - 1]! + known.legSeconds[old - 1]!;
      const soonest = known.earliest[old]!;
      // Where the vehicle waited, and still does, nothing changes from there on.
      if (arrival === arrivalThen || (arrivalThen < soonest && arrival <= soonest)) {
        for (let k = end + 1; k <= last; k++) start[k] = known.earliest[k - shift]!;
        return true;
      }
      base = end;
      end++;
      while (load[end] !== 0) end++;
    }
  }

  /** Earliest times behind `base` up to `end`, between which nobody rides on; to the tour's end where that is there. */
  #startEarly(route: Route, type: VehicleType, base: number, end: number): boolean {
    const { earliest, latest, maxRide } = this.#compiled;
    const { node, dwell, legSeconds, chain } = route;
    const start = route.earliest;
    const pickupIndex = this.#pickupIndex;
    const last = end === route.size ? end + 1 : end;
    for (let k = base + 1; k <= end; k++) start[k] = earliest[node[k]!]!;
    if (last > end) start[last] = type.earliest;
    let k = base + 1;
    while (k <= last) {
      const free = start[k - 1]! + dwell[k - 1]! + legSeconds[k - 1]!;
      if (free > start[k]!) start[k] = free;
      if (k > end) {
        if (start[k]! > type.latest + EPSILON) return false;
        const delayed = start[k]! - type.maxDuration;
        if (delayed <= start[0]! + EPSILON) break;
        start[0] = delayed;
        k = 1;
        continue;
      }
      const visit = node[k]!;
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

  /** Latest times: of what is not shared, and further back until the vehicle must be gone when it had to; all without `known`. */
  #goBackward(route: Route, type: VehicleType, known: Route | undefined): boolean {
    const { size, dwell, legSeconds, load } = route;
    const start = route.latest;
    if (!known) return this.#startLate(route, type, 0, size);
    const { from, to, shift } = this.#shared;
    for (let k = to + 1; k <= size + 1; k++) start[k] = known.latest[k - shift]!;
    let end = to;
    let base = from;
    for (;;) {
      if (!this.#startLate(route, type, base, end)) return false;
      if (base === 0) return true;
      const due = start[base + 1]! - dwell[base]! - legSeconds[base]!;
      const dueThen = known.latest[base + 1]! - known.dwell[base]! - known.legSeconds[base]!;
      const last = known.latest[base]!;
      if (due === dueThen || (dueThen > last && due >= last)) {
        for (let k = 0; k <= base; k++) start[k] = known.latest[k]!;
        return true;
      }
      end = base;
      base--;
      while (base > 0 && load[base] !== 0) base--;
    }
  }

  /** Latest times from `end` back to the visit behind `base`, to the tour's start where that is 0. */
  #startLate(route: Route, type: VehicleType, base: number, end: number): boolean {
    const { latest, maxRide } = this.#compiled;
    const { node, dwell, legSeconds } = route;
    const start = route.latest;
    const { size } = route;
    const dropoffIndex = this.#dropoffIndex;
    if (end === size) start[size + 1] = type.latest;
    if (base === 0) start[0] = type.latest;
    const first = base === 0 ? 0 : base + 1;
    for (let k = base + 1; k <= end; k++) {
      const visit = node[k]!;
      start[k] = latest[visit]!;
      if ((visit & 1) === 0) this.#pickupIndex[visit >> 1] = k;
      else dropoffIndex[visit >> 1] = k;
    }
    let k = end;
    while (k >= first) {
      const free = start[k + 1]! - dwell[k]! - legSeconds[k]!;
      if (free < start[k]!) start[k] = free;
      if (k === 0) {
        if (start[0]! < type.earliest - EPSILON) return false;
        const advanced = start[0]! + type.maxDuration;
        if (advanced >= start[size + 1]! - EPSILON) break;
        start[size + 1] = advanced;
        k = size;
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
    const { from, to } = this.#shared;
    const { maxRide } = this.#compiled;
    const { node, chain, dwell, rideRoom } = route;
    const last = route.size + 1;
    rideRoom.fill(NO_LIMIT, from, to + 1);
    route.isDutyFree = route.latest[last]! - route.earliest[0]! <= type.maxDuration + EPSILON;
    for (let k = from + 1; k <= to; k++) {
      const visit = node[k]!;
      if ((visit & 1) === 0) continue;
      const p = this.#pickupIndex[visit >> 1]!;
      route.partner[k] = p;
      const limit = maxRide[visit >> 1]!;
      if (limit === NO_LIMIT) continue;
      const room = limit - (chain[k]! - chain[p]! - dwell[p]!);
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
