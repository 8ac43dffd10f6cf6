import type { Compiled } from './compile.ts';

/**
 * For each request the others most like it, nearest first: `[r * count + k]` is the k-th nearest of request r.
 * Likeness is how much driving and waiting lies between their pickups and between their dropoffs (Shaw 1998), with
 * waiting counted as far as the windows force it.
 */
export interface Neighbours {
  readonly count: number;
  readonly list: Int32Array;
}

/** Finds the neighbours of all requests. */
export function findNeighbours(compiled: Compiled, most: number): Neighbours {
  const { requestCount } = compiled;
  const count = Math.min(most, requestCount - 1);
  const list = new Int32Array(requestCount * Math.max(count, 0));
  const gap = new Float64Array(requestCount);
  const order = new Int32Array(requestCount);
  for (let r = 0; r < requestCount; r++) {
    for (let s = 0; s < requestCount; s++) {
      gap[s] = s === r ? Number.POSITIVE_INFINITY : distance(compiled, r, s);
      order[s] = s;
    }
    selectSmallest(order, gap, count);
    const near = order.subarray(0, count);
    near.sort((a, b) => gap[a]! - gap[b]! || a - b);
    list.set(near, r * count);
  }
  return { count, list };
}

function distance(compiled: Compiled, r: number, s: number): number {
  return apart(compiled, r * 2, s * 2) + apart(compiled, r * 2 + 1, s * 2 + 1);
}

/** Driving between two nodes plus the wait their windows force, whichever way round is shorter. */
function apart(compiled: Compiled, a: number, b: number): number {
  const { seconds, stride, location, earliest, latest, dwell } = compiled;
  const la = location[a]!;
  const lb = location[b]!;
  const there = seconds[la * stride + lb]!;
  const back = seconds[lb * stride + la]!;
  const waitThere = Math.max(0, earliest[b]! - latest[a]! - dwell[a]! - there);
  const waitBack = Math.max(0, earliest[a]! - latest[b]! - dwell[b]! - back);
  return Math.min(there + waitThere, back + waitBack);
}

/** Brings the `count` entries with the smallest keys to the front, in any order (Hoare 1961). */
function selectSmallest(order: Int32Array, key: Float64Array, count: number): void {
  let low = 0;
  let high = order.length - 1;
  while (low < high) {
    const pivot = key[order[(low + high) >> 1]!]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (key[order[i]!]! < pivot) i++;
      while (key[order[j]!]! > pivot) j--;
      if (i > j) break;
      const moved = order[i]!;
      order[i++] = order[j]!;
      order[j--] = moved;
    }
    if (count - 1 <= j) high = j;
    else if (count - 1 >= i) low = i;
    else return;
  }
}
