import type { Compiled } from './compile.ts';
import { Route } from './route.ts';
import { commonHead, commonTail } from './sharedParts.ts';
import type { Timing } from './timing.ts';

/**
 * The tours of all vehicles with one change under way at a time. A changed tour is worked out beside the one that stands
 * and replaces it when it can be driven, so that keeping or dropping a change costs only what was touched.
 */
export class Tours {
  readonly compiled: Compiled;
  readonly timing: Timing;
  /** `[v]` = tour of vehicle v, changes under way included. */
  readonly routes: Route[] = [];
  /** `[r]` = vehicle that carries request r, -1 when none does, changes under way included. */
  readonly vehicleOf: Int32Array;
  /** The first `absentCount` entries are the requests no tour carries. */
  readonly absent: Int32Array;
  absentCount = 0;
  /** Cost of all tours and of all that is left out, changes under way included. */
  cost = 0;

  /** What leaving anybody out counts at the most, see `beLenient`. */
  #leniency = Number.POSITIVE_INFINITY;

  /** The change under way holds a tour that cannot be driven: it must be dropped. */
  isBroken = false;

  readonly #kept: Route[] = [];
  readonly #free: Route[] = [];
  /** The first `touchedCount` entries are the vehicles that the change under way touches; `[v]` = 1 for these. */
  readonly #touched: Int32Array;
  readonly #isTouched: Uint8Array;
  #touchedCount = 0;
  readonly #keptAbsent: Int32Array;
  #keptAbsentCount = 0;
  #keptCost = 0;

  constructor(compiled: Compiled, timing: Timing) {
    this.compiled = compiled;
    this.timing = timing;
    const { requestCount, vehicleCount } = compiled;
    this.vehicleOf = new Int32Array(requestCount).fill(-1);
    this.absent = new Int32Array(requestCount);
    this.#keptAbsent = new Int32Array(requestCount);
    this.#touched = new Int32Array(vehicleCount);
    this.#isTouched = new Uint8Array(vehicleCount);
    for (let v = 0; v < vehicleCount; v++) {
      const route = new Route(8, compiled.isWhole);
      route.vehicle = v;
      timing.refresh(route);
      this.routes.push(route);
      this.#kept.push(route);
    }
    this.settleAbsent();
  }

  /** Makes this vehicle's tour a part of the change under way, so that dropping that puts back whoever it carries. */
  touch(vehicle: number): void {
    if (this.#isTouched[vehicle] === 1) return;
    this.#isTouched[vehicle] = 1;
    this.#touched[this.#touchedCount++] = vehicle;
  }

  /** A tour to be filled and to take the place of this vehicle's, see `#replace`. */
  #draft(vehicle: number, size: number): Route {
    const draft = this.#free.pop() ?? new Route(size + 8, this.compiled.isWhole);
    draft.reserve(size);
    draft.vehicle = vehicle;
    draft.size = size;
    return draft;
  }

  /**
   * Makes a draft its vehicle's tour.
   * @param head how many visits at its beginning are as they were, and `tail` at its end
   * @returns false when it cannot be driven: the tour stays as it was
   */
  #replace(draft: Route, head: number, tail: number): boolean {
    const { vehicle } = draft;
    const known = this.routes[vehicle]!;
    this.touch(vehicle);
    if (!this.timing.refresh(draft, known, head, tail)) {
      this.#free.push(draft);
      return false;
    }
    this.routes[vehicle] = draft;
    this.cost += draft.cost - known.cost;
    if (known !== this.#kept[vehicle]) this.#free.push(known);
    return true;
  }

  /** Keeps the tours laid so far, everybody they do not carry left out. */
  settleAbsent(): void {
    this.clearAbsent();
    const { compiled, vehicleOf } = this;
    vehicleOf.fill(-1);
    this.routes.forEach((route, v) => {
      for (let k = 1; k <= route.size; k++) vehicleOf[route.node[k]! >> 1] = v;
    });
    for (let r = 0; r < compiled.requestCount; r++) {
      if (vehicleOf[r]! < 0 && compiled.isLocked[r] === 0) this.leaveOut(r);
    }
    this.keep();
  }

