import * as turf from '@turf/turf';

/** A closed ring: first point = last point. */
export type Ring = readonly (readonly [number, number])[];

/**
 * Joins cells that share edges exactly: an edge that occurs in both directions lies inside and falls away, the rest is
 * chained into rings. Exact, so that neighbours dissolved apart still share every corner.
 * @param cells counter-clockwise rings
 * @returns coordinates of a MultiPolygon
 */
export function dissolveCells(cells: readonly Ring[]): [number, number][][][] {
  const rings = chainEdges(outerEdges(cells));
  const outers = rings.filter((ring) => !turf.booleanClockwise(turf.lineString(ring)));
  const holes = rings.filter((ring) => turf.booleanClockwise(turf.lineString(ring)));
  return outers.map((outer) => {
    const polygon = turf.polygon([outer]);
    return [outer, ...holes.filter((hole) => turf.booleanPointInPolygon(middleOfEdge(hole), polygon))];
  });
}

type Corner = readonly [number, number];
const nameOf = (corner: Corner): string => `${corner[0]},${corner[1]}`;

/** Corner → corners to which an edge of the outline leads. */
function outerEdges(cells: readonly Ring[]): Map<string, { from: Corner; to: Corner }[]> {
  const edges = new Map<string, { from: Corner; to: Corner }>();
  for (const cell of cells)
    for (let i = 1; i < cell.length; i++) {
      const from = cell[i - 1]!;
      const to = cell[i]!;
      if (nameOf(from) === nameOf(to)) continue;
      if (!edges.delete(`${nameOf(to)} ${nameOf(from)}`))
        edges.set(`${nameOf(from)} ${nameOf(to)}`, { from, to });
    }
  const byStart = new Map<string, { from: Corner; to: Corner }[]>();
  for (const edge of edges.values())
    byStart.set(nameOf(edge.from), [...(byStart.get(nameOf(edge.from)) ?? []), edge]);
  return byStart;
}

/** Walks along the edges; whenever the walk comes back to a corner, the loop is cut off as a ring of its own. */
function chainEdges(byStart: Map<string, { from: Corner; to: Corner }[]>): [number, number][][] {
  const rings: [number, number][][] = [];
  for (const start of byStart.keys()) {
    for (let edge = byStart.get(start)?.pop(); edge; edge = byStart.get(start)?.pop()) {
      const path: Corner[] = [edge.from];
      let next: { from: Corner; to: Corner } | undefined = edge;
      while (next) {
        const to: Corner = next.to;
        const seenAt = path.findIndex((corner) => nameOf(corner) === nameOf(to));
        if (seenAt >= 0) {
          const loop = path.splice(seenAt + 1);
          const ring = [to, ...loop, to];
          if (ring.length > 3) rings.push(ring.map(([x, y]) => [x, y]));
        } else path.push(to);
        next = path.length === 1 ? undefined : byStart.get(nameOf(to))?.pop();
      }
    }
  }
  return rings;
}

function middleOfEdge(ring: readonly Corner[]): [number, number] {
  const [a, b] = [ring[0]!, ring[1]!];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
