import type { Coordinates } from '../units/coordinates.ts';

/** A closed line of corners `[lon, lat]`; the first is also the last. */
type Ring = readonly (readonly [number, number])[];

/** Polygons; of each, `[0]` is the outer ring and the others are holes. */
export type Outline = readonly (readonly Ring[])[];

/**
 * Reads a GeoJSON Polygon or MultiPolygon.
 * @returns undefined when it is anything else, or a ring is not closed or has a corner off the globe
 */
export function readOutline(geoJson: string): Outline | undefined {
  const polygons = polygonsOf(geoJson);
  const isSound = polygons !== undefined && polygons.length > 0 && polygons.every(isPolygon);
  return isSound ? (polygons as Outline) : undefined;
}

/** Does the point lie inside (even-odd rule over all rings, so that holes are outside)? */
export function outlineHolds(outline: Outline, point: Coordinates): boolean {
  let isInside = false;
  for (const ring of outline.flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      if (crossesRayFrom(point, ring[i - 1]!, ring[i]!)) isInside = !isInside;
    }
  }
  return isInside;
}

function polygonsOf(geoJson: string): readonly unknown[] | undefined {
  try {
    const { type, coordinates } = JSON.parse(geoJson) as { type?: unknown; coordinates?: unknown };
    if (!Array.isArray(coordinates)) return undefined;
    if (type === 'Polygon') return [coordinates];
    return type === 'MultiPolygon' ? coordinates : undefined;
  } catch {
    return undefined;
  }
}

function isPolygon(rings: unknown): boolean {
  return Array.isArray(rings) && rings.length > 0 && rings.every(isClosedRing);
}

function isClosedRing(ring: unknown): boolean {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isCorner)) return false;
  const first = ring[0] as number[];
  const last = ring.at(-1) as number[];
  return first[0] === last[0] && first[1] === last[1];
}

function isCorner(corner: unknown): boolean {
  if (!Array.isArray(corner) || corner.length < 2) return false;
  const [lon, lat] = corner as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Does the ray from the point to the east cross the side from `a` to `b`? */
function crossesRayFrom(
  { lon, lat }: Coordinates,
  a: readonly [number, number],
  b: readonly [number, number],
): boolean {
  if (a[1] > lat === b[1] > lat) return false;
  return lon < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0];
}
