import type { Compiled, VehicleType } from './compile.ts';
import { InsertionDuration } from './insertionDuration.ts';
import { InsertionTiming } from './insertionTiming.ts';
import type { Route } from './route.ts';
import { EPSILON } from './timing.ts';
import type { TourJudge } from './tourJudge.ts';

/** What decides about a pair: its kilometres; all the search's own arithmetic; the judge, too, where there is one. */
const ESTIMATED = 0;
const EXACT = 1;
const JUDGED = 2;
type Exactness = typeof ESTIMATED | typeof EXACT | typeof JUDGED;

/**
 * The cheapest place for a request in one tour: its pickup after index `pickupAfter`, its dropoff after index
 * `dropoffAfter` of the tour as it stands.
 *
 * Pairs are ruled out by cost, load and the tour's earliest and latest times in constant time each (forward and
 * backward slack after Savelsbergh 1992; a bound on growing rides after Gschwind & Drexl 2019); what is left and
 * cheaper than the best so far is decided exactly.
 */
export class InsertionSearch {
  readonly #compiled: Compiled;
  readonly #insertion: InsertionTiming;
  readonly #duration: InsertionDuration;
  readonly #judge: TourJudge | undefined;
  pickupAfter = -1;
  dropoffAfter = -1;
  /** Seconds that visits save by joining the stops of the insertion looked at last. */
  #joined = 0;

  constructor(compiled: Compiled, judge?: TourJudge) {
    this.#compiled = compiled;
    this.#insertion = new InsertionTiming(compiled);
    this.#duration = new InsertionDuration(compiled);
    this.#judge = judge;
  }

