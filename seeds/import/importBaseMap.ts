import * as turf from '@turf/turf';
import { parseCollection, type RawFeature } from '../region/readFeatures.ts';
import type { RefusedRow } from '../region/regionData.ts';
import { featuresText } from '../region/regionTexts.ts';
import { RowRefusal } from '../region/rowRefusal.ts';
import type { SourceTexts } from './sourceFiles.ts';

/** A line or area with what is known of it. */
interface Drawing {
  readonly properties: Record<string, string>;
  readonly geometry: GeoJSON.Geometry;
}

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
        geometry: checkedDrawing(feature.geometry),
      }),
      refused,
    );
    const drawings = target === 'water.geojson' ? joinLakes(features) : features;
    return [
      target,
      featuresText(
        drawings.map((one) => ({ properties: one.properties, geometryText: JSON.stringify(one.geometry) })),
      ),
    ];
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
function checkedDrawing(geometry: RawFeature['geometry']): GeoJSON.Geometry {
  if (!geometry || !GEOMETRIES.includes(String(geometry.type)) || !Array.isArray(geometry.coordinates))
    throw new RowRefusal('brokenGeometry', 'it is neither a line nor an area');
  const numbers = (geometry.coordinates as unknown[]).flat(4);
  const areGood = numbers.every(
    (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 180,
  );
  if (numbers.length < 4 || !areGood) throw new RowRefusal('brokenGeometry', 'it has broken coordinates');
  return geometry as unknown as GeoJSON.Geometry;
}

/** Lakes come in pieces cut along borders and map tiles; drawn as they are, the cuts would show. */
function joinLakes(features: readonly Drawing[]): readonly Drawing[] {
  const isPiece = ({ properties, geometry }: Drawing): boolean =>
    properties.kind === 'lake' && geometry.type.endsWith('Polygon');
  const pieces = features.filter(isPiece);
  const names = new Set(pieces.map((piece) => piece.properties.name ?? ''));
  const lakes = [...names].flatMap((name): readonly Drawing[] => {
    const namesakes = pieces.filter((piece) => piece.properties.name === name);
    if (namesakes.length < 2) return namesakes;
    const areas = namesakes.map(({ geometry }) =>
      turf.feature(geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon),
    );
    const joined = turf.union(turf.featureCollection(areas))!;
    return turf.flatten(joined).features.map(({ geometry }) => ({
      properties: { kind: 'lake', name },
      geometry,
    }));
  });
  return [...features.filter((feature) => !isPiece(feature)), ...lakes];
}
