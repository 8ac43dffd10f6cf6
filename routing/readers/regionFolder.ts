import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CarProfile, Tags } from '../costing/carProfile.ts';
import { ruralCar } from '../costing/ruralCar.ts';
import { FIXED } from '../geometry/distance.ts';
import { decodePolyline } from '../geometry/polyline.ts';
import { buildNetwork } from '../network/buildNetwork.ts';
import type { DraftNode, DraftRoad, NetworkDraft } from '../network/networkDraft.ts';
import {
  ROAD_CLASSES,
  ROAD_IS_BRIDGE,
  ROAD_IS_LINK,
  ROAD_IS_TUNNEL,
  type RoadClass,
  type RoadNetwork,
} from '../network/roadNetwork.ts';
import { ReadingFault } from './readingFault.ts';

type Row = Record<string, string>;

/** A row that was left out, with the reason. */
export interface RefusedRow {
  readonly file: string;
  readonly row: number;
  readonly reason: string;
}

/** A network and what the reader could not use. */
export interface LoadedRoads {
  readonly network: RoadNetwork;
  readonly refused: readonly RefusedRow[];
}

function readTable(path: string, columns: readonly string[]): Row[] {
  if (!existsSync(path)) {
    throw new ReadingFault('missingFile', `${path} is missing. A region needs it; see seeds/REGION.md.`);
  }
  let rows: Row[];
  try {
    rows = parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true });
  } catch (cause) {
    throw new ReadingFault('malformedFile', `${path} is not a CSV file: ${(cause as Error).message}`);
  }
  const absent = columns.filter((column) => rows.length > 0 && rows[0]![column] === undefined);
  if (rows.length === 0) throw new ReadingFault('emptyFile', `${path} has no rows.`);
  if (absent.length > 0) {
    throw new ReadingFault('malformedFile', `${path} lacks the column ${absent.join(', ')}.`);
  }
  return rows;
}

function readNodes(path: string, refused: RefusedRow[]): { nodes: DraftNode[]; byId: Map<string, number> } {
  const nodes: DraftNode[] = [];
  const byId = new Map<string, number>();
  for (const [i, row] of readTable(path, ['id', 'lon', 'lat']).entries()) {
    const lon = row.lon === '' ? Number.NaN : Number(row.lon);
    const lat = row.lat === '' ? Number.NaN : Number(row.lat);
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      refused.push({ file: path, row: i + 2, reason: `coordinates ${row.lon}, ${row.lat} are not on earth` });
    } else if (byId.has(row.id!)) {
      refused.push({ file: path, row: i + 2, reason: `node ${row.id} appears twice` });
    } else {
      byId.set(row.id!, nodes.length);
      const id = Number.isSafeInteger(Number(row.id)) ? Number(row.id) : i + 1;
      const altitude = Number.parseFloat(row.altitude_m ?? '');
      nodes.push({
        id,
        lon: Math.round(lon * FIXED),
        lat: Math.round(lat * FIXED),
        ...(Number.isFinite(altitude) ? { altitude } : {}),
      });
    }
  }
  return { nodes, byId };
}

/** The tags a way of this class would have in OpenStreetMap, so that one profile serves both sources. */
function tagsOf(row: Row): Tags {
  const highway = row.class === 'minor' ? 'unclassified' : row.class!;
  const hasLinks = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'].includes(highway);
  return {
    highway: row.ramp === '1' && hasLinks ? `${highway}_link` : highway,
    oneway: row.oneway === '1' ? 'yes' : 'no',
  };
}

function flagsOf(row: Row): number {
  return (
    (row.ramp === '1' ? ROAD_IS_LINK : 0) |
    (row.brunnel === 'bridge' ? ROAD_IS_BRIDGE : 0) |
    (row.brunnel === 'tunnel' ? ROAD_IS_TUNNEL : 0)
  );
}

/** The shape from node to node: the polyline's ends are replaced by the nodes themselves. */
function shapeOf(row: Row, from: DraftNode, to: DraftNode): { lons: number[]; lats: number[] } {
  const inner = decodePolyline(row.polyline5 ?? '', 5).slice(1, -1);
  return {
    lons: [from.lon, ...inner.map(([lon]) => Math.round(lon * FIXED)), to.lon],
    lats: [from.lat, ...inner.map(([, lat]) => Math.round(lat * FIXED)), to.lat],
  };
}

function readRoads(
  path: string,
  ends: ReturnType<typeof readNodes>,
  profile: CarProfile,
  refused: RefusedRow[],
) {
  const roads: DraftRoad[] = [];
  for (const [i, row] of readTable(path, ['from', 'to', 'class', 'oneway']).entries()) {
    const refuse = (reason: string) => refused.push({ file: path, row: i + 2, reason });
    const from = ends.byId.get(row.from!);
    const to = ends.byId.get(row.to!);
    if (from === undefined || to === undefined) {
      refuse(`node ${from === undefined ? row.from : row.to} is not in the list of nodes`);
      continue;
    }
    const costing = ROAD_CLASSES.includes(row.class as RoadClass) ? profile.wayCosting(tagsOf(row)) : null;
    if (!costing) {
      refuse(`class "${row.class}" is not one of ${ROAD_CLASSES.join(', ')}`);
      continue;
    }
    let shape: ReturnType<typeof shapeOf>;
    try {
      shape = shapeOf(row, ends.nodes[from]!, ends.nodes[to]!);
    } catch (cause) {
      refuse(`shape: ${(cause as Error).message}`);
      continue;
    }
    const roadClass = row.class as RoadClass;
    const name = row.name ?? '';
    const ref = row.ref ?? '';
    roads.push({ from, to, way: i, ...shape, ids: [], costing, roadClass, flags: flagsOf(row), name, ref });
  }
  return roads;
}

/** Reads two CSV files of nodes and edges (columns as in seeds/REGION.md). Throws `ReadingFault`. */
export function readRoadTables(nodesFile: string, edgesFile: string, profile: CarProfile) {
  const refused: RefusedRow[] = [];
  const ends = readNodes(nodesFile, refused);
  const roads = readRoads(edgesFile, ends, profile, refused);
  if (roads.length === 0) throw new ReadingFault('emptyFile', `${edgesFile} holds no usable road.`);
  const draft: NetworkDraft = { nodes: ends.nodes, roads, restrictions: [] };
  return { draft, refused };
}

/**
 * Reads the road tables of a region folder (`roads/nodes.csv`, `roads/edges.csv`). Bad rows are left out and listed.
 * Throws `ReadingFault` where a file is missing, malformed or holds no road.
 */
export function readRegionDraft(folder: string, profile: CarProfile) {
  const inRoads = (name: string) => join(folder, 'roads', name);
  return readRoadTables(inRoads('nodes.csv'), inRoads('edges.csv'), profile);
}

/** Loads the whole road network of a region folder, islands included. Throws `ReadingFault`. */
export function loadRegionRoads(folder: string, options: { profile?: CarProfile } = {}): LoadedRoads {
  const profile = options.profile ?? ruralCar;
  const { draft, refused } = readRegionDraft(folder, profile);
  return { network: buildNetwork(draft, profile), refused };
}
