import type { Compiled } from './compile.ts';
import { Route } from './route.ts';
import type { Timing } from './timing.ts';

/**
 * The tours of all vehicles with one change under way at a time: tours that the change touches are worked on as copies,
 * so that keeping or dropping it costs only what was touched.
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
  readonly #touched: Int32Array;
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
    for (let v = 0; v < vehicleCount; v++) {
      const route = new Route(8);
      route.vehicle = v;
      timing.refresh(route);
      this.routes.push(route);
      this.#kept.push(route);
    }
    this.settleAbsent();
  }

  /** The tour of this vehicle, free to be changed. */
  touch(vehicle: number): Route {
    const kept = this.routes[vehicle]!;
    if (kept !== this.#kept[vehicle]) return kept;
    const copy = this.#free.pop() ?? new Route(kept.size + 8);
    copy.reserve(kept.size + 2);
    copy.vehicle = vehicle;
    copy.size = kept.size;
    copy.cost = kept.cost;
    const { node } = copy;
    const from = kept.node;
    for (let k = 0; k <= kept.size + 1; k++) node[k] = from[k]!;
    this.routes[vehicle] = copy;
    this.#touched[this.#touchedCount++] = vehicle;
    return copy;
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
    const route = this.touch(vehicle);
    const before = route.cost;
    let size = 0;
    for (let k = 1; k <= route.size; k++) {
      const node = route.node[k]!;
      if (marked[node >> 1] === 0) route.node[++size] = node;
    }
    route.size = size;
    const isDrivable = this.timing.refresh(route, this.#kept[vehicle]);
    if (!isDrivable) this.isBroken = true;
    this.cost += route.cost - before;
    return isDrivable;
  }

  /**
   * Puts a request into a vehicle's tour at the given indices. @returns false, the tour as it was, when it cannot be
   * driven after all: bounds may promise too much where a way round is shorter than the way.
   */
  putIn(vehicle: number, request: number, pickupAfter: number, dropoffAfter: number): boolean {
    const route = this.touch(vehicle);
    const before = route.cost;
    route.putIn(request, pickupAfter, dropoffAfter);
    const isDrivable = this.timing.refresh(route, this.#kept[vehicle]);
    if (isDrivable) this.vehicleOf[request] = vehicle;
    else {
      route.takeOut(request);
      if (!this.timing.refresh(route, this.#kept[vehicle])) this.isBroken = true;
    }
    this.cost += route.cost - before;
    return isDrivable;
  }

  /** Makes a vehicle's tour this order of nodes. @returns false when it cannot be driven */
  lay(vehicle: number, nodes: ArrayLike<number>, from: number, count: number): boolean {
    const route = this.touch(vehicle);
    const before = route.cost;
    route.reserve(count);
    for (let k = 0; k < count; k++) {
      route.node[k + 1] = nodes[from + k]!;
      this.vehicleOf[nodes[from + k]! >> 1] = vehicle;
    }
    route.size = count;
    const isDrivable = this.timing.refresh(route, this.#kept[vehicle]);
    if (!isDrivable) this.isBroken = true;
    this.cost += route.cost - before;
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
      this.#free.push(this.#kept[vehicle]!);
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
      this.#free.push(this.routes[vehicle]!);
      const kept = this.#kept[vehicle]!;
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
