import type { RoadNetwork } from '../network/roadNetwork.ts';
import { splitMap } from './inertialFlow.ts';

/** Parts with no more roads than this are not split further. */
const SMALLEST_PART = 3;

interface Part {
  readonly nodes: Int32Array;
  readonly roads: Int32Array;
  /** The ranks from here on belong to the arcs of this part. */
  readonly firstRank: number;
}

/**
 * Ranks arcs so that a hierarchy over them stays thin: the map is split in two along few roads, again and again, and
 * the arcs of cut roads rank above everything on either side. A cut through roads separates the arcs of both sides,
 * because a turn always stays at one junction (Buchhold et al. 2020). Returns `[rank]` arc.
 */
export function orderArcs(network: RoadNetwork, onProgress?: (share: number) => void): Int32Array {
  const { nodeLon, nodeLat, roadFrom, roadTo } = network;
  const roads = roadFrom.length;
  const order = new Int32Array(roads * 2);
  const local = new Int32Array(nodeLon.length);
  const all = (length: number) => Int32Array.from({ length }, (_, i) => i);
  const stack: Part[] = [{ nodes: all(nodeLon.length), roads: all(roads), firstRank: 0 }];
  const narrowing = Math.cos(((nodeLat[0] ?? 0) / 1e6 / 180) * Math.PI);
  let placed = 0;

  const place = (road: number, rank: number) => {
    order[rank] = 2 * road;
    order[rank + 1] = 2 * road + 1;
    placed += 1;
  };

  for (let part = stack.pop(); part; part = stack.pop()) {
    if (part.roads.length <= SMALLEST_PART || part.nodes.length <= 2) {
      for (const [i, road] of part.roads.entries()) place(road, part.firstRank + 2 * i);
      onProgress?.(placed / roads);
      continue;
    }
    for (const [i, node] of part.nodes.entries()) local[node] = i;
    const side = splitMap({
      x: Float64Array.from(part.nodes, (node) => nodeLon[node]! * narrowing),
      y: Float64Array.from(part.nodes, (node) => nodeLat[node]!),
      edgeA: part.roads.map((road) => local[roadFrom[road]!]!),
      edgeB: part.roads.map((road) => local[roadTo[road]!]!),
    });
    const sideOf = (node: number) => side[local[node]!]!;
    const isInside = (road: number, which: number) =>
      sideOf(roadFrom[road]!) === which && sideOf(roadTo[road]!) === which;
    const one = part.roads.filter((road) => isInside(road, 1));
    const other = part.roads.filter((road) => isInside(road, 0));
    const cut = part.roads.filter((road) => sideOf(roadFrom[road]!) !== sideOf(roadTo[road]!));
    const cutRank = part.firstRank + 2 * (one.length + other.length);
    for (const [i, road] of cut.entries()) place(road, cutRank + 2 * i);
    const nodesOf = (which: number) => part.nodes.filter((_, i) => side[i] === which);
    stack.push({ nodes: nodesOf(1), roads: one, firstRank: part.firstRank });
    stack.push({ nodes: nodesOf(0), roads: other, firstRank: part.firstRank + 2 * one.length });
  }
  return order;
}
