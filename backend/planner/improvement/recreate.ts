import { MUST_SERVE } from './compile.ts';
import type { InsertionSearch } from './insertionSearch.ts';
import type { Neighbours } from './neighbours.ts';
import type { SeededRandom } from './random.ts';
import type { Tours } from './tours.ts';

/** Place of an answer that is only a lower bound. */
const BOUND_ONLY = -1;
/** From so many vehicles on, a request is mostly offered to those that carry one of its so many nearest neighbours. */
const LARGE_FLEET = 40;
const NEAREST = 12;
/** Chance of looking at all of a large fleet all the same. */
const ALL_VEHICLES = 0.03;
/** Most answers remembered, as a power of two. */
const MEMORY = 1 << 20;
/** Most answers remembered for a request and a vehicle: more are seldom asked for again and slow to reach. */
const MOST_WAYS = 256;
/** Where in an answer its cost or bound and its place are. */
const COST = 1;
const PLACE = 2;

/**
 * Puts requests back, each at its cheapest place. What an insertion into a tour costs is remembered under the tour's
 * hashes: most tours are met again and again. Tours are only searched below the cost already found elsewhere; where that
 * finds nothing, the bound itself is remembered.
 */
export class Recreate {
  readonly #tours: Tours;
  readonly #search: InsertionSearch;
  readonly #random: SeededRandom;
  readonly #neighbours: Neighbours;
  /** How many of the nearest neighbours lead to vehicles worth looking at. */
  readonly #nearest: number;
  readonly #isLarge: boolean;
  readonly #key: Float64Array;
  /** Answers kept per request and vehicle. */
  readonly #ways: number;
  /** Four numbers an answer, side by side as they are read together: the tour's name, cost or bound, place, nothing. */
  readonly #memory: Float64Array;
  /** Vehicles that carry nobody, one of each type. */
  readonly #idle: Int32Array;
  #idleCount = 0;
  /** `[t]`, `[v]` = number of the listing in which the type or vehicle was listed last. */
  readonly #typeListed: Int32Array;
  readonly #listed: Int32Array;
  #listings = 0;
  /** Per waiting request: index in the list, best and second-best cost, best vehicle and place. */
  readonly #row: Int32Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #vehicle: Int32Array;
  readonly #bestPlace: Int32Array;
  /** Per waiting request how many vehicles it is offered to; which, what each costs at the least, and where: `[c * vehicleCount + n]`. */
  readonly #offers: Int32Array;
  readonly #offered: Int32Array;
  readonly #offerCost: Float64Array;
  readonly #offerPlace: Int32Array;
  #isBold = false;

  constructor(tours: Tours, search: InsertionSearch, neighbours: Neighbours, random: SeededRandom) {
    this.#tours = tours;
    this.#neighbours = neighbours;
    this.#nearest = Math.min(neighbours.count, NEAREST);
    this.#isLarge = tours.compiled.vehicleCount > LARGE_FLEET;
    this.#search = search;
    this.#random = random;
    const { requestCount, vehicleCount, types } = tours.compiled;
    const pairs = Math.max(1, requestCount * vehicleCount);
    let ways = 1;
    while (ways < MOST_WAYS && pairs * ways * 2 <= MEMORY) ways *= 2;
    this.#ways = ways;
    this.#memory = new Float64Array(pairs * ways * 4).fill(Number.NaN);
    this.#idle = new Int32Array(vehicleCount);
    this.#typeListed = new Int32Array(types.length);
    this.#listed = new Int32Array(vehicleCount);
    this.#key = new Float64Array(requestCount);
    this.#row = new Int32Array(requestCount);
    this.#first = new Float64Array(requestCount);
    this.#second = new Float64Array(requestCount);
    this.#vehicle = new Int32Array(requestCount);
    this.#bestPlace = new Int32Array(requestCount);
    this.#offers = new Int32Array(requestCount);
    this.#offered = new Int32Array(pairs);
    this.#offerCost = new Float64Array(pairs);
    this.#offerPlace = new Int32Array(pairs);
  }

  /**
   * Serves one after the other in a random kind of order; who finds no place is left out. `isBold`: also who costs more
   * than leaving them out, for the next rider may share the way.
   */
  greedily(list: Int32Array, count: number, blink: number, isBold: boolean): void {
    this.#isBold = isBold;
    this.#sort(list, count);
    this.#listIdle();
    for (let c = 0; c < count; c++) {
      this.#rank(list[c]!, 0, blink, 1);
      this.#serve(list[c]!, 0);
    }
  }

