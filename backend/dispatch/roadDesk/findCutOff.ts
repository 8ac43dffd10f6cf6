import type { Roads } from '../../ports/roads.ts';
import type { TravelPoint } from '../../ports/travel.ts';

/** A place that a closure cuts off. */
export interface CutOffPlace {
  readonly id: string;
  readonly hasWayIn: boolean;
  readonly hasWayOut: boolean;
}

/**
 * Places that no depot reaches, or that reach no depot, on the roads as they would be, though they do on the roads as
 * they are without the closure. Throws `RoadsFault`.
 */
export async function findCutOff(
  depots: readonly TravelPoint[],
  places: readonly TravelPoint[],
  without: Roads,
  closed: Roads,
): Promise<CutOffPlace[]> {
  const before = await reach(depots, places, without);
  const after = await reach(depots, places, closed);
  return places.flatMap(({ id }, i) => {
    const hasWayIn = after.ins[i]! || !before.ins[i]!;
    const hasWayOut = after.outs[i]! || !before.outs[i]!;
    return hasWayIn && hasWayOut ? [] : [{ id, hasWayIn, hasWayOut }];
  });
}

/** `[i]`: can place i be reached from a depot, and a depot from it? */
async function reach(depots: readonly TravelPoint[], places: readonly TravelPoint[], roads: Roads) {
  const [inward, outward] = await Promise.all([roads.table(depots, places), roads.table(places, depots)]);
  return {
    ins: places.map((_, i) => inward.seconds.some((row) => Number.isFinite(row[i]))),
    outs: places.map((_, i) => outward.seconds[i]!.some((seconds) => Number.isFinite(seconds))),
  };
}
