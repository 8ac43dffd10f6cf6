import type { Compiled, VehicleType } from './compile.ts';
import type { Stretch } from './stretches.ts';
import { EPSILON } from './timing.ts';

/** Goes through all orders of visits from one pickup until nobody is aboard, as far as windows, rides and places allow. */
export class StretchWalk {
  readonly #compiled: Compiled;
  readonly #type: VehicleType;
  /** `[from * 2n + to]` = dwell at the one node and way to the other. */
  readonly #hop: Float64Array;
  readonly #most: { readonly all: number; readonly each: number };
  /** Visits tried, and how many of them may be before this pickup's are too many. */
  #tried = 0;
  #until = 0;
  readonly #nodes: Int32Array;
  /** `[size * 2n + k]` = earliest start of visit k of the first so many. */
  readonly #start: Float64Array;
  /** `[k]` = seconds from the first visit's start to that of visit k, never waiting. */
  readonly #chain: Float64Array;
  /** `[r]` = index of its pickup; `#isIn[r]` = 1 once picked up. */
  readonly #pickup: Int32Array;
  readonly #isIn: Uint8Array;
  /** The first `#aboardCount` entries are the requests aboard. */
  readonly #aboard: Int32Array;
  #aboardCount = 0;
  #onFound: (stretch: Stretch) => void = () => {};

  /** @param most visits tried: in all, and from one pickup */
  constructor(compiled: Compiled, type: number, most: { readonly all: number; readonly each: number }) {
    const { requestCount, location, dwell, seconds, stride } = compiled;
    this.#compiled = compiled;
    this.#type = compiled.types[type]!;
    this.#most = most;
    const nodeCount = requestCount * 2;
    this.#hop = new Float64Array(nodeCount * nodeCount);
    for (let a = 0; a < nodeCount; a++) {
      for (let b = 0; b < nodeCount; b++) {
        this.#hop[a * nodeCount + b] = dwell[a]! + seconds[location[a]! * stride + location[b]!]!;
      }
    }
    this.#nodes = new Int32Array(nodeCount);
    this.#start = new Float64Array(nodeCount * (nodeCount + 1));
    this.#chain = new Float64Array(nodeCount);
    this.#pickup = new Int32Array(requestCount);
    this.#isIn = new Uint8Array(requestCount);
    this.#aboard = new Int32Array(requestCount);
  }

  /** Were there more orders than may be looked at? */
  get isTired(): boolean {
    return this.#tried > this.#until;
  }

