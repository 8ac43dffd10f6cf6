import { costsAlike } from './costsAlike.ts';
import type { Neighbours } from './neighbours.ts';
import type { SeededRandom } from './random.ts';
import type { Route } from './route.ts';
import type { Tours } from './tours.ts';

/** How many exchanges of one segment are tried exactly, and how many runs between empty moments a segment spans. */
const TRIED = 4;
const LONGEST = 3;
/** How many other tours a segment is offered to. */
const PARTNERS = 12;

/**
 * Exchanges whole segments between two tours at moments when nobody is aboard (the zero-split neighbourhood of Parragh,
 * Doerner & Hartl 2010): a segment for another, for nothing, or the whole rest of one tour for that of the other (2-opt*,
 * Potvin & Rousseau 1995). Ruin and recreate seldom finds these, for they move many riders at once.
 */
export class Splice {
  readonly #tours: Tours;
  readonly #neighbours: Neighbours;
  readonly #random: SeededRandom;
  readonly #seen: Uint8Array;
  #nodes = new Int32Array(256);
  /** Best exchanges found: added cost, vehicle, and ends of its segment. */
  readonly #delta = new Float64Array(TRIED);
  readonly #vehicle = new Int32Array(TRIED);
  readonly #from = new Int32Array(TRIED);
  readonly #to = new Int32Array(TRIED);
  #found = 0;
  /** A request of the segment exchanged last. */
  seed = 0;

  constructor(tours: Tours, neighbours: Neighbours, random: SeededRandom) {
    this.#tours = tours;
    this.#neighbours = neighbours;
    this.#random = random;
    this.#seen = new Uint8Array(tours.compiled.vehicleCount);
  }

