/** A tour, to be handed from one search to another. */
export interface PartitionColumn {
  readonly cost: number;
  /** Vehicle type that drives it. */
  readonly type: number;
  /** Its visits in order. */
  readonly nodes: Int32Array;
}

/** Tours to choose from: the columns 0 … count - 1. */
export interface PartitionColumns {
  readonly count: number;
  /** `[c]` = cost of column c. */
  readonly costs: Float64Array;
  /** `[c]` = vehicle type that drives column c. */
  readonly types: Int32Array;
  /** The requests of column c are `members[starts[c] … starts[c + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/**
 * The question of set covering: choose tours so that every request is in at least one, or left out at its penalty, no
 * type of vehicle is used more often than there are vehicles, and the cost is least. Who is in two tours can be taken
 * out of one of them.
 */
export interface PartitionQuestion {
  readonly requestCount: number;
  readonly columns: PartitionColumns;
  /**
   * Looks for more columns, given the shadow prices of the relaxation (the requests', then the vehicle types') and its cost. Answers
   * with all columns, those known before first (a cheaper order may have been found); undefined when there are no more to be had.
   */
  readonly grow?: (prices: Float64Array, least: number, isHasty: boolean) => PartitionColumns | undefined;
  /** `[t]` = number of vehicles of type t. */
  readonly fleet: readonly number[];
  /** `[r]` = cost of leaving request r out. */
  readonly penalties: ArrayLike<number>;
  /** Cost of the best answer known, only a cheaper one is of use; and its columns. */
  readonly bound: number;
  readonly known: readonly number[];
  /** How much of the time for this question is spent: at 1 it is up. */
  readonly spent: () => number;
  /** A guess at the prices: the requests', then the vehicle types' (these at most 0). */
  readonly hints: Float64Array;
}

/** What a solver answers. */
export interface PartitionAnswer {
  /** Each lists the columns of an answer or of a part of one, the most promising first; none when nothing of use was found. */
  readonly choices: readonly (readonly number[])[];
  /** Shadow prices of the relaxation without whole numbers, the requests' and then the vehicle types' (these at most 0). */
  readonly prices: Float64Array;
  /** Cost of the relaxation: no choice among these columns costs less. */
  readonly least: number;
}

/** Answers such a question; undefined when it could not. */
export type PartitionSolver = (question: PartitionQuestion) => PartitionAnswer | undefined;
