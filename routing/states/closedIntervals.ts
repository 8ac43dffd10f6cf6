/** Closed parts of roads: `[from, to]` in metres along the road, ascending, apart from each other. */
export type Interval = readonly [from: number, to: number];

/** Which parts of which roads are closed. */
export class ClosedIntervals {
  readonly #byRoad = new Map<number, Interval[]>();

  /** Numbers of the roads with a closed part, ascending, however the parts were found. */
  roads(): number[] {
    return [...this.#byRoad.keys()].sort((a, b) => a - b);
  }

  get size(): number {
    return this.#byRoad.size;
  }

  /** Closed parts of one road. */
  of(road: number): readonly Interval[] {
    return this.#byRoad.get(road) ?? [];
  }

  /** Closes a part of a road; overlapping parts become one. */
  add(road: number, from: number, to: number): void {
    const parts = [...this.of(road), [Math.min(from, to), Math.max(from, to)] as const];
    parts.sort((a, b) => a[0] - b[0]);
    const merged: Interval[] = [];
    for (const [start, end] of parts) {
      const last = merged.at(-1);
      if (last && start <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
      else merged.push([start, end]);
    }
    this.#byRoad.set(road, merged);
  }

  /** Is any of the way between two places on a road closed (both places included)? */
  isClosedBetween(road: number, a: number, b: number): boolean {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    return this.of(road).some(([from, to]) => from <= high && to >= low);
  }

  /** Length of all closed parts. */
  totalMetres(): number {
    let metres = 0;
    for (const parts of this.#byRoad.values()) for (const [from, to] of parts) metres += to - from;
    return metres;
  }
}
