import { TIME_TOLERANCE, type Timeline } from './timeline.ts';

/**
 * After `moveToBestTimes`: what one more second on the chain from node i to node i + 1 costs, into `prices[i]`. It is
 * an optimal solution of the dual program, so that lengthening several legs by δ (of any sign) costs at least the sum
 * of prices[i] · δ[i], however the times are set anew. False when no such solution was found (rounding).
 *
 * The flow of the search pays for nodes that would like to be later; what nodes that would like to be sooner still
 * demand is handed up the tight constraints that hold them, as far as these lead to a lower bound.
 */
export function readLegPrices(line: Timeline, prices: Float64Array): boolean {
  const { size, lo, gap, t, backFrom, demand, flowOn, supply: need, queue: root } = line;
  let total = 0;
  for (let i = 0; i < size; i++) {
    need[i] = demand[i]!;
    prices[i] = flowOn[i]!;
    total += need[i]!;
    const isTight = i > 0 && t[i]! - t[i - 1]! - gap[i - 1]! <= TIME_TOLERANCE;
    const isHeld = t[i]! <= lo[i]! + TIME_TOLERANCE;
    root[i] = isTight && root[i - 1]! >= 0 ? root[i - 1]! : isHeld ? i : -1;
  }
  const crumb = total * 1e-12;
  for (let round = 0; round < size; round++) {
    let isDone = true;
    for (let i = size - 1; i >= 0; i--) {
      const amount = need[i]!;
      if (amount <= crumb) continue;
      if (root[i]! >= 0) {
        for (let k = root[i]!; k < i; k++) prices[k]! += amount;
        need[i] = 0;
        continue;
      }
      const pusher = findPusher(line, i);
      if (pusher < 0) return false;
      for (let k = pusher; k < i; k++) prices[k]! += amount;
      need[i] = 0;
      need[backFrom[pusher]!]! += amount;
      isDone = false;
    }
    if (isDone) return true;
  }
  return false;
}

/** The nearest node up the tight chain from i that a backward constraint holds; −1: none. */
function findPusher(line: Timeline, i: number): number {
  const { gap, t, backFrom, span } = line;
  for (let k = i; k >= 0; k--) {
    const d = backFrom[k]!;
    if (d >= 0 && t[k]! - t[d]! + span[d]! <= TIME_TOLERANCE) return k;
    if (k === 0 || t[k]! - t[k - 1]! - gap[k - 1]! > TIME_TOLERANCE) return -1;
  }
  return -1;
}
