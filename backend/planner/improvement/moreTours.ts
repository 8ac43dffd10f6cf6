import type { ExactPricing } from './exactPricing.ts';
import type { PartitionQuestion } from './partition.ts';
import type { TourPool } from './tourPool.ts';
import type { TourPricing } from './tourPricing.ts';

/** How often more tours are looked for at the most, and over how many rounds the relaxation must fall by which share to go on. */
const ROUNDS = 80;
const SLOW_ROUNDS = 5;
const SLOW = 0.0004;
/** How many tours are varied in each of these rounds, and in those that follow while whole answers are sought. */
const TRIES = 1200;
const TRIES_LATER = 150;
/** How often all tours there are are looked through, at the most. */
const MOST_LISTINGS = 500;
/** Share of the prices before that stays when new ones come in. */
const STEADINESS = 0.5;
/** Up to which share of the gap between relaxation and best plan a tour may be too dear and yet be remembered. */
const GAP_SHARE = 0.5;

/**
 * What varying one tour costs in steps of the search, as measured: on days of 60 to 120 requests 1,200 of them take as long
 * as 750 steps. The linear programs in between are not counted: hardly anything there, on a day of 200 requests seven to
 * ten times as long as the varying.
 */
const STEPS_PER_TRY = 0.6;

/** How much varying may be done, in steps of the search: it is counted, so that equal budgets give equal plans. */
export interface VaryingWork {
  /** Done so far. */
  steps: number;
  readonly mostSteps: number;
}

/** Ways to more tours while a covering question is answered. */
type MoreTours = Required<Pick<PartitionQuestion, 'grow'>> & Pick<PartitionQuestion, 'complete'>;

/**
 * More tours by varying good ones.
 * @param bound cost of the best plan known
 * @param work counted up; none beyond what it allows
 */
export function varyTours(pool: TourPool, pricing: TourPricing, bound: number, work: VaryingWork): MoreTours {
  const steady = steadyPrices();
  /** Costs of the relaxation, round by round. */
  const costs: number[] = [];
  return {
    grow: ({ prices, least }, isDiving) => {
      const gap = Math.max(0, bound - least);
      const cost = (isDiving ? TRIES_LATER : TRIES) * STEPS_PER_TRY;
      if (work.steps + cost > work.mostSteps) return undefined;
      work.steps += cost;
      if (isDiving) {
        return pricing.search(pool, prices, TRIES_LATER, gap * GAP_SHARE) === 0 ? undefined : pool.columns();
      }
      const found = pricing.search(pool, steady(prices), TRIES, gap * GAP_SHARE);
      const isSlow = costs.length >= SLOW_ROUNDS && costs.at(-SLOW_ROUNDS)! - least < bound * SLOW;
      return found > 0 && !isSlow && costs.push(least) < ROUNDS ? pool.columns() : undefined;
    },
  };
}

/** More tours by listing all there are: first those that gain much by steady prices, then any. */
export function listTours(pool: TourPool, exact: ExactPricing): MoreTours {
  const steady = steadyPrices();
  let listings = 0;
  return {
    grow: ({ prices, surcharge }, isDiving) => {
      if (++listings > MOST_LISTINGS) return undefined;
      if (!isDiving && exact.search(pool, steady(prices), true) > 0) return pool.columns();
      return exact.search(pool, prices, false, surcharge) > 0 ? pool.columns() : undefined;
    },
    complete: ({ prices, surcharge }, gap) =>
      exact.complete(pool, prices, gap, surcharge) ? pool.columns() : undefined,
  };
}

/**
 * Prices between those before and the new ones: the relaxation's own swing far to and fro from round to round, and tours
 * made by them are of use in that one only (smoothing, Wentges 1997; Pessoa, Sadykov, Uchoa & Vanderbeck 2018).
 */
function steadyPrices(): (asked: Float64Array) => Float64Array {
  let before: Float64Array | undefined;
  return (asked) => {
    const known = before ?? asked;
    before = asked.map((price, r) => STEADINESS * known[r]! + (1 - STEADINESS) * price);
    return before;
  };
}
