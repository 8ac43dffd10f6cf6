import type { Compiled, VehicleType } from './compile.ts';
import type { Route } from './route.ts';

/**
 * How long a duty lasts at the least with a request put in, without working out the whole tour.
 *
 * Going on from the pickup put in tells when the vehicle is back at the earliest, going back from the dropoff when it leaves
 * at the latest; each ends where nothing changes any more (how far a delay pushes on, Savelsbergh 1992). Limits of ride times
 * play no part: a pickup delayed for one leaves its dropoff, and all that comes after it, where they were, and so does a
 * dropoff brought forward its pickup.
 */
export class InsertionDuration {
  readonly #compiled: Compiled;
  /**
   * The part of the new tour that is not as it was: from the visit before the pickup put in to the one behind the dropoff.
   * Node, location and dwell of each entry, and the seconds to the next one.
   */
  #node = new Int32Array(64);
  #location = new Int32Array(64);
  #dwell = new Float64Array(64);
  #leg = new Float64Array(64);
  #count = 0;
  /** Seconds of driving and dwelling from its beginning to the end of its last dwell. */
  #chain = 0;
  /** Does nobody join a stop who did not before? Then nothing can be sooner than before going on, or later going back. */
  #isSteady = true;

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
  }

  /**
   * Least seconds from departure to return with the request's pickup after index i and its dropoff after index j of the
   * tour as it stands. That must have been refreshed, and the new one be one that can be driven.
   */
  with(route: Route, type: VehicleType, request: number, i: number, j: number): number {
    let from = i;
    let to = j + 1;
    this.#layOut(route, type, request, i, j, from, to);
    if (!this.#isSteady) {
      // A pickup before the change may have been delayed for a ride that is now over sooner: from empty to empty, then.
      while (from > 0 && route.load[from] !== 0) from--;
      while (to <= route.size && route.load[to - 1] !== 0) to++;
      this.#layOut(route, type, request, i, j, from, to);
    }
    const { chain, dwell, size } = route;
    const unhurried = chain[size + 1]! - chain[to]! - dwell[to]! + chain[from]! + this.#chain;
    const left = type.isUnderWay ? type.paidFrom : this.#leaves(route, type, from, to);
    return Math.max(unhurried, this.#returns(route, type, from, to) - left);
  }

  /** Lays out the new tour between two of its visits, which are as they were, at `from` and `to`. */
  #layOut(
    route: Route,
    type: VehicleType,
    request: number,
    i: number,
    j: number,
    from: number,
    to: number,
  ): void {
    const { location } = this.#compiled;
    if (to - from + 3 > this.#node.length) this.#grow((to - from + 3) * 2);
    this.#chain = 0;
    this.#count = 0;
    this.#isSteady = true;
    this.#copy(route, from, i);
    this.#put(request * 2, location[request * 2]!, i > 0 || type.isUnderWay);
    if (j > i) this.#follow(route, i + 1);
    this.#copy(route, i + 2, j);
    this.#put(request * 2 + 1, location[request * 2 + 1]!, true);
    this.#follow(route, j + 1);
    this.#copy(route, j + 2, to);
  }

  /** Adds the visits from one to another, both included, as they are. */
  #copy(route: Route, first: number, last: number): void {
    for (let k = first; k <= last; k++) this.#add(route.node[k]!, route.location[k]!, route.dwell[k]!);
  }

  /** Adds the visit at k, which now follows one put in. */
  #follow(route: Route, k: number): void {
    const node = route.node[k]!;
    if (node < 0) this.#add(node, route.location[k]!, 0);
    else this.#put(node, route.location[k]!, true);
    if (this.#dwell[this.#count - 1]! < route.dwell[k]!) this.#isSteady = false;
  }

  /** Adds a visit to the part laid out that another one may now come before, whose stop it may join. */
  #put(node: number, location: number, canJoin: boolean): void {
    const { join, dwell } = this.#compiled;
    const joins = canJoin && location === this.#location[this.#count - 1]!;
    this.#add(node, location, joins ? join[node]! : dwell[node]!);
  }

  #add(node: number, location: number, dwell: number): void {
    const { seconds, stride } = this.#compiled;
    const at = this.#count++;
    this.#node[at] = node;
    this.#location[at] = location;
    this.#dwell[at] = dwell;
    this.#chain += dwell;
    if (at === 0) return;
    const before = this.#location[at - 1]!;
    const leg = before < 0 || location < 0 ? 0 : seconds[before * stride + location]!;
    this.#leg[at - 1] = leg;
    this.#chain += leg;
  }

  /** When the vehicle is back at the earliest. */
  #returns(route: Route, type: VehicleType, from: number, to: number): number {
    const { earliest } = this.#compiled;
    const last = route.size + 1;
    let start = route.earliest[from]!;
    for (let e = 1; e < this.#count; e++) {
      const node = this.#node[e]!;
      const arrival = start + this.#dwell[e - 1]! + this.#leg[e - 1]!;
      start = Math.max(arrival, node < 0 ? type.earliest : earliest[node]!);
    }
    let free = start + this.#dwell[this.#count - 1]!;
    for (let k = to; k < last; ) {
      const before = route.earliest[k]! + route.dwell[k]!;
      if (free === before || (this.#isSteady && free < before)) return route.earliest[last]!;
      const arrival = free + route.legSeconds[k]!;
      k++;
      start = Math.max(arrival, k === last ? type.earliest : earliest[route.node[k]!]!);
      free = start + route.dwell[k]!;
    }
    return start;
  }

  /** When it leaves at the latest. */
  #leaves(route: Route, type: VehicleType, from: number, to: number): number {
    const { latest } = this.#compiled;
    const end = this.#count - 1;
    let start = type.latest;
    if (to <= route.size) {
      const due = route.latest[to + 1]! - route.legSeconds[to]! - this.#dwell[end]!;
      start = Math.min(latest[route.node[to]!]!, due);
    }
    for (let e = end - 1; e >= 0; e--) {
      const node = this.#node[e]!;
      start = Math.min(start - this.#leg[e]! - this.#dwell[e]!, node < 0 ? type.latest : latest[node]!);
    }
    for (let k = from; k > 0; k--) {
      const before = route.latest[k]!;
      if (start === before || (this.#isSteady && start > before)) return route.latest[0]!;
      const due = start - route.legSeconds[k - 1]! - route.dwell[k - 1]!;
      start = Math.min(due, k === 1 ? type.latest : latest[route.node[k - 1]!]!);
    }
    return start;
  }

  #grow(length: number): void {
    this.#node = new Int32Array(length);
    this.#location = new Int32Array(length);
    this.#dwell = new Float64Array(length);
    this.#leg = new Float64Array(length);
  }
}
