import type { RoadNetwork } from '../network/roadNetwork.ts';

/**
 * The part of a hierarchy that no speed and no closure changes (Dibbelt, Strasser & Wagner 2016, over arcs instead
 * of junctions so that turns cost). Its vertices are arcs by rank; an edge joins a lower with a higher vertex.
 */
export interface Hierarchy {
  /** `[arc]` rank, and `[rank]` arc. */
  readonly rankOf: Int32Array;
  readonly arcOf: Int32Array;
  /** Edges upward from vertex v: `upStart[v]` to `upStart[v + 1] - 1`, by rising head. */
  readonly upStart: Int32Array;
  readonly upHead: Int32Array;
  /** Edges from below into vertex v: numbers and tails at `downStart[v]` to `downStart[v + 1] - 1`. */
  readonly downStart: Int32Array;
  readonly downEdge: Int32Array;
  readonly downTail: Int32Array;
  /** `[turn]` its edge: e where it leads upward, ~e where it leads downward; `NO_EDGE` round a loop into itself. */
  readonly turnEdge: Int32Array;
}

/** A turn from the end of a loop road into its own start: no way is cheaper for it. */
export const NO_EDGE = 0x7fffffff;

/** Sorted union of two ascending lists; both are without repetition. */
function union(a: Int32Array, b: Int32Array): Int32Array {
  const merged = new Int32Array(a.length + b.length);
  let i = 0;
  let j = 0;
  let size = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    merged[size++] = Math.min(x, y);
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  while (i < a.length) merged[size++] = a[i++]!;
  while (j < b.length) merged[size++] = b[j++]!;
  return merged.slice(0, size);
}

/** The higher neighbours of each vertex in the network itself, ascending. */
function turnNeighbours(network: RoadNetwork, rankOf: Int32Array): Int32Array[] {
  const lists: number[][] = Array.from({ length: rankOf.length }, () => []);
  for (let arc = 0; arc < rankOf.length; arc += 1) {
    for (let turn = network.turnStart[arc]!; turn < network.turnStart[arc + 1]!; turn += 1) {
      const a = rankOf[arc]!;
      const b = rankOf[network.turnTo[turn]!]!;
      if (a !== b) lists[Math.min(a, b)]!.push(Math.max(a, b));
    }
  }
  return lists.map((list) => Int32Array.from(new Set(list)).sort());
}

function downwardEdges(upStart: Int32Array, upHead: Int32Array) {
  const count = upStart.length - 1;
  const downStart = new Int32Array(count + 1);
  for (const head of upHead) downStart[head + 1]! += 1;
  for (let v = 0; v < count; v += 1) downStart[v + 1]! += downStart[v]!;
  const fill = downStart.slice();
  const downEdge = new Int32Array(upHead.length);
  const downTail = new Int32Array(upHead.length);
  for (let v = 0; v < count; v += 1) {
    for (let e = upStart[v]!; e < upStart[v + 1]!; e += 1) {
      const at = fill[upHead[e]!]!++;
      downEdge[at] = e;
      downTail[at] = v;
    }
  }
  return { downStart, downEdge, downTail };
}

/** The edge upward from `tail` to `head`, or −1. */
export function findEdge(
  hierarchy: Pick<Hierarchy, 'upStart' | 'upHead'>,
  tail: number,
  head: number,
): number {
  let low = hierarchy.upStart[tail]!;
  let high = hierarchy.upStart[tail + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hierarchy.upHead[middle]!;
    if (found === head) return middle;
    if (found < head) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * Adds the edges that make every cheapest way an ascent followed by a descent, whatever things cost: contracting a
 * vertex joins all its higher neighbours, which its lowest one (the parent in the elimination tree) passes on.
 */
export function buildHierarchy(network: RoadNetwork, arcOf: Int32Array): Hierarchy {
  const count = arcOf.length;
  const rankOf = new Int32Array(count);
  for (let rank = 0; rank < count; rank += 1) rankOf[arcOf[rank]!] = rank;
  const above = turnNeighbours(network, rankOf);
  const upStart = new Int32Array(count + 1);
  for (let v = 0; v < count; v += 1) {
    const list = above[v]!;
    upStart[v + 1] = upStart[v]! + list.length;
    if (list.length > 1) above[list[0]!] = union(above[list[0]!]!, list.subarray(1));
  }
  const upHead = new Int32Array(upStart[count]!);
  for (let v = 0; v < count; v += 1) upHead.set(above[v]!, upStart[v]!);
  const turnEdge = new Int32Array(network.turnTo.length);
  for (let arc = 0; arc < count; arc += 1) {
    for (let turn = network.turnStart[arc]!; turn < network.turnStart[arc + 1]!; turn += 1) {
      const a = rankOf[arc]!;
      const b = rankOf[network.turnTo[turn]!]!;
      if (a === b) turnEdge[turn] = NO_EDGE;
      else
        turnEdge[turn] = a < b ? findEdge({ upStart, upHead }, a, b) : ~findEdge({ upStart, upHead }, b, a);
    }
  }
  return { rankOf, arcOf, upStart, upHead, ...downwardEdges(upStart, upHead), turnEdge };
}
