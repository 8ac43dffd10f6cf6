import {
  type ImproveProgress,
  improvePlan,
  type PartitionColumn,
  type Plan,
  type PlanProblem,
  type SearchSpan,
} from '../planner/index.ts';
import { createPartitionSolver } from './partitionWithHighs.ts';

/** One search, as it is handed to a thread: everything in it can be copied. */
export interface SearchErrand {
  readonly problem: PlanProblem;
  readonly plan: Plan;
  readonly seed: number;
  readonly iterations?: number;
  /** When it is to end, milliseconds of the clock. */
  readonly deadline?: number;
  readonly span: SearchSpan;
  /** Seconds that one recombination may take; absent: counted in steps. */
  readonly partitionSeconds?: number;
}

/** What a search brings back. */
export interface SearchResult {
  readonly plan: Plan;
  /** Tours of the best plans met. */
  readonly tours: readonly PartitionColumn[];
}

/** Runs an errand in this thread. `isCancelled` is asked every few steps. */
export async function runErrand(
  { problem, plan, seed, iterations, deadline, span, partitionSeconds }: SearchErrand,
  isCancelled: () => boolean,
  onProgress?: (progress: ImproveProgress) => void,
): Promise<SearchResult> {
  const partition = await createPartitionSolver(partitionSeconds);
  const begun = Date.now();
  const spent = () => (deadline === undefined ? 0 : (Date.now() - begun) / Math.max(1, deadline - begun));
  let tours: readonly PartitionColumn[] = [];
  const found = improvePlan(problem, plan, {
    seed,
    partition,
    span,
    shouldStop: () => isCancelled() || spent() >= 1,
    // Where steps are counted, nothing but when it ends may depend on how fast the machine is.
    ...(iterations === undefined ? { spent } : { iterations }),
    onTours: (met) => {
      tours = met;
    },
    ...(onProgress && { onProgress }),
  });
  return { plan: found, tours };
}
