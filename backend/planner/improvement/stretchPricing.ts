import { Route } from './route.ts';
import type { StretchBounds, Surcharge } from './stretchBounds.ts';
import { EPSILON, type Timing } from './timing.ts';
import type { TourPool } from './tourPool.ts';

/** What a listing may come to: tours, tours with the same request that are news, and stretches tried on the way. */
export interface ListLimits {
  readonly tours: number;
  readonly uses: number;
  readonly steps: number;
}

/** What a listing came to. */
export interface Listed {
  /** Tours that were not known, or only dearer. */
  readonly fresh: number;
  /** Nothing was left out for want of room. */
  readonly isComplete: boolean;
}

/** A way on with the least it can lead to. */
interface WayOn {
  readonly least: number;
  readonly number: number;
}

/**
 * Lists the tours of a vehicle type that cost little beyond what their riders are worth: puts stretches one behind the
 * other, the most promising first, as far as bounds allow (route enumeration, Baldacci, Christofides & Mingozzi 2008).
 */
export class StretchPricing {
  readonly #bounds: StretchBounds;
  readonly #timing: Timing;
  readonly #vehicle: number;
  readonly #route: Route;
  /** Who is in the tour at hand: a bit for each, and the first `#memberCount` entries. */
  readonly #mask: Int32Array;
  readonly #members: Int32Array;
  #memberCount = 0;
  readonly #chosen: number[] = [];
  /** `[r]` = tours with request r that were news. */
  readonly #uses: Int32Array;
  #pool!: TourPool;
  #limit = 0;
  #surcharge: Surcharge | undefined;
  #mostUses = 0;
  #stepsLeft = 0;
  #toursLeft = 0;
  #isWornOut = false;
  #fresh = 0;

  constructor(bounds: StretchBounds, timing: Timing) {
    const { requestCount, typeOf, isWhole } = bounds.compiled;
    this.#bounds = bounds;
    this.#timing = timing;
    this.#route = new Route(64, isWhole);
    this.#vehicle = typeOf.indexOf(bounds.type);
    this.#mask = new Int32Array(bounds.stretches.words);
    this.#members = new Int32Array(requestCount);
    this.#uses = new Int32Array(requestCount);
  }

  /**
   * Puts tours into the pool that cost less than `limit` beyond what their riders and a vehicle of the type are worth. The
   * bounds must be up to date.
   * @param surcharge what tours pay beyond prices, as the bounds were told
   */
  list(pool: TourPool, typePrice: number, limit: number, limits: ListLimits, surcharge?: Surcharge): Listed {
    this.#pool = pool;
    this.#limit = limit;
    this.#surcharge = surcharge;
    this.#uses.fill(0);
    this.#mostUses = limits.uses;
    this.#toursLeft = limits.tours;
    this.#stepsLeft = limits.steps;
    this.#isWornOut = false;
    this.#fresh = 0;
    const ways: WayOn[] = [];
    for (let r = 0; r < this.#uses.length; r++) {
      const least = this.#leastBy(r) - typePrice;
      if (least < limit) ways.push({ least, number: r });
    }
    for (const { number: r } of ways.sort(byLeast))
      this.#pickUp(r, this.#outCost(r) - typePrice, this.#reached(r), 0);
    const isComplete = this.#toursLeft > 0 && this.#stepsLeft > 0 && !this.#isWornOut;
    return { fresh: this.#fresh, isComplete };
  }

  /** The least that a tour can cost beyond what its riders and a vehicle of the type are worth: nothing costs less. */
  least(typePrice: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let r = 0; r < this.#uses.length; r++) least = Math.min(least, this.#leastBy(r));
    return least - typePrice;
  }

  #leastBy(request: number): number {
    return this.#outCost(request) + this.#bounds.leastFrom(request * 2, this.#reached(request));
  }

