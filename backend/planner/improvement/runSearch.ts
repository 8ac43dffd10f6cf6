import type { Annealing } from './anneal.ts';
import { Cycles } from './cycles.ts';
import type { ImproveOptions } from './improvePlan.ts';
import type { PartitionSolver } from './partition.ts';
import { serveRest } from './serveRest.ts';

/** Looks at the clock in all, and steps between two of them at the least and at the most: a look may take as long as steps. */
const LOOKS = 2000;
const LEAST_STEPS_PER_LOOK = 64;
const MOST_STEPS_PER_LOOK = 1024;
/** From more requests than this on, a linear program takes longer than the search needs to find the same. */
const MOST_TO_RECOMBINE = 400;
/** How much of the budget one recombination may take, without serving the rest of what it found parts of. */
const RECOMBINE_SHARE = 0.14;
/** The same where it may end with the cheapest plan there is. */
const PROOF_SHARE = 0.35;
/** How much of what is left of it one may take, so that there is time for the last cooling. */
const MOST_OF_REST = 0.6;
/** Steps per request to serve the rest of one part of a plan, at the most and as a share of those of the whole search. */
const MOST_FOR_REST = 200;
const REST_SHARE = 0.06;
/** From which share of the time on the pace so far tells how many steps there will be, and the guess per request before. */
const SHARE_TO_JUDGE_BY = 0.02;
const GUESSED_STEPS = 50;
/** How far down the way to the end temperature a search goes that cools only once: further down it only loses time. */
const COLDEST = 0.73;
/** Steps of a search for which neither steps nor share of time were given. */
const OPEN_ENDED_STEPS = 1_000_000;

/** Searches until the steps are done or it is told to stop. */
export function runSearch(search: Annealing, options: ImproveOptions): void {
  const { iterations = Number.POSITIVE_INFINITY, shouldStop, spent, onProgress, partition } = options;
  const horizon = Number.isFinite(iterations) ? iterations : OPEN_ENDED_STEPS;
  const { requestCount } = search.tours.compiled;
  const { from, until } = options.span ?? { from: 0, until: 1 };
  const cycles =
    partition && requestCount <= MOST_TO_RECOMBINE ? new Cycles(requestCount, from > 0) : undefined;
  search.collectsTours = requestCount <= MOST_TO_RECOMBINE && Boolean(partition || options.onTours);
  search.start(options.span?.unit);
  let reported = Number.POSITIVE_INFINITY;
  let share = 0;
  /** Cost when the cycle began. */
  let before = Number.POSITIVE_INFINITY;
  let total = horizon;
  /** Share of the budget that went into recombination. */
  let recombined = 0;
  let nextLook = 0;
  for (let steps = 0; steps < iterations; steps++) {
    if (steps === nextLook) {
      if (shouldStop?.()) break;
      share = Math.min(1, spent ? spent() : steps / horizon);
      if (search.best.cost < reported) {
        reported = search.best.cost;
        onProgress?.({ steps, cost: reported });
      }
      const searched = share - recombined;
      if (spent) total = searched > SHARE_TO_JUDGE_BY ? steps / searched : GUESSED_STEPS * requestCount;
      const pause = Math.round(total / LOOKS);
      nextLook = steps + Math.min(MOST_STEPS_PER_LOOK, Math.max(LEAST_STEPS_PER_LOOK, pause));
      cycles?.advance(share, total);
      if (partition && cycles?.isOver(share)) {
        recombineFrom(share, search, partition, options, total);
        if (search.isProven) {
          if (search.best.cost < reported) onProgress?.({ steps, cost: search.best.cost });
          break;
        }
        const after = spent ? Math.min(1, spent()) : share;
        recombined += after - share;
        cycles.next(after, search.best.cost < before);
        before = search.best.cost;
        share = after;
      }
    }
    const level = cycles ? cycles.level(share) : COLDEST * (from + (until - from) * share);
    search.step(level, total / (until - from));
  }
}

/**
 * Recombines the tours met, and serves the rest of parts of plans.
 * @param begun share of the budget that is spent
 * @param total steps that the whole budget is enough for; where steps are counted, recombining has its share of them
 */
function recombineFrom(
  begun: number,
  search: Annealing,
  partition: PartitionSolver,
  { shouldStop, spent }: ImproveOptions,
  total: number,
): void {
  const share = search.canProve ? PROOF_SHARE : RECOMBINE_SHARE;
  const most = Math.max(1e-9, Math.min(share, (1 - begun) * MOST_OF_REST));
  const taken = () => (shouldStop?.() ? 1 : spent ? (spent() - begun) / most : 0);
  const budget = { spent: taken, ...(!spent && { mostSteps: most * total }) };
  const pace = total / search.tours.compiled.requestCount;
  search.recombine(partition, budget, () => {
    if (!shouldStop?.()) serveRest(search, Math.min(MOST_FOR_REST, pace * REST_SHARE));
  });
}
