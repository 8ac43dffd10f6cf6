import * as turf from '@turf/turf';
import type { Coordinates } from '../../backend/domain/units/coordinates.ts';
import { AuthoringFault } from './authoredLines.ts';
import { dissolveCells, type Ring } from './dissolveCells.ts';

/** A point that belongs to a municipality: a place, or a summit that guides the outline. */
export interface OutlineSeed extends Coordinates {
  readonly municipality: string;
}

/** About one metre; neighbouring cells meet in exactly the same rounded corners. */
const DECIMALS = 5;

/**
 * Outlines that tile the area inside `border`: the Voronoi cells of the seeds, those of one municipality joined.
 * @returns outline by municipality code
 * @throws AuthoringFault when a municipality gets no area
 */
export function deriveOutlines(
  seeds: readonly OutlineSeed[],
  border: readonly Coordinates[],
): ReadonlyMap<string, GeoJSON.MultiPolygon> {
  // Degrees of longitude are shorter than those of latitude; equal scales make the cells' edges run half-way on the map.
  const squeeze = Math.cos((border[0]!.lat * Math.PI) / 180);
  const flat = (point: Coordinates): [number, number] => [point.lon * squeeze, point.lat];
  const area = turf.polygon([[...border, border[0]!].map(flat)]);
  const [west, south, east, north] = turf.bbox(area);
  const cells = turf.voronoi(turf.featureCollection(seeds.map((seed) => turf.point(flat(seed)))), {
    bbox: [west - 1, south - 1, east + 1, north + 1],
  });
  const ringsByCode = new Map<string, Ring[]>();
  for (const [index, cell] of cells.features.entries()) {
    const inside = turf.intersect(turf.featureCollection([cell, area]));
    if (!inside) continue;
    const polygons =
      inside.geometry.type === 'Polygon' ? [inside.geometry.coordinates] : inside.geometry.coordinates;
    const code = seeds[index]!.municipality;
    const rings = ringsByCode.get(code) ?? [];
    ringsByCode.set(code, rings);
    for (const [outer] of polygons) rings.push(roundRing(outer!, squeeze));
  }
  const outlines = new Map<string, GeoJSON.MultiPolygon>();
  for (const code of new Set(seeds.map((seed) => seed.municipality))) {
    const rings = ringsByCode.get(code);
    if (!rings) throw new AuthoringFault(`municipality ${code} has no area inside the border`);
    outlines.set(code, { type: 'MultiPolygon', coordinates: dissolveCells(rings) });
  }
  return outlines;
}

function roundRing(ring: readonly GeoJSON.Position[], squeeze: number): Ring {
  const round = (value: number): number => Number(value.toFixed(DECIMALS));
  const rounded = ring.map(([x, y]): [number, number] => [round(x! / squeeze), round(y!)]);
  return turf.booleanClockwise(turf.lineString(rounded)) ? rounded.reverse() : rounded;
}
