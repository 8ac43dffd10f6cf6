import type { Compiled } from './compile.ts';
import type { PartitionColumn } from './partition.ts';
import { SeededRandom } from './random.ts';
import type { Route } from './route.ts';

/** Most tours kept; beyond it those of the worst plans go. */
const MOST_TOURS = 40_000;

interface PooledTour extends PartitionColumn {
  /** Cost of the best plan the tour was part of. */
  planCost: number;
}

/**
 * Good tours met during a search, the cheapest order for each set of requests and vehicle type, to be recombined by
 * set partitioning (Rochat & Taillard 1995; for dial-a-ride Gschwind & Drexl 2019).
 */
export class TourPool {
  readonly #compiled: Compiled;
  readonly #keyHigh: Int32Array;
  readonly #keyLow: Int32Array;
  readonly #tours = new Map<number, PooledTour>();

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
    const random = new SeededRandom(1);
    this.#keyHigh = Int32Array.from({ length: compiled.requestCount }, () => random.bits());
    this.#keyLow = Int32Array.from({ length: compiled.requestCount }, () => random.bits());
  }

  get size(): number {
    return this.#tours.size;
  }

  /** Remembers a tour that is part of a plan of this cost. */
  offer(route: Route, planCost: number): void {
    if (route.size === 0) return;
    const type = this.#compiled.typeOf[route.vehicle]!;
    let high = type;
    let low = 0;
    for (let k = 1; k <= route.size; k++) {
      const node = route.node[k]!;
      if ((node & 1) === 0) continue;
      high ^= this.#keyHigh[node >> 1]!;
      low ^= this.#keyLow[node >> 1]!;
    }
    const key = (high >>> 0) * 0x100000 + (low & 0xfffff);
    const known = this.#tours.get(key);
    if (known) {
      if (planCost < known.planCost) known.planCost = planCost;
      if (route.cost >= known.cost - 1e-9) return;
      known.cost = route.cost;
      known.nodes = route.node.slice(1, route.size + 1);
      return;
    }
    const nodes = route.node.slice(1, route.size + 1);
    this.#tours.set(key, { cost: route.cost, type, nodes, planCost });
    if (this.#tours.size > MOST_TOURS) this.#thinOut();
  }

  /** The tours of the best plans met, at most this many. */
  list(most: number): PartitionColumn[] {
    const all = [...this.#tours.values()].sort((a, b) => a.planCost - b.planCost);
    return all.slice(0, most);
  }

  #thinOut(): void {
    const ranked = [...this.#tours].sort((a, b) => a[1].planCost - b[1].planCost);
    this.#tours.clear();
    for (const [key, tour] of ranked.slice(0, MOST_TOURS / 2)) this.#tours.set(key, tour);
  }
}
