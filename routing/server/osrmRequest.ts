import { RoadFault } from '../engine/roadFault.ts';
import { decodePolyline, type LonLat } from '../geometry/polyline.ts';

/** A request as OSRM's HTTP interface words it: `/{service}/v1/{profile}/{coordinates}?{options}`. */
export interface OsrmRequest {
  readonly service: 'route' | 'table' | 'nearest';
  /** The path's third part; a road state's id, or the name of a profile. */
  readonly profile: string;
  readonly coordinates: readonly LonLat[];
  readonly options: OsrmOptions;
}

export interface OsrmOptions {
  readonly radiuses: readonly (number | null)[];
  readonly sources: readonly number[] | 'all';
  readonly destinations: readonly number[] | 'all';
  readonly annotations: readonly string[];
  readonly overview: 'simplified' | 'full' | 'false';
  readonly geometries: 'polyline' | 'polyline6' | 'geojson';
  readonly steps: boolean;
  readonly number: number;
  readonly generateHints: boolean;
  readonly skipWaypoints: boolean;
}

const SERVICES = ['route', 'table', 'nearest'] as const;
const NUMBER = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;
const ROUTE_ANNOTATIONS = ['nodes', 'distance', 'duration', 'datasources', 'weight', 'speed'];
const TABLE_ANNOTATIONS = ['duration', 'distance'];

function malformed(position: number): RoadFault {
  return new RoadFault('InvalidQuery', `Query string malformed close to position ${position}`);
}

function parseCoordinates(text: string, position: number): LonLat[] {
  const encoded = /^polyline(6?)\((.*)\)$/.exec(text);
  if (encoded) {
    try {
      return decodePolyline(encoded[2]!, encoded[1] === '6' ? 6 : 5);
    } catch {
      throw malformed(position);
    }
  }
  let at = position;
  return text.split(';').map((pair) => {
    const parts = pair.split(',');
    if (parts.length !== 2 || !parts.every((part) => NUMBER.test(part))) throw malformed(at);
    at += pair.length + 1;
    return [Number(parts[0]), Number(parts[1])];
  });
}

function checkCoordinates(service: string, coordinates: readonly LonLat[]): void {
  const isOnEarth = ([lon, lat]: LonLat) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  if (!coordinates.every(isOnEarth)) throw new RoadFault('InvalidValue', 'Invalid coordinate value.');
  if (service === 'nearest') {
    if (coordinates.length !== 1)
      throw new RoadFault('InvalidOptions', 'Only one input coordinate is supported');
  } else if (coordinates.length < 2) {
    throw new RoadFault('InvalidOptions', 'Number of coordinates needs to be at least two.');
  }
}

function parseIndices(text: string, position: number): readonly number[] | 'all' {
  if (text === 'all') return 'all';
  return text.split(';').map((part) => {
    if (!/^\d+$/.test(part)) throw malformed(position);
    return Number(part);
  });
}

function parseRadiuses(text: string, position: number): (number | null)[] {
  return text.split(';').map((part) => {
    if (part === '' || part === 'unlimited') return null;
    if (!NUMBER.test(part) || Number(part) < 0) throw malformed(position);
    return Number(part);
  });
}

function oneOf<Value extends string>(text: string, values: readonly Value[], position: number): Value {
  if (values.includes(text as Value)) return text as Value;
  throw malformed(position);
}

function parseAnnotations(service: string, text: string, position: number): string[] {
  if (service === 'route' && (text === 'true' || text === 'false'))
    return text === 'true' ? ROUTE_ANNOTATIONS : [];
  const known = service === 'table' ? TABLE_ANNOTATIONS : ROUTE_ANNOTATIONS;
  return text.split(',').map((part) => oneOf(part, known, position));
}

/** Options that OSRM knows and that change nothing here. */
const WITHOUT_EFFECT = [
  'hints',
  'bearings',
  'approaches',
  'exclude',
  'snapping',
  'alternatives',
  'continue_straight',
  'waypoints',
];

const isTrue = (text: string, position: number) => oneOf(text, ['true', 'false'], position) === 'true';

function parseOptions(service: string, query: string, position: number): OsrmOptions {
  const options: { -readonly [Key in keyof OsrmOptions]: OsrmOptions[Key] } = {
    radiuses: [],
    sources: 'all',
    destinations: 'all',
    annotations: service === 'table' ? ['duration'] : [],
    overview: 'simplified',
    geometries: 'polyline',
    steps: false,
    number: 1,
    generateHints: true,
    skipWaypoints: false,
  };
  let at = position;
  for (const part of query === '' ? [] : query.split('&')) {
    const equals = part.indexOf('=');
    const value = part.slice(equals + 1);
    const valueAt = at + equals + 1;
    const key = part.slice(0, Math.max(0, equals));
    if (key === 'radiuses') options.radiuses = parseRadiuses(value, valueAt);
    else if (key === 'sources' && service === 'table') options.sources = parseIndices(value, valueAt);
    else if (key === 'destinations' && service === 'table')
      options.destinations = parseIndices(value, valueAt);
    else if (key === 'annotations') options.annotations = parseAnnotations(service, value, valueAt);
    else if (key === 'overview') options.overview = oneOf(value, ['simplified', 'full', 'false'], valueAt);
    else if (key === 'geometries')
      options.geometries = oneOf(value, ['polyline', 'polyline6', 'geojson'], valueAt);
    else if (key === 'steps') options.steps = isTrue(value, valueAt);
    else if (key === 'number' && service === 'nearest') {
      if (!/^\d+$/.test(value)) throw malformed(valueAt);
      options.number = Number(value);
    } else if (key === 'generate_hints') options.generateHints = isTrue(value, valueAt);
    else if (key === 'skip_waypoints') options.skipWaypoints = isTrue(value, valueAt);
    else if (!WITHOUT_EFFECT.includes(key)) throw malformed(at);
    at += part.length + 1;
  }
  return options;
}

function checkOptions(options: OsrmOptions, count: number): void {
  const isInside = (indices: readonly number[] | 'all') =>
    indices === 'all' || indices.every((i) => i < count);
  const hasRadiuses = options.radiuses.length === 0 || options.radiuses.length === count;
  if (!isInside(options.sources) || !isInside(options.destinations) || options.number < 1 || !hasRadiuses) {
    throw new RoadFault('InvalidOptions', '');
  }
}

/** Takes a request's URL apart. Throws `RoadFault` with OSRM's code and words where it is not understood. */
export function parseOsrmRequest(url: string): OsrmRequest {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const parts = path.split('/');
  if (parts.length < 5) throw new RoadFault('InvalidUrl', 'URL string malformed close to position 1: "/"');
  const [, serviceName, version, profile] = parts as [string, string, string, string];
  const coordinatesAt = serviceName.length + version.length + profile.length + 4;
  const service = SERVICES.find((known) => known === serviceName);
  if (!service) throw new RoadFault('InvalidService', `Service ${serviceName} not found!`);
  if (version !== 'v1') throw new RoadFault('InvalidVersion', `Service ${serviceName} not found!`);
  const text = decodeURIComponent(path.slice(coordinatesAt)).replace(/\.json$/, '');
  const coordinates = parseCoordinates(text, coordinatesAt);
  const options = parseOptions(service, mark < 0 ? '' : decodeURIComponent(url.slice(mark + 1)), mark + 1);
  checkCoordinates(service, coordinates);
  checkOptions(options, coordinates.length);
  return { service, profile, coordinates, options };
}
