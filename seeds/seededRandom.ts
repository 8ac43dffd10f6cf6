/** A stream of numbers ≥ 0 and < 1. Handed in by the caller, so that the same seed gives the same people and days. */
export type Random = () => number;

/** The stream of a seed (mulberry32: a Weyl sequence through a 32-bit mixer). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `least` to `most`, both possible. */
export function randomInteger(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of the values. @param values not empty */
export function pickOne<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)]!;
}

/** A chooser of values in proportion to their weights. */
export class WeightedChoice<Value> {
  readonly #sums: readonly number[];

  /** @param weigh ≥ 0; at least one value weighs something */
  constructor(
    private readonly values: readonly Value[],
    weigh: (value: Value) => number,
  ) {
    let sum = 0;
    this.#sums = values.map((value) => {
      sum += weigh(value);
      return sum;
    });
  }

  pick(random: Random): Value {
    const target = random() * this.#sums.at(-1)!;
    let low = 0;
    let high = this.values.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sums[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return this.values[low]!;
  }
}
