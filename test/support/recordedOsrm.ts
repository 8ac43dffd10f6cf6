import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

type Answer = readonly [status: number, body: RecordedBody];

/** Fields of recorded bodies that tests look at. */
export interface RecordedBody {
  readonly code: string;
  readonly message?: string;
  readonly durations?: (number | null)[][];
  readonly distances?: (number | null)[][];
  readonly sources?: RecordedWaypoint[];
  readonly waypoints?: RecordedWaypoint[];
  readonly routes?: {
    readonly duration: number;
    readonly distance: number;
    readonly weight_name: string;
    readonly geometry: string | { readonly coordinates: [number, number][] };
    readonly legs: { readonly duration: number; readonly distance: number }[];
  }[];
}

/** A waypoint of a recorded body. */
export interface RecordedWaypoint {
  readonly location: [number, number];
  readonly name: string;
  readonly distance: number;
  readonly nodes?: [number, number];
}

/** What a real `osrm-routed` answered; see `../shared/data/osrm/README.md`. */
export interface RecordedOsrm {
  readonly points: [number, number][];
  readonly table: Answer;
  readonly tableSourcesDestinations: readonly [url: string, answer: Answer];
  readonly routes: readonly [url: string, status: number, body: RecordedBody][];
  readonly nearest: readonly [url: string, status: number, body: RecordedBody][];
  readonly errors: readonly [url: string, status: number, body: RecordedBody][];
}

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The two networks of which answers were recorded. */
export const RECORDED_NETWORKS = [
  { name: 'aizu', extract: `${shared}aizu/aizu.osm.pbf`, answers: `${shared}osrm/aizu.json.gz` },
  {
    name: 'liechtenstein',
    extract: `${shared}osm/liechtenstein-latest.osm.pbf`,
    answers: `${shared}osrm/liechtenstein-latest.json.gz`,
  },
] as const;

/** Are extract and answers there? Says so on the terminal where they are not. */
export function isRecorded(network: (typeof RECORDED_NETWORKS)[number]): boolean {
  const missing = [network.extract, network.answers].filter((path) => !existsSync(path));
  if (missing.length > 0)
    console.warn(`left out: ${network.name}, because ${missing.join(' and ')} is not there`);
  return missing.length === 0;
}

/** Reads the recorded answers. */
export function readRecorded(path: string): RecordedOsrm {
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as RecordedOsrm;
}
