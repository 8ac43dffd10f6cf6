/** By how much a cut must be broken to be worth a row, how many are added at a time, and how many of these may share a request. */
const LEAST_BROKEN = 0.1;
const PER_ROUND = 30;
const PER_REQUEST = 5;

/** A column with the requests it serves and its value in the relaxation. */
export interface ValuedColumn {
  readonly members: Int32Array;
  readonly value: number;
}

/**
 * Subset-row cuts (Jepsen, Petersen, Spoorendonk & Pisinger 2008) for three requests each: where everybody is in one tour
 * only, at most one tour serves two of the three or more.
 */
export class SubsetRows {
  readonly #requestCount: number;
  /** The three requests of cut k are `#triples[3k … 3k + 2]`. */
  readonly #triples: number[] = [];
  /** `[r]` lists the cuts that request r is part of. */
  readonly #cutsOf: number[][];
  readonly #names = new Set<number>();
  /** Members met in each cut while a column is looked at. */
  #met = new Uint8Array(64);

  constructor(requestCount: number) {
    this.#requestCount = requestCount;
    this.#cutsOf = Array.from({ length: requestCount }, () => []);
  }

  get count(): number {
    return this.#triples.length / 3;
  }

  /** The cuts in which a column counts: those of which it serves two requests or three. */
  cutsOf(members: Int32Array): number[] {
    const found: number[] = [];
    const met = this.#met;
    for (const request of members) {
      for (const cut of this.#cutsOf[request]!) if (++met[cut]! === 2) found.push(cut);
    }
    for (const request of members) for (const cut of this.#cutsOf[request]!) met[cut] = 0;
    return found;
  }

  /** What the cuts add to the reduced cost of a column, at least 0. @param prices `[k]` = shadow price of cut k, at most 0 */
  surcharge(members: Int32Array, prices: Float64Array): number {
    let sum = 0;
    const met = this.#met;
    for (const request of members) {
      for (const cut of this.#cutsOf[request]!) if (++met[cut]! === 2) sum -= prices[cut]!;
    }
    for (const request of members) for (const cut of this.#cutsOf[request]!) met[cut] = 0;
    return sum;
  }

  /** Adds the cuts that these values break most. @returns how many */
  separate(columns: readonly ValuedColumn[]): number {
    const broken = this.#broken(columns);
    broken.sort((a, b) => b.sum - a.sum || a.name - b.name);
    const uses = new Uint8Array(this.#requestCount);
    let added = 0;
    for (const { requests, name } of broken) {
      if (added === PER_ROUND) break;
      if (requests.some((request) => uses[request]! >= PER_REQUEST)) continue;
      for (const request of requests) {
        uses[request]!++;
        this.#cutsOf[request]!.push(this.count);
      }
      this.#triples.push(...requests);
      this.#names.add(name);
      added++;
    }
    if (this.count > this.#met.length) this.#met = new Uint8Array(this.count * 2);
    return added;
  }

  #broken(columns: readonly ValuedColumn[]) {
    const n = this.#requestCount;
    const together = pairValues(columns, n);
    const holders: Set<number>[] = Array.from({ length: n }, () => new Set());
    columns.forEach(({ members }, c) => {
      for (const request of members) holders[request]!.add(c);
    });
    const found: { requests: number[]; name: number; sum: number }[] = [];
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const ij = together[i * n + j]!;
        for (let k = j + 1; k < n; k++) {
          const pairs = ij + together[i * n + k]! + together[j * n + k]!;
          if (pairs < 1 + LEAST_BROKEN) continue;
          // A column with all three is in all three pairs and counts once.
          let all = 0;
          for (const c of holders[i]!) {
            if (holders[j]!.has(c) && holders[k]!.has(c)) all += columns[c]!.value;
          }
          const sum = pairs - 2 * all;
          const name = (i * n + j) * n + k;
          if (sum > 1 + LEAST_BROKEN && !this.#names.has(name))
            found.push({ requests: [i, j, k], name, sum });
        }
      }
    }
    return found;
  }
}

/** `[i * n + j]` = value of the columns that serve both i and j. */
function pairValues(columns: readonly ValuedColumn[], n: number): Float64Array {
  const together = new Float64Array(n * n);
  for (const { members, value } of columns) {
    for (const i of members) for (const j of members) together[i * n + j]! += value;
  }
  return together;
}
