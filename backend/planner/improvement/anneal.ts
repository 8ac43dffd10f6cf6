import type { Compiled } from './compile.ts';
import { InsertionSearch } from './insertionSearch.ts';
import { findNeighbours } from './neighbours.ts';
import type { PartitionSolver } from './partition.ts';
import { SeededRandom } from './random.ts';
import { Recreate } from './recreate.ts';
import { Ruin } from './ruin.ts';
import { Timing } from './timing.ts';
import { TourPool } from './tourPool.ts';
import { Tours } from './tours.ts';

export class Annealing {
  readonly tours: Tours;
  readonly #compiled: Compiled;
  readonly #random: SeededRandom;
  readonly #ruin: Ruin;
  readonly recreate: Recreate;
  readonly #pending: Int32Array;
  bestCost = Number.POSITIVE_INFINITY;
  readonly #best: Int32Array;
  readonly #bestSizes: Int32Array;
  settings = {
    average: 10,
    longest: 10,
    blink: 0.01,
    hot: 1,
    cold: 0.05,
    strings: 0.7,
    related: 0.9,
    any: 0.95,
    cap: 30,
    regret2: 0.6,
    regret3: 0,
    noise: 0,
    poolWithin: 1.03,
    columns: 4000,
  };
  unit = 1;
  readonly pool: TourPool;

  constructor(compiled: Compiled, seed: number) {
    this.#compiled = compiled;
    const timing = new Timing(compiled);
    this.tours = new Tours(compiled, timing);
    this.#random = new SeededRandom(seed);
    this.#ruin = new Ruin(this.tours, findNeighbours(compiled, 100), this.#random);
    this.recreate = new Recreate(this.tours, new InsertionSearch(compiled, timing), this.#random);
    this.pool = new TourPool(compiled);
    this.#pending = new Int32Array(compiled.requestCount);
    this.#best = new Int32Array(compiled.requestCount * 2);
    this.#bestSizes = new Int32Array(compiled.vehicleCount);
  }

  start(): void {
    const { tours } = this;
    const count = tours.absentCount;
    for (let a = 0; a < count; a++) this.#pending[a] = tours.absent[a]!;
    tours.clearAbsent();
    this.recreate.greedily(this.#pending, count, 0);
    tours.keep();
    this.#remember();
    let driven = 0;
    for (const route of tours.routes) driven += route.cost;
    this.unit = driven / Math.max(1, this.#compiled.requestCount);
  }

  step(spent: number): void {
    const { tours } = this;
    const { settings } = this;
    const ruin = this.#ruin;
    const random = this.#random;
    const before = tours.cost;
    ruin.clear();
    const roll = random.fraction();
    const wanted = 1 + random.below(Math.min(settings.average * 2, this.#compiled.requestCount));
    if (roll < settings.strings) ruin.strings(settings.average, settings.longest);
    else if (roll < settings.related) ruin.related(wanted);
    else if (roll < settings.any) ruin.anybody(wanted);
    else ruin.wholeTours(wanted);
    const pending = this.#pending;
    let count = 0;
    for (let c = 0; c < ruin.count; c++) {
      const request = ruin.chosen[c]!;
      pending[count++] = request;
    }
    for (let c = 0; c < ruin.count; c++) {
      const v = tours.vehicleOf[ruin.chosen[c]!]!;
      if (v >= 0 && !tours.isTouched(v)) tours.takeOut(v, ruin.marked);
    }
    for (let a = 0; a < tours.absentCount; a++) pending[count++] = tours.absent[a]!;
    tours.clearAbsent();
    const how = random.fraction();
    if (how < settings.regret2)
      this.recreate.byRegret(pending, count, 2, settings.noise * this.unit * random.fraction());
    else if (how < settings.regret2 + settings.regret3)
      this.recreate.byRegret(pending, count, 3, settings.noise * this.unit * random.fraction());
    else this.recreate.greedily(pending, count, settings.blink);
    const temperature = this.unit * settings.hot * (settings.cold / settings.hot) ** spent;
    if (tours.cost < before - temperature * Math.log(random.fraction())) {
      if (tours.cost < this.bestCost * settings.poolWithin) {
        for (let t = 0; t < tours.touchedCount; t++)
          this.pool.offer(tours.routes[tours.touchedVehicle(t)]!, tours.cost);
      }
      tours.keep();
      if (tours.cost < this.bestCost - 1e-7) {
        this.#remember();
      }
    } else tours.drop();
  }

  #remember(): void {
    this.bestCost = this.tours.cost;
    let at = 0;
    for (let v = 0; v < this.tours.routes.length; v++) {
      const route = this.tours.routes[v]!;
      this.#bestSizes[v] = route.size;
      for (let k = 1; k <= route.size; k++) this.#best[at++] = route.node[k]!;
    }
  }

  recombine(solver: PartitionSolver): boolean {
    const { tours } = this;
    const compiled = this.#compiled;
    const fleet = compiled.types.map((_, t) =>
      compiled.typeOf.reduce((n, type) => (type === t ? n + 1 : n), 0),
    );
    const columns = this.pool.list(this.settings.columns);
    const chosen = solver({
      columns,
      requestCount: compiled.requestCount,
      fleet,
      penalties: compiled.penalty,
      bound: this.bestCost,
    });
    if (!chosen) return false;
    const before = tours.cost;
    const taken = new Uint8Array(compiled.vehicleCount);
    const served = new Uint8Array(compiled.requestCount);
    for (let v = 0; v < compiled.vehicleCount; v++) tours.lay(v, [], 0, 0);
    tours.clearAbsent();
    for (const c of chosen) {
      const column = columns[c]!;
      let v = 0;
      while (taken[v] === 1 || compiled.typeOf[v] !== column.type) v++;
      taken[v] = 1;
      tours.lay(v, column.nodes, 0, column.nodes.length);
      for (const node of column.nodes) served[node >> 1] = 1;
    }
    for (let r = 0; r < compiled.requestCount; r++) if (served[r] === 0) tours.leaveOut(r);
    if (tours.cost < this.bestCost - 1e-7) {
      tours.keep();
      this.#remember();
      return true;
    }
    void before;
    tours.drop();
    return false;
  }

  best(): number[][] {
    const out: number[][] = [];
    let at = 0;
    for (let v = 0; v < this.#bestSizes.length; v++) {
      out.push([...this.#best.subarray(at, at + this.#bestSizes[v]!)]);
      at += this.#bestSizes[v]!;
    }
    return out;
  }
}
