import type { SeededRandom } from './random.ts';

/** Uses between two adjustments, and how much of the last stretch each takes in. */
const STRETCH = 2000;
const TAKEN_IN = 0.3;
/** By which factor a share may fall or rise at the most. */
const LEAST = 0.5;
const MOST = 2;

/**
 * Chooses among several ways to do something, more often those that brought more for their effort (adaptive weights,
 * Ropke & Pisinger 2006). Effort is counted and not measured, so that the same seed makes the same choices.
 */
export class AdaptiveShares {
  readonly #given: readonly number[];
  readonly #factor: number[];
  readonly #gain: number[];
  readonly #effort: number[];
  #uses = 0;

  /** @param given share of each way as long as nothing is known */
  constructor(given: readonly number[]) {
    this.#given = given;
    this.#factor = given.map(() => 1);
    this.#gain = given.map(() => 0);
    this.#effort = given.map(() => 0);
  }

  /** The shares as they stand; they need not sum to one. */
  get shares(): number[] {
    return this.#given.map((share, i) => share * this.#factor[i]!);
  }

  /** Draws one of the ways. */
  choose(random: SeededRandom): number {
    let sum = 0;
    for (let i = 0; i < this.#given.length; i++) sum += this.#given[i]! * this.#factor[i]!;
    let rest = random.fraction() * sum;
    let last = 0;
    for (let i = 0; i < this.#given.length; i++) {
      const share = this.#given[i]! * this.#factor[i]!;
      if (share <= 0) continue;
      last = i;
      rest -= share;
      if (rest < 0) break;
    }
    return last;
  }

  /** Notes what one use of a way brought and what effort it took. */
  learn(way: number, gain: number, effort: number): void {
    this.#gain[way]! += gain;
    this.#effort[way]! += effort;
    if (++this.#uses < STRETCH) return;
    this.#uses = 0;
    const all =
      this.#gain.reduce((sum, gained) => sum + gained, 0) / this.#effort.reduce((sum, e) => sum + e, 0);
    for (let i = 0; i < this.#given.length; i++) {
      if (this.#effort[i]! > 0 && all > 0) {
        const worth = Math.min(MOST, Math.max(LEAST, this.#gain[i]! / this.#effort[i]! / all));
        this.#factor[i] = this.#factor[i]! * (1 - TAKEN_IN) + worth * TAKEN_IN;
      }
      this.#gain[i] = 0;
      this.#effort[i] = 0;
    }
  }
}
