import { AdaptiveRuins } from './adaptiveRuins.ts';
import { BestPlan } from './bestPlan.ts';
import type { Compiled } from './compile.ts';
import { costPerRequest } from './costPerRequest.ts';
import { paysToExchange } from './costsAlike.ts';
import { ExactPricing } from './exactPricing.ts';
import { type FleetPart, judgePart } from './fleetPart.ts';
import { InsertionSearch } from './insertionSearch.ts';
import { findNeighbours } from './neighbours.ts';
import type { PartitionColumn, PartitionSolver } from './partition.ts';
import { SeededRandom } from './random.ts';
import { layChosen, type RecombineBudget, recombine, shareCosts } from './recombine.ts';
import { Recreate } from './recreate.ts';
import { Relocate } from './relocate.ts';
import { Route } from './route.ts';
import { type SearchSettings, settingsFor } from './settings.ts';
import { Splice } from './splice.ts';
import { Timing } from './timing.ts';
import type { TourJudge } from './tourJudge.ts';
import { TourPool } from './tourPool.ts';
import { TourPricing } from './tourPricing.ts';
import { Tours } from './tours.ts';

const UNBOUNDED: RecombineBudget = { spent: () => 0 };
/** Tours handed to other searches, at the most. */
const GOOD_TOURS = 1000;
/** Steps between two looks at how many plans leave somebody out, and the share of them that is wanted. */
const BALANCE_EVERY = 200;
const SHORT_SHARE = 0.2;
const NEGLIGIBLE = 1e-7;
/** Up to which factor of the best plan's cost the search goes on from another one. */
const NEAR_BEST = 1.015;
/** How much dearer than chance allows an exchange of segments may leave the plan before a ruin, in units of cost per request. */
const TWIST_WORTH = 0.5;
/** From more requests than this on they are put in greedily at first; from fewer where each place is asked of a judge. */
const MOST_BY_REGRET = 500;
const MOST_JUDGED_BY_REGRET = 100;
/** What leaving somebody out counts at the most, in units of cost per request: at first, and at the least. */
const FIRST_LENIENT = 4;
const LEAST_LENIENT = 1;

/**
 * Large-neighbourhood search with simulated annealing (Ropke & Pisinger 2006; ruin after Christiaens & Vanden Berghe
 * 2020): again and again takes some requests out, puts them back elsewhere, and keeps the outcome when it is cheaper or
 * dearer by no more than chance allows, ever less as the budget is spent.
 */
export class Annealing {
  readonly tours: Tours;
  readonly best: BestPlan;
  readonly pool: TourPool;
  /** Tours met go into the pool. Without that, a plan that cannot be kept need not be finished. */
  collectsTours = true;
  readonly #judge: TourJudge | undefined;
  readonly #settings: SearchSettings;
  readonly #random: SeededRandom;
  readonly #ruins: AdaptiveRuins;
  readonly #splice: Splice;
  readonly #relocate: Relocate;
  readonly recreate: Recreate;
  readonly #pending: Int32Array;
  readonly #exchangesVehicles: boolean;
  /** Cost of tours per request when the search began: the unit of temperature. */
  #unit = 1;
  readonly #pricing: TourPricing;
  /** Not looked for yet, or found not to apply: undefined, `null`. */
  #exact: ExactPricing | null | undefined;
  /** The best plan is known to be the cheapest there is. */
  isProven = false;
  #prices: Float64Array | undefined;
  /** What leaving out somebody counts at the most; steps since it was set, and how many of them left out somebody. */
  #leniency = Number.POSITIVE_INFINITY;
  #sinceBalance = 0;
  #short = 0;

