import type { AskOptions, RoadEngine, RoadRoute, RouteLeg, Waypoint } from '../engine/roadEngine.ts';
import { RoadFault } from '../engine/roadFault.ts';
import { encodePolyline, type LonLat } from '../geometry/polyline.ts';
import { simplifyLine } from '../geometry/simplifyLine.ts';
import type { OsrmOptions } from './osrmOptions.ts';
import type { OsrmRequest } from './osrmRequest.ts';

type Json = Record<string, unknown>;

/** Larger tables would take the memory of the whole process. */
const MAX_TABLE_CELLS = 4_000_000;

const tenth = (value: number) => Math.round(value * 10) / 10;
const tenthOrNull = (value: number | null) => (value === null ? null : tenth(value));

function hintOf({ snap }: Waypoint): string {
  return Buffer.from(`${snap.road}:${snap.segment}:${snap.metres.toFixed(1)}`).toString('base64url');
}

function waypointJson(waypoint: Waypoint, options: OsrmOptions): Json {
  return {
    ...(options.generateHints ? { hint: hintOf(waypoint) } : {}),
    location: waypoint.location,
    name: waypoint.name,
    distance: waypoint.distanceMetres,
  };
}

function pick<Value>(values: readonly Value[], indices: readonly number[] | 'all'): readonly Value[] {
  return indices === 'all' ? values : indices.map((i) => values[i]!);
}

function askOptions({ profile, options }: OsrmRequest, ...groups: (readonly number[] | 'all')[]): AskOptions {
  const radiuses = groups.flatMap((indices) => pick(options.radiuses, indices));
  return { state: profile, ...(options.radiuses.length > 0 ? { radiuses } : {}) };
}

function tableJson(engine: RoadEngine, request: OsrmRequest): Json {
  const { coordinates, options } = request;
  const { sources, destinations } = options;
  const sizeOf = (indices: readonly number[] | 'all') =>
    indices === 'all' ? coordinates.length : indices.length;
  if (sizeOf(sources) * sizeOf(destinations) > MAX_TABLE_CELLS) {
    throw new RoadFault('TooBig', 'Too many table coordinates');
  }
  const table = engine.table(
    pick(coordinates, sources),
    pick(coordinates, destinations),
    askOptions(request, sources, destinations),
  );
  const toJson = (waypoint: Waypoint) => waypointJson(waypoint, options);
  return {
    code: 'Ok',
    ...(options.annotations.includes('distance')
      ? { distances: table.metres.map((row) => row.map(tenthOrNull)) }
      : {}),
    ...(options.annotations.includes('duration')
      ? { durations: table.seconds.map((row) => row.map(tenthOrNull)) }
      : {}),
    ...(options.skipWaypoints
      ? {}
      : { sources: table.sources.map(toJson), destinations: table.destinations.map(toJson) }),
  };
}

function geometryJson(line: readonly LonLat[], options: OsrmOptions): unknown {
  if (options.geometries === 'geojson') return { coordinates: line, type: 'LineString' };
  return encodePolyline(line, options.geometries === 'polyline6' ? 6 : 5);
}

function annotationJson(leg: RouteLeg, wanted: readonly string[]): Json {
  const { line } = leg;
  const values: Record<string, () => unknown> = {
    distance: () => line.metres,
    duration: () => line.seconds.map(tenth),
    weight: () => line.weight.map(tenth),
    speed: () =>
      line.metres.map((metres, i) => (line.seconds[i]! > 0 ? tenth(metres / line.seconds[i]!) : 0)),
    nodes: () => line.nodes,
    datasources: () => line.metres.map(() => 0),
    classes: () => line.classes,
  };
  const annotation = Object.fromEntries(wanted.map((name) => [name, values[name]!()]));
  return wanted.includes('datasources')
    ? { ...annotation, metadata: { datasource_names: ['lua profile'] } }
    : annotation;
}

function wholeLine(route: RoadRoute): LonLat[] {
  return route.legs.flatMap((leg, i) => (i === 0 ? leg.line.points : leg.line.points.slice(1)));
}

function routeJson(engine: RoadEngine, request: OsrmRequest): Json {
  const { coordinates, options } = request;
  const route = engine.route(coordinates, {
    ...askOptions(request, 'all'),
    continueStraight: options.continueStraight,
  });
  const line = options.overview === 'false' ? null : wholeLine(route);
  const shown = line && options.overview === 'simplified' ? simplifyLine(line) : line;
  const legs = route.legs.map((leg) => ({
    steps: [],
    summary: '',
    weight: tenth(leg.weight),
    duration: tenth(leg.seconds),
    distance: tenth(leg.metres),
    ...(options.annotations.length > 0 ? { annotation: annotationJson(leg, options.annotations) } : {}),
  }));
  const whole = {
    legs,
    weight_name: 'routability',
    ...(shown ? { geometry: geometryJson(shown, options) } : {}),
    weight: tenth(route.weight),
    duration: tenth(route.seconds),
    distance: tenth(route.metres),
  };
  const waypoints = route.waypoints.map((waypoint) => waypointJson(waypoint, options));
  return { code: 'Ok', routes: [whole], ...(options.skipWaypoints ? {} : { waypoints }) };
}

function nearestJson(engine: RoadEngine, request: OsrmRequest): Json {
  const { coordinates, options } = request;
  const found = engine.nearest(coordinates[0]!, options.number, askOptions(request, 'all'));
  return {
    code: 'Ok',
    waypoints: found.map((waypoint) => ({ nodes: waypoint.nodes, ...waypointJson(waypoint, options) })),
  };
}

/** The body OSRM would answer. Throws `RoadFault`. */
export function answerOsrmRequest(engine: RoadEngine, request: OsrmRequest): Json {
  if (request.service === 'table') return tableJson(engine, request);
  if (request.service === 'route') return routeJson(engine, request);
  return nearestJson(engine, request);
}
