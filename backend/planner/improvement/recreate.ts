import { MUST_SERVE } from './compile.ts';
import type { InsertionSearch } from './insertionSearch.ts';
import type { Neighbours } from './neighbours.ts';
import type { SeededRandom } from './random.ts';
import type { Tours } from './tours.ts';

/** Place of an answer that is only a lower bound. */
const BOUND_ONLY = -1;
/** From so many vehicles on, a request is mostly offered to those that carry one of its so many nearest neighbours. */
const LARGE_FLEET = 40;
const NEAREST = 40;
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
  readonly #key: Float64Array;
  /** Answers kept per request and vehicle. */
  readonly #ways: number;
  /** Four numbers an answer, side by side as they are read together: the tour's name, cost or bound, place, nothing. */
  readonly #memory: Float64Array;
  /** Vehicles still to be searched for the request at hand. */
  readonly #open: Int32Array;
  /** Per waiting request: index in the list, best and second-best cost, best vehicle and place. */
  readonly #row: Int32Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #vehicle: Int32Array;
  readonly #runnerUp: Int32Array;
  readonly #bestPlace: Int32Array;

  readonly #neighbours: Neighbours;
  /** Vehicles looked at for the request at hand, and when each was last listed. */
  readonly #near: Int32Array;
  readonly #stamp: Int32Array;
  #listings = 0;
  #isBold = false;

  constructor(tours: Tours, search: InsertionSearch, neighbours: Neighbours, random: SeededRandom) {
    this.#tours = tours;
    this.#neighbours = neighbours;
    this.#stamp = new Int32Array(tours.compiled.vehicleCount);
    this.#near = new Int32Array(tours.compiled.vehicleCount);
    this.#search = search;
    this.#random = random;
    const { requestCount, vehicleCount } = tours.compiled;
    const pairs = Math.max(1, requestCount * vehicleCount);
    let ways = 1;
    while (ways < MOST_WAYS && pairs * ways * 2 <= MEMORY) ways *= 2;
    this.#ways = ways;
    this.#memory = new Float64Array(pairs * ways * 4).fill(Number.NaN);
    this.#open = new Int32Array(vehicleCount);
    this.#key = new Float64Array(requestCount);
    this.#row = new Int32Array(requestCount);
    this.#first = new Float64Array(requestCount);
    this.#second = new Float64Array(requestCount);
    this.#vehicle = new Int32Array(requestCount);
    this.#runnerUp = new Int32Array(requestCount);
    this.#bestPlace = new Int32Array(requestCount);
  }

  /**
   * Serves one after the other in a random kind of order; who finds no place is left out. `isBold`: also who costs more
   * than leaving them out, for the next rider may share the way.
   */
  greedily(list: Int32Array, count: number, blink: number, isBold: boolean): void {
    this.#isBold = isBold;
    this.#sort(list, count);
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
      this.#serve(list[served]!, served);
      if (changed < 0) continue;
      for (let a = 0; a < left - 1; a++) this.#rankAgain(list[row[a]!]!, row[a]!, changed);
    }
  }

  #serve(request: number, c: number): void {
    const vehicle = this.#vehicle[c]!;
    const place = this.#bestPlace[c]!;
    if (vehicle >= 0 && this.#tours.putIn(vehicle, request, place >>> 16, place & 0xffff)) return;
    this.#tours.leaveOut(request);
  }

  /**
   * Lists the vehicles worth looking at: in a large fleet mostly those that carry a neighbour of the request, or nobody.
   */
  #listNearby(request: number): number {
    const { vehicleOf, routes } = this.#tours;
    const near = this.#near;
    const { list, count } = this.#neighbours;
    if (routes.length <= LARGE_FLEET || this.#random.fraction() < ALL_VEHICLES) {
      for (let v = 0; v < routes.length; v++) near[v] = v;
      return routes.length;
    }
    const stamp = this.#stamp;
    const now = ++this.#listings;
    let listed = 0;
    const most = Math.min(count, NEAREST);
    for (let k = 0; k < most; k++) {
      const v = vehicleOf[list[request * count + k]!]!;
      if (v < 0 || stamp[v] === now) continue;
      stamp[v] = now;
      near[listed++] = v;
    }
    for (let v = 0; v < routes.length; v++) {
      if (routes[v]!.size === 0 && stamp[v] !== now) near[listed++] = v;
    }
    return listed;
  }

  /** Finds the best tour for a request, and the second best cost when `depth` is 2. */
  #rank(request: number, c: number, blink: number, depth: number): void {
    const { routes, compiled } = this.#tours;
    const random = this.#random;
    const memory = this.#memory;
    const open = this.#open;
    let opened = 0;
    let emptyTypes = 0;
    let first = this.#isBold ? MUST_SERVE : compiled.penalty[request]!;
    let second = first;
    let vehicle = -1;
    let runnerUp = -1;
    let place = 0;
    const near = this.#near;
    const nearby = this.#listNearby(request);
    for (let n = 0; n < nearby; n++) {
      const v = near[n]!;
      const route = routes[v]!;
      if (
        route.size === 0 &&
        !compiled.types[compiled.typeOf[v]!]!.isUnderWay &&
        compiled.types.length < 32
      ) {
        const bit = 1 << compiled.typeOf[v]!;
        if ((emptyTypes & bit) !== 0) continue;
        emptyTypes |= bit;
      }
      if (blink > 0 && random.fraction() < blink) continue;
      const slot = this.#slot(request, v);
      const known = memory[slot + COST]!;
      if (memory[slot] !== route.name) {
        memory[slot + COST] = Number.NEGATIVE_INFINITY;
        memory[slot + PLACE] = BOUND_ONLY;
        open[opened++] = v;
      } else if (memory[slot + PLACE] === BOUND_ONLY) open[opened++] = v;
      else if (known < first) {
        second = first;
        runnerUp = vehicle;
        first = known;
        vehicle = v;
        place = memory[slot + PLACE]!;
      } else if (known < second) {
        second = known;
        runnerUp = v;
      }
    }
    for (let o = 0; o < opened; o++) {
      const v = open[o]!;
      const slot = this.#slot(request, v);
      const bound = depth === 1 ? first : second;
      if (memory[slot + COST]! >= bound) continue;
      const found = this.#look(slot, request, v, bound);
      if (found < first) {
        second = first;
        runnerUp = vehicle;
        first = found;
        vehicle = v;
        place = memory[slot + PLACE]!;
      } else if (found < second) {
        second = found;
        runnerUp = v;
      }
    }
    this.#first[c] = first;
    this.#second[c] = second;
    this.#vehicle[c] = vehicle;
    this.#runnerUp[c] = runnerUp;
    this.#bestPlace[c] = place;
  }

  /** Brings a ranking up to date after one tour has changed. */
  #rankAgain(request: number, c: number, changed: number): void {
    if (this.#vehicle[c] === changed || this.#runnerUp[c] === changed) {
      this.#rank(request, c, 0, 2);
      return;
    }
    const route = this.#tours.routes[changed]!;
    const slot = this.#slot(request, changed);
    const bound = this.#second[c]!;
    const memory = this.#memory;
    let found = memory[slot + COST]!;
    if (memory[slot] !== route.name) {
      found = this.#look(slot, request, changed, bound);
    } else if (memory[slot + PLACE] === BOUND_ONLY) {
      found = found >= bound ? Number.POSITIVE_INFINITY : this.#look(slot, request, changed, bound);
    }
    if (found < this.#first[c]!) {
      this.#second[c] = this.#first[c]!;
      this.#runnerUp[c] = this.#vehicle[c]!;
      this.#first[c] = found;
      this.#vehicle[c] = changed;
      this.#bestPlace[c] = memory[slot + PLACE]!;
    } else if (found < bound) {
      this.#second[c] = found;
      this.#runnerUp[c] = changed;
    }
  }

  #slot(request: number, vehicle: number): number {
    const { routes } = this.#tours;
    const { hash } = routes[vehicle]!;
    return ((request * routes.length + vehicle) * this.#ways + (hash & (this.#ways - 1))) * 4;
  }

  /** Searches a tour below `bound` and remembers the outcome; `Infinity` when there is nothing below it. */
  #look(slot: number, request: number, vehicle: number, bound: number): number {
    const route = this.#tours.routes[vehicle]!;
    const search = this.#search;
    const found = search.find(route, request, bound);
    const memory = this.#memory;
    memory[slot] = route.name;
    if (found < bound) {
      memory[slot + COST] = found;
      memory[slot + PLACE] = (search.pickupAfter << 16) | search.dropoffAfter;
      return found;
    }
    memory[slot + COST] = bound;
    memory[slot + PLACE] = BOUND_ONLY;
    return Number.POSITIVE_INFINITY;
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
