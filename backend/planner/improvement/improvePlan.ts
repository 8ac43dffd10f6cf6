import type { Plan } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import type { Annealing } from './anneal.ts';
import { closeSearch, openSearch } from './openSearch.ts';
import type { PartitionColumn, PartitionSolver } from './partition.ts';
import type { SearchSettings } from './settings.ts';

/** How long and how to improve. At least one of `iterations` and `shouldStop` must end the search. */
export interface ImproveOptions {
  readonly seed: number;
  /** Steps of the search. The same seed and steps give the same plan, unless something stops it before. */
  readonly iterations?: number;
  /** Asked every few steps; true ends the search. */
  readonly shouldStop?: () => boolean;
  /** How much of the time is spent, 0 … 1: the search cools by it. Absent: by steps done of `iterations`. */
  readonly spent?: () => number;
  readonly onProgress?: (progress: ImproveProgress) => void;
  /** Recombines good tours; absent: the search does without. */
  readonly partition?: PartitionSolver;
  readonly settings?: Partial<SearchSettings>;
  /** The part of a longer search that this one is, shares of its budget: cooling and recombination go by it. */
  readonly span?: SearchSpan;
  /** Told at the end the tours of the best plans met, at most so many as are recombined at a time. */
  readonly onTours?: (tours: readonly PartitionColumn[]) => void;
}

/** From which share of a longer search to which, 0 … 1. */
export interface SearchSpan {
  readonly from: number;
  readonly until: number;
}

export interface ImproveProgress {
  readonly steps: number;
  /** Cost of the best plan so far, penalties included; must-serve requests left out count 1e9 each. */
  readonly cost: number;
}

/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 16;
/** From which share of the budget on tours are recombined, until which, and how much of it lies between, at the least. */
const RECOMBINE_FROM = 0.5;
const RECOMBINE_UNTIL = 0.92;
const RECOMBINE_EVERY = 0.06;
/** How much longer to search than the last recombination took. */
const SEARCH_PER_RECOMBINATION = 4;
/** From more requests than this on, a linear program takes longer than the search needs to find the same. */
const MOST_TO_RECOMBINE = 400;
/** From which share of the time on the pace so far tells how many steps there will be, and the guess per request before. */
const SHARE_TO_JUDGE_BY = 0.02;
const GUESSED_STEPS = 50;
/** Steps of a search for which neither steps nor share of time were given. */
const OPEN_ENDED_STEPS = 1_000_000;

/**
 * Looks for a cheaper plan: same problem, same fixed visits, every rule kept, nobody lost who was served. The plan given
 * is never made worse; where nothing better is found it is returned as it is. Schedules that break a rule as given are
 * left alone.
 * @throws PlanProblemError when the problem itself is broken
 */
export function improvePlan(problem: PlanProblem, plan: Plan, options: ImproveOptions): Plan {
  const opened = openSearch(problem, plan, options.seed, options.settings);
  if (!opened) return plan;
  const { search } = opened;
  run(search, options);
  options.onTours?.(search.goodTours());
  return closeSearch(opened);
}

function run(search: Annealing, options: ImproveOptions): void {
  const { iterations = Number.POSITIVE_INFINITY, shouldStop, spent, onProgress, partition } = options;
  const { from, until } = options.span ?? { from: 0, until: 1 };
  const horizon = Number.isFinite(iterations) ? iterations : OPEN_ENDED_STEPS;
  const spanShare = () => from + (until - from) * Math.min(1, spent ? spent() : steps / horizon);
  let steps = 0;
  const canRecombine = search.tours.compiled.requestCount <= MOST_TO_RECOMBINE;
  let next = partition && canRecombine ? RECOMBINE_FROM : Number.POSITIVE_INFINITY;
  search.start();
  let reported = Number.POSITIVE_INFINITY;
  let share = 0;
  let total = horizon / (until - from);
  for (; steps < iterations; steps++) {
    if (steps % STEPS_PER_LOOK === 0) {
      if (shouldStop?.()) break;
      share = spanShare();
      const done = share - from;
      if (spent)
        total = done > SHARE_TO_JUDGE_BY ? steps / done : GUESSED_STEPS * search.tours.compiled.requestCount;
      if (search.best.cost < reported) {
        reported = search.best.cost;
        onProgress?.({ steps, cost: reported });
      }
      if (partition && share >= next && share < RECOMBINE_UNTIL) {
        search.recombine(partition);
        const after = spanShare();
        next = after + Math.max(RECOMBINE_EVERY, SEARCH_PER_RECOMBINATION * (after - share));
      }
    }
    search.step(share, total);
  }
}
