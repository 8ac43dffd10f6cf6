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
  readonly #route: Route;
  readonly #isIn: Uint8Array;
  /** `[r]` = what putting in request r may cost in the variant at hand. */
  readonly #wishes: Float64Array;
  readonly #vehicleOf: Int32Array;

  constructor(compiled: Compiled, timing: Timing, search: InsertionSearch, random: SeededRandom) {
    this.#compiled = compiled;
    this.#route = new Route(64, compiled.isWhole);
    this.#timing = timing;
    this.#search = search;
    this.#random = random;
    this.#wishes = new Float64Array(compiled.requestCount);
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
    const { requestCount, isLocked } = this.#compiled;
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
    let out = this.#random.below(Math.min(MOST_OUT + 1, nodes.length >> 1));
    while (out-- > 0) {
      const request = nodes[this.#random.below(nodes.length)]! >> 1;
      if (isIn[request] !== 1 || isLocked[request] === 1) continue;
      isIn[request] = 2;
      worth -= prices[request]!;
      route.takeOut(request);
    }
    if (route.size === 0 || !this.#timing.refresh(route)) return false;
    if (route.cost - worth < gap) pool.offer(route, route.cost);
    // Every other time the choice is made by prices a little off, for there is more than one good way on.
    const noise = (this.#random.bits() & 1) === 0 ? 0 : NOISE;
    const wishes = this.#wishes;
    for (let r = 0; r < requestCount; r++)
      wishes[r] = prices[r]! * (1 + noise * (2 * this.#random.fraction() - 1));
    for (;;) {
      let most = NEGLIGIBLE;
      let best = -1;
      let after = 0;
      let before = 0;
      for (let r = 0; r < requestCount; r++) {
        const wish = wishes[r]!;
        if (isIn[r] !== 0 || wish <= most || isLocked[r] === 1) continue;
        const cost = this.#search.find(route, r, wish - most);
        if (cost >= wish - most) continue;
        most = wish - cost;
        best = r;
        before = this.#search.pickupAfter;
        after = this.#search.dropoffAfter;
      }
      if (best < 0) break;
      route.putIn(best, before, after);
      if (!this.#timing.refresh(route)) return false;
      isIn[best] = 1;
      worth += prices[best]!;
      if (route.cost - worth < gap) pool.offer(route, route.cost);
    }
    return route.cost - worth < -NEGLIGIBLE;
  }
}
