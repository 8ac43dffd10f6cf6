import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import { areValidCoordinates } from '../../domain/units/coordinates.ts';
import type { Roads, RoadTable } from '../../ports/roads.ts';
import type { TravelPoint } from '../../ports/travel.ts';
import type { GrowingMatrix } from './growingMatrix.ts';
import type { Location } from './locations.ts';

/** `outward[i][j]`: from fresh i to (others, then fresh) j. `inward[j][i]`: from other j to fresh i. */
export interface FreshRows {
  readonly outward: RoadTable;
  readonly inward: RoadTable;
}

const NOTHING: RoadTable = { seconds: [], metres: [] };

/** The rows and columns of fresh points, in two table questions. Throws `RoadsFault`. */
export async function askFreshRows(
  roads: Roads,
  fresh: readonly TravelPoint[],
  others: readonly TravelPoint[],
  signal?: AbortSignal,
): Promise<FreshRows> {
  const [outward, inward] = await Promise.all([
    roads.table(fresh, [...others, ...fresh], signal),
    others.length > 0 ? roads.table(others, fresh, signal) : NOTHING,
  ]);
  return { outward, inward };
}

/** Writes what `askFreshRows` brought into a matrix. */
export function writeFreshRows(
  matrix: GrowingMatrix,
  fresh: readonly Location[],
  others: readonly Location[],
  { outward, inward }: FreshRows,
): void {
  for (const [i, { index }] of fresh.entries()) {
    for (const [j, other] of [...others, ...fresh].entries()) {
      matrix.set(index, other.index, outward.seconds[i]![j]!, outward.metres[i]![j]!);
    }
    for (const [j, other] of others.entries()) {
      matrix.set(other.index, index, inward.seconds[j]![i]!, inward.metres[j]![i]!);
    }
  }
}

/** Do the roads answer, but have no road near a point? */
export function isOffRoadFault(cause: unknown): boolean {
  return cause instanceof RoadsFault && cause.code === 'noSegment';
}

/** Sorts points by whether a road is near them. Throws `RoadsFault` where the roads do not answer. */
export async function splitByRoad(roads: Roads, points: readonly TravelPoint[], signal?: AbortSignal) {
  const near: TravelPoint[] = [];
  const off: TravelPoint[] = [];
  for (const point of points) {
    try {
      if (areValidCoordinates(point)) {
        await roads.nearest(point, signal);
        near.push(point);
      } else off.push(point);
    } catch (cause) {
      if (!isOffRoadFault(cause)) throw cause;
      off.push(point);
    }
  }
  return { near, off };
}