  /** Notes that a request is carried by nobody. */
  leaveOut(request: number): void {
    this.vehicleOf[request] = -1;
    this.absent[this.absentCount++] = request;
    this.cost += Math.min(this.compiled.penalty[request]!, this.#leniency);
  }

  /**
   * Counts whoever is left out at no more than this from now on: a search that may leave out somebody for a while finds
   * its way past plans in which nobody can be moved. There must be no change under way.
   */
  beLenient(most: number): void {
    let added = 0;
    for (let a = 0; a < this.absentCount; a++) {
      const penalty = this.compiled.penalty[this.absent[a]!]!;
      added += Math.min(penalty, most) - Math.min(penalty, this.#leniency);
    }
    this.#leniency = most;
    this.cost += added;
    this.#keptCost = this.cost;
  }

  /** The cost with everybody left out at their full penalty. */
  fullCost(): number {
    let full = this.cost;
    for (let a = 0; a < this.absentCount; a++) {
      const penalty = this.compiled.penalty[this.absent[a]!]!;
      full += penalty - Math.min(penalty, this.#leniency);
    }
    return full;
  }

  /** Takes the marked requests out of a vehicle's tour. They are not noted as left out. @returns false if none is drivable without them */
  takeOut(vehicle: number, marked: Uint8Array): boolean {
    const known = this.routes[vehicle]!;
    const draft = this.#draft(vehicle, known.size);
    let size = 0;
    let head = -1;
    let tail = 0;
    for (let k = 1; k <= known.size; k++) {
      const node = known.node[k]!;
      if (marked[node >> 1] === 0) {
        draft.node[++size] = node;
        tail++;
      } else {
        if (head < 0) head = size;
        tail = 0;
      }
    }
    draft.size = size;
    const isDrivable = this.#replace(draft, Math.max(0, head), tail);
    if (!isDrivable) this.isBroken = true;
    return isDrivable;
  }

  /** Puts a request into a vehicle's tour at the given indices. @returns false, the tour as it was, when it cannot be driven */
  putIn(vehicle: number, request: number, pickupAfter: number, dropoffAfter: number): boolean {
    const known = this.routes[vehicle]!;
    const draft = this.#draft(vehicle, known.size + 2);
    draft.layWith(known, request, pickupAfter, dropoffAfter);
    const isDrivable = this.#replace(draft, pickupAfter, known.size - dropoffAfter);
    if (isDrivable) this.vehicleOf[request] = vehicle;
    return isDrivable;
  }

  /** Makes a vehicle's tour this order of nodes. @returns false, the tour as it was, when it cannot be driven */
  lay(vehicle: number, nodes: ArrayLike<number>, from: number, count: number): boolean {
    const known = this.routes[vehicle]!;
    const draft = this.#draft(vehicle, count);
    const { node } = draft;
    for (let k = 0; k < count; k++) {
      node[k + 1] = nodes[from + k]!;
      this.vehicleOf[nodes[from + k]! >> 1] = vehicle;
    }
    const head = commonHead(draft, known);
    const isDrivable = this.#replace(draft, head, commonTail(draft, known, head));
    if (!isDrivable) this.isBroken = true;
    return isDrivable;
  }

  /** How many tours the change under way touches, and which. */
  get touchedCount(): number {
    return this.#touchedCount;
  }

  touchedVehicle(t: number): number {
    return this.#touched[t]!;
  }

  /** Do skills, provider and places of this vehicle suit everybody in its tour? */
  suits(vehicle: number): boolean {
    const route = this.routes[vehicle]!;
    const { fits, suits } = this.compiled.types[this.compiled.typeOf[vehicle]!]!;
    for (let k = 1; k <= route.size; k++) {
      if (fits[route.load[k]!] === 0 || suits[route.node[k]! >> 1] === 0) return false;
    }
    return true;
  }

  /** Forgets who is left out, to note it anew. */
  clearAbsent(): void {
    for (let a = 0; a < this.absentCount; a++) {
      this.cost -= Math.min(this.compiled.penalty[this.absent[a]!]!, this.#leniency);
    }
    this.absentCount = 0;
  }

  /** Keeps the change under way. */
  keep(): void {
    this.isBroken = false;
    for (let t = 0; t < this.#touchedCount; t++) {
      const vehicle = this.#touched[t]!;
      this.#isTouched[vehicle] = 0;
      const kept = this.#kept[vehicle]!;
      if (this.routes[vehicle] === kept) continue;
      this.#free.push(kept);
      this.#kept[vehicle] = this.routes[vehicle]!;
    }
    this.#touchedCount = 0;
    this.#keptAbsentCount = this.absentCount;
    for (let a = 0; a < this.absentCount; a++) this.#keptAbsent[a] = this.absent[a]!;
    this.#keptCost = this.cost;
  }

  /** Drops the change under way. */
  drop(): void {
    this.isBroken = false;
    for (let t = 0; t < this.#touchedCount; t++) {
      const vehicle = this.#touched[t]!;
      this.#isTouched[vehicle] = 0;
      const kept = this.#kept[vehicle]!;
      if (this.routes[vehicle] !== kept) this.#free.push(this.routes[vehicle]!);
      this.routes[vehicle] = kept;
      for (let k = 1; k <= kept.size; k++) this.vehicleOf[kept.node[k]! >> 1] = vehicle;
    }
    this.#touchedCount = 0;
    this.absentCount = this.#keptAbsentCount;
    for (let a = 0; a < this.absentCount; a++) {
      this.absent[a] = this.#keptAbsent[a]!;
      this.vehicleOf[this.absent[a]!] = -1;
    }
    this.cost = this.#keptCost;
  }
}
