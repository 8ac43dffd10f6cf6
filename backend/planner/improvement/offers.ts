import { AnswerMemory, BOUND_ONLY } from './answerMemory.ts';
import type { InsertionSearch } from './insertionSearch.ts';
import type { Neighbours } from './neighbours.ts';
import type { SeededRandom } from './random.ts';
import { LARGE_FLEET } from './settings.ts';
import type { Tours } from './tours.ts';

/** In a large fleet, a request is mostly offered to the vehicles that carry one of its so many nearest neighbours. */
const NEAREST = 12;
/** Chance of looking at all of a large fleet all the same. */
const ALL_VEHICLES = 0.005;

/**
 * Which vehicles each waiting request is offered to, a row of offers for each, and the best of them. Tours are only
 * searched below the cost already found elsewhere; where that finds nothing, the bound itself is remembered.
 */
export class Offers {
  /** `[c]` = vehicle of the best offer in row c, -1 for none; where in its tour; its cost, and the second best cost. */
  readonly vehicle: Int32Array;
  readonly place: Int32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly #tours: Tours;
  readonly #search: InsertionSearch;
  readonly #random: SeededRandom;
  readonly #neighbours: Neighbours;
  /** How many of the nearest neighbours lead to vehicles worth looking at. */
  readonly #nearest: number;
  readonly #isLarge: boolean;
  /** Absent where asking it takes longer than searching: a large fleet whose kilometres are all that costs. */
  readonly #memory: AnswerMemory | undefined;
  /** Vehicles that carry nobody, one of each type. */
  readonly #idle: Int32Array;
  #idleCount = 0;
  /** `[t]`, `[v]` = number of the listing in which the type or vehicle was listed last. */
  readonly #typeListed: Int32Array;
  readonly #listed: Int32Array;
  #listings = 0;
  /** `[c]` = how many offers row c has; `[c * vehicleCount + n]` = vehicle of the n-th, its cost or bound, and where. */
  readonly #counts: Int32Array;
  readonly #offered: Int32Array;
  readonly #costs: Float64Array;
  readonly #places: Int32Array;

  constructor(tours: Tours, search: InsertionSearch, neighbours: Neighbours, random: SeededRandom) {
    const { requestCount, vehicleCount, types } = tours.compiled;
    this.#tours = tours;
    this.#search = search;
    this.#random = random;
    this.#neighbours = neighbours;
    this.#nearest = Math.min(neighbours.count, NEAREST);
    this.#isLarge = vehicleCount > LARGE_FLEET;
    const isCheap = !tours.timing.isJudged && types.every(({ perSecond }) => perSecond === 0);
    this.#memory = this.#isLarge && isCheap ? undefined : new AnswerMemory(tours);
    this.#idle = new Int32Array(vehicleCount);
    this.#typeListed = new Int32Array(types.length);
    this.#listed = new Int32Array(vehicleCount);
    this.vehicle = new Int32Array(requestCount);
    this.place = new Int32Array(requestCount);
    this.first = new Float64Array(requestCount);
    this.second = new Float64Array(requestCount);
    this.#counts = new Int32Array(requestCount);
    this.#offered = new Int32Array(requestCount * vehicleCount);
    this.#costs = new Float64Array(requestCount * vehicleCount);
    this.#places = new Int32Array(requestCount * vehicleCount);
  }

