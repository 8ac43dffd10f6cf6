import type { CostTable } from '../search/roadSearch.ts';
import type { Climb } from './climb.ts';
import type { Hierarchy } from './hierarchy.ts';
import { NO_WAY } from './metric.ts';
import type { ClimbEdges } from './usefulEdges.ts';

/** Where a target is entered: a vertex and the cost from there. */
export interface Entrance {
  readonly vertex: number;
  readonly weight: number;
  readonly duration: number;
  readonly length: number;
}

/**
 * Costs from one climb to very many targets: downward over all vertices above the targets, each once, in falling order
 * (Delling et al. 2011, restricted). Cheaper than a descent for each target where there are many more targets than
 * sources.
 */
export class Sweep {
  readonly #hierarchy: Hierarchy;
  /** The first `#count`: vertices above the targets and the targets' own, ascending. */
  readonly #vertices: Int32Array;
  #count = 0;
  readonly #isAbove: Uint8Array;
  readonly #weight: Int32Array;
  readonly #duration: Int32Array;
  readonly #length: Int32Array;

  constructor(hierarchy: Hierarchy) {
    const count = hierarchy.rankOf.length;
    this.#hierarchy = hierarchy;
    this.#vertices = new Int32Array(count);
    this.#isAbove = new Uint8Array(count);
    this.#weight = new Int32Array(count);
    this.#duration = new Int32Array(count);
    this.#length = new Int32Array(count);
  }

  /** Takes these targets for the sweeps to come. */
  select(targets: readonly (readonly Entrance[])[]): void {
    const { upStart, upHead } = this.#hierarchy;
    const isAbove = this.#isAbove;
    isAbove.fill(0);
    for (const target of targets) {
      for (const entrance of target) {
        for (let v = entrance.vertex; isAbove[v] === 0; v = upHead[upStart[v]!]!) {
          isAbove[v] = 1;
          if (upStart[v] === upStart[v + 1]) break;
        }
      }
    }
    this.#count = 0;
    for (let v = 0; v < isAbove.length; v += 1) {
      if (isAbove[v] === 1) this.#vertices[this.#count++] = v;
    }
  }

  /** Spreads the climb's costs over all vertices above the targets. `edges` are those of coming down. */
  run(climb: Climb, edges: ClimbEdges): void {
    const { start, head } = edges;
    const weight = this.#weight;
    const duration = this.#duration;
    const length = this.#length;
    for (let i = this.#count - 1; i >= 0; i -= 1) {
      const v = this.#vertices[i]!;
      let best = climb.weight[v]!;
      let by = -1;
      const end = start[v + 1]!;
      for (let k = start[v]!; k < end; k += 1) {
        const sum = weight[head[k]!]! + edges.weight[k]!;
        if (sum < best) {
          best = sum;
          by = k;
        }
      }
      weight[v] = best;
      duration[v] = by < 0 ? climb.duration[v]! : duration[head[by]!]! + edges.duration[by]!;
      length[v] = by < 0 ? climb.length[v]! : length[head[by]!]! + edges.length[by]!;
    }
  }

  /** Writes the cost to a target into a cell of the table. */
  read(target: readonly Entrance[], table: CostTable, cell: number): void {
    for (const entrance of target) {
      const weight = this.#weight[entrance.vertex]! + entrance.weight;
      if (weight >= NO_WAY || weight >= table.weight[cell]!) continue;
      table.weight[cell] = weight;
      table.duration[cell] = this.#duration[entrance.vertex]! + entrance.duration;
      table.metres[cell] = (this.#length[entrance.vertex]! + entrance.length) / 100;
    }
  }
}
