import type { Compiled } from './compile.ts';
import { StretchBounds, type Surcharge } from './stretchBounds.ts';
import { listStretches } from './stretches.ts';
import { StretchPricing } from './stretchPricing.ts';
import { EPSILON, type Timing } from './timing.ts';
import type { TourPool } from './tourPool.ts';

/** Visits tried while stretches are listed, at the most. */
const MOST_VISITS = 600_000;
/** Up to which share of what the cheapest tour is thought to gain others are listed, too. */
const GAIN_SHARE = 0.1;
/** Tours listed at a time, tours among them with the same request, and stretches tried on the way. */
const ROUND = { tours: 500, uses: 12, steps: 100_000 };
/** Tours within a gap, and stretches tried to list them all. */
const MOST_TOURS = 20_000;
const MOST_STEPS = 400_000;
/** What gains less is nothing but rounding. */
const NEGLIGIBLE = 1e-6;

/**
 * All tours there are, by prices: for fleets of one kind whose tours fall into stretches from empty to empty, few enough
 * to be listed. They make the relaxation of a covering question exact, and with a good plan at hand the best one certain.
 */
export class ExactPricing {
  readonly #fleetIndex: number;
  readonly #bounds: StretchBounds;
  readonly #pricing: StretchPricing;

  /** Undefined where it does not apply: costs are not of legs alone, stops are joined, tours are under way, or too much is possible. */
  static create(compiled: Compiled, timing: Timing): ExactPricing | undefined {
    const [type, ...others] = compiled.types;
    if (!type || others.length > 0 || type.perSecond > 0 || type.isUnderWay) return undefined;
    if (timing.isJudged || compiled.mostSaved > 0 || compiled.isLocked.includes(1)) return undefined;
    const stretches = listStretches(compiled, 0, MOST_VISITS);
    // Comparing all ways round takes the cube of the visits; that there are too many stretches mostly shows sooner.
    if (!stretches || !isMetric(compiled)) return undefined;
    const bounds = StretchBounds.create(compiled, 0, stretches);
    return bounds && new ExactPricing(compiled.requestCount, bounds, new StretchPricing(bounds, timing));
  }

  private constructor(fleetIndex: number, bounds: StretchBounds, pricing: StretchPricing) {
    this.#fleetIndex = fleetIndex;
    this.#bounds = bounds;
    this.#pricing = pricing;
  }

  /**
   * Puts tours into the pool that cost less than their prices.
   * @param isRough those that gain little may be left out
   * @returns how many are news: 0 where there are no more
   */
  search(pool: TourPool, prices: Float64Array, isRough: boolean, surcharge?: Surcharge): number {
    this.#bounds.update(prices, surcharge);
    const typePrice = prices[this.#fleetIndex]!;
    const share = isRough ? GAIN_SHARE : 0;
    const limit = Math.min(-NEGLIGIBLE, share * this.#pricing.least(typePrice));
    return this.#pricing.list(pool, typePrice, limit, ROUND, surcharge).fresh;
  }

  /** Puts all tours into the pool that cost less than `gap` beyond their prices. @returns whether there was room for all */
  complete(pool: TourPool, prices: Float64Array, gap: number, surcharge?: Surcharge): boolean {
    this.#bounds.update(prices, surcharge);
    const limits = {
      tours: Math.min(pool.room, MOST_TOURS),
      uses: Number.POSITIVE_INFINITY,
      steps: MOST_STEPS,
    };
    return this.#pricing.list(pool, prices[this.#fleetIndex]!, gap, limits, surcharge).isComplete;
  }
}

/** Is no way round, by any visit, shorter than the way? */
function isMetric({ requestCount, location, dwell, seconds, metres, stride }: Compiled): boolean {
  const count = requestCount * 2;
  for (let a = 0; a < count; a++) {
    const row = location[a]! * stride;
    for (let b = 0; b < count; b++) {
      const from = location[b]! * stride;
      const time = seconds[row + location[b]!]! + dwell[b]! + EPSILON;
      const way = metres[row + location[b]!]! + EPSILON;
      for (let c = 0; c < count; c++) {
        const to = location[c]!;
        if (time + seconds[from + to]! < seconds[row + to]! || way + metres[from + to]! < metres[row + to]!)
          return false;
      }
    }
  }
  return true;
}
