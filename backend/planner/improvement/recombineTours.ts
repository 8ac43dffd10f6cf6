import type { Plan } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import { closeSearch, openSearch } from './openSearch.ts';
import type { PartitionColumn, PartitionSolver } from './partition.ts';

/**
 * The cheapest plan of tours that several searches of the same problem have met, from plans with the same fixed visits
 * (Rochat & Taillard 1995); the plan given where the solver finds nothing cheaper.
 */
export function recombineTours(
  problem: PlanProblem,
  plan: Plan,
  tours: readonly PartitionColumn[],
  solver: PartitionSolver,
): Plan {
  const opened = openSearch(problem, plan, 1);
  if (!opened) return plan;
  const { search } = opened;
  search.start();
  search.learn(tours);
  search.recombine(solver);
  return closeSearch(opened);
}
