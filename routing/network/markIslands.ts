import { fixedMetres } from '../geometry/distance.ts';
import type { DraftRoad, NetworkDraft } from './networkDraft.ts';
import { ROAD_IS_ISLAND } from './roadNetwork.ts';

/** Roads from which the rest cannot be reached, or which cannot be reached from it. */
export interface Island {
  readonly roads: number;
  readonly metres: number;
  /** A point of it, millionths of a degree. */
  readonly lon: number;
  readonly lat: number;
}

/** Numbers the strongly connected components of the junctions (Tarjan 1972, without recursion): `[node]` component. */
function strongComponents(draft: NetworkDraft): Int32Array {
  const count = draft.nodes.length;
  const out: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to, costing } of draft.roads) {
    if (costing.forwardKmh > 0) out[from]!.push(to);
    if (costing.backwardKmh > 0) out[to]!.push(from);
  }
  const component = new Int32Array(count).fill(-1);
  const seen = new Int32Array(count);
  const low = new Int32Array(count);
  const next = new Int32Array(count);
  const open: number[] = [];
  let clock = 0;
  let components = 0;
  for (let root = 0; root < count; root += 1) {
    if (seen[root]! > 0) continue;
    const path = [root];
    while (path.length > 0) {
      const v = path.at(-1)!;
      if (next[v] === 0) {
        seen[v] = low[v] = ++clock;
        open.push(v);
      }
      const w = out[v]![next[v]!++];
      if (w !== undefined) {
        if (seen[w] === 0) path.push(w);
        else if (component[w] === -1) low[v] = Math.min(low[v]!, seen[w]!);
        continue;
      }
      path.pop();
      const below = path.at(-1);
      if (below !== undefined) low[below] = Math.min(low[below]!, low[v]!);
      if (low[v] !== seen[v]) continue;
      for (let member = -1; member !== v; ) {
        member = open.pop()!;
        component[member] = components;
      }
      components += 1;
    }
  }
  return component;
}

function roadMetres(road: DraftRoad): number {
  let metres = 0;
  for (let i = 1; i < road.lons.length; i += 1) {
    metres += fixedMetres(road.lons[i - 1]!, road.lats[i - 1]!, road.lons[i]!, road.lats[i]!);
  }
  return metres;
}

/** Parts with at least so many directions of roads are worlds of their own (an isle with a ferry), as in OSRM. */
const WORLD_ARCS = 1000;

interface PartSize {
  arcs: number;
  roads: number;
  metres: number;
  readonly lon: number;
  readonly lat: number;
}

/**
 * Finds the parts in which everything can be reached from everywhere and marks the roads of all but the largest (by
 * length) and other very large ones as islands: a point near an island snaps to the network instead of being cut
 * off. Islands are listed, longest first.
 */
export function markIslands(draft: NetworkDraft): { draft: NetworkDraft; islands: Island[] } {
  const component = strongComponents(draft);
  const partOf = (road: DraftRoad, i: number) =>
    component[road.from] === component[road.to] ? component[road.from]! : -1 - i;
  const parts = new Map<number, PartSize>();
  for (const [i, road] of draft.roads.entries()) {
    const part = partOf(road, i);
    const size = parts.get(part) ?? { arcs: 0, roads: 0, metres: 0, lon: road.lons[0]!, lat: road.lats[0]! };
    size.arcs += (road.costing.forwardKmh > 0 ? 1 : 0) + (road.costing.backwardKmh > 0 ? 1 : 0);
    size.roads += 1;
    size.metres += roadMetres(road);
    parts.set(part, size);
  }
  const bySize = [...parts].sort(([, a], [, b]) => b.metres - a.metres);
  const largest = bySize.find(([part]) => part >= 0)?.[0];
  const isIsland = (part: number) => part !== largest && parts.get(part)!.arcs < WORLD_ARCS;
  const roads = draft.roads.map((road, i) =>
    isIsland(partOf(road, i)) ? { ...road, flags: road.flags | ROAD_IS_ISLAND } : road,
  );
  const islands = bySize.filter(([part]) => isIsland(part)).map(([, { arcs: _, ...island }]) => island);
  return { draft: { ...draft, roads }, islands };
}
