import { TIME_TOLERANCE, type Timeline } from './timeline.ts';

/**
 * Moves `t` from the least feasible times to the cheapest ones, the sum of price[i] · t[i]: the exact form of leaving
 * later where slack allows (Cordeau & Laporte 2003, steps 3 to 8, settle for a heuristic order of delays). The sum is
 * an L♮-convex function, so steepest steps upwards from the least solution end at the optimum (Murota 2003); the
 * steepest set is the minimal closure of the tight constraints, found as a minimum cut (Picard 1976) whose flow is
 * kept from step to step. The flow that remains is part of a dual solution, see `legPrices`.
 */
export function moveToBestTimes(line: Timeline): void {
  const crumb = openAccounts(line);
  cancelTightRides(line);
  let reached = reach(line, crumb, startSearch(line, crumb));
  while (reached !== 0) {
    if (reached > 0) raise(line, reached);
    reached = reach(line, crumb, reached > 0 ? reached : startSearch(line, crumb));
  }
}

const UNREACHED = -2;
const ROOT = -1;

/** How the search came to a node: along a constraint, or back along the flow on one. */
const CHAIN = 0;
const BACK = 1;
const CHAIN_FLOW = 2;
const BACK_FLOW = 3;

/** Nodes that gain by a later time have that to spend, nodes that lose have it to be paid. Returns what counts as nothing. */
function openAccounts(line: Timeline): number {
  const { size, price, supply, demand, flowOn, flowBack } = line;
  let scale = 0;
  for (let i = 0; i < size; i++) {
    const cost = price[i]!;
    supply[i] = Math.max(-cost, 0);
    demand[i] = Math.max(cost, 0);
    flowOn[i] = 0;
    flowBack[i] = 0;
    scale += Math.abs(cost);
  }
  return scale * 1e-12;
}

/**
 * A pickup from which nothing is loose up to its dropoff gains by a later time what the dropoff loses: paid at once,
 * which leaves little for the search. `queue[i]` holds the first node of the tight run that ends at i.
 */
function cancelTightRides(line: Timeline): void {
  const { size, gap, t, backTo, supply, demand, flowOn, queue } = line;
  queue[0] = 0;
  for (let i = 1; i < size; i++) {
    queue[i] = t[i]! - t[i - 1]! - gap[i - 1]! <= TIME_TOLERANCE ? queue[i - 1]! : i;
    const p = backTo[i]!;
    if (p < 0 || queue[i]! > p) continue;
    const amount = Math.min(supply[p]!, demand[i]!);
    if (amount <= 0) continue;
    supply[p]! -= amount;
    demand[i]! -= amount;
    for (let k = p; k < i; k++) flowOn[k]! += amount;
  }
}

/** Puts every node with something to spend at the front of the queue; returns how many there are. */
function startSearch(line: Timeline, crumb: number): number {
  const { size, supply, parent, queue } = line;
  let count = 0;
  for (let i = 0; i < size; i++) {
    if (supply[i]! > crumb) {
      parent[i] = ROOT;
      queue[count++] = i;
    } else {
      parent[i] = UNREACHED;
    }
  }
  return count;
}

/**
 * Goes on from the first `tail` nodes of the queue along tight constraints and back along flow. Returns how many nodes
 * are reached, or −1 when something could be paid.
 */
function reach(line: Timeline, crumb: number, tail: number): number {
  const { size, hi, gap, backTo, backFrom, span, t, demand, flowOn, flowBack, parent, via, queue } = line;
  for (let head = 0; head < tail; head++) {
    const i = queue[head]!;
    const now = t[i]!;
    if (demand[i]! > crumb || now >= hi[i]! - TIME_TOLERANCE) {
      pay(line, i);
      return -1;
    }
    if (i + 1 < size && parent[i + 1]! === UNREACHED && t[i + 1]! - now - gap[i]! <= TIME_TOLERANCE) {
      parent[i + 1] = i;
      via[i + 1] = CHAIN;
      queue[tail++] = i + 1;
    }
    const p = backTo[i]!;
    if (p >= 0 && parent[p]! === UNREACHED && t[p]! - now + span[i]! <= TIME_TOLERANCE) {
      parent[p] = i;
      via[p] = BACK;
      queue[tail++] = p;
    }
    if (i > 0 && flowOn[i - 1]! > crumb && parent[i - 1]! === UNREACHED) {
      parent[i - 1] = i;
      via[i - 1] = CHAIN_FLOW;
      queue[tail++] = i - 1;
    }
    const d = backFrom[i]!;
    if (d >= 0 && flowBack[d]! > crumb && parent[d]! === UNREACHED) {
      parent[d] = i;
      via[d] = BACK_FLOW;
      queue[tail++] = d;
    }
  }
  return tail;
}

/** Pays as much as possible from the root of the search to node `to`; an upper bound takes any amount. */
function pay(line: Timeline, to: number): void {
  const { hi, t, supply, demand, flowOn, flowBack, parent, via } = line;
  const isBounded = t[to]! >= hi[to]! - TIME_TOLERANCE;
  let amount = isBounded ? Number.POSITIVE_INFINITY : demand[to]!;
  let root = to;
  for (; parent[root]! !== ROOT; root = parent[root]!) {
    if (via[root] === CHAIN_FLOW) amount = Math.min(amount, flowOn[root]!);
    else if (via[root] === BACK_FLOW) amount = Math.min(amount, flowBack[root]!);
  }
  amount = Math.min(amount, supply[root]!);
  supply[root]! -= amount;
  if (!isBounded) demand[to]! -= amount;
  for (let i = to; i !== root; i = parent[i]!) {
    const from = parent[i]!;
    if (via[i] === CHAIN) flowOn[from]! += amount;
    else if (via[i] === BACK) flowBack[from]! += amount;
    else if (via[i] === CHAIN_FLOW) flowOn[i]! -= amount;
    else flowBack[i]! -= amount;
  }
}

/** Moves the nodes reached later until one more constraint gets tight. */
function raise(line: Timeline, reached: number): void {
  const { size, hi, gap, backTo, span, t, parent, queue } = line;
  let step = Number.POSITIVE_INFINITY;
  for (let q = 0; q < reached; q++) {
    const i = queue[q]!;
    const now = t[i]!;
    if (hi[i]! - now < step) step = hi[i]! - now;
    if (i + 1 < size && parent[i + 1]! === UNREACHED && t[i + 1]! - now - gap[i]! < step) {
      step = t[i + 1]! - now - gap[i]!;
    }
    const p = backTo[i]!;
    if (p >= 0 && parent[p]! === UNREACHED && t[p]! - now + span[i]! < step) step = t[p]! - now + span[i]!;
  }
  if (step === Number.POSITIVE_INFINITY)
    throw new RangeError('the prices of a timeline have to add up to 0 or more');
  for (let q = 0; q < reached; q++) t[queue[q]!]! += step;
}
