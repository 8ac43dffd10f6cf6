import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePolyline } from '../../routing/geometry/polyline.ts';

/** A node of a drawn town: metres east and north of 37.5° N, 139.9° E. */
export type TownNodes = Readonly<Record<string, readonly [east: number, north: number]>>;

/** A road of a drawn town. */
export interface TownRoad {
  readonly from: string;
  readonly to: string;
  readonly roadClass?: string;
  readonly oneway?: boolean;
  readonly ref?: string;
  readonly name?: string;
}

const ORIGIN = { lon: 139.9, lat: 37.5 };
/** Of the WGS84 ellipsoid at 37.5° N. */
const METRES_PER_DEGREE = { east: 88_425.44, north: 110_987.04 };

/** Degrees of a point so many metres east and north of the town's origin. */
export function townPoint(east: number, north: number): { lon: number; lat: number } {
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    lon: rounded(ORIGIN.lon + east / METRES_PER_DEGREE.east),
    lat: rounded(ORIGIN.lat + north / METRES_PER_DEGREE.north),
  };
}

/** The two CSV files of a drawn town, as a region folder holds them. */
export function townTables(nodes: TownNodes, roads: readonly TownRoad[]): { nodes: string; edges: string } {
  const place = (id: string) => townPoint(...nodes[id]!);
  const nodeRows = Object.keys(nodes).map((id) => `${id},${place(id).lon},${place(id).lat}`);
  const edgeRows = roads.map((road, i) => {
    const [a, b] = [place(road.from), place(road.to)];
    const line = encodePolyline(
      [
        [a.lon, a.lat],
        [b.lon, b.lat],
      ],
      5,
    );
    const polyline = `"${line.replaceAll('"', '""')}"`;
    const fields = [
      road.roadClass ?? 'tertiary',
      road.oneway ? 1 : 0,
      road.ref ?? '',
      road.name ?? '',
      polyline,
    ];
    return [i, road.from, road.to, 0, ...fields].join(',');
  });
  return {
    nodes: ['id,lon,lat', ...nodeRows, ''].join('\n'),
    edges: ['id,from,to,length_m,class,oneway,ref,name,polyline5', ...edgeRows, ''].join('\n'),
  };
}

/** Writes a drawn town into a fresh region folder and returns the folder. */
export function writeTown(nodes: TownNodes, roads: readonly TownRoad[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ainori-town-'));
  const tables = townTables(nodes, roads);
  mkdirSync(join(folder, 'roads'));
  writeFileSync(join(folder, 'roads', 'nodes.csv'), tables.nodes);
  writeFileSync(join(folder, 'roads', 'edges.csv'), tables.edges);
  return folder;
}
