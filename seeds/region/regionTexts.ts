import type { Person } from '../../backend/domain/person/person.ts';
import type { BoardingPoint, Place } from '../../backend/domain/place/place.ts';
import type { Coordinates } from '../../backend/domain/units/coordinates.ts';
import { csvText } from './csvText.ts';
import { encodePolyline5 } from './polyline5.ts';
import type { OutlinedMunicipality, RoadEdge, RoadNode } from './regionData.ts';

/** Columns of the tables of a region, in the order of their files. */
export const COLUMNS = {
  places: ['id', 'name', 'kana', 'nameEn', 'kind', 'municipality', 'lon', 'lat', 'aliases'],
  boardingPoints: ['id', 'name', 'kana', 'municipality', 'lon', 'lat', 'placeId', 'wheelchair'],
  nodes: ['id', 'lon', 'lat'],
  edges: ['id', 'from', 'to', 'length_m', 'class', 'oneway', 'ref', 'name', 'polyline5'],
  people: [
    'id',
    'familyName',
    'givenName',
    'familyKana',
    'givenKana',
    'birthYear',
    'sex',
    'municipality',
    'hamlet',
    'houseName',
    'phone',
    'lon',
    'lat',
    'householdId',
    'needs',
    'note',
  ],
} as const;

/** `places.csv` */
export function placesText(places: readonly Place[]): string {
  return csvText(
    COLUMNS.places,
    places.map((place) => [
      place.id,
      place.name,
      place.kana,
      place.nameEn,
      place.kind,
      place.municipality,
      place.coordinates.lon,
      place.coordinates.lat,
      place.aliases.join(' '),
    ]),
  );
}

/** `boardingPoints.csv` */
export function boardingPointsText(points: readonly BoardingPoint[]): string {
  return csvText(
    COLUMNS.boardingPoints,
    points.map((point) => [
      point.id,
      point.name,
      point.kana,
      point.municipality,
      point.coordinates.lon,
      point.coordinates.lat,
      point.placeId ?? '',
      point.isWheelchairReachable ? 1 : 0,
    ]),
  );
}

/** `roads/nodes.csv` */
export function nodesText(nodes: readonly RoadNode[]): string {
  return csvText(
    COLUMNS.nodes,
    nodes.map((node) => [node.id, node.lon, node.lat]),
  );
}

/** `roads/edges.csv` */
export function edgesText(edges: readonly RoadEdge[]): string {
  return csvText(
    COLUMNS.edges,
    edges.map((edge) => [
      edge.id,
      edge.from,
      edge.to,
      edge.lengthMetres,
      edge.class,
      edge.isOneway ? 1 : 0,
      edge.ref,
      edge.name,
      encodePolyline5(edge.shape),
    ]),
  );
}

/** `people.csv`; the sex is not kept by the system and stays empty. */
export function peopleText(people: readonly Person[]): string {
  return csvText(
    COLUMNS.people,
    people.map((person) => [
      person.id,
      person.familyName,
      person.givenName,
      person.familyKana,
      person.givenKana,
      person.birthYear,
      '',
      person.municipality,
      person.hamlet,
      person.houseName ?? '',
      person.phone,
      person.home.lon,
      person.home.lat,
      person.householdId,
      person.needs.join(' '),
      person.note ?? '',
    ]),
  );
}

/** `municipalities.geojson`, one feature a line. */
export function municipalitiesText(municipalities: readonly OutlinedMunicipality[]): string {
  return featuresText(
    municipalities.map(({ municipality, outlineGeoJson }) => ({
      properties: { ...municipality },
      geometryText: outlineGeoJson,
    })),
  );
}

/** A line or ring of the base map. */
export interface DrawnLine {
  readonly properties: Readonly<Record<string, string>>;
  readonly points: readonly Coordinates[];
  /** Rings are filled. */
  readonly isRing: boolean;
}

/** A base map file: LineStrings, and Polygons for rings. */
export function drawingText(lines: readonly DrawnLine[]): string {
  return featuresText(
    lines.map(({ properties, points, isRing }) => {
      const positions = points.map((point) => [point.lon, point.lat]);
      const geometry = isRing
        ? { type: 'Polygon', coordinates: [[...positions, positions[0]]] }
        : { type: 'LineString', coordinates: positions };
      return { properties, geometryText: JSON.stringify(geometry) };
    }),
  );
}

/** A GeoJSON collection, one feature a line. */
export function featuresText(
  features: readonly { readonly properties: object; readonly geometryText: string }[],
): string {
  const lines = features.map(
    ({ properties, geometryText }) =>
      `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometryText}}`,
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
