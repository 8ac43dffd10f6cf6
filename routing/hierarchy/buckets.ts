import type { CostTable } from '../search/roadSearch.ts';
import type { Climb } from './climb.ts';
import { NO_WAY } from './metric.ts';

const FIRST_CAPACITY = 1 << 14;

function larger(array: Int32Array): Int32Array {
  const copy = new Int32Array(array.length * 2);
  copy.set(array);
  return copy;
}

/** Keeps at every vertex which targets can be reached from it and at what cost (Knopp et al. 2007). */
export class Buckets {
  #vertex: Int32Array = new Int32Array(FIRST_CAPACITY);
  #target: Int32Array = new Int32Array(FIRST_CAPACITY);
  #weight: Int32Array = new Int32Array(FIRST_CAPACITY);
  #duration: Int32Array = new Int32Array(FIRST_CAPACITY);
  #length: Int32Array = new Int32Array(FIRST_CAPACITY);
  #size = 0;
  /** Entries of vertex v after `finish`: `start[v]` to `start[v + 1] - 1`. */
  readonly #start: Int32Array;

  constructor(vertices: number) {
    this.#start = new Int32Array(vertices + 1);
  }

  /** Notes what the target's climb has reached. */
  add(target: number, climb: Climb): void {
    for (let i = 0; i < climb.visited; i += 1) {
      const v = climb.path[i]!;
      if (climb.weight[v]! >= NO_WAY) continue;
      if (this.#size === this.#vertex.length) this.#grow();
      const at = this.#size++;
      this.#vertex[at] = v;
      this.#target[at] = target;
      this.#weight[at] = climb.weight[v]!;
      this.#duration[at] = climb.duration[v]!;
      this.#length[at] = climb.length[v]!;
      this.#start[v + 1]! += 1;
    }
  }

  /** Sorts the entries by vertex; call once, after all targets. */
  finish(): void {
    const start = this.#start;
    for (let v = 0; v + 1 < start.length; v += 1) start[v + 1]! += start[v]!;
    const place = new Int32Array(this.#size);
    const fill = start.slice();
    for (let i = 0; i < this.#size; i += 1) place[i] = fill[this.#vertex[i]!]!++;
    const sorted = (values: Int32Array) => {
      const result = new Int32Array(this.#size);
      for (let i = 0; i < this.#size; i += 1) result[place[i]!] = values[i]!;
      return result;
    };
    this.#target = sorted(this.#target);
    this.#weight = sorted(this.#weight);
    this.#duration = sorted(this.#duration);
    this.#length = sorted(this.#length);
  }

  /** Writes the row of a source's climb into the table, from `cell` on. */
  meet(climb: Climb, targets: number, table: CostTable, cell: number): void {
    const best = new Int32Array(targets).fill(NO_WAY);
    const bestEntry = new Int32Array(targets);
    const bestVertex = new Int32Array(targets);
    const target = this.#target;
    const weight = this.#weight;
    for (let i = 0; i < climb.visited; i += 1) {
      const v = climb.path[i]!;
      const here = climb.weight[v]!;
      if (here >= NO_WAY) continue;
      const end = this.#start[v + 1]!;
      for (let k = this.#start[v]!; k < end; k += 1) {
        const t = target[k]!;
        const sum = here + weight[k]!;
        if (sum >= best[t]!) continue;
        best[t] = sum;
        bestEntry[t] = k;
        bestVertex[t] = v;
      }
    }
    for (let t = 0; t < targets; t += 1) {
      if (best[t]! >= NO_WAY) continue;
      table.weight[cell + t] = best[t]!;
      table.duration[cell + t] = climb.duration[bestVertex[t]!]! + this.#duration[bestEntry[t]!]!;
      table.metres[cell + t] = (climb.length[bestVertex[t]!]! + this.#length[bestEntry[t]!]!) / 100;
    }
  }

  #grow(): void {
    this.#vertex = larger(this.#vertex);
    this.#target = larger(this.#target);
    this.#weight = larger(this.#weight);
    this.#duration = larger(this.#duration);
    this.#length = larger(this.#length);
  }
}
