import { NEEDS, type Person } from '../../backend/domain/person/person.ts';
import {
  type BoardingPoint,
  type Municipality,
  PLACE_CATEGORIES,
  type Place,
} from '../../backend/domain/place/place.ts';
import { decodePolyline5 } from './polyline5.ts';
import { ROAD_CLASSES, type RoadEdge, type RoadNode } from './regionData.ts';
import { RowRefusal } from './rowRefusal.ts';
import type { TableRow } from './tableRow.ts';

/** What rows are checked against; what is absent is not checked. */
export interface RowContext {
  readonly bounds?: readonly [number, number, number, number];
  readonly municipalities?: ReadonlySet<string>;
  readonly places?: ReadonlySet<string>;
}

/** A row with the columns of a municipality's figures. */
export function readMunicipalityRow(row: TableRow): Municipality {
  const code = row.uniqueId('code');
  if (!/^\d{5}$/.test(code)) throw new RowRefusal('unknownValue', `"code" must have five digits: ${code}`);
  const population = row.integer('population', 0, 100_000_000);
  const municipality = {
    code,
    name: row.text('name'),
    kana: row.text('kana'),
    nameEn: row.text('nameEn'),
    population,
    over65: row.integer('over65', 0, population),
    areaKm2: row.number('areaKm2', 0, 1_000_000),
  };
  row.keepId(code);
  return municipality;
}

/** A row of `places.csv`. */
export function readPlaceRow(row: TableRow, context: RowContext = {}): Place {
  const place = {
    id: row.uniqueId('id'),
    name: row.text('name'),
    kana: row.optionalText('kana'),
    nameEn: row.optionalText('nameEn'),
    kind: row.oneOf('kind', PLACE_CATEGORIES),
    municipality: row.reference('municipality', context.municipalities, 'unknownMunicipality'),
    coordinates: row.coordinates(context.bounds),
    aliases: words(row.optionalText('aliases')),
  };
  row.keepId(place.id);
  return place;
}

/** A row of `boardingPoints.csv`. */
export function readBoardingPointRow(row: TableRow, context: RowContext = {}): BoardingPoint {
  const point = {
    id: row.uniqueId('id'),
    name: row.text('name'),
    kana: row.optionalText('kana'),
    municipality: row.reference('municipality', context.municipalities, 'unknownMunicipality'),
    coordinates: row.coordinates(context.bounds),
    placeId:
      row.optionalText('placeId') === '' ? null : row.reference('placeId', context.places, 'unknownPlace'),
    isWheelchairReachable: row.oneOf('wheelchair', ['0', '1']) === '1',
  };
  row.keepId(point.id);
  return point;
}

/** A row of `roads/nodes.csv`. */
export function readNodeRow(row: TableRow): RoadNode {
  const id = row.uniqueId('id');
  const node = { id: row.integer('id', 0, Number.MAX_SAFE_INTEGER), ...row.coordinates(undefined) };
  row.keepId(id);
  return node;
}

/** A row of `roads/edges.csv`. @param nodes ids of the nodes that stand */
export function readEdgeRow(row: TableRow, nodes: ReadonlySet<number>): RoadEdge {
  const id = row.uniqueId('id');
  const node = (column: string): number => {
    const value = row.integer(column, 0, Number.MAX_SAFE_INTEGER);
    if (!nodes.has(value)) throw new RowRefusal('unknownNode', `"${column}" is no node: ${value}`);
    return value;
  };
  const shape = decodePolyline5(row.text('polyline5'));
  if (!shape || shape.length < 2) throw new RowRefusal('brokenPolyline', '"polyline5" cannot be decoded');
  const edge = {
    id: row.integer('id', 0, Number.MAX_SAFE_INTEGER),
    from: node('from'),
    to: node('to'),
    lengthMetres: row.number('length_m', 0, 1_000_000),
    class: row.oneOf('class', ROAD_CLASSES),
    isOneway: row.oneOf('oneway', ['0', '1']) === '1',
    ref: row.optionalText('ref'),
    name: row.optionalText('name'),
    shape,
  };
  row.keepId(id);
  return edge;
}

/** A row of `people.csv`. */
export function readPersonRow(row: TableRow, context: RowContext = {}): Person {
  const needs = words(row.optionalText('needs')).map((word) => {
    const need = NEEDS.find((known) => known === word);
    if (!need) throw new RowRefusal('unknownValue', `"needs" must be among ${NEEDS.join(', ')}: ${word}`);
    return need;
  });
  const person = {
    id: row.uniqueId('id'),
    householdId: row.text('householdId'),
    familyName: row.text('familyName'),
    givenName: row.text('givenName'),
    familyKana: row.text('familyKana'),
    givenKana: row.text('givenKana'),
    birthYear: row.integer('birthYear', 1880, 2100),
    municipality: row.reference('municipality', context.municipalities, 'unknownMunicipality'),
    hamlet: row.optionalText('hamlet'),
    houseName: row.optionalText('houseName') || null,
    phone: row.optionalText('phone'),
    home: row.coordinates(context.bounds),
    needs,
    careLevel: null,
    certificates: [],
    note: row.optionalText('note') || null,
    clinicId: null,
    houseKana: null,
    otherPhones: [],
    consentOn: null,
    revision: 1,
  };
  row.keepId(person.id);
  return person;
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
