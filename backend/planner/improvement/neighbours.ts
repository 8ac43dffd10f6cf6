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
    detours(compiled, r, gap);
    for (let s = 0; s < requestCount; s++) order[s] = s;
    selectSmallest(order, gap, count);
    const near = order.subarray(0, count);
    near.sort((a, b) => gap[a]! - gap[b]! || a - b);
    list.set(near, r * count);
  }
  return { count, list };
}

/** `gap[s]` becomes by how much the way of request s grows by taking request r along, in seconds. */
function detours(compiled: Compiled, r: number, gap: Float64Array): void {
  const { seconds, secondsTo, stride, location, earliest, latest } = compiled;
  const p = r * 2;
  const d = p + 1;
  const rowP = location[p]! * stride;
  const rowD = location[d]! * stride;
  const direct = seconds[rowP + location[d]!]!;
  for (let s = 0; s < compiled.requestCount; s++) {
    const from = s * 2;
    const to = from + 1;
    const start = location[from]!;
    const end = location[to]!;
    const before = follow(compiled, to, p, secondsTo[rowP + end]!);
    const after = follow(compiled, d, from, seconds[rowD + start]!);
    let least = direct + Math.min(before, after);
    if (latest[d]! >= earliest[from]! && latest[to]! >= earliest[p]!) {
      const way = seconds[start * stride + end]!;
      const intoWay = secondsTo[rowP + start]!;
      const outOfWay = seconds[rowD + end]!;
      const toStart = seconds[rowP + start]!;
      const fromEnd = secondsTo[rowD + end]!;
      const toEnd = seconds[rowP + end]!;
      const fromStart = secondsTo[rowD + start]!;
      const within = intoWay + direct + outOfWay - way;
      const around = toStart + fromEnd;
      const later = intoWay + toEnd + fromEnd - way;
      const sooner = toStart + fromStart + outOfWay - way;
      if (within < least && isInTime(compiled, from, intoWay, p, direct, d, outOfWay, to)) least = within;
      if (around < least && isInTime(compiled, p, toStart, from, way, to, fromEnd, d)) least = around;
      if (later < least && isInTime(compiled, from, intoWay, p, toEnd, to, fromEnd, d)) least = later;
      if (sooner < least && isInTime(compiled, p, toStart, from, fromStart, d, outOfWay, to)) least = sooner;
    }
    gap[s] = least;
  }
  gap[r] = Number.POSITIVE_INFINITY;
}

/** Driving from one stop to the next and the wait that their windows force; `Infinity` when it is too late for that. */
function follow({ earliest, latest, dwell }: Compiled, node: number, next: number, driving: number): number {
  if (earliest[node]! + dwell[node]! + driving > latest[next]!) return Number.POSITIVE_INFINITY;
  const wait = earliest[next]! - latest[node]! - dwell[node]! - driving;
  return driving + WAIT_WEIGHT * Math.max(0, wait);
}

/** May four stops, the seconds between them given, follow each other as far as their windows are concerned? */
function isInTime(
  { earliest, latest, dwell }: Compiled,
  first: number,
  toSecond: number,
  second: number,
  toThird: number,
  third: number,
  toLast: number,
  last: number,
): boolean {
  let start = earliest[first]! + dwell[first]! + toSecond;
  if (start > latest[second]!) return false;
  start = Math.max(start, earliest[second]!) + dwell[second]! + toThird;
  if (start > latest[third]!) return false;
  start = Math.max(start, earliest[third]!) + dwell[third]! + toLast;
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
