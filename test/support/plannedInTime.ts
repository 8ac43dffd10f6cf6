import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  checkPlan,
  createEmptyPlan,
  evaluateCost,
  improvePlan,
  type Plan,
  type PlanProblem,
  prepareProblem,
} from '../../backend/planner/index.ts';
import { createPartitionSolver } from '../../backend/solve/partitionWithHighs.ts';

/** Published instances, beside the project's folder; measured, never copied. */
export const DARP_FOLDER = fileURLToPath(new URL('../../../shared/data/darp/', import.meta.url));

/** Are the published instances there? Says on stderr what is skipped when not. */
export function hasDarpInstances(what: string): boolean {
  if (existsSync(DARP_FOLDER)) return true;
  process.stderr.write(`skipped: ${what} needs the published instances in ../shared/data/darp\n`);
  return false;
}

/** `[instance, best published cost]` of one folder of published instances. */
export function readBestKnown(set: string): [string, number][] {
  const text = readFileSync(`${DARP_FOLDER}${set}/best-known.csv`, 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => [line.split(',')[0]!, Number(line.split(',')[1])]);
}

/** CPU seconds of this process, all its threads. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Plans a problem from nothing within so many CPU seconds, less when a plan of cost `target` is found; the answer was
 * judged and has no violation.
 */
export async function planInTime(
  problem: PlanProblem,
  seconds: number,
  seed: number,
  target = Number.NEGATIVE_INFINITY,
): Promise<Plan> {
  const partition = await createPartitionSolver();
  const begun = cpuSeconds();
  let share = 0;
  const spent = () => {
    share = (cpuSeconds() - begun) / seconds;
    return share;
  };
  let best = Number.POSITIVE_INFINITY;
  const plan = improvePlan(problem, createEmptyPlan(problem), {
    seed,
    partition,
    spent,
    onProgress: ({ cost }) => {
      best = cost;
    },
    // The clock was read a few steps ago: asking it again takes as long as several steps.
    shouldStop: () => best <= target || share >= 1,
  });
  return judged(problem, plan);
}

/** Plans a problem from nothing in so many steps: the same plan on every machine, however busy; judged likewise. */
export function planInSteps(problem: PlanProblem, steps: number, seed: number): Plan {
  return judged(problem, improvePlan(problem, createEmptyPlan(problem), { seed, iterations: steps }));
}

function judged(problem: PlanProblem, plan: Plan): Plan {
  const faults = checkPlan(problem, plan);
  const others = faults.filter(({ code }) => code !== 'unservedRequest');
  if (others.length > 0) throw new Error(`the checker found ${JSON.stringify(others[0])} in a plan`);
  return plan;
}

/** Cost of a plan by the objective, without penalties. */
export function costOf(problem: PlanProblem, plan: Plan): number {
  const prepared = prepareProblem(problem);
  return plan.schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
}
