import type { TravelTimes } from '../model/travelTimes.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import type { TourFacts } from './tourFacts.ts';
import {
  BLOCK,
  METRES_FROM,
  METRES_TO,
  SECONDS_FROM,
  SECONDS_TO,
  type TravelRowStore,
} from './travelRows.ts';

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
  if (from > 0 && travel.layers.length === 1) return shrinkByFew(travel, rows, facts, firstSlot, from, to);
  let seconds = 0;
  let metres = 0;
  for (let slot = firstSlot; slot < facts.size - 1; slot++) {
    const a = place[slot]!;
    const b = place[slot + 1]!;
    if (a < 0 || b < 0) continue;
    const layers = legLayers[slot]!;
    const leastSeconds = leastDetour(travel, rows, 'seconds', a, b, layers, from, to);
    seconds = Math.max(seconds, legSeconds[slot]! - leastSeconds);
    // Metres are asked of any layer, as the travel to and from a request is.
    metres = Math.max(metres, legMetres[slot]! - leastDetour(travel, rows, 'metres', a, b, -1, from, to));
  }
  return { seconds, metres };
}

/** The same for a few locations and many legs: one travel block for each location. */
function shrinkByFew(
  travel: TravelTimes,
  rows: TravelRowStore,
  { place, legSeconds, legMetres, size }: TourFacts,
  firstSlot: number,
  from: number,
  to: number,
): LegShrink {
  let seconds = 0;
  let metres = 0;
  for (let x = from; x < to; x++) {
    const block = rows.readBlock(travel, x);
    for (let slot = firstSlot; slot < size - 1; slot++) {
      const a = place[slot]!;
      const b = place[slot + 1]!;
      if (a < 0 || b < 0) continue;
      const out = (a + 1) * BLOCK;
      const back = (b + 1) * BLOCK;
      seconds = Math.max(seconds, legSeconds[slot]! - block[out + SECONDS_TO]! - block[back + SECONDS_FROM]!);
      metres = Math.max(metres, legMetres[slot]! - block[out + METRES_TO]! - block[back + METRES_FROM]!);
    }
  }
  return { seconds, metres };
}

/** Least travel from a to b by way of one of the locations, each leg in the best of the layers (a set of bits). */
function leastDetour(
  travel: TravelTimes,
  rows: TravelRowStore,
  what: 'seconds' | 'metres',
  a: number,
  b: number,
  layers: number,
  from: number,
  to: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  travel.layers.forEach((layer, l) => {
    if ((layers & (1 << l)) === 0) return;
    travel.layers.forEach((_, k) => {
      if ((layers & (1 << k)) === 0) return;
      const back = rows.readColumn(travel, b, k)[what];
      least = Math.min(least, leastSum(layer[what], a * travel.stride, back, from, to));
    });
  });
  return least;
}

function leastSum(
  out: Int32Array | Float64Array,
  at: number,
  back: Int32Array | Float64Array,
  from: number,
  to: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let x = from; x < to; x++) {
    const sum = out[at + x]! + back[x]!;
    if (sum < least) least = sum;
  }
  return least;
}
