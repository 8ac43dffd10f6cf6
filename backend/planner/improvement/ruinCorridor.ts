import type { Compiled } from './compile.ts';
import { selectSmallest } from './neighbours.ts';
import type { SeededRandom } from './random.ts';
import type { Ruin } from './ruin.ts';

/** Requests remembered along the way of each. */
const MOST_ALONG = 40;
/** Chance of leaving out one that lies along the way. */
const SKIP = 0.25;
const NOT_LISTED = -2;

/**
 * Takes out requests that travel along the same corridor: whose pickup and dropoff lie, in this order, near the way of
 * one of them at about its time. Such riders may share a vehicle although neither their pickups nor their dropoffs are
 * near each other.
 */
export class CorridorRuin {
  readonly #compiled: Compiled;
  readonly #random: SeededRandom;
  readonly #count: number;
  /** `[r * count + k]` = the k-th nearest to the way of request r; listed when first asked for. */
  readonly #list: Int32Array;
  readonly #detour: Float64Array;
  readonly #order: Int32Array;

  constructor(compiled: Compiled, random: SeededRandom) {
    this.#compiled = compiled;
    this.#random = random;
    const { requestCount } = compiled;
    this.#count = Math.max(0, Math.min(MOST_ALONG, requestCount - 1));
    this.#list = new Int32Array(requestCount * this.#count).fill(NOT_LISTED);
    this.#detour = new Float64Array(requestCount);
    this.#order = new Int32Array(requestCount);
  }

  /** Chooses a request and others along its way, `wanted` in all. */
  choose(ruin: Ruin, wanted: number): void {
    const seed = this.#random.below(this.#compiled.requestCount);
    ruin.choose(seed);
    const along = this.along(seed);
    for (let k = 0; k < along.length && ruin.count < wanted; k++) {
      if (this.#random.fraction() >= SKIP) ruin.choose(along[k]!);
    }
  }

  /** The requests nearest to the way of request r, nearest first. */
  along(r: number): Int32Array {
    const count = this.#count;
    const near = this.#list.subarray(r * count, (r + 1) * count);
    if (near[0] !== NOT_LISTED) return near;
    const detour = this.#detour;
    const order = this.#order;
    for (let s = 0; s < detour.length; s++) {
      detour[s] = s === r ? Number.POSITIVE_INFINITY : this.#detourOf(r, s);
      order[s] = s;
    }
    selectSmallest(order, detour, count);
    near.set(order.subarray(0, count));
    near.sort((a, b) => detour[a]! - detour[b]! || a - b);
    return near;
  }

  /** Seconds by which the way of request r grows over the places of request s, and those that lie between their times. */
  #detourOf(r: number, s: number): number {
    const { location, seconds, stride, earliest, latest } = this.#compiled;
    const from = location[r * 2]!;
    const to = location[r * 2 + 1]!;
    const p = location[s * 2]!;
    const d = location[s * 2 + 1]!;
    const way =
      seconds[from * stride + p]! +
      seconds[p * stride + d]! +
      seconds[d * stride + to]! -
      seconds[from * stride + to]!;
    const early = Math.max(0, earliest[s * 2]! - latest[r * 2 + 1]!);
    const late = Math.max(0, earliest[r * 2]! - latest[s * 2 + 1]!);
    return way + early + late;
  }
}