  /** Finds the stretches that begin with this request's pickup. */
  from(request: number, onFound: (stretch: Stretch) => void): void {
    const { loadCode } = this.#compiled;
    const { fits, suits } = this.#type;
    if (suits[request] === 0 || fits[loadCode[request]!] === 0) return;
    this.#onFound = onFound;
    this.#until = Math.min(this.#most.all, this.#tried + this.#most.each);
    this.#aboardCount = 0;
    if (!this.#append(0, request * 2)) return;
    this.#isIn[request] = 1;
    this.#aboard[this.#aboardCount++] = request;
    this.#extend(1, loadCode[request]!);
    this.#isIn[request] = 0;
  }

  #extend(size: number, load: number): void {
    if (this.isTired || !this.#canSetDown(size)) return;
    const { requestCount, loadCode, apart, latest } = this.#compiled;
    const { fits, suits } = this.#type;
    const aboard = this.#aboard;
    for (let a = 0; a < this.#aboardCount; a++) {
      const request = aboard[a]!;
      if (!this.#append(size, request * 2 + 1)) continue;
      aboard[a] = aboard[--this.#aboardCount]!;
      if (this.#aboardCount === 0) this.#report(size + 1);
      else this.#extend(size + 1, load - loadCode[request]!);
      aboard[this.#aboardCount++] = aboard[a]!;
      aboard[a] = request;
    }
    const before = this.#nodes[size - 1]!;
    const row = before * requestCount * 2;
    const free = this.#start[size * requestCount * 2 + size - 1]!;
    for (let r = 0; r < requestCount; r++) {
      if (this.#isIn[r] === 1 || free + this.#hop[row + 2 * r]! > latest[2 * r]! + EPSILON) continue;
      if (suits[r] === 0 || fits[load + loadCode[r]!] === 0) continue;
      if (apart[r]!.length > 0 && this.#isAboardAny(apart[r]!)) continue;
      if (!this.#leavesTime(size, free + this.#hop[row + 2 * r]!, 2 * r)) continue;
      if (this.#append(size, 2 * r)) {
        this.#isIn[r] = 1;
        aboard[this.#aboardCount++] = r;
        this.#extend(size + 1, load + loadCode[r]!);
        this.#aboardCount--;
        this.#isIn[r] = 0;
      }
    }
  }

  /** Can each of those aboard, alone, still be set down in time after a visit that is reached so soon? */
  #leavesTime(size: number, reached: number, node: number): boolean {
    const { requestCount, earliest, latest, maxRide, dwell } = this.#compiled;
    const chain = this.#chain;
    const row = node * requestCount * 2;
    const begun = Math.max(reached, earliest[node]!);
    const rode = chain[size - 1]! + this.#hop[this.#nodes[size - 1]! * requestCount * 2 + node]!;
    for (let a = 0; a < this.#aboardCount; a++) {
      const request = this.#aboard[a]!;
      const d = request * 2 + 1;
      const hop = this.#hop[row + d]!;
      if (begun + hop > latest[d]! + EPSILON) return false;
      if (rode + hop - chain[this.#pickup[request]!]! > maxRide[request]! + dwell[d - 1]! + EPSILON)
        return false;
    }
    return true;
  }

  #isAboardAny(requests: readonly number[]): boolean {
    return requests.some((request) => this.#aboard.subarray(0, this.#aboardCount).includes(request));
  }

  /** Can all aboard be set down in some order, nobody else picked up before? Going round by others is no quicker. */
  #canSetDown(size: number): boolean {
    if (this.#aboardCount === 0) return true;
    const aboard = this.#aboard;
    let can = false;
    for (let a = 0; a < this.#aboardCount && !can; a++) {
      const request = aboard[a]!;
      if (this.#append(size, request * 2 + 1)) {
        aboard[a] = aboard[--this.#aboardCount]!;
        can = this.#canSetDown(size + 1);
        aboard[this.#aboardCount++] = aboard[a]!;
        aboard[a] = request;
      }
    }
    return can;
  }

  /** Puts a visit behind so many. @returns whether it can be timed: the earliest starts, see `Timing`, then stand in the next row */
  #append(size: number, node: number): boolean {
    this.#tried++;
    const nodes = this.#nodes;
    const start = this.#start;
    const chain = this.#chain;
    const { earliest, latest, maxRide, dwell } = this.#compiled;
    const width = nodes.length;
    const from = size * width;
    const to = from + width;
    nodes[size] = node;
    let here = earliest[node]!;
    if (size > 0) {
      const hop = this.#hop[nodes[size - 1]! * width + node]!;
      chain[size] = chain[size - 1]! + hop;
      here = Math.max(here, start[from + size - 1]! + hop);
    }
    if (here > latest[node]! + EPSILON) return false;
    if ((node & 1) === 0) this.#pickup[node >> 1] = size;
    else if (
      chain[size]! - chain[this.#pickup[node >> 1]!]! >
      maxRide[node >> 1]! + dwell[node - 1]! + EPSILON
    )
      return false;
    for (let k = 0; k < size; k++) start[to + k] = start[from + k]!;
    start[to + size] = here;
    return (node & 1) === 0 || this.#delay(size, to);
  }

  /** Delays pickups until nobody rides too long through waiting. @returns false where that is too late for somebody */
  #delay(last: number, row: number): boolean {
    const { latest, maxRide, dwell } = this.#compiled;
    const nodes = this.#nodes;
    const start = this.#start;
    for (let k = last; k <= last; k++) {
      const node = nodes[k]!;
      if (k > 0) {
        const free = start[row + k - 1]! + this.#hop[nodes[k - 1]! * nodes.length + node]!;
        if (free > start[row + k]!) start[row + k] = free;
      }
      if (start[row + k]! > latest[node]! + EPSILON) return false;
      if ((node & 1) === 0) continue;
      const p = this.#pickup[node >> 1]!;
      const delayed = start[row + k]! - maxRide[node >> 1]! - dwell[node - 1]!;
      if (delayed <= start[row + p]! + EPSILON) continue;
      if (delayed > latest[node - 1]! + EPSILON) return false;
      start[row + p] = delayed;
      k = p;
    }
    return true;
  }

  #report(size: number): void {
    const { location, metres, stride } = this.#compiled;
    const nodes = this.#nodes.slice(0, size);
    let metresSum = 0;
    for (let k = 1; k < size; k++) {
      metresSum += metres[location[nodes[k - 1]!]! * stride + location[nodes[k]!]!]!;
    }
    this.#onFound({
      nodes,
      cost: metresSum * this.#type.perMetre,
      seconds: this.#chain[size - 1]!,
      soonestEnd: this.#start[size * this.#nodes.length + size - 1]!,
      latestStart: this.#latestStart(nodes),
    });
  }

  /** The latest the first of these visits can start, see `Timing`. */
  #latestStart(nodes: Int32Array): number {
    const { requestCount, latest, maxRide, dwell } = this.#compiled;
    const start = Float64Array.from(nodes, (node) => latest[node]!);
    for (let k = nodes.length - 1; k >= 0; k--) {
      const node = nodes[k]!;
      if (k + 1 < nodes.length) {
        const free = start[k + 1]! - this.#hop[node * requestCount * 2 + nodes[k + 1]!]!;
        if (free < start[k]!) start[k] = free;
      }
      if ((node & 1) === 1) continue;
      const d = nodes.indexOf(node + 1);
      const advanced = start[k]! + dwell[node]! + maxRide[node >> 1]!;
      if (advanced >= start[d]! - EPSILON) continue;
      start[d] = advanced;
      k = d;
    }
    return start[0]!;
  }
}
