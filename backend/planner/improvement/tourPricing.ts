import type { Compiled } from './compile.ts';
import type { InsertionSearch } from './insertionSearch.ts';
import type { SeededRandom } from './random.ts';
import { Route } from './route.ts';
import type { Timing } from './timing.ts';
import type { TourPool } from './tourPool.ts';

/** Requests taken out of a tour before others are put in, at the most. */
const MOST_OUT = 4;
/** Tours to begin from. */
const BASES = 300;
const NEGLIGIBLE = 1e-6;
/** By how much prices are off at the most. */
const NOISE = 0.3;

/**
 * Looks for tours that a covering question's prices ask for: good tours, some requests out, and then in whoever is worth
 * more than the way to them costs (column generation with heuristic pricing, Parragh & Schmid 2013).
 */
export class TourPricing {
  readonly #compiled: Compiled;
  readonly #timing: Timing;
  readonly #search: InsertionSearch;
  readonly #random: SeededRandom;
  readonly #route = new Route(64);
  readonly #isIn: Uint8Array;
  /** `[r]` = what putting in request r may cost in the variant at hand. */
  readonly #wishes: Float64Array;
  readonly #vehicleOf: Int32Array;
  /** Requests that may yet be put in. */
  readonly #waiting: Int32Array;
  /** Who gains most by being put in next, -1 for nobody, and where. */
  #best = -1;
  #pickupAfter = 0;
  #dropoffAfter = 0;

  constructor(compiled: Compiled, timing: Timing, search: InsertionSearch, random: SeededRandom) {
    this.#compiled = compiled;
    this.#timing = timing;
    this.#search = search;
    this.#random = random;
    this.#wishes = new Float64Array(compiled.requestCount);
    this.#waiting = new Int32Array(compiled.requestCount);
    this.#isIn = new Uint8Array(compiled.requestCount);
    this.#vehicleOf = Int32Array.from(compiled.types, (_, t) => compiled.typeOf.indexOf(t));
  }

  /**
   * Tries so many variants of tours that are cheap by these prices (the requests', then the vehicle types') and puts those
   * into the pool that cost less than their prices or no more than `gap` beyond: only such can be in a better answer.
   * @returns how many cost less
   */
  search(pool: TourPool, prices: Float64Array, tries: number, gap: number): number {
    const bases = pool.cheapest(prices, BASES);
    const fleetPrices = prices.subarray(this.#compiled.requestCount);
    let found = 0;
    for (let t = 0; t < tries && !pool.isFull; t++) {
      const base = bases[this.#random.below(bases.length)]!;
      if (this.#vary(pool, base, prices, fleetPrices, gap)) found++;
    }
    return found;
  }

  #vary(pool: TourPool, base: number, prices: Float64Array, fleetPrices: Float64Array, gap: number): boolean {
    const { isLocked } = this.#compiled;
    const route = this.#route;
    const type = pool.typeOf(base);
    const nodes = pool.nodesOf(base);
    route.vehicle = this.#vehicleOf[type]!;
    route.size = nodes.length;
    route.reserve(nodes.length + 2);
    for (let k = 0; k < nodes.length; k++) route.node[k + 1] = nodes[k]!;
    const isIn = this.#isIn;
    isIn.fill(0);
    let worth = fleetPrices[type]!;
    for (const node of nodes) {
      if ((node & 1) === 0) continue;
      isIn[node >> 1] = 1;
      worth += prices[node >> 1]!;
    }
    // Who is worth nothing, being served already, only costs.
    for (const node of nodes) {
      if ((node & 1) === 0 || prices[node >> 1]! > NEGLIGIBLE || isLocked[node >> 1] === 1) continue;
      isIn[node >> 1] = 2;
      route.takeOut(node >> 1);
    }
    worth -= this.#takeOutNeighbours(nodes, prices);
    if (route.size === 0 || !this.#timing.refresh(route)) return false;
    if (route.cost - worth < gap) pool.offer(route, route.cost);
    this.#wish(prices);
    let waiting = this.#listWaiting();
    for (let isFirst = true; ; isFirst = false) {
      waiting = this.#chooseBest(waiting, isFirst);
      const best = this.#best;
      if (best < 0) break;
      route.putIn(best, this.#pickupAfter, this.#dropoffAfter);
      if (!this.#timing.refresh(route)) return false;
      isIn[best] = 1;
      worth += prices[best]!;
      if (route.cost - worth < gap) pool.offer(route, route.cost);
    }
    return route.cost - worth < -NEGLIGIBLE;
  }

  /**
   * Takes a few riders out who get in or out one after another: only together do they make room for somebody else. The
   * order alone is brought up to date. @returns what they are worth
   */
  #takeOutNeighbours(nodes: Int32Array, prices: Float64Array): number {
    const { isLocked } = this.#compiled;
    const isIn = this.#isIn;
    let out = this.#random.below(Math.min(MOST_OUT + 1, nodes.length >> 1));
    const first = this.#random.below(nodes.length);
    let worth = 0;
    for (let k = 0; k < nodes.length && out > 0; k++) {
      const request = nodes[(first + k) % nodes.length]! >> 1;
      if (isIn[request] !== 1 || isLocked[request] === 1) continue;
      isIn[request] = 2;
      worth += prices[request]!;
      this.#route.takeOut(request);
      out--;
    }
    return worth;
  }

  /** Notes what putting in each request may cost: every other time a little off its price, for there is more than one good way on. */
  #wish(prices: Float64Array): void {
    const noise = (this.#random.bits() & 1) === 0 ? 0 : NOISE;
    const wishes = this.#wishes;
    for (let r = 0; r < wishes.length; r++) {
      wishes[r] = prices[r]! * (1 + noise * (2 * this.#random.fraction() - 1));
    }
  }

  /** Lists the requests that may be put in. @returns how many */
  #listWaiting(): number {
    const { isLocked, requestCount } = this.#compiled;
    let count = 0;
    for (let r = 0; r < requestCount; r++) {
      if (this.#isIn[r] === 0 && isLocked[r] === 0 && this.#wishes[r]! > NEGLIGIBLE)
        this.#waiting[count++] = r;
    }
    return count;
  }

  /**
   * Finds who of the first `count` waiting gains most by being put in, and where. Whoever is not worth the way the first
   * time is not looked at again in this tour: it seldom comes nearer. @returns how many wait still
   */
  #chooseBest(count: number, isFirst: boolean): number {
    const waiting = this.#waiting;
    const search = this.#search;
    let most = NEGLIGIBLE;
    let left = 0;
    this.#best = -1;
    for (let w = 0; w < count; w++) {
      const request = waiting[w]!;
      if (this.#isIn[request] !== 0) continue;
      const wish = this.#wishes[request]!;
      const limit = isFirst ? wish : wish - most;
      const cost = limit > 0 ? search.find(this.#route, request, limit) : Number.POSITIVE_INFINITY;
      if (cost < limit || !isFirst) waiting[left++] = request;
      if (wish - cost <= most) continue;
      most = wish - cost;
      this.#best = request;
      this.#pickupAfter = search.pickupAfter;
      this.#dropoffAfter = search.dropoffAfter;
    }
    return left;
  }
}
