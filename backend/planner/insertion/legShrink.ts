import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import type { TourFacts } from './tourFacts.ts';
import type { TravelRowStore } from './travelRows.ts';

/**
 * By how many seconds travel gets shorter, at most, when one of the locations `from` … `to − 1` is visited on one of
 * the tour's open legs: 0 where the triangle inequality holds. While it is no more than the dwell of a stop, an
 * insertion makes no leg shorter.
 */
export function greatestShrink(
  prepared: PreparedProblem,
  rows: TravelRowStore,
  facts: TourFacts,
  firstSlot: number,
  from: number,
  to: number,
): number {
  const { travel } = prepared;
  const { place, legSeconds, legLayers } = facts;
  let shrink = 0;
  for (let slot = firstSlot; slot < facts.size - 1; slot++) {
    const a = place[slot]!;
    const b = place[slot + 1]!;
    const seconds = legSeconds[slot]!;
    if (a < 0 || b < 0 || seconds <= shrink) continue;
    const out = rows.read(travel, a, legLayers[slot]!).secondsFrom;
    const back = rows.read(travel, b, legLayers[slot]!).secondsTo;
    const least = seconds - leastSum(out, back, from, to);
    if (least > shrink) shrink = least;
  }
  return shrink;
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
