import { parseCollection, type RawFeature } from '../region/readFeatures.ts';
import type { RefusedRow } from '../region/regionData.ts';
import { featuresText } from '../region/regionTexts.ts';
import { RowRefusal } from '../region/rowRefusal.ts';
import type { SourceTexts } from './sourceFiles.ts';

const GEOMETRIES = ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

/** Base map files of a region from those of the open data; where one is missing, an empty collection. */
export function importBaseMap(
  texts: SourceTexts,
  refused: RefusedRow[],
): readonly (readonly [string, string])[] {
  const copy = (
    source: string,
    target: string,
    properties: (raw: RawFeature['properties']) => Record<string, string>,
  ): readonly [string, string] => {
    const text = texts.get(source);
    if (text === undefined) return [target, featuresText([])];
    const features = parseCollection(
      text,
      source,
      (feature) => ({
        properties: properties(feature.properties),
        geometryText: JSON.stringify(checkedDrawing(feature.geometry)),
      }),
      refused,
    );
    return [target, featuresText(features)];
  };
  const word = (value: unknown): string => (typeof value === 'string' ? value : '');
  return [
    copy('roads_major.geojson', 'roads/drawing.geojson', (raw) => ({
      class: word(raw.class),
      ref: word(raw.ref),
      name: word(raw.name),
    })),
    copy('water.geojson', 'water.geojson', (raw) => ({
      kind: word(raw.kind) === 'lake' ? 'lake' : 'river',
      name: word(raw.name),
    })),
    copy('rail_lines.geojson', 'rail.geojson', (raw) => ({ kind: 'rail', name: word(raw.name) })),
  ];
}

/** Lines and areas whose numbers all are numbers on the globe. */
function checkedDrawing(geometry: RawFeature['geometry']): unknown {
  if (!geometry || !GEOMETRIES.includes(String(geometry.type)) || !Array.isArray(geometry.coordinates))
    throw new RowRefusal('brokenGeometry', 'it is neither a line nor an area');
  const numbers = (geometry.coordinates as unknown[]).flat(4);
  const areGood = numbers.every(
    (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 180,
  );
  if (numbers.length < 4 || !areGood) throw new RowRefusal('brokenGeometry', 'it has broken coordinates');
  return geometry;
}
