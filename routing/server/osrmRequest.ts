import { RoadFault } from '../engine/roadFault.ts';
import { decodePolyline, type LonLat } from '../geometry/polyline.ts';
import {
  malformed,
  NUMBER,
  type OsrmOptions,
  parseOsrmOptions,
  SERVICES,
  type Service,
} from './osrmOptions.ts';

/** A request as OSRM's HTTP interface words it: `/{service}/v1/{profile}/{coordinates}?{options}`. */
export interface OsrmRequest {
  readonly service: Service;
  /** The path's third part: a road state's id, or the name of a profile for open roads. */
  readonly profile: string;
  readonly coordinates: readonly LonLat[];
  readonly options: OsrmOptions;
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

function checkCoordinates(service: Service, coordinates: readonly LonLat[]): void {
  const isOnEarth = ([lon, lat]: LonLat) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  if (!coordinates.every(isOnEarth)) throw new RoadFault('InvalidValue', 'Invalid coordinate value.');
  if (service === 'nearest') {
    if (coordinates.length !== 1)
      throw new RoadFault('InvalidOptions', 'Only one input coordinate is supported');
  } else if (coordinates.length < 2) {
    throw new RoadFault('InvalidOptions', 'Number of coordinates needs to be at least two.');
  }
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
  const query = mark < 0 ? '' : decodeURIComponent(url.slice(mark + 1));
  const options = parseOsrmOptions(service, query, mark + 1);
  checkCoordinates(service, coordinates);
  checkOptions(options, coordinates.length);
  return { service, profile, coordinates, options };
}
