import type { PlanProblem } from '../model/problem.ts';
import { prepareProblem } from '../schedule/preparedProblem.ts';
import { compile } from './compile.ts';

/**
 * Finds out beforehand what would be wrong with a problem once a search of it is begun.
 * @throws PlanProblemError when it cannot be planned at all
 */
export function checkProblem(problem: PlanProblem): void {
  prepareProblem(problem);
  compile(problem);
}
