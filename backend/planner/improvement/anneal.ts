import { BestPlan } from './bestPlan.ts';
import type { Compiled } from './compile.ts';
import { InsertionSearch } from './insertionSearch.ts';
import { findNeighbours } from './neighbours.ts';
import type { PartitionColumn, PartitionSolver } from './partition.ts';
import { SeededRandom } from './random.ts';
import { recombine } from './recombine.ts';
import { Recreate } from './recreate.ts';
import { Ruin } from './ruin.ts';
import { DEFAULT_SETTINGS, type SearchSettings } from './settings.ts';
import { Splice } from './splice.ts';
import { Timing } from './timing.ts';
import type { TourJudge } from './tourJudge.ts';
import { TourPool } from './tourPool.ts';
import { Tours } from './tours.ts';

/**
 * Large-neighbourhood search with simulated annealing (Ropke & Pisinger 2006; ruin after Christiaens & Vanden Berghe
 * 2020): again and again takes some requests out, puts them back elsewhere, and keeps the outcome when it is cheaper or
 * dearer by no more than chance allows, ever less as the budget is spent.
 */
export class Annealing {
  readonly tours: Tours;
  readonly best: BestPlan;
  readonly pool: TourPool;
  readonly #settings: SearchSettings;
  readonly #random: SeededRandom;
  readonly #ruin: Ruin;
  readonly #splice: Splice;
  readonly recreate: Recreate;
  readonly #pending: Int32Array;
  /** Cost of tours per request when the search began: the unit of temperature. */
  #unit = 1;

  constructor(compiled: Compiled, seed: number, judge?: TourJudge, settings?: Partial<SearchSettings>) {
    this.#settings = { ...DEFAULT_SETTINGS, ...settings };
    const timing = new Timing(compiled, judge);
    this.tours = new Tours(compiled, timing);
    this.#random = new SeededRandom(seed);
    const neighbours = findNeighbours(compiled, 100);
    this.#ruin = new Ruin(this.tours, neighbours, this.#random);
    this.#splice = new Splice(this.tours, neighbours, this.#random);
    this.recreate = new Recreate(
      this.tours,
      new InsertionSearch(compiled, timing, judge),
      neighbours,
      this.#random,
    );
    this.pool = new TourPool(compiled);
    this.best = new BestPlan(this.tours);
    this.#pending = new Int32Array(compiled.requestCount);
  }

  /** Begins from the tours laid so far: puts in whoever is left out, as far as there is room. */
  start(): void {
    const { tours } = this;
    this.best.take(tours);
    const count = this.#takeAbsent(0);
    this.recreate.greedily(this.#pending, count, 0, false);
    if (tours.isBroken) tours.drop();
    else tours.keep();
    this.best.take(tours);
    this.#unit = costPerRequest(tours);
  }

  /**
   * One ruin and recreate, or one exchange of segments.
   * @param spent how much of the budget is used up, 0 … 1
   * @param horizon steps expected in all: with few for each request there is no time to cool from far up
   */
  step(spent: number, horizon = Number.POSITIVE_INFINITY): void {
    const { tours } = this;
    const { splices, cold, unhurried } = this.#settings;
    const haste = Math.min(1, horizon / (unhurried * tours.compiled.requestCount));
    const hot = Math.max(cold, this.#settings.hot * Math.sqrt(haste));
    const before = tours.cost;
    const temperature = this.#unit * hot * (cold / hot) ** spent;
    const allowed = -temperature * Math.log(this.#random.fraction());
    if (this.#random.fraction() < splices) {
      if (this.#splice.exchange(-1e-7)) this.#keep();
      return;
    }
    this.#takeOut();
    const count = this.#takeAbsent(this.#ruin.count);
    this.#putBack(count);
    if (!tours.isBroken && tours.cost < before + allowed) this.#keep();
    else tours.drop();
  }

  #keep(): void {
    const { tours } = this;
    if (tours.cost < this.best.cost * this.#settings.poolWithin) {
      for (let t = 0; t < tours.touchedCount; t++) {
        this.pool.offer(tours.routes[tours.touchedVehicle(t)]!, tours.cost);
      }
    }
    tours.keep();
    this.best.take(tours);
  }

  /** Tours of the best plans met, those of the best one among them, at most so many as are recombined at a time. */
  goodTours(): PartitionColumn[] {
    this.restart();
    for (const route of this.tours.routes) this.pool.offer(route, this.best.cost);
    return this.pool.list(this.#settings.columns);
  }

  /** Asks for the best combination of tours met so far and goes on from it when it is better. */
  recombine(solver: PartitionSolver): boolean {
    const found = recombine(this.tours, this.pool, solver, this.#settings.columns, this.best.cost);
    if (found) this.best.take(this.tours);
    return found;
  }

  /** Goes on from the best plan. */
  restart(): void {
    this.best.layInto(this.tours);
    this.tours.keep();
  }

  #takeOut(): void {
    const { average, longest, strings, related, anybody } = this.#settings;
    const { tours } = this;
    const ruin = this.#ruin;
    const random = this.#random;
    ruin.clear();
    const roll = random.fraction();
    const wanted = 1 + random.below(Math.min(average * 2, tours.compiled.requestCount));
    if (roll < strings) ruin.strings(average, longest);
    else if (roll < strings + related) ruin.related(wanted);
    else if (roll < strings + related + anybody) ruin.anybody(wanted);
    else ruin.wholeTours(wanted);
    for (let c = 0; c < ruin.count; c++) {
      this.#pending[c] = ruin.chosen[c]!;
      const vehicle = tours.vehicleOf[ruin.chosen[c]!]!;
      if (!tours.isTouched(vehicle)) tours.takeOut(vehicle, ruin.marked);
    }
  }

  #takeAbsent(from: number): number {
    const { tours } = this;
    let count = from;
    for (let a = 0; a < tours.absentCount; a++) this.#pending[count++] = tours.absent[a]!;
    tours.clearAbsent();
    return count;
  }

  #putBack(count: number): void {
    const { regret, blink } = this.#settings;
    const isBold = (this.#random.bits() & 1) === 1;
    if (this.#random.fraction() < regret) this.recreate.byRegret(this.#pending, count, blink, isBold);
    else this.recreate.greedily(this.#pending, count, blink, isBold);
  }
}

/** Cost of the tours per request they carry; where they carry nobody, of a direct way. */
function costPerRequest(tours: Tours): number {
  const { compiled, routes, vehicleOf } = tours;
  let carried = 0;
  for (const vehicle of vehicleOf) if (vehicle >= 0) carried++;
  if (carried > 0) return routes.reduce((sum, route) => sum + route.cost, 0) / carried;
  const { perMetre, perSecond } = compiled.types[0]!;
  let direct = 0;
  for (let r = 0; r < compiled.requestCount; r++) {
    const cell = compiled.location[r * 2]! * compiled.stride + compiled.location[r * 2 + 1]!;
    direct += compiled.metres[cell]! * perMetre + compiled.seconds[cell]! * perSecond;
  }
  return direct / Math.max(1, compiled.requestCount);
}
