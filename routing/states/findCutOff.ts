/** Points that a road state cuts off, by their position in the table. */
export interface CutOff {
  /** Nobody can get there. */
  readonly noWayIn: readonly number[];
  /** Nobody can get away from there. */
  readonly noWayOut: readonly number[];
}

/**
 * Finds the points cut off from the rest, from a table of all points by all (`null`: no way). The rest is the point
 * with most ways in and out, and whatever it reaches.
 */
export function findCutOff(table: readonly (readonly (number | null)[])[]): CutOff {
  const ways = (point: number) =>
    table.reduce(
      (sum, row, i) => sum + (row[point] === null ? 0 : 1) + (table[point]![i] === null ? 0 : 1),
      0,
    );
  const points = [...table.keys()];
  if (points.length === 0) return { noWayIn: [], noWayOut: [] };
  const counts = points.map(ways);
  const centre = counts.indexOf(Math.max(...counts));
  return {
    noWayIn: points.filter((point) => table[centre]![point] === null),
    noWayOut: points.filter((point) => table[point]![centre] === null),
  };
}
