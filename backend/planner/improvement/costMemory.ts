/** Costs remembered: what is older makes room for what has the same place. */
const MEMORY = 1 << 16;

/** What tours cost, remembered under their names: one that is tried is made right after, and many are met again and again. */
export class CostMemory {
  readonly #names = new Float64Array(MEMORY).fill(-1);
  readonly #costs = new Float64Array(MEMORY);

  /** Cost of the tour of this name; -1 where it is not known. */
  find(name: number): number {
    const slot = slotOf(name);
    return this.#names[slot] === name ? this.#costs[slot]! : -1;
  }

  store(name: number, cost: number): void {
    const slot = slotOf(name);
    this.#names[slot] = name;
    this.#costs[slot] = cost;
  }
}

function slotOf(name: number): number {
  return (name / 0x100000) & (MEMORY - 1);
}
