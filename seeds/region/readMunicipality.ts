import { JsonEntry } from './jsonEntry.ts';
import type { RawFeature } from './readFeatures.ts';
import type { OutlinedMunicipality } from './regionData.ts';
import { RowRefusal } from './rowRefusal.ts';

/** A feature of `municipalities.geojson`. */
export function readMunicipalityFeature(feature: RawFeature, seen: Set<string>): OutlinedMunicipality {
  const entry = JsonEntry.of(feature.properties, '');
  const code = entry.text('code');
  if (!/^\d{5}$/.test(code)) throw new RowRefusal('unknownValue', `"code" must have five digits: ${code}`);
  if (seen.has(code)) throw new RowRefusal('duplicateId', `"code" ${code} occurs more than once`);
  const population = entry.integer('population', 0, 100_000_000);
  const municipality = {
    code,
    name: entry.text('name'),
    kana: entry.text('kana'),
    nameEn: entry.text('nameEn'),
    population,
    over65: entry.integer('over65', 0, population),
    areaKm2: entry.number('areaKm2', 0, 1_000_000),
  };
  const outlineGeoJson = JSON.stringify(checkedOutline(feature.geometry));
  seen.add(code);
  return { municipality, outlineGeoJson };
}

/** A Polygon or MultiPolygon with closed rings of finite coordinates. */
export function checkedOutline(geometry: RawFeature['geometry']): GeoJSON.Polygon | GeoJSON.MultiPolygon {
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : undefined;
  const areClosed =
    Array.isArray(polygons) &&
    polygons.length > 0 &&
    polygons.every((rings) => Array.isArray(rings) && rings.length > 0 && rings.every(isClosedRing));
  if (!areClosed) throw new RowRefusal('brokenGeometry', 'the outline is not a polygon with closed rings');
  return geometry as unknown as GeoJSON.Polygon | GeoJSON.MultiPolygon;
}

function isClosedRing(ring: unknown): boolean {
  if (!Array.isArray(ring) || ring.length < 4) return false;
  const areNumbers = ring.every(
    (position) =>
      Array.isArray(position) &&
      position.length >= 2 &&
      Number.isFinite(position[0]) &&
      Number.isFinite(position[1]) &&
      Math.abs(position[0]) <= 180 &&
      Math.abs(position[1]) <= 90,
  );
  const [first, last] = [ring[0], ring.at(-1)];
  return areNumbers && first[0] === last[0] && first[1] === last[1];
}