  /**
   * Makes the cheapest exchange of a random segment that adds less than `allowed` to the cost; it is left as a change
   * under way. @returns whether there was one
   */
  exchange(allowed: number): boolean {
    const tours = this.#tours;
    const random = this.#random;
    const { requestCount } = tours.compiled;
    const seed = random.below(requestCount);
    this.seed = seed;
    const vehicle = tours.vehicleOf[seed]!;
    if (vehicle < 0) return false;
    const route = tours.routes[vehicle]!;
    if (route.size === 0) return false;
    const gaps = route.listGaps();
    const moments = route.gaps;
    let first = 0;
    while (first + 1 < gaps && !holdsBetween(route, seed, moments[first]!, moments[first + 1]!)) first++;
    if (first + 1 >= gaps) return false;
    // One time in three the rest of the tour, else a few runs.
    const last = random.below(3) === 0 ? gaps - 1 : Math.min(gaps - 1, first + 1 + random.below(LONGEST));
    const from = moments[first]!;
    const to = moments[last]!;
    if (this.#holdsLocked(route, from, to)) return false;
    this.#search(vehicle, seed, from, to, allowed);
    const before = tours.cost;
    for (let f = 0; f < this.#found; f++) {
      const best = this.#cheapest();
      if (this.#swap(vehicle, from, to, this.#vehicle[best]!, this.#from[best]!, this.#to[best]!)) {
        if (tours.cost < before + allowed) return true;
      }
      tours.drop();
    }
    return false;
  }

  /**
   * Gives the whole tours of two vehicles to each other, or one's to an empty one, where one is dearer than the other or
   * waits elsewhere and that adds less than `allowed` to the cost; it is left as a change under way. It often pays with
   * all riders at once or not at all.
   * @returns whether there was one
   */
  exchangeVehicles(allowed: number): boolean {
    const tours = this.#tours;
    const { requestCount, vehicleCount, types, typeOf } = tours.compiled;
    const vehicle = tours.vehicleOf[this.#random.below(requestCount)]!;
    const other = this.#random.below(vehicleCount);
    if (vehicle < 0 || costsAlike(types[typeOf[vehicle]!]!, types[typeOf[other]!]!)) return false;
    const { size } = tours.routes[vehicle]!;
    if (this.#holdsLocked(tours.routes[vehicle]!, 0, size)) return false;
    const before = tours.cost;
    const isMade = this.#swap(vehicle, 0, size, other, 0, tours.routes[other]!.size);
    if (isMade && tours.cost < before + allowed) return true;
    tours.drop();
    return false;
  }

  #search(vehicle: number, seed: number, from: number, to: number, allowed: number): void {
    const { vehicleOf, compiled, routes } = this.#tours;
    const { list, count } = this.#neighbours;
    const seen = this.#seen;
    seen.fill(0);
    seen[vehicle] = 1;
    this.#found = 0;
    let partners = 0;
    for (let k = 0; k < count && partners < PARTNERS; k++) {
      const other = vehicleOf[list[seed * count + k]!]!;
      if (other < 0 || seen[other] === 1) continue;
      seen[other] = 1;
      partners++;
      this.#compare(routes[vehicle]!, from, to, other, allowed);
    }
    // An empty vehicle may take the segment, too.
    for (let v = 0; v < routes.length; v++) {
      if (routes[v]!.size > 0 || compiled.types[compiled.typeOf[v]!]!.isUnderWay) continue;
      this.#compare(routes[vehicle]!, from, to, v, allowed);
      break;
    }
  }

  /** Prices every segment of another tour against the one at hand. */
  #compare(a: Route, from: number, to: number, vehicle: number, allowed: number): void {
    const b = this.#tours.routes[vehicle]!;
    const gaps = b.listGaps();
    const moments = b.gaps;
    const isToEnd = to === a.size;
    const { latest, types, typeOf } = this.#tours.compiled;
    const perMetreA = types[typeOf[a.vehicle]!]!.perMetre;
    const perMetreB = types[typeOf[vehicle]!]!.perMetre;
    const costA = a.legMetres[from]! * perMetreA + (to > from ? a.legMetres[to]! * perMetreA : 0);
    // What comes before an exchange stays as it is, and so do its earliest times; what comes after it, its latest times.
    const readyA = a.earliest[from]! + a.dwell[from]!;
    const latestA = from < a.size ? latest[a.node[from + 1]!]! : Number.POSITIVE_INFINITY;
    const alone = this.#cost(a, from, a, to + 1, a);
    for (let x = 0; x < gaps; x++) {
      const j = moments[x]!;
      const readyB = b.earliest[j]! + b.dwell[j]!;
      if (readyB > latestA) break;
      const arrivalA = readyB + this.#driving(b, j, a, from + 1);
      if (arrivalA > latestA) continue;
      const latestB = j < b.size ? latest[b.node[j + 1]!]! : Number.POSITIVE_INFINITY;
      const arrivalB = readyA > latestB ? readyA : readyA + this.#driving(a, from, b, j + 1);
      let most = isToEnd ? gaps - 1 : Math.min(gaps - 1, x + LONGEST);
      if (arrivalB > latestB) most = x;
      const startA = this.#cost(a, from, b, j + 1, a);
      const startB = this.#cost(b, j, a, from + 1, b);
      for (let y = x; y <= most; y++) {
        const l = moments[y]!;
        if (!this.#isInTime(a, to, b, l + 1)) continue;
        if (y > x && !this.#isInTime(b, l, a, to + 1)) continue;
        if (isToEnd && l === b.size) {
          // The rest of one for the rest of the other: the latest times of both stay as they are, too.
          if (arrivalA > a.latest[from + 1]!) continue;
          if (l > j && arrivalB > b.latest[j + 1]!) continue;
        }
        const endB = this.#cost(a, to, b, l + 1, b);
        const costB = b.legMetres[j]! * perMetreB + (l > j ? b.legMetres[l]! * perMetreB : 0);
        const inA = l > j ? startA + this.#cost(b, l, a, to + 1, a) : alone;
        const delta = inA + startB + endB - costA - costB;
        if (delta < allowed && !(a.size === to && from === 0 && b.size === l && j === 0)) {
          this.#remember(delta, vehicle, j, l);
        }
      }
    }
  }

  /** May visit `next` of the second tour, all as it is from there on, follow visit k of the first? */
  #isInTime(first: Route, k: number, second: Route, next: number): boolean {
    if (next > second.size) return true;
    const soonest = k === 0 ? first.earliest[0]! : this.#tours.compiled.earliest[first.node[k]!]!;
    if (soonest > second.latest[next]!) return false;
    return soonest + this.#driving(first, k, second, next) <= second.latest[next]!;
  }

  /** Seconds from visit k of one tour to visit `next` of another; 0 where that is its end. */
  #driving(first: Route, k: number, second: Route, next: number): number {
    const { seconds, stride } = this.#tours.compiled;
    const from = first.location[k]!;
    return from < 0 || next > second.size ? 0 : seconds[from * stride + second.location[next]!]!;
  }

  /** Cost of the leg from visit k of one tour to visit `next` of another, or home of the tour it is driven in. */
  #cost(first: Route, k: number, second: Route, next: number, driven: Route): number {
    const { metres, stride, types, typeOf } = this.#tours.compiled;
    const type = types[typeOf[driven.vehicle]!]!;
    const from = k === 0 ? type.start : first.location[k]!;
    const to = next > second.size ? type.end : second.location[next]!;
    return from < 0 || to < 0 ? 0 : metres[from * stride + to]! * type.perMetre;
  }

