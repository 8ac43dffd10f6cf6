import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import type { TourFacts } from './tourFacts.ts';
import type { TravelRowStore } from './travelRows.ts';

/**
 * By how much travel gets shorter, at most, when another location is visited on one of a tour's open legs: 0 where the
 * triangle inequality holds. While the seconds are no more than the dwell of a stop, an insertion makes no leg shorter.
 */
export interface LegShrink {
  readonly seconds: number;
  readonly metres: number;
}

/** The shrink of the tour's open legs by the locations `from` … `to − 1`. */
export function greatestShrink(
  prepared: PreparedProblem,
  rows: TravelRowStore,
  facts: TourFacts,
  firstSlot: number,
  from: number,
  to: number,
): LegShrink {
  const { travel } = prepared;
  const { place, legSeconds, legMetres, legLayers } = facts;
  let seconds = 0;
  let metres = 0;
  for (let slot = firstSlot; slot < facts.size - 1; slot++) {
    const a = place[slot]!;
    const b = place[slot + 1]!;
    if (a < 0 || b < 0) continue;
    const out = rows.read(travel, a, legLayers[slot]!);
    const back = rows.read(travel, b, legLayers[slot]!);
    seconds = Math.max(seconds, legSeconds[slot]! - leastSum(out.secondsFrom, back.secondsTo, from, to));
    // Metres are asked of any layer, as the travel to and from a request is.
    const outAny = rows.read(travel, a);
    const backAny = rows.read(travel, b);
    metres = Math.max(metres, legMetres[slot]! - leastSum(outAny.metresFrom, backAny.metresTo, from, to));
  }
  return { seconds, metres };
}

function leastSum(
  out: Int32Array | Float64Array,
  back: Int32Array | Float64Array,
  from: number,
  to: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let x = from; x < to; x++) {
    const sum = out[x]! + back[x]!;
    if (sum < least) least = sum;
  }
  return least;
}