  /** Lists vehicles that carry nobody, one of each type; to be done before requests are put in. */
  listIdle(): void {
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

  /** The listed vehicle that carries nobody and is of this type; -1 for none. */
  idleOfType(type: number): number {
    const { typeOf } = this.#tours.compiled;
    for (let n = 0; n < this.#idleCount; n++) if (typeOf[this.#idle[n]!] === type) return this.#idle[n]!;
    return -1;
  }

  /**
   * Offers a request to vehicles and finds the best; to all where those nearby cannot take it.
   * @param most what it may cost, less than this
   * @param depth 2: the second best cost is wanted, too
   */
  rank(request: number, c: number, blink: number, most: number, depth: number): void {
    const isEverywhere = !this.#isLarge || this.#random.fraction() < ALL_VEHICLES;
    if (isEverywhere) this.#offerToAll(request, c, blink);
    else this.#offerNearby(request, c, blink);
    this.choose(request, c, most, depth);
    if (isEverywhere || this.vehicle[c]! >= 0) return;
    this.#offerToAll(request, c, blink);
    this.choose(request, c, most, depth);
  }

  /** Offers a request to all vehicles, of the idle ones to one of each type. Its own is never overlooked. */
  #offerToAll(request: number, c: number, blink: number): void {
    const { routes, vehicleOf } = this.#tours;
    const own = vehicleOf[request]!;
    this.#counts[c] = 0;
    if (own >= 0 && routes[own]!.size > 0) this.add(request, c, own);
    for (let v = 0; v < routes.length; v++) {
      if (v !== own && routes[v]!.size > 0 && !this.#isOverlooked(blink)) this.add(request, c, v);
    }
    for (let n = 0; n < this.#idleCount; n++) this.add(request, c, this.#idle[n]!);
  }

  /** Offers a request to its own vehicle, those that carry a neighbour of it, and one idle vehicle of each type. */
  #offerNearby(request: number, c: number, blink: number): void {
    const { vehicleOf, routes } = this.#tours;
    const { list, count } = this.#neighbours;
    const listed = this.#listed;
    const now = ++this.#listings;
    this.#counts[c] = 0;
    for (let k = -1; k < this.#nearest; k++) {
      const v = vehicleOf[k < 0 ? request : list[request * count + k]!]!;
      if (v < 0 || listed[v] === now) continue;
      listed[v] = now;
      if (routes[v]!.size > 0 && (k < 0 || !this.#isOverlooked(blink))) this.add(request, c, v);
    }
    for (let n = 0; n < this.#idleCount; n++) this.add(request, c, this.#idle[n]!);
  }

  #isOverlooked(blink: number): boolean {
    return blink > 0 && this.#random.fraction() < blink;
  }

  /** Adds a vehicle to those a request is offered to, with what is remembered of it. */
  add(request: number, c: number, vehicle: number): void {
    const count = this.#counts[c]!;
    this.#recall(request, vehicle, c * this.#tours.routes.length + count);
    this.#counts[c] = count + 1;
  }

  #recall(request: number, vehicle: number, at: number): void {
    this.#offered[at] = vehicle;
    this.#costs[at] = Number.NEGATIVE_INFINITY;
    this.#places[at] = BOUND_ONLY;
    const memory = this.#memory;
    if (!memory) return;
    const answer = memory.find(request, vehicle);
    if (answer < 0) return;
    this.#costs[at] = memory.cost(answer);
    this.#places[at] = memory.place(answer);
  }

  /**
   * Brings what a request is offered up to date after another was served by a vehicle; where that was idle before and the
   * two are not near each other, it is no longer one to look at.
   * @returns whether anything is new
   */
  offerAgain(request: number, c: number, changed: number, served: number, wasIdle: boolean): boolean {
    const base = c * this.#tours.routes.length;
    const end = base + this.#counts[c]!;
    let at = base;
    while (at < end && this.#offered[at] !== changed) at++;
    const isOffered = at < end;
    if ((isOffered && !wasIdle) || this.#isNear(request, served)) {
      this.#recall(request, changed, at);
      if (!isOffered) this.#counts[c] = end + 1 - base;
      return true;
    }
    if (!isOffered) return false;
    this.#counts[c] = end - 1 - base;
    this.#offered[at] = this.#offered[end - 1]!;
    this.#costs[at] = this.#costs[end - 1]!;
    this.#places[at] = this.#places[end - 1]!;
    return changed === this.vehicle[c];
  }

  /** Is a vehicle that carries the other one worth looking at? */
  #isNear(request: number, other: number): boolean {
    if (!this.#isLarge) return true;
    const { list, count } = this.#neighbours;
    const first = request * count;
    for (let k = first; k < first + this.#nearest; k++) if (list[k] === other) return true;
    return false;
  }

  /** Finds the best of a request's offers anew after the one found could not be driven, see `rank`. */
  retry(request: number, c: number, most: number, depth: number): void {
    const vehicle = this.vehicle[c]!;
    let at = c * this.#tours.routes.length;
    while (this.#offered[at] !== vehicle) at++;
    this.#note(request, at, this.#search.find(this.#tours.routes[vehicle]!, request, most), most);
    this.choose(request, c, most, depth);
  }

  /** Finds the best of a request's offers, see `rank`. Whether it can be driven may only show when it is made. */
  choose(request: number, c: number, most: number, depth: number): void {
    const costs = this.#costs;
    const places = this.#places;
    const base = c * this.#tours.routes.length;
    const end = base + this.#counts[c]!;
    let first = most;
    let second = most;
    let best = -1;
    for (let at = base; at < end; at++) {
      if (places[at] === BOUND_ONLY) continue;
      const known = costs[at]!;
      if (known < first) {
        second = first;
        first = known;
        best = at;
      } else if (known < second) second = known;
    }
    for (let at = base; at < end; at++) {
      const bound = depth === 1 ? first : second;
      if (places[at] !== BOUND_ONLY || costs[at]! >= bound) continue;
      this.#look(request, at, bound);
      if (places[at] === BOUND_ONLY) continue;
      const found = costs[at]!;
      if (found < first) {
        second = first;
        first = found;
        best = at;
      } else second = found;
    }
    this.first[c] = first;
    this.second[c] = second;
    this.vehicle[c] = best < 0 ? -1 : this.#offered[best]!;
    this.place[c] = best < 0 ? 0 : places[best]!;
  }

  /** Searches the tour of an offer below `bound` and remembers the outcome: a place, or that there is none below it. */
  #look(request: number, at: number, bound: number): void {
    const route = this.#tours.routes[this.#offered[at]!]!;
    this.#note(request, at, this.#search.findLikely(route, request, bound), bound);
  }

  /** Remembers what a search below `bound` has found. */
  #note(request: number, at: number, found: number, bound: number): void {
    const { pickupAfter, dropoffAfter } = this.#search;
    const vehicle = this.#offered[at]!;
    const isFound = found < bound;
    const cost = isFound ? found : bound;
    const place = isFound ? (pickupAfter << 16) | dropoffAfter : BOUND_ONLY;
    this.#costs[at] = cost;
    this.#places[at] = place;
    this.#memory?.store(request, vehicle, cost, place);
  }
}
