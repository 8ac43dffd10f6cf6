import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import { areValidCoordinates, type Coordinates } from '../../domain/units/coordinates.ts';
import type { RoadRoute, Roads, RoadTable } from '../../ports/roads.ts';
import { OsrmClient, type OsrmSettings } from './osrmClient.ts';

/** `osrm-routed --max-table-size`: a table may have at most the square of this many cells. */
const MAX_TABLE_SIZE = 100;
/** Keeps a request line below the 8 kB that servers and proxies take. */
const MAX_TABLE_POINTS = 280;
const PARALLEL_BLOCKS = 4;

type Numbers = (number | null)[][];
interface TableBody {
  readonly durations: Numbers;
  readonly distances: Numbers;
}
interface RouteBody {
  readonly routes: { duration: number; distance: number; geometry: { coordinates: [number, number][] } }[];
}
interface NearestBody {
  readonly waypoints: { location: [number, number]; distance: number }[];
}

function coordinateText(points: readonly Coordinates[]): string {
  for (const point of points) {
    if (!areValidCoordinates(point)) {
      throw new RoadsFault(
        'refused',
        `(${point.lon}, ${point.lat}) is not a point on earth; correct the place.`,
      );
    }
  }
  return points.map(({ lon, lat }) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';');
}

function ranges(length: number, size: number): [start: number, end: number][] {
  const result: [number, number][] = [];
  for (let start = 0; start < length; start += size) result.push([start, Math.min(length, start + size)]);
  return result;
}

const fromNull = (value: number | null | undefined) => value ?? Number.POSITIVE_INFINITY;

/** Settings of the client, and what the engine's server takes at once. */
export interface OsrmRoadsSettings extends OsrmSettings {
  /** `--max-table-size` of `osrm-routed`: a table may have the square of this many cells. 100 where absent. */
  readonly maxTableSize?: number;
  /** Points in one URL; 280 where absent. Our own engine takes 20,000. */
  readonly maxTablePoints?: number;
}

/** The port `Roads` over OSRM's HTTP interface, version 5: `osrm-routed`, or our own engine behind the same paths. */
export class OsrmRoads implements Roads {
  readonly #client: OsrmClient;
  readonly #maxTableSize: number;
  readonly #maxTablePoints: number;

  constructor(settings: OsrmRoadsSettings) {
    const { maxTableSize, maxTablePoints, ...clientSettings } = settings;
    this.#client = new OsrmClient(clientSettings);
    this.#maxTablePoints = Math.max(2, maxTablePoints ?? MAX_TABLE_POINTS);
    this.#maxTableSize = Math.max(1, maxTableSize ?? MAX_TABLE_SIZE);
  }

  /** Is the engine known not to answer? */
  get isDown(): boolean {
    return this.#client.isDown;
  }

  /** Tables larger than the engine takes are asked for in blocks, a few at a time. */
  async table(
    from: readonly Coordinates[],
    to: readonly Coordinates[],
    signal?: AbortSignal,
  ): Promise<RoadTable> {
    const seconds = from.map(() => new Array<number>(to.length).fill(Number.POSITIVE_INFINITY));
    const metres = from.map(() => new Array<number>(to.length).fill(Number.POSITIVE_INFINITY));
    const cells = this.#maxTableSize ** 2;
    const rows = Math.max(1, Math.min(from.length, this.#maxTableSize, this.#maxTablePoints - 1));
    const columns = Math.max(1, Math.min(Math.floor(cells / rows), this.#maxTablePoints - rows));
    const blocks = ranges(from.length, rows).flatMap((row) =>
      ranges(to.length, columns).map((column) => ({ row, column })),
    );
    const next = blocks.values();
    const work = async () => {
      for (const { row, column } of next) {
        const body = await this.#block(from.slice(...row), to.slice(...column), signal);
        for (let i = row[0]; i < row[1]; i += 1) {
          for (let j = column[0]; j < column[1]; j += 1) {
            seconds[i]![j] = fromNull(body.durations[i - row[0]]?.[j - column[0]]);
            metres[i]![j] = fromNull(body.distances[i - row[0]]?.[j - column[0]]);
          }
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL_BLOCKS, blocks.length) }, work));
    return { seconds, metres };
  }

  async #block(
    from: readonly Coordinates[],
    to: readonly Coordinates[],
    signal?: AbortSignal,
  ): Promise<TableBody> {
    const sources = from.map((_, i) => i).join(';');
    const destinations = to.map((_, i) => from.length + i).join(';');
    const query = `sources=${sources}&destinations=${destinations}&annotations=duration,distance&generate_hints=false&skip_waypoints=true`;
    return this.#client.ask<TableBody>('table', coordinateText([...from, ...to]), query, signal);
  }

  async route(points: readonly Coordinates[], signal?: AbortSignal): Promise<RoadRoute> {
    // A vehicle may turn back at a stop, as the table assumes: legs then take as long as their cells say.
    const query = 'overview=full&geometries=geojson&continue_straight=false&generate_hints=false';
    const body = await this.#client.ask<RouteBody>('route', coordinateText(points), query, signal);
    const best = body.routes[0];
    if (!best) throw new RoadsFault('noRoute', 'The road engine answered without a way.');
    const line = best.geometry.coordinates.map(([lon, lat]) => ({ lon, lat }));
    return { seconds: best.duration, metres: best.distance, line };
  }

  async nearest(
    point: Coordinates,
    signal?: AbortSignal,
  ): Promise<{ point: Coordinates; distanceMetres: number }> {
    const query = 'number=1&generate_hints=false';
    const body = await this.#client.ask<NearestBody>('nearest', coordinateText([point]), query, signal);
    const found = body.waypoints[0];
    if (!found) throw new RoadsFault('noSegment', 'No road is near this point.');
    return { point: { lon: found.location[0], lat: found.location[1] }, distanceMetres: found.distance };
  }
}
