import { parentPort } from 'node:worker_threads';
import type { Plan, PlanProblem } from '../../planner/index.ts';
import type { ImprovementBudget } from '../../ports/planImprover.ts';
import { improverHere } from './improverHere.ts';

/** What the service asks of the thread, and what it answers. */
export interface ImproverErrand {
  readonly id: number;
  readonly problem: PlanProblem;
  readonly plan: Plan;
  readonly budget: ImprovementBudget;
}
export type ImproverAnswer =
  | { readonly id: number; readonly plan: Plan }
  | { readonly id: number; readonly fault: string };

parentPort?.on('message', ({ id, problem, plan, budget }: ImproverErrand) => {
  improverHere.improve(problem, plan, budget).then(
    (found) => parentPort!.postMessage({ id, plan: found } satisfies ImproverAnswer),
    (fault: unknown) => {
      const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      parentPort!.postMessage({ id, fault: text } satisfies ImproverAnswer);
    },
  );
});
