import type { Compiled } from './compile.ts';
import { EPSILON } from './timing.ts';

/** Cells for the window of a visit, on average. */
const CELLS_PER_WINDOW = 30;
/** Rounding, in widths of a cell, by which the time at which a cell begins must not fall into the one before. */
const ROUNDING = 1e-10;

/** The windows of all visits cut into cells of the same width. */
export class TimeCells {
  readonly #compiled: Compiled;
  readonly #origin: number;
  readonly #width: number;
  /** The cells of a node are `#from[node] … #from[node + 1] - 1`, the first of them number `#first[node]` of all time. */
  readonly #from: Int32Array;
  readonly #first: Int32Array;
  readonly count: number;

  /** @param shortest seconds than which cells are shorter */
  constructor(compiled: Compiled, shortest: number) {
    const { earliest, latest } = compiled;
    const nodeCount = earliest.length;
    this.#compiled = compiled;
    let origin = Number.POSITIVE_INFINITY;
    let open = 0;
    for (let node = 0; node < nodeCount; node++) {
      origin = Math.min(origin, earliest[node]!);
      open += Math.max(0, latest[node]! - earliest[node]!);
    }
    this.#origin = origin;
    const window = open / nodeCount;
    this.#width = Math.min(shortest * 0.99, window / CELLS_PER_WINDOW);
    this.#from = new Int32Array(nodeCount + 1);
    this.#first = new Int32Array(nodeCount);
    let count = 0;
    for (let node = 0; node < nodeCount; node++) {
      this.#first[node] = this.#numberOf(earliest[node]!);
      count += Math.max(0, this.#numberOf(latest[node]! + EPSILON) - this.#first[node]! + 1);
      this.#from[node + 1] = count;
    }
    this.count = count;
  }

  #numberOf(time: number): number {
    return Math.floor((time - this.#origin) / this.#width + ROUNDING);
  }

  /** The cell in which a node's visit starts that may start at this time; -1 where that is too late. */
  at(node: number, time: number): number {
    const from = this.#from[node]!;
    const cell = from + Math.max(0, this.#numberOf(time) - this.#first[node]!);
    return cell < this.#from[node + 1]! ? cell : -1;
  }

  /** `[cell]` = its node, and the soonest that a visit in it can start. */
  list(): { nodeOf: Int32Array; begins: Float64Array } {
    const nodeOf = new Int32Array(this.count);
    const begins = new Float64Array(this.count);
    for (let node = 0; node < this.#first.length; node++) {
      for (let cell = this.#from[node]!; cell < this.#from[node + 1]!; cell++) {
        const number = this.#first[node]! + cell - this.#from[node]!;
        nodeOf[cell] = node;
        begins[cell] = Math.max(this.#compiled.earliest[node]!, this.#origin + number * this.#width);
      }
    }
    return { nodeOf, begins };
  }

  /** All cells, later ones first, pickups before dropoffs of the same time. */
  backwards(): Int32Array {
    const { nodeOf } = this.list();
    const number = nodeOf.map((node, cell) => this.#first[node]! + cell - this.#from[node]!);
    return Int32Array.from(nodeOf.keys()).sort(
      (a, b) => number[b]! - number[a]! || (nodeOf[a]! & 1) - (nodeOf[b]! & 1) || a - b,
    );
  }
}
