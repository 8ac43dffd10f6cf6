import type { RoadNetwork } from '../../../routing/network/roadNetwork.ts';
import {
  type ArcEnd,
  type ArcPath,
  type CostTable,
  emptyCostTable,
  type RoadSearch,
} from '../../../routing/search/roadSearch.ts';
import { WeightQueue } from './weightQueue.ts';

/** Plain one-to-all search over arcs: no preparation, every answer from scratch. */
export class DijkstraSearch implements RoadSearch {
  readonly #network: RoadNetwork;
  readonly #arcWeight: ArrayLike<number>;
  readonly #weight: Float64Array;
  readonly #duration: Float64Array;
  readonly #metres: Float64Array;
  readonly #parent: Int32Array;

  /** `arcWeight` stands in for the network's own. */
  constructor(network: RoadNetwork, arcWeight: ArrayLike<number> = network.arcWeight) {
    this.#network = network;
    this.#arcWeight = arcWeight;
    const arcs = network.arcWeight.length;
    this.#weight = new Float64Array(arcs);
    this.#duration = new Float64Array(arcs);
    this.#metres = new Float64Array(arcs);
    this.#parent = new Int32Array(arcs);
  }

  table(sources: readonly (readonly ArcEnd[])[], targets: readonly (readonly ArcEnd[])[]): CostTable {
    const table = emptyCostTable(sources.length, targets.length);
    for (const [s, source] of sources.entries()) {
      this.#spread(source);
      for (const [t, target] of targets.entries()) {
        const end = this.#cheapest(target);
        if (!end) continue;
        const cell = s * targets.length + t;
        table.weight[cell] = this.#weight[end.arc]! + end.weight;
        table.duration[cell] = this.#duration[end.arc]! + end.duration;
        table.metres[cell] = this.#metres[end.arc]! + end.metres;
      }
    }
    return table;
  }

  path(source: readonly ArcEnd[], target: readonly ArcEnd[]): ArcPath | null {
    this.#spread(source);
    const end = this.#cheapest(target);
    if (!end) return null;
    const arcs = [end.arc];
    let at = end.arc;
    while (this.#parent[at]! >= 0) {
      at = this.#parent[at]!;
      arcs.push(at);
    }
    arcs.push(~this.#parent[at]!);
    return {
      arcs: arcs.reverse(),
      weight: this.#weight[end.arc]! + end.weight,
      duration: this.#duration[end.arc]! + end.duration,
      metres: this.#metres[end.arc]! + end.metres,
    };
  }

  #cheapest(target: readonly ArcEnd[]): ArcEnd | null {
    let best: ArcEnd | null = null;
    let bestWeight = Number.POSITIVE_INFINITY;
    for (const end of target) {
      const weight = this.#weight[end.arc]! + end.weight;
      if (weight < bestWeight) {
        bestWeight = weight;
        best = end;
      }
    }
    return best;
  }

  /** Costs to the start of every arc. `parent[a]` is the arc before, or `~arc` for the source's own arc. */
  #spread(source: readonly ArcEnd[]): void {
    const { turnStart, turnTo, turnWeight, turnDuration, arcDuration, roadMetres } = this.#network;
    const queue = new WeightQueue();
    this.#weight.fill(Number.POSITIVE_INFINITY);
    const relax = (from: number, weight: number, duration: number, metres: number, parent: number) => {
      for (let turn = turnStart[from]!; turn < turnStart[from + 1]!; turn += 1) {
        const next = turnTo[turn]!;
        const reached = weight + turnWeight[turn]!;
        if (reached >= this.#weight[next]!) continue;
        this.#weight[next] = reached;
        this.#duration[next] = duration + turnDuration[turn]!;
        this.#metres[next] = metres;
        this.#parent[next] = parent;
        queue.push(next, reached);
      }
    };
    for (const end of source) relax(end.arc, end.weight, end.duration, end.metres, ~end.arc);
    while (queue.size > 0) {
      const weight = queue.topWeight;
      const arc = queue.pop();
      if (weight > this.#weight[arc]!) continue;
      relax(
        arc,
        weight + this.#arcWeight[arc]!,
        this.#duration[arc]! + arcDuration[arc]!,
        this.#metres[arc]! + roadMetres[arc >> 1]!,
        arc,
      );
    }
  }
}
