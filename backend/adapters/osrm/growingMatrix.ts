import { type TravelLayer, UNREACHABLE } from '../../planner/model/travelTimes.ts';

const FIRST_CAPACITY = 64;

/** Whole seconds or metres; `Infinity` becomes `UNREACHABLE`. */
function cell(value: number): number {
  return value < UNREACHABLE ? Math.round(value) : UNREACHABLE;
}

/**
 * A square matrix of times and distances that grows by rows and columns. `[from * stride + to]`. New cells are
 * written in place beyond what earlier readers see; changing a cell that somebody may already have read needs
 * `copy()` first.
 */
export class GrowingMatrix {
  #seconds: Int32Array;
  #metres: Int32Array;
  #stride: number;

  constructor(capacity = FIRST_CAPACITY) {
    this.#stride = capacity;
    this.#seconds = new Int32Array(capacity * capacity);
    this.#metres = new Int32Array(capacity * capacity);
  }

  get stride(): number {
    return this.#stride;
  }

  /** The matrix as the planner reads it. */
  layer(fromSecond: number): TravelLayer {
    return { fromSecond, seconds: this.#seconds, metres: this.#metres };
  }

  /** Makes room for so many locations; capacity doubles, so that growing costs little on the whole. */
  reserve(size: number): void {
    if (size <= this.#stride) return;
    let capacity = this.#stride;
    while (capacity < size) capacity *= 2;
    this.#move(capacity);
  }

  /** Leaves the arrays that others hold untouched from now on. */
  copy(): void {
    this.#move(this.#stride);
  }

  set(from: number, to: number, seconds: number, metres: number): void {
    this.#seconds[from * this.#stride + to] = cell(seconds);
    this.#metres[from * this.#stride + to] = cell(metres);
  }

  seconds(from: number, to: number): number {
    return this.#seconds[from * this.#stride + to]!;
  }

  metres(from: number, to: number): number {
    return this.#metres[from * this.#stride + to]!;
  }

  #move(capacity: number): void {
    const seconds = new Int32Array(capacity * capacity);
    const metres = new Int32Array(capacity * capacity);
    for (let row = 0; row < this.#stride; row += 1) {
      const start = row * this.#stride;
      seconds.set(this.#seconds.subarray(start, start + this.#stride), row * capacity);
      metres.set(this.#metres.subarray(start, start + this.#stride), row * capacity);
    }
    this.#seconds = seconds;
    this.#metres = metres;
    this.#stride = capacity;
  }
}
