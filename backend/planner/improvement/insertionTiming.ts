import type { Compiled, VehicleType } from './compile.ts';
import { NO_LIMIT } from './figures.ts';
import type { Route } from './route.ts';
import { EPSILON } from './timing.ts';

/** Turns of the walk for each visit, at the most: a tour whose pickups are delayed again and again counts as refused. */
const MOST_TURNS = 20;

/**
 * Decides exactly whether a request can be put into a tour at two given places.
 *
 * The earliest times of the tour as it stands are lower bounds of the new ones and its latest times upper bounds, as
 * long as a way round is never shorter than the way and joining never saves more than the stop joined costs. The walk
 * lays out the new tour as it goes and ends where the change no longer pushes anything. One kind of tour is refused though
 * it could be driven: where a visit that now joins a stop would let a pickup before the change, delayed by its ride's limit,
 * begin sooner than it did.
 */
export class InsertionTiming {
  readonly #compiled: Compiled;
  /** The tour being tried, as far as it is laid out. */
  #node = new Int32Array(64);
  #location = new Int32Array(64);
  #start = new Float64Array(64);
  #dwell = new Float64Array(64);
  #leg = new Float64Array(64);
  #chain = new Float64Array(64);
  #lower = new Float64Array(64);
  #upper = new Float64Array(64);
  /** Seconds that visits laid out so far save by joining a stop as they did not before. */
  #saved = 0;

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
  }

  /**
   * Does a schedule exist with the request's pickup after index i and its dropoff after index j (indices of the tour as
   * it stands)? The tour must have been refreshed.
   */
  admits(route: Route, type: VehicleType, request: number, i: number, j: number): boolean {
    const { maxRide, latest } = this.#compiled;
    const last = route.size + 3;
    if (last >= this.#start.length) this.#grow(last + 1);
    const start = this.#start;
    const dwell = this.#dwell;
    const chain = this.#chain;
    const dropoffAt = j + 2;
    /** Entries low … built of the new tour are laid out; those before low are as in the tour that stands. */
    let low = i;
    let built = i;
    /** Dwells of the visits that stand are all as they were. */
    let isSteady = true;
    this.#saved = 0;
    this.#layOutOld(route, i);
    let k = i + 1;
    for (let turns = MOST_TURNS * last; turns > 0; turns--) {
      const isNew = k === i + 1 || k === dropoffAt;
      const old = k <= i ? k : k <= j + 1 ? k - 1 : k - 2;
      if (k > built) {
        built = k;
        if (isNew) this.#layOutNew(type, k, request * 2 + (k === dropoffAt ? 1 : 0));
        else if (!this.#layOutMoved(route, type, k, old)) isSteady = false;
      }
      const now = Math.max(start[k - 1]! + dwell[k - 1]! + this.#leg[k - 1]!, this.#lower[k]!);
      if (now > this.#upper[k]! + EPSILON) return false;
      start[k] = now;
      if (k > dropoffAt && isSteady) {
        if (now <= route.earliest[old]! + EPSILON) return true;
        if (route.isDutyFree && route.rideRoom[old - 1] === NO_LIMIT) return true;
      }
      if (k === last) {
        if (chain[k]! > type.maxDuration + EPSILON) return false;
        const delayed = now - type.maxDuration;
        if (delayed <= (low === 0 ? start[0]! : route.earliest[0]!) + EPSILON) return true;
        low = this.#delay(route, low, 0, delayed);
        k = 1;
        continue;
      }
      const visit = this.#node[k]!;
      if ((visit & 1) === 1) {
        const q = isNew ? i + 1 : indexNow(route.partner[old]!, i, j);
        const isOld = q < low;
        const dwellQ = isOld ? route.dwell[q]! : dwell[q]!;
        const limit = maxRide[visit >> 1]!;
        const delayed = now - limit - dwellQ;
        if (delayed > (isOld ? route.earliest[q]! : start[q]!) + EPSILON) {
          if (chain[k]! - (isOld ? route.chain[q]! : chain[q]!) - dwellQ > limit + EPSILON) return false;
          if (delayed > latest[visit - 1]! + EPSILON) return false;
          low = this.#delay(route, low, q, delayed);
          k = q + 1;
          continue;
        }
      }
      k++;
    }
    return false;
  }

  /** Has the visit at k begin no sooner, laid out from there on. @returns where the layout now begins */
  #delay(route: Route, low: number, k: number, until: number): number {
    for (let x = low - 1; x >= k; x--) this.#layOutOld(route, x);
    this.#start[k] = until;
    this.#lower[k] = until;
    return Math.min(low, k);
  }

  /** Lays out the entry of a visit put in. */
  #layOutNew(type: VehicleType, k: number, visit: number): void {
    const { location, earliest, latest } = this.#compiled;
    this.#node[k] = visit;
    this.#lower[k] = earliest[visit]!;
    this.#upper[k] = latest[visit]!;
    this.#dwell[k] = this.#dwellOf(type, k, visit, location[visit]!);
    this.#reach(k, location[visit]!);
  }

  /** Lays out an entry of the tour that stands, `old` there, behind a visit put in. @returns whether its dwell is as it was */
  #layOutMoved(route: Route, type: VehicleType, k: number, old: number): boolean {
    const here = route.location[old]!;
    const visit = route.node[old]!;
    this.#node[k] = visit;
    const dwell = visit < 0 ? 0 : this.#dwellOf(type, k, visit, here);
    const saved = route.dwell[old]! - dwell;
    // Where a wait takes up what was put in, whatever follows a visit that now joins a stop may begin sooner than before.
    const soonest = visit < 0 ? type.earliest : this.#compiled.earliest[visit]!;
    this.#lower[k] = Math.max(soonest, route.earliest[old]! - this.#saved + Math.min(0, saved));
    this.#upper[k] = route.latest[old]!;
    this.#dwell[k] = dwell;
    if (saved > 0) this.#saved += saved;
    // Who now joins a stop may start later by the dwell that saves; who no longer does, sooner by what that takes.
    if (saved > 0) this.#upper[k] = Math.min(this.#upper[k]! + saved, this.#compiled.latest[visit]!);
    this.#reach(k, here);
    return saved === 0;
  }

  /** Dwell of a visit at k, which joins the stop before where that is at the same place. */
  #dwellOf(type: VehicleType, k: number, visit: number, here: number): number {
    const joins = here === this.#location[k - 1]! && (k > 1 || type.isUnderWay);
    return joins ? this.#compiled.join[visit]! : this.#compiled.dwell[visit]!;
  }

  /** Lays out the leg to the entry at k. */
  #reach(k: number, here: number): void {
    const { seconds, stride } = this.#compiled;
    const before = this.#location[k - 1]!;
    const leg = before < 0 || here < 0 ? 0 : seconds[before * stride + here]!;
    this.#location[k] = here;
    this.#leg[k - 1] = leg;
    this.#chain[k] = this.#chain[k - 1]! + this.#dwell[k - 1]! + leg;
  }

  /** Lays out an entry of the new tour that is as in the tour that stands. */
  #layOutOld(route: Route, k: number): void {
    this.#node[k] = route.node[k]!;
    this.#location[k] = route.location[k]!;
    this.#start[k] = route.earliest[k]!;
    this.#lower[k] = route.earliest[k]!;
    this.#upper[k] = route.latest[k]!;
    this.#dwell[k] = route.dwell[k]!;
    this.#leg[k] = route.legSeconds[k]!;
    this.#chain[k] = route.chain[k]!;
  }

  #grow(length: number): void {
    const room = Math.max(length, this.#node.length * 2);
    this.#node = new Int32Array(room);
    this.#location = new Int32Array(room);
    this.#start = new Float64Array(room);
    this.#dwell = new Float64Array(room);
    this.#leg = new Float64Array(room);
    this.#chain = new Float64Array(room);
    this.#lower = new Float64Array(room);
    this.#upper = new Float64Array(room);
  }
}

/** Index in the tour with two visits put in of what was at `k`. */
function indexNow(k: number, i: number, j: number): number {
  return k <= i ? k : k <= j ? k + 1 : k + 2;
}
