import type { Compiled } from './compile.ts';
import { StretchWalk } from './stretchWalk.ts';

/**
 * Ways of a vehicle from empty to empty: a pickup, further visits with somebody always aboard, the dropoff that leaves
 * nobody (fragments, Rist & Forbes 2021). Whatever the hour it begins at, one has the same cost and takes the same time
 * where nothing is waited for, so that tours can be put together of them by a few numbers each.
 */
export interface Stretches {
  readonly count: number;
  /** Those that begin with the pickup of request r are `from[r] … from[r + 1] - 1`. */
  readonly from: Int32Array;
  /** `[s]` = request whose dropoff ends stretch s. */
  readonly last: Int32Array;
  /** `[s]` = cost of its legs. */
  readonly cost: Float64Array;
  /** `[s]` = seconds from the first visit's start to the last one's, unhurried by anybody's window. */
  readonly seconds: Float64Array;
  /** `[s]` = the soonest the last visit can start, and the latest the first one can. */
  readonly soonestEnd: Float64Array;
  readonly latestStart: Float64Array;
  /** The visits of stretch s are `nodes[starts[s] … starts[s + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly nodes: Int32Array;
  /** Words of 32 requests each; `riders[s * words + w]` has the bits of word w for stretch s. */
  readonly words: number;
  readonly riders: Int32Array;
}

/** Which share of the visits may be tried from one pickup: where there are far too many, that is soon seen. */
const EACH_SHARE = 0.1;

/** One stretch while they are listed. */
export interface Stretch {
  readonly nodes: Int32Array;
  readonly cost: number;
  readonly seconds: number;
  readonly soonestEnd: number;
  readonly latestStart: number;
}

/**
 * All stretches that vehicles of a type can drive, but for those that another one with the same riders and ends betters
 * in everything; undefined where there are too many to look at.
 * @param most visits tried on the way, at the most
 */
export function listStretches(compiled: Compiled, type: number, most: number): Stretches | undefined {
  const { requestCount } = compiled;
  const walk = new StretchWalk(compiled, type, { all: most, each: most * EACH_SHARE });
  const from = new Int32Array(requestCount + 1);
  const all: Stretch[] = [];
  for (let r = 0; r < requestCount; r++) {
    const best = new Map<string, Stretch[]>();
    walk.from(r, (stretch) => keepBest(best, stretch));
    if (walk.isTired) return undefined;
    for (const stretches of best.values()) all.push(...stretches);
    from[r + 1] = all.length;
  }
  return layOut(all, from, requestCount);
}

function keepBest(best: Map<string, Stretch[]>, stretch: Stretch): void {
  const riders = [...stretch.nodes].filter((node) => (node & 1) === 0).sort((a, b) => a - b);
  const key = `${stretch.nodes.at(-1)} ${riders.join(' ')}`;
  const known = best.get(key) ?? [];
  if (known.some((other) => isBetter(other, stretch))) return;
  best.set(key, [...known.filter((other) => !isBetter(stretch, other)), stretch]);
}

/** Is the one at least as good as the other in everything? */
function isBetter(one: Stretch, other: Stretch): boolean {
  return (
    one.cost <= other.cost &&
    one.seconds <= other.seconds &&
    one.soonestEnd <= other.soonestEnd &&
    one.latestStart >= other.latestStart
  );
}

function layOut(all: readonly Stretch[], from: Int32Array, requestCount: number): Stretches {
  const words = (requestCount + 31) >> 5;
  const starts = new Int32Array(all.length + 1);
  const riders = new Int32Array(all.length * words);
  all.forEach(({ nodes }, s) => {
    starts[s + 1] = starts[s]! + nodes.length;
    for (const node of nodes) riders[s * words + (node >> 6)]! |= 1 << ((node >> 1) & 31);
  });
  const laid = new Int32Array(starts[all.length]!);
  all.forEach(({ nodes }, s) => {
    laid.set(nodes, starts[s]);
  });
  return {
    count: all.length,
    from,
    last: Int32Array.from(all, ({ nodes }) => nodes.at(-1)! >> 1),
    cost: Float64Array.from(all, ({ cost }) => cost),
    seconds: Float64Array.from(all, ({ seconds }) => seconds),
    soonestEnd: Float64Array.from(all, ({ soonestEnd }) => soonestEnd),
    latestStart: Float64Array.from(all, ({ latestStart }) => latestStart),
    starts,
    nodes: laid,
    words,
    riders,
  };
}
