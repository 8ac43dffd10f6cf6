import { RoadFault } from '../engine/roadFault.ts';

/** Services of the interface. */
export const SERVICES = ['route', 'table', 'nearest'] as const;
export type Service = (typeof SERVICES)[number];

/** What stands behind the question mark, with OSRM's defaults. */
export interface OsrmOptions {
  readonly radiuses: readonly (number | null)[];
  readonly sources: readonly number[] | 'all';
  readonly destinations: readonly number[] | 'all';
  readonly annotations: readonly string[];
  readonly overview: 'simplified' | 'full' | 'false';
  readonly geometries: 'polyline' | 'polyline6' | 'geojson';
  readonly continueStraight: boolean;
  readonly number: number;
  readonly generateHints: boolean;
  readonly skipWaypoints: boolean;
}

type Draft = { -readonly [Key in keyof OsrmOptions]: OsrmOptions[Key] };

/** A number as OSRM writes it in URLs. */
export const NUMBER = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;
const ROUTE_ANNOTATIONS = ['nodes', 'distance', 'duration', 'datasources', 'weight', 'speed'];
/** Ours alone: the kind of road of each segment. `osrm-routed` has no such annotation. */
const OWN_ANNOTATIONS = ['classes'];
const TABLE_ANNOTATIONS = ['duration', 'distance'];

/** The fault for text that is not understood from `position` of the URL on. */
export function malformed(position: number): RoadFault {
  return new RoadFault('InvalidQuery', `Query string malformed close to position ${position}`);
}

function oneOf<Value extends string>(text: string, values: readonly Value[], at: number): Value {
  if (values.includes(text as Value)) return text as Value;
  throw malformed(at);
}

const isTrue = (text: string, at: number) => oneOf(text, ['true', 'false'], at) === 'true';

function indices(text: string, at: number): readonly number[] | 'all' {
  if (text === 'all') return 'all';
  return text.split(';').map((part) => {
    if (!/^\d+$/.test(part)) throw malformed(at);
    return Number(part);
  });
}

function radiuses(text: string, at: number): (number | null)[] {
  return text.split(';').map((part) => {
    if (part === '' || part === 'unlimited') return null;
    if (!NUMBER.test(part) || Number(part) < 0) throw malformed(at);
    return Number(part);
  });
}

function annotations(service: Service, text: string, at: number): string[] {
  if (service === 'route' && (text === 'true' || text === 'false')) {
    return text === 'true' ? ROUTE_ANNOTATIONS : [];
  }
  const known = service === 'table' ? TABLE_ANNOTATIONS : [...ROUTE_ANNOTATIONS, ...OWN_ANNOTATIONS];
  return text.split(',').map((part) => oneOf(part, known, at));
}

function wholeNumber(text: string, at: number): number {
  if (!/^\d+$/.test(text)) throw malformed(at);
  return Number(text);
}

/** Takes one option in. Text is the value, `at` its position in the URL. */
type Taker = (options: Draft, text: string, at: number) => void;

/** An option of OSRM that this engine has not: only values that ask for nothing pass. */
const only =
  (name: string, neutral: RegExp): Taker =>
  (_, text) => {
    if (!neutral.test(text))
      throw new RoadFault('NotImplemented', `This engine does not know ${name}=${text}.`);
  };

const COMMON: Readonly<Record<string, Taker>> = {
  radiuses: (options, text, at) => {
    options.radiuses = radiuses(text, at);
  },
  generate_hints: (options, text, at) => {
    options.generateHints = isTrue(text, at);
  },
  skip_waypoints: (options, text, at) => {
    options.skipWaypoints = isTrue(text, at);
  },
  // a hint only spares a search
  hints: () => undefined,
  bearings: only('bearings', /^;*$/),
  approaches: only('approaches', /^(unrestricted|;)*$/),
  exclude: only('exclude', /^$/),
  snapping: only('snapping', /^default$/),
};

const OF_SERVICE: Readonly<Record<Service, Readonly<Record<string, Taker>>>> = {
  nearest: {
    number: (options, text, at) => {
      options.number = wholeNumber(text, at);
    },
  },
  table: {
    sources: (options, text, at) => {
      options.sources = indices(text, at);
    },
    destinations: (options, text, at) => {
      options.destinations = indices(text, at);
    },
    annotations: (options, text, at) => {
      options.annotations = annotations('table', text, at);
    },
    fallback_coordinate: only('fallback_coordinate', /^(input|snapped)$/),
    scale_factor: only('scale_factor', /^1(\.0*)?$/),
  },
  route: {
    annotations: (options, text, at) => {
      options.annotations = annotations('route', text, at);
    },
    overview: (options, text, at) => {
      options.overview = oneOf(text, ['simplified', 'full', 'false'], at);
    },
    geometries: (options, text, at) => {
      options.geometries = oneOf(text, ['polyline', 'polyline6', 'geojson'], at);
    },
    continue_straight: (options, text, at) => {
      options.continueStraight = oneOf(text, ['default', 'true', 'false'], at) !== 'false';
    },
    // one way is as many as OSRM may answer too
    alternatives: (_, text, at) => {
      if (!/^\d+$/.test(text)) isTrue(text, at);
    },
    steps: (_, text, at) => {
      if (isTrue(text, at)) {
        throw new RoadFault(
          'NotImplemented',
          'This engine gives no turn-by-turn steps; ask with steps=false.',
        );
      }
    },
    waypoints: only('waypoints', /^$/),
  },
};

/** Takes the options apart; `position` is where they begin in the URL. Throws `RoadFault`. */
export function parseOsrmOptions(service: Service, query: string, position: number): OsrmOptions {
  const options: Draft = {
    radiuses: [],
    sources: 'all',
    destinations: 'all',
    annotations: service === 'table' ? ['duration'] : [],
    overview: 'simplified',
    geometries: 'polyline',
    continueStraight: true,
    number: 1,
    generateHints: true,
    skipWaypoints: false,
  };
  let at = position;
  for (const part of query === '' ? [] : query.split('&')) {
    const equals = part.indexOf('=');
    const key = part.slice(0, Math.max(0, equals));
    const takers = OF_SERVICE[service];
    const take = Object.hasOwn(takers, key)
      ? takers[key]
      : Object.hasOwn(COMMON, key)
        ? COMMON[key]
        : undefined;
    if (!take) throw malformed(at);
    take(options, part.slice(equals + 1), at + equals + 1);
    at += part.length + 1;
  }
  return options;
}
