import { improvePlan } from '../../backend/planner/index.ts';
import type { PlanImprover } from '../../backend/ports/planImprover.ts';

/** Without recombination: it is loaded anew for each search, which counts where searches are short. */
export const PLAIN_IMPROVER: PlanImprover = {
  improve: async (problem, plan, { seed, iterations = 0 }) =>
    improvePlan(problem, plan, { seed, iterations }),
};
