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

/** What a relaxation says of its columns. */
export interface ShadowPrices {
  /** Of the requests, then of the vehicle types. */
  readonly prices: Float64Array;
  /** Cost of the relaxation. */
  readonly least: number;
  /** What a column with these requests pays beyond their prices, at least 0 and the more the more requests; absent: nothing. */
  readonly surcharge?: (members: Int32Array) => number;
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
  readonly grow?: (shadow: ShadowPrices, isHasty: boolean) => PartitionColumns | undefined;
  /**
   * Is it certain that there are no more columns when `grow` knows of none? Then this answers with all columns that cost
   * less than `gap` beyond their prices, as `grow` does; undefined where those are too many.
   */
  readonly complete?: (shadow: ShadowPrices, gap: number) => PartitionColumns | undefined;
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
  /** No answer is cheaper than the first of the choices, or than the best answer known where there are none. */
  readonly isProven?: boolean;
}

/** Answers such a question; undefined when it could not. */
export type PartitionSolver = (question: PartitionQuestion) => PartitionAnswer | undefined;
