import { findEdge, type Hierarchy } from './hierarchy.ts';
import type { Metric } from './metric.ts';

/** Does the way over `first` and then `second` cost what the edge costs, in all three respects? */
function isSum(metric: Metric, isUp: boolean, edge: number, toLow: number, toHigh: number): boolean {
  const { upWeight, downWeight, upDuration, downDuration, upLength, downLength } = metric;
  return isUp
    ? upWeight[edge] === downWeight[toLow]! + upWeight[toHigh]! &&
        upLength[edge] === downLength[toLow]! + upLength[toHigh]! &&
        upDuration[edge] === downDuration[toLow]! + upDuration[toHigh]!
    : downWeight[edge] === downWeight[toHigh]! + upWeight[toLow]! &&
        downLength[edge] === downLength[toHigh]! + upLength[toLow]! &&
        downDuration[edge] === downDuration[toHigh]! + upDuration[toLow]!;
}

/** The lower triangle an edge's cost was taken from: edges of its apex to both ends; `null` where it is a turn. */
function findTriangle(
  hierarchy: Hierarchy,
  metric: Metric,
  tail: number,
  head: number,
  edge: number,
  isUp: boolean,
) {
  const { downStart, downEdge, downTail } = hierarchy;
  for (let i = downStart[tail]!; i < downStart[tail + 1]!; i += 1) {
    const apex = downTail[i]!;
    const toHigh = findEdge(hierarchy, apex, head);
    if (toHigh >= 0 && isSum(metric, isUp, edge, downEdge[i]!, toHigh)) {
      return { apex, toLow: downEdge[i]!, toHigh };
    }
  }
  return null;
}

/**
 * The vertices an edge stands for, from its lower end to its upper end (`isUp`) or back, without the first one.
 * Triangles are looked for instead of remembered, which saves a quarter of a metric's memory.
 */
export function unpackEdge(
  hierarchy: Hierarchy,
  metric: Metric,
  tail: number,
  edge: number,
  isUp: boolean,
  out: number[],
): void {
  const head = hierarchy.upHead[edge]!;
  const triangle = findTriangle(hierarchy, metric, tail, head, edge, isUp);
  if (!triangle) {
    out.push(isUp ? head : tail);
    return;
  }
  const { apex, toLow, toHigh } = triangle;
  unpackEdge(hierarchy, metric, apex, isUp ? toLow : toHigh, false, out);
  unpackEdge(hierarchy, metric, apex, isUp ? toHigh : toLow, true, out);
}
