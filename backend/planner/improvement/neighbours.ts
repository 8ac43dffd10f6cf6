import type { Compiled } from './compile.ts';

/**
 * For each request the others whose vehicle may best take it along, nearest first: `[r * count + k]` is the k-th nearest
 * of request r.
 *
 * Near is whose way grows least by taking request r along, all orders of the four stops compared and those ruled out that
 * the windows forbid. So whoever drives past a request counts as near it, however far his own stops are, which likeness of
 * pickups and dropoffs (Shaw 1998) does not see.
 */
export interface Neighbours {
  readonly count: number;
  readonly list: Int32Array;
}

/** A second between two rides one after the other counts like so many of driving. */
const WAIT_WEIGHT = 0.1;

/** Finds the neighbours of all requests. */
export function findNeighbours(compiled: Compiled, most: number): Neighbours {
  const { requestCount } = compiled;
  const count = Math.min(most, requestCount - 1);
  const list = new Int32Array(requestCount * Math.max(count, 0));
  const gap = new Float64Array(requestCount);
  const order = new Int32Array(requestCount);
  for (let r = 0; r < requestCount; r++) {
    for (let s = 0; s < requestCount; s++) {
      gap[s] = s === r ? Number.POSITIVE_INFINITY : detour(compiled, r, s);
      order[s] = s;
    }
    selectSmallest(order, gap, count);
    const near = order.subarray(0, count);
    near.sort((a, b) => gap[a]! - gap[b]! || a - b);
    list.set(near, r * count);
  }
  return { count, list };
}

/** By how much the way of request s grows by taking request r along, in seconds. */
function detour(compiled: Compiled, r: number, s: number): number {
  const { earliest, latest } = compiled;
  const p = r * 2;
  const d = p + 1;
  const from = s * 2;
  const to = from + 1;
  const direct = leg(compiled, p, d);
  const apart = direct + Math.min(follow(compiled, to, p), follow(compiled, d, from));
  if (latest[d]! < earliest[from]! || latest[to]! < earliest[p]!) return apart;
  const way = leg(compiled, from, to);
  const intoWay = leg(compiled, from, p);
  const outOfWay = leg(compiled, d, to);
  const toStart = leg(compiled, p, from);
  const fromEnd = leg(compiled, to, d);
  const within = intoWay + direct + outOfWay - way;
  const around = toStart + fromEnd;
  const later = intoWay + leg(compiled, p, to) + fromEnd - way;
  const sooner = toStart + leg(compiled, from, d) + outOfWay - way;
  let least = apart;
  if (within < least && isInTime(compiled, from, p, d, to)) least = within;
  if (around < least && isInTime(compiled, p, from, to, d)) least = around;
  if (later < least && isInTime(compiled, from, p, to, d)) least = later;
  if (sooner < least && isInTime(compiled, p, from, d, to)) least = sooner;
  return least;
}

function leg({ seconds, stride, location }: Compiled, from: number, to: number): number {
  return seconds[location[from]! * stride + location[to]!]!;
}

/** Driving from one stop to the next and the wait that their windows force; `Infinity` when it is too late for that. */
function follow(compiled: Compiled, node: number, next: number): number {
  const { earliest, latest, dwell } = compiled;
  const driving = leg(compiled, node, next);
  if (earliest[node]! + dwell[node]! + driving > latest[next]!) return Number.POSITIVE_INFINITY;
  const wait = earliest[next]! - latest[node]! - dwell[node]! - driving;
  return driving + WAIT_WEIGHT * Math.max(0, wait);
}

/** May four stops follow each other as far as their windows are concerned? */
function isInTime(compiled: Compiled, first: number, second: number, third: number, last: number): boolean {
  const { earliest, latest, dwell } = compiled;
  let start = earliest[first]! + dwell[first]! + leg(compiled, first, second);
  if (start > latest[second]!) return false;
  start = Math.max(start, earliest[second]!) + dwell[second]! + leg(compiled, second, third);
  if (start > latest[third]!) return false;
  start = Math.max(start, earliest[third]!) + dwell[third]! + leg(compiled, third, last);
  return start <= latest[last]!;
}

/** Brings the `count` entries with the smallest keys to the front, in any order (Hoare 1961). */
export function selectSmallest(order: Int32Array, key: Float64Array, count: number): void {
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