  #remember(delta: number, vehicle: number, from: number, to: number): void {
    let at = this.#found;
    if (at === TRIED) {
      at = 0;
      for (let f = 1; f < TRIED; f++) if (this.#delta[f]! > this.#delta[at]!) at = f;
      if (this.#delta[at]! <= delta) return;
    } else this.#found++;
    this.#delta[at] = delta;
    this.#vehicle[at] = vehicle;
    this.#from[at] = from;
    this.#to[at] = to;
  }

  /** The cheapest exchange not yet tried. */
  #cheapest(): number {
    let best = 0;
    for (let f = 1; f < this.#found; f++) if (this.#delta[f]! < this.#delta[best]!) best = f;
    this.#delta[best] = Number.POSITIVE_INFINITY;
    return best;
  }

  #swap(a: number, fromA: number, toA: number, b: number, fromB: number, toB: number): boolean {
    const tours = this.#tours;
    const routeA = tours.routes[a]!;
    const routeB = tours.routes[b]!;
    if (this.#holdsLocked(routeB, fromB, toB)) return false;
    const sizeA = routeA.size - (toA - fromA) + (toB - fromB);
    const sizeB = routeB.size - (toB - fromB) + (toA - fromA);
    this.#nodes = room(this.#nodes, sizeA + sizeB);
    const nodes = this.#nodes;
    let at = copy(routeA, 1, fromA, nodes, 0);
    at = copy(routeB, fromB + 1, toB, nodes, at);
    at = copy(routeA, toA + 1, routeA.size, nodes, at);
    at = copy(routeB, 1, fromB, nodes, at);
    at = copy(routeA, fromA + 1, toA, nodes, at);
    copy(routeB, toB + 1, routeB.size, nodes, at);
    // Both are part of the change before either is laid, so that dropping it puts everybody back.
    tours.touch(a);
    tours.touch(b);
    if (!tours.lay(a, nodes, 0, sizeA) || !tours.lay(b, nodes, sizeA, sizeB)) return false;
    return tours.suits(a) && tours.suits(b);
  }

  #holdsLocked(route: Route, from: number, to: number): boolean {
    const { isLocked } = this.#tours.compiled;
    for (let k = from + 1; k <= to; k++) if (isLocked[route.node[k]! >> 1] === 1) return true;
    return false;
  }
}

function room(list: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  return list.length >= length ? list : new Int32Array(length * 2);
}

function holdsBetween(route: Route, request: number, from: number, to: number): boolean {
  for (let k = from + 1; k <= to; k++) if (route.node[k]! >> 1 === request) return true;
  return false;
}

function copy(route: Route, from: number, to: number, nodes: Int32Array, at: number): number {
  let next = at;
  for (let k = from; k <= to; k++) nodes[next++] = route.node[k]!;
  return next;
}
