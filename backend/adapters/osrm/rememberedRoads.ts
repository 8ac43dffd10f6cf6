import { type TravelTimes, UNREACHABLE } from '../../planner/model/travelTimes.ts';
import type { Roads, RoadTable } from '../../ports/roads.ts';
import type { TravelPoint } from '../../ports/travel.ts';

/** What a matrix knew of one state. */
export interface KnownTimes {
  readonly points: readonly TravelPoint[];
  /** `[i]` is the location number of `points[i]`. */
  readonly indices: readonly number[];
  readonly times: TravelTimes;
  /** Which layer holds the state. */
  readonly layer: number;
}

const keyOf = ({ lon, lat }: { lon: number; lat: number }) => `${lon.toFixed(6)} ${lat.toFixed(6)}`;

/** Roads that answer tables from what an earlier matrix knew, and ask only for what it did not. */
export function rememberedRoads(roads: Roads, { points, indices, times, layer }: KnownTimes): Roads {
  const { seconds, metres } = times.layers[layer]!;
  const numbers = new Map(points.map((point, i) => [keyOf(point), indices[i]!]));
  const cells = (values: ArrayLike<number>, from: readonly number[], to: readonly number[]) =>
    from.map((a) =>
      to.map((b) => {
        const value = values[a * times.stride + b]!;
        return value >= UNREACHABLE ? Number.POSITIVE_INFINITY : value;
      }),
    );
  /** Undefined where a point is new, or was off the road: the engine says so in its own way. */
  const numberOf = (point: { lon: number; lat: number }) => {
    const number = numbers.get(keyOf(point));
    const isOffRoad = number !== undefined && seconds[number * times.stride + number]! >= UNREACHABLE;
    return isOffRoad ? undefined : number;
  };
  return {
    async table(from, to, signal): Promise<RoadTable> {
      const rows = from.map(numberOf);
      const columns = to.map(numberOf);
      if ([...rows, ...columns].includes(undefined)) return roads.table(from, to, signal);
      const known = [rows as number[], columns as number[]] as const;
      return { seconds: cells(seconds, ...known), metres: cells(metres, ...known) };
    },
    route: (line, signal) => roads.route(line, signal),
    nearest: (point, signal) => roads.nearest(point, signal),
  };
}
