import type { Hierarchy } from './hierarchy.ts';
import { type Metric, NO_WAY } from './metric.ts';

/** Edges worth climbing in one direction. Those from vertex v: `start[v]` to `start[v + 1] - 1`. */
export interface ClimbEdges {
  readonly start: Int32Array;
  readonly head: Int32Array;
  /** `[i]` number of the edge in the hierarchy. */
  readonly edge: Int32Array;
  readonly weight: Int32Array;
  readonly duration: Int32Array;
  readonly length: Int32Array;
}

/** What a search from sources climbs (`up`), and what a search from targets climbs, against the traffic (`down`). */
export interface UsefulEdges {
  readonly up: ClimbEdges;
  readonly down: ClimbEdges;
}

/**
 * Cheapest costs between the ends of every edge, over higher vertices too. Vertices in falling order; for vertex w
 * every lower neighbour v and every neighbour x above both form a triangle (Dibbelt, Strasser & Wagner 2016, perfect
 * customisation).
 */
function cheapest(hierarchy: Hierarchy, metric: Metric): { up: Int32Array; down: Int32Array } {
  const { upStart, upHead, downStart, downEdge, downTail } = hierarchy;
  const up = metric.upWeight.slice();
  const down = metric.downWeight.slice();
  const edgeTo = new Int32Array(upStart.length);
  for (let w = upStart.length - 2; w >= 0; w -= 1) {
    for (let e = upStart[w]!; e < upStart[w + 1]!; e += 1) edgeTo[upHead[e]!] = e;
    for (let i = downStart[w]!; i < downStart[w + 1]!; i += 1) {
      const toW = downEdge[i]!;
      const end = upStart[downTail[i]! + 1]!;
      for (let toX = toW + 1; toX < end; toX += 1) {
        const between = edgeTo[upHead[toX]!]!;
        const rise = up[between]!;
        const fall = down[between]!;
        const [upToW, downFromW, upToX, downFromX] = [up[toW]!, down[toW]!, up[toX]!, down[toX]!];
        if (upToX + fall < upToW) up[toW] = upToX + fall;
        if (rise + downFromX < downFromW) down[toW] = rise + downFromX;
        if (upToW + rise < upToX) up[toX] = upToW + rise;
        if (fall + downFromW < downFromX) down[toX] = fall + downFromW;
      }
    }
  }
  return { up, down };
}

function gather(
  hierarchy: Hierarchy,
  costs: { weight: Int32Array; duration: Int32Array; length: Int32Array },
  best: Int32Array,
): ClimbEdges {
  const { upStart, upHead } = hierarchy;
  const isUseful = (edge: number) => costs.weight[edge]! < NO_WAY && costs.weight[edge] === best[edge];
  let count = 0;
  for (let e = 0; e < upHead.length; e += 1) if (isUseful(e)) count += 1;
  const start = new Int32Array(upStart.length);
  const edge = new Int32Array(count);
  let at = 0;
  for (let v = 0; v + 1 < upStart.length; v += 1) {
    for (let e = upStart[v]!; e < upStart[v + 1]!; e += 1) if (isUseful(e)) edge[at++] = e;
    start[v + 1] = at;
  }
  const pick = (values: Int32Array) => edge.map((e) => values[e]!);
  const weight = pick(costs.weight);
  return {
    start,
    head: pick(upHead),
    edge,
    weight,
    duration: costs.duration === costs.weight ? weight : pick(costs.duration),
    length: pick(costs.length),
  };
}

/** Leaves out edges that no cheapest way uses: most of them, so that climbs are short. */
export function findUsefulEdges(hierarchy: Hierarchy, metric: Metric): UsefulEdges {
  const best = cheapest(hierarchy, metric);
  const upward = { weight: metric.upWeight, duration: metric.upDuration, length: metric.upLength };
  const downward = { weight: metric.downWeight, duration: metric.downDuration, length: metric.downLength };
  return { up: gather(hierarchy, upward, best.up), down: gather(hierarchy, downward, best.down) };
}
