import type { Compiled } from './compile.ts';
import type { Stretches } from './stretches.ts';
import { TimeCells } from './timeCells.ts';
import { EPSILON } from './timing.ts';

/** Cells in all, at the most. */
const MOST_CELLS = 1 << 18;

/** What a tour with these requests pays beyond their prices; the more, the more requests. */
export type Surcharge = (members: Int32Array) => number;

/**
 * The least that finishing a tour can cost beyond what its riders are worth, from each visit and time on: stretches put
 * one behind the other, whoever rides twice counted twice (dynamic programming from the end backwards; completion
 * bounds, Baldacci, Christofides & Mingozzi 2008). Times are those at which cells begin, so that bounds hold.
 */
export class StretchBounds {
  readonly compiled: Compiled;
  readonly type: number;
  readonly stretches: Stretches;
  /** `[s]` = cost of stretch s beyond what its riders are worth. */
  readonly rest: Float64Array;
  /** `[s]` = what of that is paid for riders it has together. */
  readonly surcharge: Float64Array;
  readonly #cells: TimeCells;
  /** `[cell]` = its node, when it begins, the least from there; and the order they are worked out in. */
  readonly #nodeOf: Int32Array;
  readonly #begins: Float64Array;
  readonly #least: Float64Array;
  readonly #order: Int32Array;
  readonly #members: Int32Array;
  /** Who may be picked up after the dropoff of request r: `#next[#nextFrom[r] … #nextFrom[r + 1] - 1]`. */
  readonly nextFrom: Int32Array;
  readonly next: Int32Array;
  /** Seconds, dwell included, and cost from the one to the other. */
  readonly nextSeconds: Float64Array;
  readonly nextCost: Float64Array;

  /** Undefined where time cannot be cut into few enough cells. */
  static create(compiled: Compiled, type: number, stretches: Stretches): StretchBounds | undefined {
    // A stretch must lead on to a later cell: bounds are worked out cell by cell.
    const shortest = stretches.seconds.reduce(
      (least, time) => Math.min(least, time),
      Number.POSITIVE_INFINITY,
    );
    const cells = new TimeCells(compiled, shortest);
    const isFew = cells.count > 0 && cells.count < MOST_CELLS;
    return isFew ? new StretchBounds(compiled, type, stretches, cells) : undefined;
  }

  private constructor(compiled: Compiled, type: number, stretches: Stretches, cells: TimeCells) {
    this.compiled = compiled;
    this.type = type;
    this.stretches = stretches;
    this.rest = new Float64Array(stretches.count);
    this.surcharge = new Float64Array(stretches.count);
    this.#members = new Int32Array(compiled.requestCount);
    this.#cells = cells;
    ({ nodeOf: this.#nodeOf, begins: this.#begins } = cells.list());
    this.#least = new Float64Array(cells.count);
    this.#order = cells.backwards();
    ({
      from: this.nextFrom,
      next: this.next,
      seconds: this.nextSeconds,
      cost: this.nextCost,
    } = listNext(compiled, type));
  }

  /** Works the bounds out for these prices of the requests, and what tours pay beyond them for riders they have together. */
  update(prices: Float64Array, surcharge?: Surcharge): void {
    const { count, starts, nodes, cost } = this.stretches;
    for (let s = 0; s < count; s++) {
      let rest = cost[s]!;
      let size = 0;
      for (let k = starts[s]!; k < starts[s + 1]!; k++) {
        if ((nodes[k]! & 1) === 1) continue;
        const request = nodes[k]! >> 1;
        rest -= prices[request]!;
        this.#members[size++] = request;
      }
      // A tour with this stretch pays at least this; what it pays for riders of several stretches comes on top.
      this.surcharge[s] = surcharge?.(this.#members.subarray(0, size)) ?? 0;
      this.rest[s] = rest + this.surcharge[s]!;
    }
    for (const cell of this.#order) {
      const node = this.#nodeOf[cell]!;
      const time = this.#begins[cell]!;
      this.#least[cell] =
        (node & 1) === 0 ? this.#fromPickup(node >> 1, time) : this.#fromDropoff(node >> 1, time);
    }
  }

  /** The least rest from where a node's visit may start at this time or later; `Infinity` where that is too late. */
  leastFrom(node: number, time: number): number {
    const cell = this.#cells.at(node, time);
    return cell < 0 ? Number.POSITIVE_INFINITY : this.#least[cell]!;
  }

  #fromPickup(request: number, time: number): number {
    const { from, last, seconds, soonestEnd, latestStart } = this.stretches;
    const { rest } = this;
    let least = Number.POSITIVE_INFINITY;
    for (let s = from[request]!; s < from[request + 1]!; s++) {
      if (latestStart[s]! + EPSILON < time) continue;
      const end = Math.max(soonestEnd[s]!, time + seconds[s]!);
      const sum = rest[s]! + this.leastFrom(last[s]! * 2 + 1, end);
      if (sum < least) least = sum;
    }
    return least;
  }

  #fromDropoff(request: number, time: number): number {
    const { nextFrom, next, nextSeconds, nextCost } = this;
    let least = this.homeCost(request);
    for (let i = nextFrom[request]!; i < nextFrom[request + 1]!; i++) {
      const sum = nextCost[i]! + this.leastFrom(next[i]! * 2, time + nextSeconds[i]!);
      if (sum < least) least = sum;
    }
    return least;
  }

  /** Cost of the way from a dropoff to where the shift ends. */
  homeCost(request: number): number {
    const { location, metres, stride, types } = this.compiled;
    const { end, perMetre } = types[this.type]!;
    return end < 0 ? 0 : metres[location[request * 2 + 1]! * stride + end]! * perMetre;
  }
}

/** Who can be picked up in time after whose dropoff, at the earliest. */
function listNext(compiled: Compiled, type: number) {
  const { requestCount, location, seconds, metres, stride, dwell, earliest, latest, types } = compiled;
  const { perMetre, suits } = types[type]!;
  const from = new Int32Array(requestCount + 1);
  const next: number[] = [];
  const nextSeconds: number[] = [];
  const cost: number[] = [];
  for (let r = 0; r < requestCount; r++) {
    const d = r * 2 + 1;
    for (let other = 0; other < requestCount; other++) {
      const cell = location[d]! * stride + location[other * 2]!;
      const hop = dwell[d]! + seconds[cell]!;
      if (other === r || suits[other] === 0 || earliest[d]! + hop > latest[other * 2]! + EPSILON) continue;
      next.push(other);
      nextSeconds.push(hop);
      cost.push(metres[cell]! * perMetre);
    }
    from[r + 1] = next.length;
  }
  return {
    from,
    next: Int32Array.from(next),
    seconds: Float64Array.from(nextSeconds),
    cost: Float64Array.from(cost),
  };
}
