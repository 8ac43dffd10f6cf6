/** A tour offered for recombination. */
export interface PartitionColumn {
  cost: number;
  /** Vehicle type that drives it. */
  type: number;
  /** Its visits in order. */
  nodes: Int32Array;
}

/**
 * The question of set partitioning: choose tours so that every request is in exactly one, or left out at its penalty,
 * no type of vehicle is used more often than there are vehicles, and the cost is least.
 */
export interface PartitionQuestion {
  readonly columns: readonly PartitionColumn[];
  readonly requestCount: number;
  /** `[t]` = number of vehicles of type t. */
  readonly fleet: readonly number[];
  /** `[r]` = cost of leaving request r out. */
  readonly penalties: ArrayLike<number>;
  /** Cost of the best answer known; only a cheaper one is of use. */
  readonly bound: number;
}

/** Answers with the numbers of the chosen columns; undefined when it found nothing of use. */
export type PartitionSolver = (question: PartitionQuestion) => readonly number[] | undefined;
