import type { Coordinates } from '../../backend/domain/units/coordinates.ts';
import type { OutlinedMunicipality } from './regionData.ts';

/** The code of the municipality that holds a point, `undefined` outside all of them. */
export type LocateMunicipality = (point: Coordinates) => string | undefined;

/** An edge of an outline: x1, y1, x2, y2. */
type Edge = readonly [number, number, number, number];

/** Height of a band in degrees, about 200 m: a question looks at a few dozen edges instead of tens of thousands. */
const BAND = 0.002;

/** Answers which municipality holds a point, by counting the outline's edges east of it (even-odd rule). */
export function createMunicipalityLocator(
  municipalities: readonly OutlinedMunicipality[],
): LocateMunicipality {
  const indexed = municipalities.map(({ municipality, outlineGeoJson }) => ({
    code: municipality.code,
    bands: bandsOf(JSON.parse(outlineGeoJson) as GeoJSON.Polygon | GeoJSON.MultiPolygon),
  }));
  return (point) => {
    const band = Math.floor(point.lat / BAND);
    return indexed.find(({ bands }) => isInside(bands.get(band) ?? [], point))?.code;
  };
}

function bandsOf(outline: GeoJSON.Polygon | GeoJSON.MultiPolygon): Map<number, Edge[]> {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  const bands = new Map<number, Edge[]>();
  for (const ring of polygons.flat())
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!;
      const [x2, y2] = ring[i]!;
      const last = Math.floor(Math.max(y1!, y2!) / BAND);
      for (let band = Math.floor(Math.min(y1!, y2!) / BAND); band <= last; band++) {
        const edges = bands.get(band) ?? [];
        bands.set(band, edges);
        edges.push([x1!, y1!, x2!, y2!]);
      }
    }
  return bands;
}

function isInside(edges: readonly Edge[], { lon, lat }: Coordinates): boolean {
  let isIn = false;
  for (const [x1, y1, x2, y2] of edges)
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isIn = !isIn;
  return isIn;
}
