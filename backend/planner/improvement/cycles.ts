/** Steps per request of the first cycle, unless the budget is short, and the share of the budget it takes at the most. */
const FIRST = 600;
const MOST_FIRST = 0.6;
/** Steps per request of the second cycle, and how much longer each later one is; the least share of the budget for one. */
const LATER = 300;
const GROWTH = 1.3;
const LEAST_LATER = 0.07;
/**
 * Where on the way from the start temperature, 0, to the end temperature, 1, the first cycle begins, the later ones begin,
 * and all end. Far up and far down a cycle only loses time.
 */
const HOT = 0.1;
const REHEATED = 0.42;
const REHEATED_FURTHER = 0.25;
const COLD = 0.85;
/** Until which share of the budget the last full cycle lasts; what is left goes to a recombination and a last cooling. */
const LAST = 0.85;
const LAST_REHEATED = 0.58;
/**
 * The course of a search that cools down several times, with a recombination of the tours met at the end of each cycle.
 * Shares are of the budget, 0 … 1.
 */
export class Cycles {
  readonly #requestCount: number;
  #begun = 0;
  #until = 1;
  #from: number;
  /** Steps that a cycle should have. */
  #length: number;
  #number = 0;

  /** @param isContinued the search begins from a good plan: it is not heated up as far as one from nothing */
  constructor(requestCount: number, isContinued: boolean) {
    this.#requestCount = requestCount;
    this.#from = isContinued ? REHEATED : HOT;
    this.#length = FIRST * requestCount;
  }

  /** Notes how much of the budget is spent, and how many steps the whole of it is enough for. */
  advance(share: number, total: number): void {
    if (this.#number < 0) return;
    const wanted = this.#length / total;
    const length = this.#number === 0 ? Math.min(MOST_FIRST, wanted) : Math.max(LEAST_LATER, wanted);
    const isLast = this.#begun + length * (1 + GROWTH) > LAST && this.#number > 0;
    this.#until = isLast ? Math.max(LAST, share) : Math.min(LAST, this.#begun + length);
  }

  /** Is this cycle at its end, and tours to be recombined? */
  isOver(share: number): boolean {
    return this.#number >= 0 && share >= this.#until;
  }

  /** Begins the next cycle; further up when the last one brought nothing. */
  next(share: number, isBetter: boolean): void {
    const isLast = this.#until >= LAST;
    this.#number = isLast ? -1 : this.#number + 1;
    this.#length = LATER * GROWTH ** (this.#number - 1) * this.#requestCount;
    this.#begun = share;
    this.#until = 1;
    if (isLast) this.#from = LAST_REHEATED;
    else this.#from = isBetter ? REHEATED : REHEATED_FURTHER;
  }

  /** How far down the temperature is, 0 … 1. */
  level(share: number): number {
    const span = Math.max(1e-9, this.#until - this.#begun);
    return this.#from + (COLD - this.#from) * Math.min(1, Math.max(0, (share - this.#begun) / span));
  }
}
