import type { Plan } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import { closeSearch, openSearch } from './openSearch.ts';
import type { PartitionColumn, PartitionSolver } from './partition.ts';
import { runSearch } from './runSearch.ts';
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
  /** Recombines good tours, and may prove a plan to be the cheapest, which ends the search; absent: it does without. */
  readonly partition?: PartitionSolver;
  readonly settings?: Partial<SearchSettings>;
  /** The part of a longer search that this one is, shares of its budget: cooling and recombination go by it. */
  readonly span?: SearchSpan;
  /** Told at the end the tours of the best plans met, at most a thousand. */
  readonly onTours?: (tours: readonly PartitionColumn[]) => void;
}

/** From which share of a longer search to which, 0 … 1. */
export interface SearchSpan {
  readonly from: number;
  readonly until: number;
  /** Cost per request of the plan with which the longer search began, the unit of its temperatures. */
  readonly unit?: number;
}

/** How far a search has come. */
export interface ImproveProgress {
  readonly steps: number;
  /** Cost of the best plan so far, penalties included; must-serve requests left out count 1e9 each. */
  readonly cost: number;
}

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
  runSearch(search, options);
  options.onTours?.(search.goodTours());
  return closeSearch(opened);
}