  /** Cost of a vehicle and its way to the first pickup, and when it is there at the soonest. */
  #outCost(request: number): number {
    const { compiled, type } = this.#bounds;
    const { start, perMetre, fixedCost } = compiled.types[type]!;
    const { location, metres, stride } = compiled;
    return fixedCost + (start < 0 ? 0 : metres[start * stride + location[request * 2]!]! * perMetre);
  }

  #reached(request: number): number {
    const { compiled, type } = this.#bounds;
    const { start, earliest } = compiled.types[type]!;
    const { location, seconds, stride } = compiled;
    return earliest + (start < 0 ? 0 : seconds[start * stride + location[request * 2]!]!);
  }

  /** Goes on with each stretch that begins with this request, `time` being when its pickup may start at the soonest. */
  #pickUp(request: number, rest: number, time: number, paid: number): void {
    const { stretches, rest: restOf } = this.#bounds;
    const { from, last, seconds, soonestEnd, latestStart } = stretches;
    const ways: WayOn[] = [];
    for (let s = from[request]!; s < from[request + 1]!; s++) {
      if (latestStart[s]! + EPSILON < time || this.#holdsAny(s)) continue;
      const end = Math.max(soonestEnd[s]!, time + seconds[s]!);
      const least = rest + restOf[s]! + this.#bounds.leastFrom(last[s]! * 2 + 1, end);
      if (least < this.#limit) ways.push({ least, number: s });
    }
    for (const { number: s } of ways.sort(byLeast)) {
      if (this.#toursLeft <= 0 || this.#stepsLeft <= 0) return;
      if (this.#isWorn(s)) this.#isWornOut = true;
      else this.#drive(s, rest + restOf[s]!, Math.max(soonestEnd[s]!, time + seconds[s]!), paid);
    }
  }

  /** Goes on after this stretch, `time` being when its last dropoff starts at the soonest. */
  #drive(s: number, before: number, time: number, paidBefore: number): void {
    this.#stepsLeft--;
    const bounds = this.#bounds;
    const { nextFrom, next, nextSeconds, nextCost } = bounds;
    const size = this.#memberCount;
    this.#join(s);
    const paid = this.#surcharge?.(this.#members.subarray(0, this.#memberCount)) ?? 0;
    const rest = before + paid - paidBefore - bounds.surcharge[s]!;
    const request = bounds.stretches.last[s]!;
    if (rest + bounds.homeCost(request) < this.#limit) this.#report();
    const ways: WayOn[] = [];
    for (let i = nextFrom[request]!; i < nextFrom[request + 1]!; i++) {
      const other = next[i]!;
      if (((this.#mask[other >> 5]! >>> (other & 31)) & 1) === 1) continue;
      const least = rest + nextCost[i]! + bounds.leastFrom(other * 2, time + nextSeconds[i]!);
      if (least < this.#limit) ways.push({ least, number: i });
    }
    for (const { number: i } of ways.sort(byLeast)) {
      if (this.#toursLeft <= 0 || this.#stepsLeft <= 0) break;
      this.#pickUp(next[i]!, rest + nextCost[i]!, time + nextSeconds[i]!, paid);
    }
    this.#leave(s, size);
  }

  #join(s: number): void {
    const { words, riders, starts, nodes } = this.#bounds.stretches;
    for (let w = 0; w < words; w++) this.#mask[w]! |= riders[s * words + w]!;
    this.#chosen.push(s);
    for (let k = starts[s]!; k < starts[s + 1]!; k++) {
      if ((nodes[k]! & 1) === 0) this.#members[this.#memberCount++] = nodes[k]! >> 1;
    }
  }

  #leave(s: number, size: number): void {
    const { words, riders } = this.#bounds.stretches;
    for (let w = 0; w < words; w++) this.#mask[w]! &= ~riders[s * words + w]!;
    this.#chosen.pop();
    this.#memberCount = size;
  }

  #holdsAny(s: number): boolean {
    const { words, riders } = this.#bounds.stretches;
    for (let w = 0; w < words; w++) if ((riders[s * words + w]! & this.#mask[w]!) !== 0) return true;
    return false;
  }

  /** Is one of its riders in as many new tours as may be? */
  #isWorn(s: number): boolean {
    const { starts, nodes } = this.#bounds.stretches;
    for (let k = starts[s]!; k < starts[s + 1]!; k++) {
      if (this.#uses[nodes[k]! >> 1]! >= this.#mostUses) return true;
    }
    return false;
  }

  #report(): void {
    const { starts, nodes } = this.#bounds.stretches;
    const route = this.#route;
    route.vehicle = this.#vehicle;
    route.size = 0;
    route.reserve(this.#memberCount * 2);
    for (const s of this.#chosen) {
      for (let k = starts[s]!; k < starts[s + 1]!; k++) route.node[++route.size] = nodes[k]!;
    }
    // Stretches that follow each other in time may still make a duty too long.
    if (!this.#timing.refresh(route)) return;
    if (this.#pool.isNews(route)) {
      this.#fresh++;
      for (let m = 0; m < this.#memberCount; m++) this.#uses[this.#members[m]!]!++;
      this.#pool.offer(route, route.cost);
    }
    this.#toursLeft--;
  }
}

function byLeast(a: WayOn, b: WayOn): number {
  return a.least - b.least || a.number - b.number;
}
