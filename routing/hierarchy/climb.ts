import type { Hierarchy } from './hierarchy.ts';
import { NO_WAY } from './metric.ts';
import type { ClimbEdges } from './usefulEdges.ts';

/** A start of a climb: a vertex and what it costs to be there. Length in centimetres. */
export interface Foothold {
  readonly vertex: number;
  readonly weight: number;
  readonly duration: number;
  readonly length: number;
}

/**
 * A search upward from a few vertices: it visits the union of their paths to the root of the elimination tree, in
 * rising order, without a queue. Results hold until the next climb.
 */
export class Climb {
  /** `[i]` the vertices visited, ascending; `visited` of them. */
  readonly path: Int32Array;
  visited = 0;
  /** `[vertex]` */
  readonly weight: Int32Array;
  readonly duration: Int32Array;
  readonly length: Int32Array;
  /** `[vertex]` the edge by which it was reached, or ~i for foothold i. */
  readonly parentEdge: Int32Array;
  /** `[vertex]` the vertex below that edge. */
  readonly parent: Int32Array;
  readonly #hierarchy: Hierarchy;

  constructor(hierarchy: Hierarchy) {
    const count = hierarchy.rankOf.length;
    this.#hierarchy = hierarchy;
    this.path = new Int32Array(count);
    this.weight = new Int32Array(count).fill(NO_WAY);
    this.duration = new Int32Array(count);
    this.length = new Int32Array(count);
    this.parentEdge = new Int32Array(count);
    this.parent = new Int32Array(count);
  }

  /** Forgets the last climb and climbs from these footholds. */
  run(footholds: readonly Foothold[], edges: ClimbEdges): void {
    const { weight, duration, length, parentEdge, parent, path } = this;
    for (let i = 0; i < this.visited; i += 1) weight[path[i]!] = NO_WAY;
    this.visited = 0;
    for (const [i, foothold] of footholds.entries()) {
      if (foothold.weight >= weight[foothold.vertex]!) continue;
      weight[foothold.vertex] = foothold.weight;
      duration[foothold.vertex] = foothold.duration;
      length[foothold.vertex] = foothold.length;
      parentEdge[foothold.vertex] = ~i;
    }
    this.#findPath(footholds);
    for (let i = 0; i < this.visited; i += 1) {
      const v = path[i]!;
      const here = weight[v]!;
      if (here >= NO_WAY) continue;
      const end = edges.start[v + 1]!;
      for (let k = edges.start[v]!; k < end; k += 1) {
        const reached = here + edges.weight[k]!;
        const head = edges.head[k]!;
        if (reached >= weight[head]!) continue;
        weight[head] = reached;
        duration[head] = duration[v]! + edges.duration[k]!;
        length[head] = length[v]! + edges.length[k]!;
        parentEdge[head] = edges.edge[k]!;
        parent[head] = v;
      }
    }
  }

  /** All ancestors of the footholds, ascending: the paths are merged, and once they meet they stay together. */
  #findPath(footholds: readonly Foothold[]): void {
    const { upStart, upHead } = this.#hierarchy;
    const fronts = footholds.map((foothold) => foothold.vertex);
    let size = fronts.length;
    while (size > 0) {
      let lowest = fronts[0]!;
      for (let i = 1; i < size; i += 1) if (fronts[i]! < lowest) lowest = fronts[i]!;
      this.path[this.visited++] = lowest;
      const isRoot = upStart[lowest] === upStart[lowest + 1];
      const next = isRoot ? -1 : upHead[upStart[lowest]!]!;
      let kept = 0;
      let isNextThere = isRoot;
      for (let i = 0; i < size; i += 1) {
        if (fronts[i] === lowest) continue;
        if (fronts[i] === next) isNextThere = true;
        fronts[kept++] = fronts[i]!;
      }
      if (!isNextThere) fronts[kept++] = next;
      size = kept;
    }
  }
}
