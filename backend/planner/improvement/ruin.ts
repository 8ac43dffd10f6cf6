import type { Neighbours } from './neighbours.ts';
import type { SeededRandom } from './random.ts';
import type { Tours } from './tours.ts';

/** Chooses which requests to take out of their tours, by several rules. */
export class Ruin {
  readonly #tours: Tours;
  readonly #neighbours: Neighbours;
  readonly #random: SeededRandom;
  /** `[r]` = 1 for requests chosen. */
  readonly marked: Uint8Array;
  /** The first `count` entries are the requests chosen. */
  readonly chosen: Int32Array;
  count = 0;
  readonly #seen: Uint8Array;
  readonly #order: Int32Array;

  constructor(tours: Tours, neighbours: Neighbours, random: SeededRandom) {
    this.#tours = tours;
    this.#neighbours = neighbours;
    this.#random = random;
    const { requestCount, vehicleCount } = tours.compiled;
    this.marked = new Uint8Array(requestCount);
    this.chosen = new Int32Array(requestCount);
    this.#seen = new Uint8Array(vehicleCount);
    this.#order = new Int32Array(requestCount);
  }

  clear(): void {
    for (let c = 0; c < this.count; c++) this.marked[this.chosen[c]!] = 0;
    this.count = 0;
  }

  choose(request: number): void {
    const { vehicleOf, compiled } = this.#tours;
    if (this.marked[request] === 1 || vehicleOf[request]! < 0 || compiled.isLocked[request] === 1) return;
    this.marked[request] = 1;
    this.chosen[this.count++] = request;
  }

  /**
   * Neighbouring strings: from a seed request outwards, in each tour met a run of consecutive pickups around the
   * request met (Christiaens & Vanden Berghe 2020, section 4.1, with pickups in place of customers).
   */
  strings(average: number, longest: number, seed: number): void {
    const { vehicleOf, routes, compiled } = this.#tours;
    const random = this.#random;
    const { list, count } = this.#neighbours;
    let used = 0;
    for (const route of routes) if (route.size > 0) used++;
    const perTour = (compiled.requestCount - this.#tours.absentCount) / Math.max(1, used);
    const most = Math.min(longest, perTour);
    const tours = Math.floor(random.fraction() * ((4 * average) / (1 + most) - 1) + 1);
    const seen = this.#seen;
    seen.fill(0);
    let ruined = 0;
    for (let k = -1; k < count && ruined < tours; k++) {
      const request = k < 0 ? seed : list[seed * count + k]!;
      const vehicle = vehicleOf[request]!;
      if (vehicle < 0 || seen[vehicle] === 1) continue;
      seen[vehicle] = 1;
      ruined++;
      this.#string(vehicle, request, most);
    }
  }

  #string(vehicle: number, request: number, most: number): void {
    const route = this.#tours.routes[vehicle]!;
    const order = this.#order;
    const random = this.#random;
    // Half the time the run is counted along the dropoffs.
    const side = random.bits() & 1;
    let length = 0;
    let at = 0;
    for (let k = 1; k <= route.size; k++) {
      const node = route.node[k]!;
      if ((node & 1) !== side) continue;
      if (node >> 1 === request) at = length;
      order[length++] = node >> 1;
    }
    const take = Math.floor(1 + random.fraction() * Math.min(length, most));
    let spare = 0;
    if ((random.bits() & 1) === 1 && take > 1) {
      spare = 1;
      while (take + spare < length && random.fraction() > 0.5) spare++;
      if (take + spare > length) spare = length - take;
    }
    const span = take + spare;
    const low = Math.max(0, at - span + 1);
    const high = Math.min(at, length - span);
    const first = low + random.below(high - low + 1);
    const gap = spare === 0 ? span : random.below(take + 1);
    for (let k = 0; k < span; k++) {
      if (spare > 0 && k >= gap && k < gap + spare) continue;
      this.choose(order[first + k]!);
    }
  }

  /** Requests alike: again and again a neighbour of one already chosen, mostly a near one (Ropke & Pisinger 2006). */
  related(wanted: number): void {
    const random = this.#random;
    const { list, count } = this.#neighbours;
    const { compiled, vehicleOf } = this.#tours;
    let seed = random.below(compiled.requestCount);
    this.choose(seed);
    for (let tries = wanted * 8; tries > 0 && this.count < wanted; tries--) {
      if (this.count > 0) seed = this.chosen[random.below(this.count)]!;
      const near = list[seed * count + Math.floor(random.fraction() ** 3 * count)]!;
      if (vehicleOf[near]! >= 0) this.choose(near);
    }
  }

  /** Anybody. */
  anybody(wanted: number): void {
    const { requestCount } = this.#tours.compiled;
    for (let tries = wanted * 2; tries > 0 && this.count < wanted; tries--) {
      this.choose(this.#random.below(requestCount));
    }
  }

  /** All of one tour, and where few are in it also of a tour with a neighbour. */
  wholeTours(wanted: number): void {
    const random = this.#random;
    const { list, count } = this.#neighbours;
    const { compiled, vehicleOf, routes } = this.#tours;
    const seed = random.below(compiled.requestCount);
    for (let k = -1; k < count && this.count < wanted; k++) {
      const request = k < 0 ? seed : list[seed * count + k]!;
      const vehicle = vehicleOf[request]!;
      if (vehicle < 0 || this.marked[request] === 1) continue;
      const route = routes[vehicle]!;
      for (let p = 1; p <= route.size; p++) this.choose(route.node[p]! >> 1);
    }
  }
}
