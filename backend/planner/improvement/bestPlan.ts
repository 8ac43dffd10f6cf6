import type { Tours } from './tours.ts';

/** The cheapest plan met so far, as plain orders of nodes. */
export class BestPlan {
  cost = Number.POSITIVE_INFINITY;
  readonly #nodes: Int32Array;
  readonly #sizes: Int32Array;

  constructor(tours: Tours) {
    this.#nodes = new Int32Array(tours.compiled.requestCount * 2);
    this.#sizes = new Int32Array(tours.compiled.vehicleCount);
  }

  /** Takes the plan the tours hold when it is cheaper. @returns whether it was */
  take(tours: Tours): boolean {
    if (tours.cost >= this.cost - 1e-7) return false;
    const cost = tours.fullCost();
    if (cost >= this.cost - 1e-7) return false;
    this.cost = cost;
    let at = 0;
    tours.routes.forEach((route, v) => {
      this.#sizes[v] = route.size;
      for (let k = 1; k <= route.size; k++) this.#nodes[at++] = route.node[k]!;
    });
    return true;
  }

  /** Lays the best plan into the tours, as a change to be kept. */
  layInto(tours: Tours): void {
    tours.clearAbsent();
    const { compiled } = tours;
    const isServed = new Uint8Array(compiled.requestCount);
    let at = 0;
    for (let v = 0; v < compiled.vehicleCount; v++) {
      const size = this.#sizes[v]!;
      for (let k = 0; k < size; k++) isServed[this.#nodes[at + k]! >> 1] = 1;
      tours.lay(v, this.#nodes, at, size);
      at += size;
    }
    for (let r = 0; r < compiled.requestCount; r++) {
      if (isServed[r] === 0 && compiled.isLocked[r] === 0) tours.leaveOut(r);
    }
  }

  /** `[v]` = nodes of vehicle v in order. */
  orders(): number[][] {
    let at = 0;
    return Array.from(this.#sizes, (size) => {
      at += size;
      return [...this.#nodes.subarray(at - size, at)];
    });
  }
}
