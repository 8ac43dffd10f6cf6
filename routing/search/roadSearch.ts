/**
 * An end of a way inside an arc. As a source: the cost from the point to the end of the arc. As a target: the cost
 * from the start of the arc to the point. Weight and duration in tenths of a second.
 */
export interface ArcEnd {
  readonly arc: number;
  readonly weight: number;
  readonly duration: number;
  readonly metres: number;
}

/** A way between two ends: the arcs driven (first and last included) and its cost. */
export interface ArcPath {
  readonly arcs: readonly number[];
  readonly weight: number;
  readonly duration: number;
  readonly metres: number;
}

/** Row-major results, `[source * targets + target]`; weight is `Infinity` where there is no way. */
export interface CostTable {
  readonly weight: Float64Array;
  readonly duration: Float64Array;
  readonly metres: Float64Array;
}

/** An empty table: no way anywhere. */
export function emptyCostTable(sources: number, targets: number): CostTable {
  const size = sources * targets;
  return {
    weight: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    duration: new Float64Array(size),
    metres: new Float64Array(size),
  };
}

/**
 * Finds cheapest ways that leave the source's arc at its end and enter the target's arc at its start. A way that
 * stays within one arc is not its business.
 */
export interface RoadSearch {
  table(sources: readonly (readonly ArcEnd[])[], targets: readonly (readonly ArcEnd[])[]): CostTable;
  path(source: readonly ArcEnd[], target: readonly ArcEnd[]): ArcPath | null;
}
