import type { Plan } from '../planner/model/plan.ts';
import type { PlanProblem } from '../planner/model/problem.ts';

/** How long to look for a better plan. One of `seconds` and `iterations` ends it, whichever comes first. */
export interface ImprovementBudget {
  readonly seed: number;
  /** Seconds of the wall's clock. */
  readonly seconds?: number;
  /** Steps of the search: the same seed and steps give the same plan. */
  readonly iterations?: number;
}

/** Looks for cheaper plans, in a thread of its own where there is one. */
export interface PlanImprover {
  /**
   * The best plan found within the budget, the one given where none is better. What is fixed stays, nobody is lost.
   * @throws Error when the search was stopped or failed; the plan given is as good as before
   */
  improve(problem: PlanProblem, plan: Plan, budget: ImprovementBudget): Promise<Plan>;
}