  constructor(compiled: Compiled, seed: number, judge?: TourJudge, settings?: Partial<SearchSettings>) {
    this.#judge = judge;
    this.#settings = settingsFor(compiled.vehicleCount, settings);
    const timing = new Timing(compiled, judge);
    this.tours = new Tours(compiled, timing);
    this.#random = new SeededRandom(seed);
    const neighbours = findNeighbours(compiled, 100);
    this.#splice = new Splice(this.tours, neighbours, this.#random);
    const insertion = new InsertionSearch(compiled, judge);
    this.#relocate = new Relocate(this.tours, insertion, neighbours, this.#random);
    this.recreate = new Recreate(this.tours, insertion, neighbours, this.#random);
    this.#pricing = new TourPricing(compiled, timing, insertion, this.#random);
    this.pool = new TourPool(compiled);
    this.best = new BestPlan(this.tours);
    this.#pending = new Int32Array(compiled.requestCount);
    this.#exchangesVehicles = paysToExchange(compiled.types);
    this.#ruins = new AdaptiveRuins(this.tours, neighbours, this.#random, this.#settings);
  }

  /**
   * Begins from the tours laid so far: puts in whoever is left out, as far as there is room.
   * @param unit of temperature; absent: cost per request of what it begins with
   */
  start(unit?: number): void {
    this.best.take(this.tours);
    this.#fillUp();
    // Where driving costs nothing at all, leaving somebody out still has to count.
    this.#unit = (unit ?? costPerRequest(this.tours)) || 1;
    this.#leniency = this.#unit * FIRST_LENIENT;
    this.tours.beLenient(this.#leniency);
  }

  /** Puts in whoever is left out, as far as there is room. */
  #fillUp(): void {
    const { tours } = this;
    const count = this.#takeAbsent(0);
    // By regret everybody who waits is looked at again after each: with thousands that takes longer than it is worth.
    const most = this.#judge ? MOST_JUDGED_BY_REGRET : MOST_BY_REGRET;
    if (count > most) this.recreate.greedily(this.#pending, count, 0, false);
    else this.recreate.byRegret(this.#pending, count, 0, false);
    if (tours.isBroken) tours.drop();
    else tours.keep();
    this.best.take(tours);
  }

  /**
   * One ruin and recreate, or one exchange of segments; in a large fleet after a few moves of single requests, where
   * vehicles cost unlike now and then after two have exchanged their tours. Some ruins follow an exchange that makes the
   * plan dearer, around the place where it was made: neither leads alone to where both do.
   * @param spent how much of the budget is used up, 0 … 1
   * @param horizon steps expected in all: with few for each request there is no time to cool from far up
   */
  step(spent: number, horizon = Number.POSITIVE_INFINITY): void {
    const { tours } = this;
    const { splices, relocations, vehicleExchanges, twists, cold, unhurried } = this.#settings;
    const haste = Math.min(1, horizon / (unhurried * tours.compiled.requestCount));
    const hot = Math.max(cold, this.#settings.hot * haste);
    this.#balance();
    const temperature = this.#unit * hot * (cold / hot) ** spent;
    for (let m = 0; m < relocations; m++) this.#settle(this.#relocate.move(this.#chance(temperature)));
    if (this.#exchangesVehicles && this.#random.fraction() < vehicleExchanges) {
      this.#settle(this.#splice.exchangeVehicles(this.#chance(temperature)));
    }
    const before = tours.cost;
    const allowed = this.#chance(temperature);
    if (this.#random.fraction() < splices) {
      this.#settle(this.#splice.exchange(allowed));
      return;
    }
    const isTwisted =
      this.#random.fraction() < twists && this.#splice.exchange(this.#unit * TWIST_WORTH + temperature);
    const way = this.#ruins.takeOut(isTwisted ? this.#splice.seed : undefined);
    // Without those taken out a tour takes too long: nothing put in would mend that.
    if (tours.isBroken) {
      tours.drop();
      return;
    }
    const { chosen, count: out } = this.#ruins;
    this.#pending.set(chosen.subarray(0, out));
    const count = this.#takeAbsent(out);
    const isFinished = this.#putBack(count, this.collectsTours ? Number.POSITIVE_INFINITY : before + allowed);
    if (isFinished && !tours.isBroken) this.#offer();
    const best = this.best.cost;
    const isKept = isFinished && !tours.isBroken && tours.cost < before + allowed;
    const isCheaper = isKept && tours.cost < before - NEGLIGIBLE;
    if (isKept) this.keep();
    else tours.drop();
    if (isTwisted) return;
    const outcome = this.best.cost < best ? 'best' : isCheaper ? 'cheaper' : isKept ? 'kept' : 'dropped';
    this.#ruins.learn(way, outcome, count);
  }

  /** How much dearer a plan may become this time. */
  #chance(temperature: number): number {
    return -temperature * Math.log(this.#random.fraction());
  }

  /** Keeps the change under way if there is one. */
  #settle(isChanged: boolean): void {
    if (!isChanged) return;
    this.#offer();
    this.keep();
  }

  /** Keeps the share of plans that leave somebody out near what is wanted, by what that counts. */
  #balance(): void {
    const { tours } = this;
    if (tours.absentCount > 0) this.#short++;
    if (++this.#sinceBalance < BALANCE_EVERY) return;
    const factor = this.#short > BALANCE_EVERY * SHORT_SHARE ? 1.25 : 0.9;
    const least = this.#unit * LEAST_LENIENT;
    this.#leniency = Math.min(this.#unit * 1000, Math.max(least, this.#leniency * factor));
    tours.beLenient(this.#leniency);
    this.#short = 0;
    this.#sinceBalance = 0;
  }

  /** Puts the tours changed into the pool, if the plan is a good one, kept or not. */
  #offer(): void {
    const { tours } = this;
    if (!this.collectsTours || tours.cost > this.best.cost * this.#settings.poolWithin) return;
    for (let t = 0; t < tours.touchedCount; t++) {
      const route = tours.routes[tours.touchedVehicle(t)]!;
      if (route.size > 0) this.pool.offer(route, tours.cost);
    }
  }

  /** Keeps the change under way, and the plan as the best one if it is. */
  keep(): void {
    this.tours.keep();
    this.best.take(this.tours);
  }

  /** Tours of the best plans met, those of the best one among them, at most a thousand. */
  goodTours(): PartitionColumn[] {
    this.restart();
    for (const route of this.tours.routes) if (route.size > 0) this.pool.offer(route, this.best.cost);
    return this.pool.list(GOOD_TOURS);
  }

  /** Takes tours that other searches of the same problem have met into the pool, as far as they can be driven. */
  learn(columns: readonly PartitionColumn[]): void {
    const { typeOf } = this.tours.compiled;
    for (const { type, nodes } of columns) {
      const route = new Route(nodes.length, this.tours.compiled.isWhole);
      route.vehicle = typeOf.indexOf(type);
      route.size = nodes.length;
      route.node.set(nodes, 1);
      if (nodes.length > 0 && this.tours.timing.refresh(route)) this.pool.offer(route, this.best.cost);
    }
  }

  /**
   * Asks for the best combinations of tours met so far and goes on from the cheapest plan that they lead to.
   * @param serveRest serves whoever is in no tour of a combination; who still is in none then is put in as far as there is room
   * @returns whether there was one
   */
  recombine(solver: PartitionSolver, budget: RecombineBudget = UNBOUNDED, serveRest?: () => void): boolean {
    const { tours } = this;
    this.restart();
    if (!this.#prices) {
      this.#prices = new Float64Array(tours.compiled.requestCount + tours.compiled.types.length);
      shareCosts(tours, this.#prices);
    }
    tours.beLenient(Number.POSITIVE_INFINITY);
    const cheapest = new BestPlan(tours);
    const pricings = { pricing: this.#pricing, exact: this.#exactPricing() };
    const { choices, proven } = recombine(tours, this.pool, pricings, solver, this.#prices, budget);
    for (const chosen of choices) {
      if (!layChosen(tours, chosen)) continue;
      this.keep();
      serveRest?.();
      this.#fillUp();
      cheapest.take(tours);
    }
    this.isProven = proven !== undefined && this.best.cost < proven + NEGLIGIBLE;
    if (cheapest.cost < this.best.cost * NEAR_BEST) cheapest.layInto(tours);
    else this.best.layInto(tours);
    this.keep();
    tours.beLenient(this.#leniency);
    return cheapest.cost < Number.POSITIVE_INFINITY;
  }

  /** Can a recombination end with all tours there are, so that the cheapest plan is known for certain? */
  get canProve(): boolean {
    return this.#exactPricing() !== undefined;
  }

  #exactPricing(): ExactPricing | undefined {
    if (this.#exact === undefined) {
      this.#exact = ExactPricing.create(this.tours.compiled, this.tours.timing) ?? null;
    }
    return this.#exact ?? undefined;
  }

  /** A search of a part of the fleet with the same settings. */
  forPart(part: FleetPart): Annealing {
    const judge = this.#judge && judgePart(this.#judge, part);
    return new Annealing(part.compiled, this.#random.bits(), judge, this.#settings);
  }

  /** Goes on from the best plan. */
  restart(): void {
    this.best.layInto(this.tours);
    this.tours.keep();
  }

  #takeAbsent(from: number): number {
    const { tours } = this;
    let count = from;
    for (let a = 0; a < tours.absentCount; a++) this.#pending[count++] = tours.absent[a]!;
    tours.clearAbsent();
    return count;
  }

  /** @returns false when that came to cost as much as `most` and was given up */
  #putBack(count: number, most: number): boolean {
    const { regret, blink } = this.#settings;
    const isBold = (this.#random.bits() & 1) === 1;
    if (this.#random.fraction() < regret) {
      return this.recreate.byRegret(this.#pending, count, blink, isBold, most);
    }
    return this.recreate.greedily(this.#pending, count, blink, isBold, most);
  }
}
