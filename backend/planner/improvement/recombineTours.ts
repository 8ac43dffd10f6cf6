import type { Plan } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import { closeSearch, openSearch } from './openSearch.ts';
import type { PartitionColumn, PartitionSolver } from './partition.ts';

/** What came of the tours of several searches. */
export interface RecombinedPlan {
  readonly plan: Plan;
  /** No plan is cheaper. */
  readonly isProven: boolean;
}

/**
 * The cheapest plan of tours that several searches of the same problem have met, from plans with the same fixed visits
 * (Rochat & Taillard 1995); the plan given where the solver finds nothing cheaper.
 * @param mostSteps as much work as so many steps of a search; absent: until the solver ends
 */
export function recombineTours(
  problem: PlanProblem,
  plan: Plan,
  tours: readonly PartitionColumn[],
  solver: PartitionSolver,
  mostSteps?: number,
): RecombinedPlan {
  const opened = openSearch(problem, plan, 1);
  if (!opened) return { plan, isProven: false };
  const { search } = opened;
  search.start();
  search.learn(tours);
  search.recombine(solver, { spent: () => 0, ...(mostSteps !== undefined && { mostSteps }) });
  return { plan: closeSearch(opened), isProven: search.isProven };
}