  /**
   * Serves first who would lose most by waiting: the difference between the best tour and the second best (regret
   * insertion, Potvin & Rousseau 1993; Ropke & Pisinger 2006).
   */
  byRegret(list: Int32Array, count: number, blink: number, isBold: boolean): void {
    this.#isBold = isBold;
    const { penalty } = this.#tours.compiled;
    const row = this.#row;
    this.#listIdle();
    for (let c = 0; c < count; c++) {
      row[c] = c;
      this.#rank(list[c]!, c, blink, 2);
    }
    for (let left = count; left > 0; left--) {
      let chosen = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let a = 0; a < left; a++) {
        const c = row[a]!;
        const regret = this.#vehicle[c]! < 0 ? -penalty[list[c]!]! : this.#second[c]! - this.#first[c]!;
        if (regret > most) {
          most = regret;
          chosen = a;
        }
      }
      const served = row[chosen]!;
      row[chosen] = row[left - 1]!;
      const changed = this.#vehicle[served]!;
      const wasIdle = changed >= 0 && this.#tours.routes[changed]!.size === 0;
      const idle = this.#serve(list[served]!, served);
      if (changed < 0) continue;
      for (let a = 0; a < left - 1; a++) {
        const c = row[a]!;
        const request = list[c]!;
        let isNew = this.#offerAgain(request, c, changed, list[served]!, wasIdle);
        if (idle >= 0) {
          this.#add(request, c, idle);
          isNew = true;
        }
        if (isNew) this.#choose(request, c, 2);
      }
    }
  }

  /** Serves a request as chosen. @returns a vehicle that is now the idle one of its type, -1 for none */
  #serve(request: number, c: number): number {
    const vehicle = this.#vehicle[c]!;
    const place = this.#bestPlace[c]!;
    const { routes, compiled } = this.#tours;
    const wasIdle = vehicle >= 0 && routes[vehicle]!.size === 0;
    if (vehicle < 0 || !this.#tours.putIn(vehicle, request, place >>> 16, place & 0xffff)) {
      this.#tours.leaveOut(request);
      return -1;
    }
    if (!wasIdle) return -1;
    this.#listIdle();
    const { typeOf } = compiled;
    for (let n = 0; n < this.#idleCount; n++) {
      if (typeOf[this.#idle[n]!] === typeOf[vehicle]) return this.#idle[n]!;
    }
    return -1;
  }

  /** Lists vehicles that carry nobody, one of each type. */
  #listIdle(): void {
    const { routes, compiled } = this.#tours;
    const { typeOf } = compiled;
    const now = ++this.#listings;
    this.#idleCount = 0;
    for (let v = 0; v < routes.length; v++) {
      if (routes[v]!.size > 0 || this.#typeListed[typeOf[v]!] === now) continue;
      this.#typeListed[typeOf[v]!] = now;
      this.#idle[this.#idleCount++] = v;
    }
  }

  /** Offers a request to vehicles and finds the best of them; to all where those nearby cannot take it. */
  #rank(request: number, c: number, blink: number, depth: number): void {
    const isEverywhere = !this.#isLarge || this.#random.fraction() < ALL_VEHICLES;
    if (isEverywhere) this.#offerToAll(request, c, blink);
    else this.#offerNearby(request, c, blink);
    this.#choose(request, c, depth);
    if (isEverywhere || this.#vehicle[c]! >= 0) return;
    this.#offerToAll(request, c, blink);
    this.#choose(request, c, depth);
  }

  /** Offers a request to all vehicles, of the idle ones to one of each type. */
  #offerToAll(request: number, c: number, blink: number): void {
    const { routes } = this.#tours;
    this.#offers[c] = 0;
    for (let v = 0; v < routes.length; v++) {
      if (routes[v]!.size > 0 && (blink === 0 || this.#random.fraction() >= blink)) this.#add(request, c, v);
    }
    for (let n = 0; n < this.#idleCount; n++) this.#add(request, c, this.#idle[n]!);
  }

  /** Offers a request to its own vehicle, those that carry a neighbour of it, and one idle vehicle of each type. */
  #offerNearby(request: number, c: number, blink: number): void {
    const { vehicleOf, routes } = this.#tours;
    const { list, count } = this.#neighbours;
    const listed = this.#listed;
    const now = ++this.#listings;
    this.#offers[c] = 0;
    for (let k = -1; k < this.#nearest; k++) {
      const v = vehicleOf[k < 0 ? request : list[request * count + k]!]!;
      if (v < 0 || listed[v] === now) continue;
      listed[v] = now;
      if (routes[v]!.size > 0 && (blink === 0 || this.#random.fraction() >= blink)) this.#add(request, c, v);
    }
    for (let n = 0; n < this.#idleCount; n++) this.#add(request, c, this.#idle[n]!);
  }

  /** Adds a vehicle to those a request is offered to, with what is remembered of it. */
  #add(request: number, c: number, vehicle: number): void {
    this.#recall(request, vehicle, c * this.#tours.routes.length + this.#offers[c]!++);
  }

  #recall(request: number, vehicle: number, at: number): void {
    const memory = this.#memory;
    this.#offered[at] = vehicle;
    const slot = this.#slot(request, vehicle);
    if (memory[slot] === this.#tours.routes[vehicle]!.name) {
      this.#offerCost[at] = memory[slot + COST]!;
      this.#offerPlace[at] = memory[slot + PLACE]!;
    } else {
      this.#offerCost[at] = Number.NEGATIVE_INFINITY;
      this.#offerPlace[at] = BOUND_ONLY;
    }
  }

  /**
   * Brings what a request is offered up to date after another was served by a vehicle; where that was idle before and the
   * two are not near each other, it is no longer one to look at.
   * @returns whether anything is new
   */
  #offerAgain(request: number, c: number, changed: number, served: number, wasIdle: boolean): boolean {
    const base = c * this.#tours.routes.length;
    const end = base + this.#offers[c]!;
    let at = base;
    while (at < end && this.#offered[at] !== changed) at++;
    const isOffered = at < end;
    if ((isOffered && !wasIdle) || this.#isNear(request, served)) {
      this.#recall(request, changed, at);
      if (!isOffered) this.#offers[c] = this.#offers[c]! + 1;
      return true;
    }
    if (!isOffered) return false;
    this.#offers[c] = end - 1 - base;
    this.#offered[at] = this.#offered[end - 1]!;
    this.#offerCost[at] = this.#offerCost[end - 1]!;
    this.#offerPlace[at] = this.#offerPlace[end - 1]!;
    return changed === this.#vehicle[c];
  }

  /** Is a vehicle that carries the other one worth looking at? */
  #isNear(request: number, other: number): boolean {
    if (!this.#isLarge) return true;
    const { list, count } = this.#neighbours;
    const first = request * count;
    for (let k = first; k < first + this.#nearest; k++) if (list[k] === other) return true;
    return false;
  }

  /** Finds the best tour for a request among those it is offered to, and the second best cost when `depth` is 2. */
  #choose(request: number, c: number, depth: number): void {
    const cost = this.#offerCost;
    const place = this.#offerPlace;
    const base = c * this.#tours.routes.length;
    const end = base + this.#offers[c]!;
    let first = this.#isBold ? MUST_SERVE : this.#tours.compiled.penalty[request]!;
    let second = first;
    let best = -1;
    for (let at = base; at < end; at++) {
      if (place[at] === BOUND_ONLY) continue;
      const known = cost[at]!;
      if (known < first) {
        second = first;
        first = known;
        best = at;
      } else if (known < second) second = known;
    }
    for (let at = base; at < end; at++) {
      const bound = depth === 1 ? first : second;
      if (place[at] !== BOUND_ONLY || cost[at]! >= bound) continue;
      this.#look(request, at, bound);
      if (place[at] === BOUND_ONLY) continue;
      const found = cost[at]!;
      if (found < first) {
        second = first;
        first = found;
        best = at;
      } else second = found;
    }
    this.#first[c] = first;
    this.#second[c] = second;
    this.#vehicle[c] = best < 0 ? -1 : this.#offered[best]!;
    this.#bestPlace[c] = best < 0 ? 0 : place[best]!;
  }

  #slot(request: number, vehicle: number): number {
    const { routes } = this.#tours;
    const { hash } = routes[vehicle]!;
    return ((request * routes.length + vehicle) * this.#ways + (hash & (this.#ways - 1))) * 4;
  }

  /** Searches the tour of an offer below `bound` and remembers the outcome: a place, or that there is none below it. */
  #look(request: number, at: number, bound: number): void {
    const vehicle = this.#offered[at]!;
    const route = this.#tours.routes[vehicle]!;
    const search = this.#search;
    const found = search.find(route, request, bound);
    const isFound = found < bound;
    const cost = isFound ? found : bound;
    const place = isFound ? (search.pickupAfter << 16) | search.dropoffAfter : BOUND_ONLY;
    this.#offerCost[at] = cost;
    this.#offerPlace[at] = place;
    const memory = this.#memory;
    const slot = this.#slot(request, vehicle);
    memory[slot] = route.name;
    memory[slot + COST] = cost;
    memory[slot + PLACE] = place;
  }

  #sort(list: Int32Array, count: number): void {
    const { earliest, latest, location, seconds, stride } = this.#tours.compiled;
    const random = this.#random;
    const rule = random.below(11);
    random.shuffle(list, count);
    if (rule < 4) return;
    const key = this.#key;
    for (let c = 0; c < count; c++) {
      const p = list[c]! * 2;
      const direct = seconds[location[p]! * stride + location[p + 1]!]!;
      if (rule < 6) key[p >> 1] = -direct;
      else if (rule === 6) key[p >> 1] = direct;
      else if (rule < 9) key[p >> 1] = latest[p]! - earliest[p]! + latest[p + 1]! - earliest[p + 1]!;
      else if (rule === 9) key[p >> 1] = earliest[p]!;
      else key[p >> 1] = -latest[p + 1]!;
    }
    for (let a = 1; a < count; a++) {
      const moved = list[a]!;
      let b = a - 1;
      while (b >= 0 && key[list[b]!]! > key[moved]!) {
        list[b + 1] = list[b]!;
        b--;
      }
      list[b + 1] = moved;
    }
  }
}
