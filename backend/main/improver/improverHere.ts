import { improvePlan } from '../../planner/index.ts';
import type { PlanImprover } from '../../ports/planImprover.ts';
import { createPartitionSolver } from '../../solve/partitionWithHighs.ts';

/** Share of the seconds that one recombination of tours may take. */
const PARTITION_SHARE = 0.15;

/** Improves in the thread that asks, which does nothing else meanwhile: for a played day, or inside a worker. */
export const improverHere: PlanImprover = {
  async improve(problem, plan, { seed, seconds, iterations }) {
    const begun = Date.now();
    const spent = () => (seconds === undefined ? 0 : (Date.now() - begun) / (seconds * 1000));
    const partition = await createPartitionSolver(seconds && seconds * PARTITION_SHARE);
    return improvePlan(problem, plan, {
      seed,
      partition,
      ...(iterations !== undefined && { iterations }),
      ...(iterations === undefined && { spent }),
      ...(seconds !== undefined && { shouldStop: () => spent() >= 1 }),
    });
  },
};
