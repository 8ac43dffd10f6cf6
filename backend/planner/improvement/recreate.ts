import type { InsertionSearch } from './insertionSearch.ts';
import type { SeededRandom } from './random.ts';
import type { Route } from './route.ts';
import type { Tours } from './tours.ts';

/** Puts requests back, each at its cheapest place. */
export class Recreate {
  readonly #tours: Tours;
  readonly #search: InsertionSearch;
  readonly #random: SeededRandom;
  readonly #key: Float64Array;
  /** Remembered answers, `ways` per request and vehicle. */
  readonly #ways: number;
  readonly #cacheA: Int32Array;
  readonly #cacheB: Int32Array;
  readonly #cacheCost: Float64Array;
  readonly #cachePlace: Int32Array;
  #grid = new Float64Array(0);
  readonly #row: Int32Array;
  hits = 0;
  misses = 0;

  constructor(tours: Tours, search: InsertionSearch, random: SeededRandom) {
    this.#tours = tours;
    this.#search = search;
    this.#random = random;
    const { requestCount, vehicleCount } = tours.compiled;
    this.#key = new Float64Array(requestCount);
    this.#row = new Int32Array(requestCount);
    const pairs = Math.max(1, requestCount * vehicleCount);
    let ways = 1;
    while (ways < 1024 && pairs * ways * 2 <= 1 << 20) ways *= 2;
    this.#ways = ways;
    this.#cacheA = new Int32Array(pairs * ways);
    this.#cacheB = new Int32Array(pairs * ways);
    this.#cacheCost = new Float64Array(pairs * ways);
    this.#cachePlace = new Int32Array(pairs * ways);
  }

  /** Tries to serve everybody in `list`; who finds no place is left out. */
  greedily(list: Int32Array, count: number, blink: number): void {
    this.#sort(list, count);
    for (let c = 0; c < count; c++) this.#insert(list[c]!, blink);
  }

  /**
   * Serves first who would lose most by waiting: the difference between the best tour and the next `depth` ones
   * (regret insertion, Potvin & Rousseau 1993; Ropke & Pisinger 2006).
   */
  byRegret(list: Int32Array, count: number, depth: number, noise: number): void {
    const { routes, compiled } = this.#tours;
    const vehicles = routes.length;
    if (this.#grid.length < count * vehicles) this.#grid = new Float64Array(count * vehicles * 2);
    const grid = this.#grid;
    for (let c = 0; c < count; c++) {
      for (let v = 0; v < vehicles; v++) grid[c * vehicles + v] = this.#price(v, list[c]!, noise);
    }
    let left = count;
    const row = this.#row;
    for (let c = 0; c < count; c++) row[c] = c;
    while (left > 0) {
      let chosen = 0;
      let chosenVehicle = -1;
      let most = Number.NEGATIVE_INFINITY;
      for (let a = 0; a < left; a++) {
        const base = row[a]! * vehicles;
        let first = Number.POSITIVE_INFINITY;
        let second = Number.POSITIVE_INFINITY;
        let third = Number.POSITIVE_INFINITY;
        let vehicle = -1;
        for (let v = 0; v < vehicles; v++) {
          const cost = grid[base + v]!;
          if (cost >= third) continue;
          if (cost < first) {
            third = second;
            second = first;
            first = cost;
            vehicle = v;
          } else if (cost < second) {
            third = second;
            second = cost;
          } else third = cost;
        }
        const cap = compiled.penalty[list[row[a]!]!]!;
        let regret = Math.min(second, cap) - first;
        if (depth > 2) regret += Math.min(third, cap) - first;
        if (first >= cap) regret = Number.NEGATIVE_INFINITY;
        if (regret > most || vehicle < 0) {
          most = vehicle < 0 ? most : regret;
          chosen = a;
          chosenVehicle = first >= cap ? -1 : vehicle;
          if (vehicle < 0) break;
        }
      }
      const index = row[chosen]!;
      const request = list[index]!;
      row[chosen] = row[--left]!;
      if (chosenVehicle < 0) {
        this.#tours.leaveOut(request);
        continue;
      }
      const place = this.#cachePlace[this.#look(routes[chosenVehicle]!, request)]!;
      this.#tours.putIn(chosenVehicle, request, place >>> 16, place & 0xffff);
      for (let a = 0; a < left; a++) {
        grid[row[a]! * vehicles + chosenVehicle] = this.#price(chosenVehicle, list[row[a]!]!, noise);
      }
    }
  }

  #price(vehicle: number, request: number, noise: number): number {
    const cost = this.#cacheCost[this.#look(this.#tours.routes[vehicle]!, request)]!;
    return noise > 0 ? cost + noise * this.#random.fraction() : cost;
  }

  #insert(request: number, blink: number): void {
    const { routes, compiled } = this.#tours;
    const random = this.#random;
    let best = compiled.penalty[request]!;
    let vehicle = -1;
    let place = 0;
    let emptyTypes = 0;
    for (let v = 0; v < routes.length; v++) {
      const route = routes[v]!;
      if (route.size === 0) {
        const bit = 1 << (compiled.typeOf[v]! & 31);
        if (compiled.types.length <= 32 && (emptyTypes & bit) !== 0) continue;
        emptyTypes |= bit;
      }
      if (blink > 0 && random.fraction() < blink) continue;
      const slot = this.#look(route, request);
      const cost = this.#cacheCost[slot]!;
      if (cost < best) {
        best = cost;
        vehicle = v;
        place = this.#cachePlace[slot]!;
      }
    }
    if (vehicle < 0) this.#tours.leaveOut(request);
    else this.#tours.putIn(vehicle, request, place >>> 16, place & 0xffff);
  }

  /** Slot of the cheapest insertion of the request into the tour, worked out or remembered. */
  #look(route: Route, request: number): number {
    const base = (request * this.#tours.routes.length + route.vehicle) * this.#ways;
    const slot = base + ((route.hashA ^ (route.hashA >>> 16)) & (this.#ways - 1));
    if (this.#cacheA[slot] === route.hashA && this.#cacheB[slot] === route.hashB) {
      this.hits++;
      return slot;
    }
    this.misses++;
    const cost = this.#search.find(route, request, Number.POSITIVE_INFINITY);
    this.#cacheA[slot] = route.hashA;
    this.#cacheB[slot] = route.hashB;
    this.#cacheCost[slot] = cost;
    this.#cachePlace[slot] = (this.#search.pickupAfter << 16) | this.#search.dropoffAfter;
    return slot;
  }

  #sort(list: Int32Array, count: number): void {
    const { earliest, latest, location, seconds, stride } = this.#tours.compiled;
    const random = this.#random;
    const rule = random.below(11);
    random.shuffle(list, count);
    if (rule < 4) return;
    const key = this.#key;
    for (let c = 0; c < count; c++) {
      const p = list[c]! * 2;
      const direct = seconds[location[p]! * stride + location[p + 1]!]!;
      if (rule < 6) key[p >> 1] = -direct;
      else if (rule === 6) key[p >> 1] = direct;
      else if (rule < 9) key[p >> 1] = latest[p]! - earliest[p]! + latest[p + 1]! - earliest[p + 1]!;
      else if (rule === 9) key[p >> 1] = earliest[p]!;
      else key[p >> 1] = -latest[p + 1]!;
    }
    for (let a = 1; a < count; a++) {
      const moved = list[a]!;
      let b = a - 1;
      while (b >= 0 && key[list[b]!]! > key[moved]!) {
        list[b + 1] = list[b]!;
        b--;
      }
      list[b + 1] = moved;
    }
  }
}
