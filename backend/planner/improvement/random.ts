/** A stream of numbers that the seed alone decides (xorshift32 with a multiplied start, Marsaglia 2003). */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x85ebca6b) | 0 || 1;
    for (let i = 0; i < 8; i++) this.bits();
  }

  /** 32 random bits as a signed integer, never 0. */
  bits(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return x;
  }

  /** At least 0, less than 1. */
  fraction(): number {
    return (this.bits() >>> 0) * 2.3283064365386963e-10;
  }

  /** A whole number at least 0, less than `count`. */
  below(count: number): number {
    return Math.floor(this.fraction() * count);
  }

  /** Puts the first `count` entries in random order (Fisher & Yates 1938). */
  shuffle(list: Int32Array, count: number): void {
    for (let i = count - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const moved = list[i]!;
      list[i] = list[j]!;
      list[j] = moved;
    }
  }
}
