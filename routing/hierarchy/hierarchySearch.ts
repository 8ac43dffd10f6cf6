import type { RoadNetwork } from '../network/roadNetwork.ts';
import {
  type ArcEnd,
  type ArcPath,
  type CostTable,
  emptyCostTable,
  type RoadSearch,
} from '../search/roadSearch.ts';
import { Buckets } from './buckets.ts';
import type { Climb, Foothold } from './climb.ts';
import type { Hierarchy } from './hierarchy.ts';
import { type ArcCosts, customise, type Metric, NO_WAY } from './metric.ts';
import { unpackEdge } from './unpackEdge.ts';
import { type ClimbEdges, findUsefulEdges, type UsefulEdges } from './usefulEdges.ts';
import { Workspace } from './workspace.ts';

/** A sweep costs as much as so many climbs, as measured on 52,504 roads. */
const SWEEP_COST = 30;

/** What a hierarchy costs in one road state. */
export interface SearchCosts {
  readonly metric: Metric;
  readonly edges: UsefulEdges;
}

/** Works out what a hierarchy costs when arcs cost this. */
export function searchCosts(network: RoadNetwork, hierarchy: Hierarchy, costs: ArcCosts): SearchCosts {
  const metric = customise(network, hierarchy, costs);
  return { metric, edges: findUsefulEdges(hierarchy, metric) };
}

/** Answers from a hierarchy and a metric: a climb from each end, and the cheapest vertex where both have been. */
export class HierarchySearch implements RoadSearch {
  readonly #network: RoadNetwork;
  readonly #hierarchy: Hierarchy;
  readonly #metric: Metric;
  readonly #edges: UsefulEdges;
  readonly #work: Workspace;

  constructor(
    network: RoadNetwork,
    hierarchy: Hierarchy,
    costs: SearchCosts,
    work = new Workspace(hierarchy),
  ) {
    this.#network = network;
    this.#hierarchy = hierarchy;
    this.#metric = costs.metric;
    this.#edges = costs.edges;
    this.#work = work;
  }

  table(sources: readonly (readonly ArcEnd[])[], targets: readonly (readonly ArcEnd[])[]): CostTable {
    const from = sources.map((source) => this.#footholdsOfSource(source));
    const to = targets.map((target) => this.#footholdsOfTarget(target));
    const table = emptyCostTable(from.length, to.length);
    if (from.length * SWEEP_COST < to.length) {
      this.#sweep(
        from,
        this.#work.climb,
        this.#edges.up,
        to,
        this.#edges.down,
        table,
        (s, t) => s * to.length + t,
      );
    } else if (to.length * SWEEP_COST < from.length) {
      this.#sweep(
        to,
        this.#work.descent,
        this.#edges.down,
        from,
        this.#edges.up,
        table,
        (t, s) => s * to.length + t,
      );
    } else {
      this.#meet(from, to, table);
    }
    return table;
  }

  /** A climb from each of a few places, and a sweep to all of the many others. */
  #sweep(
    few: readonly (readonly Foothold[])[],
    climb: Climb,
    upward: ClimbEdges,
    many: readonly (readonly Foothold[])[],
    downward: ClimbEdges,
    table: CostTable,
    cellOf: (few: number, many: number) => number,
  ): void {
    const { sweep } = this.#work;
    sweep.select(many);
    for (const [i, place] of few.entries()) {
      climb.run(place, upward);
      sweep.run(climb, downward);
      for (const [j, other] of many.entries()) sweep.read(other, table, cellOf(i, j));
    }
  }

  /** A climb from each place, meeting in buckets. */
  #meet(
    from: readonly (readonly Foothold[])[],
    to: readonly (readonly Foothold[])[],
    table: CostTable,
  ): void {
    const buckets = new Buckets(this.#hierarchy.rankOf.length);
    for (const [t, target] of to.entries()) {
      this.#work.descent.run(target, this.#edges.down);
      buckets.add(t, this.#work.descent);
    }
    buckets.finish();
    for (const [s, source] of from.entries()) {
      this.#work.climb.run(source, this.#edges.up);
      buckets.meet(this.#work.climb, to.length, table, s * to.length);
    }
  }

  path(source: readonly ArcEnd[], target: readonly ArcEnd[]): ArcPath | null {
    const climb = this.#work.climb;
    const descent = this.#work.descent;
    climb.run(this.#footholdsOfSource(source), this.#edges.up);
    descent.run(this.#footholdsOfTarget(target), this.#edges.down);
    let top = -1;
    let best = NO_WAY;
    for (let i = 0; i < climb.visited; i += 1) {
      const v = climb.path[i]!;
      const weight = climb.weight[v]! + descent.weight[v]!;
      if (weight < best) {
        best = weight;
        top = v;
      }
    }
    if (top < 0) return null;
    return {
      arcs: this.#arcs(source, top),
      weight: best,
      duration: climb.duration[top]! + descent.duration[top]!,
      metres: (climb.length[top]! + descent.length[top]!) / 100,
    };
  }

  #footholdsOfSource(source: readonly ArcEnd[]): Foothold[] {
    const { turnStart, turnTo, turnWeight, turnDuration } = this.#network;
    const footholds: Foothold[] = [];
    for (const end of source) {
      for (let turn = turnStart[end.arc]!; turn < turnStart[end.arc + 1]!; turn += 1) {
        footholds.push({
          vertex: this.#hierarchy.rankOf[turnTo[turn]!]!,
          weight: end.weight + turnWeight[turn]!,
          duration: end.duration + turnDuration[turn]!,
          length: Math.round(end.metres * 100),
        });
      }
    }
    return footholds;
  }

  #footholdsOfTarget(target: readonly ArcEnd[]): Foothold[] {
    return target.map((end) => ({
      vertex: this.#hierarchy.rankOf[end.arc]!,
      weight: end.weight,
      duration: end.duration,
      length: Math.round(end.metres * 100),
    }));
  }

  /** The arcs of the way over `top`, the source's own arc first. */
  #arcs(source: readonly ArcEnd[], top: number): number[] {
    const hierarchy = this.#hierarchy;
    const ascent: [tail: number, edge: number][] = [];
    let v = top;
    for (; this.#work.climb.parentEdge[v]! >= 0; v = this.#work.climb.parent[v]!) {
      ascent.push([this.#work.climb.parent[v]!, this.#work.climb.parentEdge[v]!]);
    }
    const vertices = [v];
    for (const [tail, edge] of ascent.reverse())
      unpackEdge(hierarchy, this.#metric, tail, edge, true, vertices);
    for (v = top; this.#work.descent.parentEdge[v]! >= 0; v = this.#work.descent.parent[v]!) {
      unpackEdge(
        hierarchy,
        this.#metric,
        this.#work.descent.parent[v]!,
        this.#work.descent.parentEdge[v]!,
        false,
        vertices,
      );
    }
    const arcs = vertices.map((vertex) => hierarchy.arcOf[vertex]!);
    return [this.#sourceArc(source, arcs[0]!), ...arcs];
  }

  /** The source's arc from which the way turned into `first`. */
  #sourceArc(source: readonly ArcEnd[], first: number): number {
    const { turnStart, turnTo, turnWeight } = this.#network;
    const weight = this.#work.climb.weight[this.#hierarchy.rankOf[first]!]!;
    for (const end of source) {
      for (let turn = turnStart[end.arc]!; turn < turnStart[end.arc + 1]!; turn += 1) {
        if (turnTo[turn] === first && end.weight + turnWeight[turn]! === weight) return end.arc;
      }
    }
    throw new Error('a way begins nowhere');
  }
}
