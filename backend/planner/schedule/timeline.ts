/**
 * The times of one tour as a system of differences. Node 0 is the departure, nodes 1 … size − 2 are the visits in
 * order, node size − 1 is the arrival at the end. Feasible times t satisfy
 *   lo[i] <= t[i] <= hi[i],
 *   t[i + 1] >= t[i] + gap[i]                 (dwell, rest and travel),
 *   t[backTo[i]] >= t[i] - span[i]            (ride time: dropoff to its pickup; duty: end to departure).
 * Every difference constraint points to at most one node backwards, so that arrays are enough. All arrays are reused.
 */
export interface Timeline {
  size: number;
  lo: Float64Array;
  hi: Float64Array;
  /** `-Infinity` where nothing ties two fixed nodes together. */
  gap: Float64Array;
  /** −1: none. */
  backTo: Int32Array;
  backFrom: Int32Array;
  span: Float64Array;
  /** Cost per second by which a node starts later. */
  price: Float64Array;
  /** The times found. */
  t: Float64Array;
  /** Dual prices of the best times: `[i]` of the chain from i to i + 1, and of the backward constraint of i. */
  flowOn: Float64Array;
  flowBack: Float64Array;
  /** What the search for best times has yet to spend and to meet at each node. */
  supply: Float64Array;
  demand: Float64Array;
  parent: Int32Array;
  via: Uint8Array;
  queue: Int32Array;
}

/** Comparisons of times allow for this much rounding in instances that use doubles; whole seconds are exact anyway. */
export const TIME_TOLERANCE = 1e-6;

/** An empty timeline with room for `room` nodes. */
export function createTimeline(room: number): Timeline {
  return {
    size: 0,
    lo: new Float64Array(room),
    hi: new Float64Array(room),
    gap: new Float64Array(room),
    backTo: new Int32Array(room),
    backFrom: new Int32Array(room),
    span: new Float64Array(room),
    price: new Float64Array(room),
    t: new Float64Array(room),
    flowOn: new Float64Array(room),
    flowBack: new Float64Array(room),
    supply: new Float64Array(room),
    demand: new Float64Array(room),
    parent: new Int32Array(room),
    via: new Uint8Array(room),
    queue: new Int32Array(room),
  };
}

/**
 * Sets `t` to the least feasible times (each as early as any feasible solution has it); false when there are none.
 * The constraints form a system of differences, so the least solution is the longest path from the lower bounds;
 * a round per backward constraint is enough unless a cycle gains time (Bellman 1958; for dial-a-ride tours
 * Firat & Woeginger 2011).
 */
export function findLeastTimes(line: Timeline): boolean {
  const { size, lo, hi, gap, backTo, span, t } = line;
  for (let i = 0; i < size; i++) {
    const pushed = i === 0 ? lo[0]! : Math.max(lo[i]!, t[i - 1]! + gap[i - 1]!);
    if (pushed > hi[i]! + TIME_TOLERANCE) return false;
    t[i] = pushed;
  }
  for (let round = 0; round <= size; round++) {
    let first = size;
    for (let i = size - 1; i > 0; i--) {
      const p = backTo[i]!;
      if (p < 0) continue;
      const least = t[i]! - span[i]!;
      if (least <= t[p]! + TIME_TOLERANCE) continue;
      if (least > hi[p]! + TIME_TOLERANCE) return false;
      t[p] = least;
      if (p < first) first = p;
    }
    if (first === size) return true;
    for (let i = first + 1; i < size; i++) {
      const pushed = t[i - 1]! + gap[i - 1]!;
      if (pushed <= t[i]!) continue;
      if (pushed > hi[i]! + TIME_TOLERANCE) return false;
      t[i] = pushed;
    }
  }
  return false;
}

/**
 * Writes into `latest` the greatest feasible times (each as late as any feasible solution has it). To be called only
 * when there are feasible times.
 */
export function readGreatestTimes(line: Timeline, latest: Float64Array): void {
  const { size, hi, gap, backTo, span } = line;
  for (let i = size - 1; i >= 0; i--) {
    latest[i] = i + 1 < size ? Math.min(hi[i]!, latest[i + 1]! - gap[i]!) : hi[i]!;
  }
  for (let round = 0; round <= size; round++) {
    let last = -1;
    for (let i = 1; i < size; i++) {
      const p = backTo[i]!;
      if (p < 0 || latest[p]! + span[i]! >= latest[i]! - TIME_TOLERANCE) continue;
      latest[i] = latest[p]! + span[i]!;
      last = i;
    }
    if (last < 0) return;
    for (let i = last - 1; i >= 0; i--) latest[i] = Math.min(latest[i]!, latest[i + 1]! - gap[i]!);
  }
}
