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
  flowOn: Float64Array;
  flowBack: Float64Array;
  supply: Float64Array;
  demand: Float64Array;
  parent: Int32Array;
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
 * Moves `t` from the least feasible times to the cheapest ones, the sum of price[i] · t[i]: the exact form of leaving
 * later where slack allows (Cordeau & Laporte 2003, steps 3 to 8, settle for a heuristic order of delays). The sum is
 * an L♮-convex function, so steepest steps upwards from the least solution end at the optimum (Murota 2003); the
 * steepest set is the minimal closure of the tight constraints, found as a minimum cut (Picard 1976) whose flow is
 * kept from step to step.
 */
export function moveToBestTimes(line: Timeline): void {
  const { size, hi, gap, backTo, span, t, price, supply, demand, flowOn, flowBack, parent, queue } = line;
  let scale = 0;
  for (let i = 0; i < size; i++) {
    supply[i] = Math.max(0, -price[i]!);
    demand[i] = Math.max(0, price[i]!);
    flowOn[i] = 0;
    flowBack[i] = 0;
    scale = Math.max(scale, Math.abs(price[i]!));
  }
  const crumb = scale * 1e-12;
  for (;;) {
    const reached = reachFromSupply(line, crumb);
    if (reached < 0) continue;
    if (reached === 0) return;
    let step = Number.POSITIVE_INFINITY;
    for (let q = 0; q < reached; q++) {
      const i = queue[q]!;
      step = Math.min(step, hi[i]! - t[i]!);
      if (i + 1 < size && parent[i + 1]! === UNREACHED) step = Math.min(step, t[i + 1]! - t[i]! - gap[i]!);
      const p = backTo[i]!;
      if (p >= 0 && parent[p]! === UNREACHED) step = Math.min(step, t[p]! - t[i]! + span[i]!);
    }
    if (!(step > 0) || step === Number.POSITIVE_INFINITY) return;
    for (let q = 0; q < reached; q++) t[queue[q]!]! += step;
  }
}

const UNREACHED = -2;
const ROOT = -1;

/**
 * Searches from all unspent supply along tight constraints and back along flow. Returns the number of nodes reached
 * (listed in `queue`), or −1 when it met demand or an upper bound and sent flow there.
 */
function reachFromSupply(line: Timeline, crumb: number): number {
  const { size, hi, gap, backTo, backFrom, span, t, supply, demand, flowOn, flowBack, parent, queue } = line;
  let tail = 0;
  for (let i = 0; i < size; i++) {
    if (supply[i]! > crumb) {
      parent[i] = ROOT;
      queue[tail++] = i;
    } else {
      parent[i] = UNREACHED;
    }
  }
  for (let head = 0; head < tail; head++) {
    const i = queue[head]!;
    if (demand[i]! > crumb || t[i]! >= hi[i]! - TIME_TOLERANCE) {
      sendFlow(line, i);
      return -1;
    }
    if (i + 1 < size && parent[i + 1]! === UNREACHED && t[i + 1]! - t[i]! - gap[i]! <= TIME_TOLERANCE) {
      parent[i + 1] = i;
      queue[tail++] = i + 1;
    }
    const p = backTo[i]!;
    if (p >= 0 && parent[p]! === UNREACHED && t[p]! - t[i]! + span[i]! <= TIME_TOLERANCE) {
      parent[p] = i;
      queue[tail++] = p;
    }
    if (i > 0 && flowOn[i - 1]! > crumb && parent[i - 1]! === UNREACHED) {
      parent[i - 1] = i;
      queue[tail++] = i - 1;
    }
    const d = backFrom[i]!;
    if (d >= 0 && flowBack[d]! > crumb && parent[d]! === UNREACHED) {
      parent[d] = i;
      queue[tail++] = d;
    }
  }
  return tail;
}

/** Sends as much as possible from the root of the search to node `to`. */
function sendFlow(line: Timeline, to: number): void {
  const { hi, t, supply, demand, flowOn, flowBack, parent } = line;
  const bounded = t[to]! < hi[to]! - TIME_TOLERANCE;
  let amount = bounded ? demand[to]! : Number.POSITIVE_INFINITY;
  let root = to;
  while (parent[root]! !== ROOT) {
    const from = parent[root]!;
    if (isAgainstChain(line, from, root)) amount = Math.min(amount, flowOn[root]!);
    else if (isAgainstBack(line, from, root)) amount = Math.min(amount, flowBack[root]!);
    root = from;
  }
  amount = Math.min(amount, supply[root]!);
  supply[root]! -= amount;
  if (bounded) demand[to]! -= amount;
  for (let i = to; i !== root; ) {
    const from = parent[i]!;
    if (isAgainstChain(line, from, i)) flowOn[i]! -= amount;
    else if (isAgainstBack(line, from, i)) flowBack[i]! -= amount;
    else if (i === from + 1) flowOn[from]! += amount;
    else flowBack[from]! += amount;
    i = from;
  }
}

/** Did the search step from `from` to `to` by taking flow back from the chain? A tight backward pair is told apart. */
function isAgainstChain(line: Timeline, from: number, to: number): boolean {
  return to === from - 1 && !(line.backTo[from] === to && isBackTight(line, from, to));
}

function isAgainstBack(line: Timeline, from: number, to: number): boolean {
  return line.backFrom[from] === to && !(to === from + 1 && isChainTight(line, from));
}

function isBackTight(line: Timeline, d: number, p: number): boolean {
  return line.t[p]! - line.t[d]! + line.span[d]! <= TIME_TOLERANCE;
}

function isChainTight(line: Timeline, i: number): boolean {
  return line.t[i + 1]! - line.t[i]! - line.gap[i]! <= TIME_TOLERANCE;
}
