import type { Compiled } from './compile.ts';
import type { PartitionColumn, PartitionColumns } from './partition.ts';
import { SeededRandom } from './random.ts';
import type { Route } from './route.ts';

/** Most tours kept; beyond it the worse half goes. */
const MOST_TOURS = 1 << 17;
/** Room kept for the tours made of one. */
const SPARE = 2048;
/** Places of the table of keys, four for each tour. */
const PLACES = MOST_TOURS * 4;

/**
 * Good tours met during a search, the cheapest order for each set of requests and vehicle type, to be recombined
 * (Rochat & Taillard 1995; for dial-a-ride Parragh & Schmid 2013, Gschwind & Drexl 2019). Flat arrays, for there are
 * many.
 */
export class TourPool {
  readonly #compiled: Compiled;
  readonly #keyHigh: Int32Array;
  readonly #keyLow: Int32Array;
  /** Number of the tour + 1 under its key, 0 where none is (linear probing, Knuth 1973). */
  readonly #table = new Int32Array(PLACES);
  readonly #high = new Int32Array(MOST_TOURS);
  readonly #low = new Int32Array(MOST_TOURS);
  readonly #cost = new Float64Array(MOST_TOURS);
  readonly #planCost = new Float64Array(MOST_TOURS);
  readonly #type = new Int32Array(MOST_TOURS);
  /** The visits of tour c are `#nodes[#start[c] … #start[c + 1] - 1]`. */
  readonly #start = new Int32Array(MOST_TOURS + 1);
  #nodes = new Int32Array(1 << 16);
  /** Requests of the first so many tours, as columns have them: tours are seldom numbered anew, and columns asked for often. */
  #listed = 0;
  #memberStarts = new Int32Array(1 << 12);
  #members = new Int32Array(1 << 15);
  #size = 0;

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
    const random = new SeededRandom(1);
    this.#keyHigh = Int32Array.from({ length: compiled.requestCount }, () => mix(random.bits()));
    this.#keyLow = Int32Array.from({ length: compiled.requestCount }, () => mix(random.bits()));
  }

  get size(): number {
    return this.#size;
  }

  /** Is a tour with these requests by this type of vehicle not known, or only a dearer one? */
  isNews(route: Route): boolean {
    const { high, low } = this.#keyOf(route);
    const known = this.#table[this.#placeOf(high, low)]! - 1;
    return known < 0 || route.cost < this.#cost[known]! - 1e-9;
  }

  /** Remembers a tour, not an empty one, that is part of a plan of this cost. @returns its number, until tours are thinned out */
  offer(route: Route, planCost: number): number {
    const { node, size } = route;
    const { high, low } = this.#keyOf(route);
    const place = this.#placeOf(high, low);
    const known = this.#table[place]! - 1;
    if (known >= 0) {
      if (planCost < this.#planCost[known]!) this.#planCost[known] = planCost;
      if (route.cost >= this.#cost[known]! - 1e-9) return known;
      this.#cost[known] = route.cost;
      const at = this.#start[known]!;
      for (let k = 0; k < size; k++) this.#nodes[at + k] = node[k + 1]!;
      return known;
    }
    if (this.#size === MOST_TOURS) this.#thinOut(this.#planCost);
    return this.#add(route, planCost, high, low);
  }

  #keyOf({ vehicle, node, size }: Route): { high: number; low: number } {
    const type = this.#compiled.typeOf[vehicle]!;
    let high = Math.imul(type + 1, 0x27d4eb2f);
    let low = type;
    for (let k = 1; k <= size; k++) {
      const visit = node[k]!;
      if ((visit & 1) === 0) continue;
      high ^= this.#keyHigh[visit >> 1]!;
      low = (low + this.#keyLow[visit >> 1]!) | 0;
    }
    return { high, low };
  }

  #add(route: Route, planCost: number, high: number, low: number): number {
    const { node, size } = route;
    const place = this.#placeOf(high, low);
    const c = this.#size++;
    const at = this.#start[c]!;
    if (at + size > this.#nodes.length) {
      this.#nodes = grown(this.#nodes, this.#nodes.length * 2 + size);
    }
    for (let k = 0; k < size; k++) this.#nodes[at + k] = node[k + 1]!;
    this.#start[c + 1] = at + size;
    this.#cost[c] = route.cost;
    this.#planCost[c] = planCost;
    this.#type[c] = this.#compiled.typeOf[route.vehicle]!;
    this.#high[c] = high;
    this.#low[c] = low;
    this.#table[place] = c + 1;
    return c;
  }

  /** The tours as columns: their requests (of those with a dropoff in the tour), costs and types. */
  columns(): PartitionColumns {
    const count = this.#size;
    if (count >= this.#memberStarts.length) this.#memberStarts = grown(this.#memberStarts, count * 2);
    if (this.#start[count]! > this.#members.length)
      this.#members = grown(this.#members, this.#start[count]! * 2);
    const starts = this.#memberStarts;
    const members = this.#members;
    for (let c = this.#listed; c < count; c++) {
      let at = starts[c]!;
      for (let k = this.#start[c]!; k < this.#start[c + 1]!; k++) {
        if ((this.#nodes[k]! & 1) === 1) members[at++] = this.#nodes[k]! >> 1;
      }
      starts[c + 1] = at;
    }
    this.#listed = count;
    return {
      count,
      costs: this.#cost.slice(0, count),
      types: this.#type.slice(0, count),
      starts: starts.subarray(0, count + 1),
      members: members.subarray(0, starts[count]!),
    };
  }

  /** The tours of the best plans met, at most so many. */
  list(most: number): PartitionColumn[] {
    const ranked = this.#planCost.slice(0, this.#size).sort();
    const limit = this.#size <= most ? Number.POSITIVE_INFINITY : ranked[most - 1]!;
    const found: PartitionColumn[] = [];
    for (let c = 0; c < this.#size && found.length < most; c++) {
      if (this.#planCost[c]! > limit) continue;
      found.push(this.columnOf(c));
    }
    return found;
  }

  /** A tour by its number. */
  columnOf(c: number): PartitionColumn {
    return { cost: this.#cost[c]!, type: this.#type[c]!, nodes: this.nodesOf(c).slice() };
  }

  /** How many more tours there is room for without thinning out. */
  get room(): number {
    return MOST_TOURS - SPARE - this.#size;
  }

  /** Is there hardly room for more without thinning out, which numbers the tours anew? */
  get isFull(): boolean {
    return this.room < 0;
  }

  /** Thins the pool out when more than half full: what is dearest by prices of the requests and then of the vehicle types goes. */
  makeRoom(prices: Float64Array): void {
    if (this.#size > MOST_TOURS >> 1) this.#thinOut(this.#reducedCosts(prices));
  }

  /** The tours that are cheapest by prices of the requests and then of the vehicle types, at most so many. */
  cheapest(prices: Float64Array, most: number): number[] {
    const reduced = this.#reducedCosts(prices);
    const limit = this.#size <= most ? Number.POSITIVE_INFINITY : reduced.slice().sort()[most - 1]!;
    const found: number[] = [];
    for (let c = 0; c < this.#size && found.length < most; c++) if (reduced[c]! <= limit) found.push(c);
    return found;
  }

  /** `[c]` = what tour c costs more than its requests and its type are worth. */
  #reducedCosts(prices: Float64Array): Float64Array {
    const reduced = new Float64Array(this.#size);
    const { requestCount } = this.#compiled;
    for (let c = 0; c < this.#size; c++) {
      let rest = this.#cost[c]! - prices[requestCount + this.#type[c]!]!;
      for (let k = this.#start[c]!; k < this.#start[c + 1]!; k++) {
        if ((this.#nodes[k]! & 1) === 1) rest -= prices[this.#nodes[k]! >> 1]!;
      }
      reduced[c] = rest;
    }
    return reduced;
  }

  typeOf(column: number): number {
    return this.#type[column]!;
  }

  /** The visits of a tour in order. */
  nodesOf(column: number): Int32Array {
    return this.#nodes.subarray(this.#start[column]!, this.#start[column + 1]!);
  }

  #placeOf(high: number, low: number): number {
    let place = (high ^ (high >>> 15)) & (PLACES - 1);
    for (;;) {
      const c = this.#table[place]! - 1;
      if (c < 0 || (this.#high[c] === high && this.#low[c] === low)) return place;
      place = (place + 1) & (PLACES - 1);
    }
  }

  /** Keeps the half that ranks lower; `[c]` = rank of tour c. */
  #thinOut(rank: Float64Array): void {
    const ranked = rank.slice(0, this.#size).sort();
    const most = ranked[this.#size >> 1]!;
    const table = this.#table;
    table.fill(0);
    this.#listed = 0;
    const before = this.#size;
    this.#size = 0;
    let at = 0;
    for (let c = 0; c < before; c++) {
      if (rank[c]! > most || this.#size >= before >> 1) continue;
      const to = this.#size++;
      const from = this.#start[c]!;
      const end = this.#start[c + 1]!;
      this.#nodes.copyWithin(at, from, end);
      this.#start[to] = at;
      at += end - from;
      this.#start[to + 1] = at;
      this.#cost[to] = this.#cost[c]!;
      this.#planCost[to] = this.#planCost[c]!;
      this.#type[to] = this.#type[c]!;
      this.#high[to] = this.#high[c]!;
      this.#low[to] = this.#low[c]!;
      table[this.#placeOf(this.#high[to]!, this.#low[to]!)] = to + 1;
    }
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(array);
  return longer;
}

/**
 * Scatters the bits (finalizer of MurmurHash3, Appleby 2011): numbers of a shift register alone depend on each other so
 * that different sets of them often come to the same.
 */
function mix(bits: number): number {
  let x = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
