import type { InsertionSearch } from './insertionSearch.ts';
import type { Neighbours } from './neighbours.ts';
import type { SeededRandom } from './random.ts';
import type { Route } from './route.ts';
import type { Tours } from './tours.ts';

/** A request is moved to the vehicle of one of its so many nearest neighbours, of a near one more often. */
const NEAREST = 24;
const NEGLIGIBLE = 1e-7;

/**
 * Moves a single request to its cheapest place in a tour near it, its own included (relocation, Savelsbergh 1992). Far
 * less is done in a step than by ruin and recreate, so that there are many of them for each request even where requests
 * are thousands.
 */
export class Relocate {
  readonly #tours: Tours;
  readonly #search: InsertionSearch;
  readonly #neighbours: Neighbours;
  readonly #random: SeededRandom;
  readonly #marked: Uint8Array;

  constructor(tours: Tours, search: InsertionSearch, neighbours: Neighbours, random: SeededRandom) {
    this.#tours = tours;
    this.#search = search;
    this.#neighbours = neighbours;
    this.#random = random;
    this.#marked = new Uint8Array(tours.compiled.requestCount);
  }

  /**
   * Moves a random request where that adds less than `allowed` to the cost; it is left as a change under way.
   * @returns whether anything changed
   */
  move(allowed: number): boolean {
    const tours = this.#tours;
    const { compiled, vehicleOf } = tours;
    const request = this.#random.below(compiled.requestCount);
    const vehicle = vehicleOf[request]!;
    const target = this.#near(request);
    if (vehicle < 0 || target < 0 || compiled.isLocked[request] === 1) return false;
    // Most moves are refused: where kilometres are all that costs, that shows before anything is changed.
    const isPlain = target !== vehicle && this.#isPlain(vehicle);
    if (isPlain && !this.#find(target, request, this.#saved(vehicle, request) + allowed)) return false;
    const before = tours.cost;
    this.#takeOut(vehicle, request);
    if (!tours.isBroken && (isPlain || this.#find(target, request, before + allowed - tours.cost))) {
      const { pickupAfter, dropoffAfter } = this.#search;
      const isDriven = tours.putIn(target, request, pickupAfter, dropoffAfter);
      if (isDriven && tours.cost < before + allowed && Math.abs(tours.cost - before) > NEGLIGIBLE)
        return true;
    }
    tours.drop();
    return false;
  }

  /** A vehicle that carries a near neighbour; -1 where nobody carries it. */
  #near(request: number): number {
    const { list, count } = this.#neighbours;
    if (count === 0) return -1;
    const rank = Math.floor(this.#random.fraction() ** 2 * Math.min(count, NEAREST));
    return this.#tours.vehicleOf[list[request * count + rank]!]!;
  }

  #find(vehicle: number, request: number, most: number): boolean {
    return most > 0 && this.#search.findLikely(this.#tours.routes[vehicle]!, request, most) < most;
  }

  #takeOut(vehicle: number, request: number): void {
    this.#marked[request] = 1;
    this.#tours.takeOut(vehicle, this.#marked);
    this.#marked[request] = 0;
  }

  /** Are the kilometres of a tour all that it costs? */
  #isPlain(vehicle: number): boolean {
    const { compiled, timing } = this.#tours;
    return compiled.types[compiled.typeOf[vehicle]!]!.perSecond === 0 && !timing.isJudged;
  }

  /** What the kilometres of a tour cost less without the request, at the most. */
  #saved(vehicle: number, request: number): number {
    const { compiled, routes } = this.#tours;
    const route = routes[vehicle]!;
    const type = compiled.types[compiled.typeOf[vehicle]!]!;
    if (route.size === 2) return route.cost;
    const { node, legMetres } = route;
    const { perMetre } = type;
    const p = node.indexOf(request * 2, 1);
    const d = node.indexOf(request * 2 + 1, p);
    if (d === p + 1) {
      return (
        legMetres[p - 1]! * perMetre +
        legMetres[p]! * perMetre +
        legMetres[d]! * perMetre -
        this.#metres(route, p - 1, d + 1) * perMetre
      );
    }
    const atPickup =
      legMetres[p - 1]! * perMetre + legMetres[p]! * perMetre - this.#metres(route, p - 1, p + 1) * perMetre;
    return (
      atPickup +
      legMetres[d - 1]! * perMetre +
      legMetres[d]! * perMetre -
      this.#metres(route, d - 1, d + 1) * perMetre
    );
  }

  /** Metres from one entry of a tour straight to another; 0 from or to an open end. */
  #metres({ location }: Route, from: number, to: number): number {
    const { metres, stride } = this.#tours.compiled;
    const here = location[from]!;
    const next = location[to]!;
    return here < 0 || next < 0 ? 0 : metres[here * stride + next]!;
  }
}
