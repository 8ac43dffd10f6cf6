import type { PerformedLeg } from './performedLeg.ts';

/** Shorter drives tell more about doors and parking than about roads. */
const SHORTEST_SECONDS = 120;
/** Performed ÷ road time outside of this: a pause, a forgotten tap, a wrong turn, not the road. */
const QUICKEST_RATIO = 0.5;
const SLOWEST_RATIO = 2.5;

/** Legs that tell something about roads, and how many do not. */
export interface CountedLegs {
  readonly legs: readonly PerformedLeg[];
  readonly tooShort: number;
  readonly tooFarOff: number;
}

/** Leaves out legs that say nothing about roads. */
export function countLegs(all: readonly PerformedLeg[]): CountedLegs {
  const long = all.filter(
    (leg) => leg.roadSeconds >= SHORTEST_SECONDS && leg.performedSeconds >= SHORTEST_SECONDS / 2,
  );
  const legs = long.filter(({ performedSeconds, roadSeconds }) => {
    const ratio = performedSeconds / roadSeconds;
    return ratio >= QUICKEST_RATIO && ratio <= SLOWEST_RATIO;
  });
  return { legs, tooShort: all.length - long.length, tooFarOff: long.length - legs.length };
}

/** The value that a share of the values lies below, between the two nearest; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