  /**
   * Added cost of the cheapest insertion, `Infinity` when there is none below `bound`. Where there is a judge, none that
   * costs as much as that without it counts: what else a judge counts hardly ever falls by taking somebody along.
   */
  find(route: Route, request: number, bound: number): number {
    const type = this.#compiled.types[this.#compiled.typeOf[route.vehicle]!]!;
    if (type.suits[request] === 0) return Number.POSITIVE_INFINITY;
    // Where estimates are costs, the pair that seems cheapest mostly is: only it is decided exactly.
    if (this.#isEstimate(type, request)) {
      const cost = this.#search(route, type, request, bound, ESTIMATED);
      if (cost >= bound) return Number.POSITIVE_INFINITY;
      if (this.#insertion.admits(route, type, request, this.pickupAfter, this.dropoffAfter)) return cost;
    }
    if (this.#judge) return this.#findJudged(route, type, request, bound, this.#judge);
    return this.#search(route, type, request, bound, EXACT);
  }

  /** A judge takes long: it is asked first about the pair that is cheapest without it, after which few others are left. */
  #findJudged(route: Route, type: VehicleType, request: number, bound: number, judge: TourJudge): number {
    if (this.#search(route, type, request, bound, EXACT) >= bound) return Number.POSITIVE_INFINITY;
    const { pickupAfter, dropoffAfter } = this;
    const { vehicle, node, size, cost } = route;
    const most = cost + bound;
    const price = judge.costWith(vehicle, node, size, request, pickupAfter, dropoffAfter, most) - cost;
    const other = this.#search(route, type, request, Math.min(bound, price), JUDGED);
    if (other < Number.POSITIVE_INFINITY || price >= bound) return other;
    this.pickupAfter = pickupAfter;
    this.dropoffAfter = dropoffAfter;
    return price;
  }

  /**
   * Like `find`, but where estimates are costs the insertion is not decided exactly: one in twenty cannot be driven, as
   * putting the request in shows. Nothing is overlooked: where there is none below `bound`, none can be driven either.
   */
  findLikely(route: Route, request: number, bound: number): number {
    const type = this.#compiled.types[this.#compiled.typeOf[route.vehicle]!]!;
    if (type.suits[request] === 0) return Number.POSITIVE_INFINITY;
    if (!this.#isEstimate(type, request)) return this.find(route, request, bound);
    return this.#search(route, type, request, bound, ESTIMATED);
  }

  /** Are kilometres all that an insertion costs, and times and load all that decides whether it can be driven? */
  #isEstimate(type: VehicleType, request: number): boolean {
    return type.perSecond === 0 && !this.#judge && this.#compiled.apart[request]!.length === 0;
  }

  /** The cheapest pair below `bound`, as exactly as is asked for. */
  #search(route: Route, type: VehicleType, request: number, bound: number, how: Exactness): number {
    const { stride, seconds, metres, secondsTo, metresTo, location, earliest, latest, dwell, join } =
      this.#compiled;
    const { maxRide, loadCode, mostSaved } = this.#compiled;
    const { fits, perMetre } = type;
    const p = request * 2;
    const d = p + 1;
    const lp = location[p]!;
    const ld = location[d]!;
    const latestP = latest[p]! + EPSILON;
    const latestD = latest[d]! + EPSILON;
    const ride = maxRide[request]! + EPSILON;
    const code = loadCode[request]!;
    const last = route.size + 1;
    const { node, legSeconds, legMetres, chain, load, rideRoom } = route;
    const loc = route.location;
    const early = route.earliest;
    const late = route.latest;
    const dw = route.dwell;
    const spare = type.maxDuration - chain[last]! + EPSILON;
    const opening = route.size === 0 ? type.fixedCost : 0;
    const dwellP = Math.min(dwell[p]!, join[p]!);
    const rowP = lp * stride;
    const rowD = ld * stride;
    const directSeconds = seconds[rowP + ld]!;
    const directCost = metres[rowP + ld]! * perMetre;
    // Whoever joins the stop put in saves time that may be paid for.
    const mostRefunded = type.perSecond * mostSaved;
    let best = bound;
    let found = false;
    // Latest starts never fall along a tour: the first leg into which the pickup may still fit, by halving. Who joins the
    // stop put in may start later by what that saves.
    const soonest = earliest[p]! + dwellP - mostSaved - EPSILON;
    let firstLeg = 0;
    for (let high = last; firstLeg < high; ) {
      const middle = (firstLeg + high) >> 1;
      if (late[middle + 1]! < soonest) firstLeg = middle + 1;
      else high = middle;
    }
    for (let i = firstLeg; i < last; i++) {
      const free = early[i]! + dw[i]!;
      if (free > latestP) break;
      if (fits[load[i]! + code] === 0) continue;
      const from = loc[i]!;
      const secondsIn = from < 0 ? 0 : secondsTo[rowP + from]!;
      const arrival = free + secondsIn;
      if (arrival > latestP) continue;
      const costIn = from < 0 ? 0 : metresTo[rowP + from]! * perMetre;
      const next = loc[i + 1]!;
      const startP = Math.max(arrival, earliest[p]!);
      const joinP = from === lp && (i > 0 || type.isUnderWay);
      const endP = startP + (joinP ? join[p]! : dwell[p]!);
      // Dropoff straight after the pickup.
      const side =
        costIn +
        directCost +
        (next < 0 ? 0 : metres[rowD + next]! * perMetre) -
        legMetres[i]! * perMetre +
        opening;
      if (side - mostRefunded < best) {
        const dwellD = lp === ld ? join[d]! : dwell[d]!;
        const arrivalD = endP + directSeconds;
        const startD = Math.max(arrivalD, earliest[d]!);
        if (startD <= latestD) {
          const onward = next < 0 ? 0 : seconds[rowD + next]!;
          const reach = startD + dwellD + onward;
          if (reach <= late[i + 1]! + this.#savedAt(route, i + 1, ld) + EPSILON) {
            const price = how === ESTIMATED ? side : this.#price(route, type, request, i, i, side, best, how);
            if (price < best) {
              best = price;
              found = true;
              this.pickupAfter = i;
              this.dropoffAfter = i;
            }
          }
        }
      }
      if (i === last - 1) break;
      // Pickup now, dropoff later.
      const costP = costIn + metres[rowP + next]! * perMetre - legMetres[i]! * perMetre + opening;
      if (costP - mostRefunded >= best) continue;
      const onward = seconds[rowP + next]!;
      const visit = node[i + 1]!;
      const dwellNext = next === lp ? join[visit]! : dwell[visit]!;
      const grown = secondsIn + (endP - startP) + onward - legSeconds[i]!;
      // The next visit may now join a stop, or no longer; its own dwell is no part of a ride that ends there.
      const saved = Math.max(0, dw[i + 1]! - dwellNext);
      const more = Math.max(0, dwellNext - dw[i + 1]!);
      if (grown - saved > rideRoom[i]! + EPSILON || grown - saved + more > spare) continue;
      let start = endP + onward;
      if (start < early[i + 1]! - more) start = early[i + 1]! - more;
      if (start > late[i + 1]! + saved + EPSILON) continue;
      let aboard = onward;
      let end = start + dwellNext;
      aboard += dwellNext;
      for (let j = i + 1; j < last; j++) {
        // `end` is when the visit at j is over, `aboard` the riding time until then without any waiting.
        if (end > latestD || aboard > ride) break;
        if (fits[load[j]! + code] === 0) break;
        const here = loc[j]!;
        const then = loc[j + 1]!;
        const cost =
          costP +
          (metresTo[rowD + here]! + (then < 0 ? 0 : metres[rowD + then]!)) * perMetre -
          legMetres[j]! * perMetre;
        if (cost - mostRefunded < best) {
          const toD = secondsTo[rowD + here]!;
          const arrivalD = end + toD;
          const startD = Math.max(arrivalD, earliest[d]!);
          if (startD <= latestD && aboard + toD <= ride) {
            const dwellD = here === ld ? join[d]! : dwell[d]!;
            const reach = startD + dwellD + (then < 0 ? 0 : seconds[rowD + then]!);
            if (reach <= late[j + 1]! + this.#savedAt(route, j + 1, ld) + EPSILON) {
              const price =
                how === ESTIMATED ? cost : this.#price(route, type, request, i, j, cost, best, how);
              if (price < best) {
                best = price;
                found = true;
                this.pickupAfter = i;
                this.dropoffAfter = j;
              }
            }
          }
        }
        if (j === last - 1) break;
        let reach = end + legSeconds[j]!;
        if (reach < early[j + 1]! - saved) reach = early[j + 1]! - saved;
        if (reach > late[j + 1]! + EPSILON) break;
        end = reach + dw[j + 1]!;
        aboard += legSeconds[j]! + dw[j + 1]!;
      }
    }
    return found ? best : Number.POSITIVE_INFINITY;
  }

  /**
   * Added cost of the insertion, `estimate` where kilometres are all that costs; `Infinity` when it breaks a rule or
   * cannot be below `bound`.
   */
  #price(
    route: Route,
    type: VehicleType,
    request: number,
    i: number,
    j: number,
    estimate: number,
    bound: number,
    how: Exactness,
  ): number {
    if (type.perSecond > 0) {
      // A duty lasts at least as long as driving and dwelling without any wait, and is shorter than before only by what
      // those save who now join a stop.
      const unhurried = route.chain[route.size + 1]! + this.#growth(route, request, i, j);
      const longer = Math.max(-this.#joined, unhurried - route.duration);
      if (estimate + type.perSecond * longer >= bound) return Number.POSITIVE_INFINITY;
    }
    if (!this.#insertion.admits(route, type, request, i, j)) return Number.POSITIVE_INFINITY;
    if (this.#compiled.apart[request]!.length > 0 && this.#meetsForbidden(route, request, i, j)) {
      return Number.POSITIVE_INFINITY;
    }
    const added = type.perSecond > 0 ? this.#duration.with(route, type, request, i, j) - route.duration : 0;
    const price = estimate + type.perSecond * added;
    const judge = this.#judge;
    if (!judge || how === EXACT || price >= bound) return price;
    const most = route.cost + bound;
    return judge.costWith(route.vehicle, route.node, route.size, request, i, j, most) - route.cost;
  }

  /** Seconds that the insertion adds to the tour without waiting, at the least; notes what is saved by joining the stops put in. */
  #growth(route: Route, request: number, i: number, j: number): number {
    const { location, dwell, join } = this.#compiled;
    const p = location[request * 2]!;
    const d = location[request * 2 + 1]!;
    const least =
      Math.min(dwell[request * 2]!, join[request * 2]!) +
      Math.min(dwell[request * 2 + 1]!, join[request * 2 + 1]!);
    const from = route.location[i]!;
    const next = route.location[i + 1]!;
    const toPickup = this.#leg(from, p) - route.legSeconds[i]!;
    this.#joined = this.#savedAt(route, j + 1, d);
    if (i === j) return toPickup + this.#leg(p, d) + this.#leg(d, next) + least - this.#joined;
    this.#joined += this.#savedAt(route, i + 1, p);
    const around = this.#leg(route.location[j]!, d) + this.#leg(d, route.location[j + 1]!);
    return toPickup + this.#leg(p, next) + around - route.legSeconds[j]! + least - this.#joined;
  }

  /** Seconds that the visit at k saves by joining a stop put in before it at `location`; 0 where it does not. */
  #savedAt({ node, dwell, location: at, size }: Route, k: number, location: number): number {
    return k <= size && at[k] === location ? Math.max(0, dwell[k]! - this.#compiled.join[node[k]!]!) : 0;
  }

  #leg(from: number, to: number): number {
    return from < 0 || to < 0 ? 0 : this.#compiled.seconds[from * this.#compiled.stride + to]!;
  }

  #meetsForbidden(route: Route, request: number, i: number, j: number): boolean {
    for (const other of this.#compiled.apart[request]!) {
      let boards = 0;
      let leaves = -1;
      for (let k = 1; k <= route.size; k++) {
        if (route.node[k] === other * 2) boards = k;
        else if (route.node[k] === other * 2 + 1) leaves = k;
      }
      if (boards <= j && leaves > i) return true;
    }
    return false;
  }
}
