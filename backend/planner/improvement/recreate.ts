import { MUST_SERVE } from './compile.ts';
import type { InsertionSearch } from './insertionSearch.ts';
import type { Neighbours } from './neighbours.ts';
import { Offers } from './offers.ts';
import type { SeededRandom } from './random.ts';
import type { Tours } from './tours.ts';

/** Puts requests back, each at its cheapest place. */
export class Recreate {
  readonly #tours: Tours;
  readonly #offers: Offers;
  readonly #random: SeededRandom;
  readonly #key: Float64Array;
  /** Rows of offers of the requests that still wait. */
  readonly #row: Int32Array;

  constructor(tours: Tours, search: InsertionSearch, neighbours: Neighbours, random: SeededRandom) {
    this.#tours = tours;
    this.#offers = new Offers(tours, search, neighbours, random);
    this.#random = random;
    const { requestCount } = tours.compiled;
    this.#key = new Float64Array(requestCount);
    this.#row = new Int32Array(requestCount);
  }

  /**
   * Serves one after the other in a random kind of order; who finds no place is left out. `isBold`: also who costs more
   * than leaving them out, for the next rider may share the way.
   * @param most cost of the plan from which on it is of no use any more: nobody put in makes it cheaper
   * @returns false when that was reached, and whoever then waited is in no tour
   */
  greedily(
    list: Int32Array,
    count: number,
    blink: number,
    isBold: boolean,
    most = Number.POSITIVE_INFINITY,
  ): boolean {
    const { penalty } = this.#tours.compiled;
    this.#sort(list, count);
    this.#offers.listIdle();
    for (let c = 0; c < count; c++) {
      const request = list[c]!;
      const worth = isBold ? MUST_SERVE : penalty[request]!;
      this.#offers.rank(request, 0, blink, worth, 1);
      this.#serve(request, 0, worth);
      if (this.#tours.cost >= most) return false;
    }
    return true;
  }

  /**
   * Serves first who would lose most by waiting: the difference between the best tour and the second best (regret
   * insertion, Potvin & Rousseau 1993; Ropke & Pisinger 2006). Ends early like `greedily`.
   */
  byRegret(
    list: Int32Array,
    count: number,
    blink: number,
    isBold: boolean,
    most = Number.POSITIVE_INFINITY,
  ): boolean {
    const { penalty } = this.#tours.compiled;
    const row = this.#row;
    const offers = this.#offers;
    offers.listIdle();
    for (let c = 0; c < count; c++) {
      row[c] = c;
      offers.rank(list[c]!, c, blink, isBold ? MUST_SERVE : penalty[list[c]!]!, 2);
    }
    for (let left = count; left > 0; left--) {
      const chosen = this.#mostUrgent(list, left);
      const served = row[chosen]!;
      row[chosen] = row[left - 1]!;
      const idle = this.#serve(list[served]!, served, isBold ? MUST_SERVE : penalty[list[served]!]!);
      const changed = offers.vehicle[served]!;
      if (this.#tours.cost >= most) return false;
      if (changed < 0) continue;
      const wasIdle = this.#tours.routes[changed]!.size === 2;
      for (let a = 0; a < left - 1; a++) {
        const c = row[a]!;
        const request = list[c]!;
        const isNew = offers.offerAgain(request, c, changed, list[served]!, wasIdle);
        if (idle >= 0) offers.add(request, c, idle);
        if (isNew || idle >= 0) offers.choose(request, c, isBold ? MUST_SERVE : penalty[request]!, 2);
      }
    }
    return true;
  }

  /** Who of the first `left` waiting loses most by waiting: where in the list of rows. */
  #mostUrgent(list: Int32Array, left: number): number {
    const { penalty } = this.#tours.compiled;
    const { vehicle, first, second } = this.#offers;
    const row = this.#row;
    let chosen = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let a = 0; a < left; a++) {
      const c = row[a]!;
      const regret = vehicle[c]! < 0 ? -penalty[list[c]!]! : second[c]! - first[c]!;
      if (regret > most) {
        most = regret;
        chosen = a;
      }
    }
    return chosen;
  }

  /**
   * Serves a request by its best offer that can be driven, of those that cost less than `most`.
   * @returns a vehicle that is now the idle one of its type, -1 for none
   */
  #serve(request: number, c: number, most: number): number {
    const offers = this.#offers;
    const { routes, compiled } = this.#tours;
    let refused = -1;
    for (;;) {
      const vehicle = offers.vehicle[c]!;
      const place = offers.place[c]!;
      if (vehicle < 0) break;
      if (this.#tours.putIn(vehicle, request, place >>> 16, place & 0xffff)) {
        if (routes[vehicle]!.size > 2) return -1;
        offers.listIdle();
        return offers.idleOfType(compiled.typeOf[vehicle]!);
      }
      // Found again exactly, and still it cannot be driven: bounds promise too much where a way round is shorter than the way.
      if (vehicle === refused) break;
      refused = vehicle;
      offers.retry(request, c, most, 1);
    }
    offers.vehicle[c] = -1;
    this.#tours.leaveOut(request);
    return -1;
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
