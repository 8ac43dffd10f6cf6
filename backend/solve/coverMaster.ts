import type { Highs, Model } from 'highs';
import type { PartitionColumns, PartitionQuestion, ShadowPrices } from '../planner/index.ts';
import { cutRows, emptyModel } from './coverModel.ts';
import { SubsetRows } from './subsetRows.ts';

/** Columns the relaxation begins with, per request, and is given at a time. */
const FIRST_PER_REQUEST = 8;
const PER_ROUND = 300;
/** Rounds after which a cost that is low enough need not be the least. */
const HASTY_ROUNDS = 2;
const NEGLIGIBLE = 1e-6;

/**
 * The relaxation of a covering question without whole numbers, on HiGHS: it holds few of the columns and takes in others
 * as its prices ask for them (Gilmore & Gomory 1961), so that its answers are those for all columns.
 */
export class CoverMaster {
  readonly #highs: Highs;
  readonly #question: PartitionQuestion;
  readonly #model: Model;
  /** `[c]` = 1 when column c is held; `#held[k]` = the column that the model's k-th variable is, -1 for leaving out. */
  #isHeld: Uint8Array;
  readonly #held: number[] = [];
  #variable: Int32Array;
  #columns: PartitionColumns;
  readonly #cuts: SubsetRows;
  #isComplete = false;
  /** Columns done without. */
  readonly #barred = new Set<number>();
  #cutPrices: Float64Array = new Float64Array(0);
  /** How often a linear program was solved. */
  solves = 0;
  /** Cost of the relaxation, values of the held columns, prices of the requests and then of the vehicle types. */
  cost = Number.POSITIVE_INFINITY;
  values: Float64Array = new Float64Array(0);
  prices: Float64Array = new Float64Array(0);

  constructor(highs: Highs, question: PartitionQuestion) {
    this.#highs = highs;
    this.#question = question;
    this.#columns = question.columns;
    this.#cuts = new SubsetRows(question.requestCount);
    this.#isHeld = new Uint8Array(question.columns.count);
    this.#variable = new Int32Array(question.columns.count).fill(-1);
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
    this.#model.passModel(emptyModel(question, highs.infinity));
    for (let r = 0; r < question.requestCount; r++) this.#held.push(-1);
    this.#hold(this.#firstColumns());
  }

  dispose(): void {
    this.#model.dispose();
  }

  /**
   * Solves with every column that helps; false when nothing can be below `bound`. `isHasty`: where the cost is below
   * `bound` after a few rounds, that is enough.
   */
  solve(bound: number, isHasty = false): boolean {
    const model = this.#model;
    const { optimal } = this.#highs.constants.modelStatus;
    for (let round = 1; ; round++) {
      this.solves++;
      model.run();
      if (model.getModelStatus() !== optimal) {
        this.cost = Number.POSITIVE_INFINITY;
        return false;
      }
      this.cost = model.getObjectiveValue();
      const { colValue, rowDual } = model.getSolution();
      const plain = this.#question.requestCount + this.#question.fleet.length;
      this.prices = Float64Array.from(rowDual).subarray(0, plain);
      this.#cutPrices = Float64Array.from(rowDual).subarray(plain);
      const isEnough = isHasty && round >= HASTY_ROUNDS && this.cost < bound;
      const wanted = isEnough ? [] : this.#cheapest(this.prices, PER_ROUND, -NEGLIGIBLE);
      if (wanted.length === 0) {
        this.values = Float64Array.from(colValue);
        return this.cost < bound;
      }
      this.#hold(wanted);
    }
  }

  /** Asks for more columns and solves with them; false when there are no more to be had or nothing can be below `bound`. */
  grow(bound: number, isHasty = false): boolean {
    const columns = this.#question.grow?.(this.#shadow(), isHasty);
    if (!columns) return false;
    this.#take(columns);
    return this.solve(bound, isHasty);
  }

  /**
   * Takes in all columns that an answer below `bound` can have, and does without all others from now on.
   * @returns false where it is not certain that these are all
   */
  complete(bound: number): boolean {
    for (const column of [...this.#barred]) this.#bar(column, false);
    for (let before = Number.POSITIVE_INFINITY; this.cost < before - NEGLIGIBLE; ) {
      before = this.cost;
      const columns = this.#question.complete?.(this.#shadow(), bound - this.cost);
      this.#isComplete = columns !== undefined;
      if (!columns) return false;
      this.#take(columns);
      // Where one of them makes the relaxation cheaper, its prices were not yet those by which all can be told.
      this.solve(Number.POSITIVE_INFINITY);
    }
    // Whatever costs as much as the gap beyond its prices is in no answer below the bound (reduced-cost fixing).
    const reduced = this.#reducedCosts(Number.POSITIVE_INFINITY);
    for (let c = 0; c < reduced.length; c++) if (reduced[c]! >= bound - this.cost) this.#bar(c, true);
    return true;
  }

  /** Has a column stay out of answers, or lets it in again. */
  #bar(column: number, isBarred: boolean): void {
    if (isBarred) this.#barred.add(column);
    else this.#barred.delete(column);
    const variable = this.#variable[column]!;
    if (variable < 0) this.#isHeld[column] = isBarred ? 1 : 0;
    else this.#model.changeColBounds(variable, 0, isBarred ? 0 : this.#highs.infinity);
  }

  #shadow(): ShadowPrices {
    const { prices, cost: least } = this;
    const cuts = this.#cuts;
    const cutPrices = this.#cutPrices;
    return cuts.count === 0
      ? { prices, least }
      : { prices, least, surcharge: (members) => cuts.surcharge(members, cutPrices) };
  }

  /** Held columns for which a cheaper order was found: nothing can be told for certain by costs of before. */
  #reprice({ costs }: PartitionColumns): void {
    this.#held.forEach((column, k) => {
      if (column >= 0 && costs[column] !== this.#columns.costs[column]) {
        this.#model.changeColCost(k, costs[column]!);
      }
    });
  }

  /** Knows these columns from now on. */
  #take(columns: PartitionColumns): void {
    const isHeld = new Uint8Array(columns.count);
    isHeld.set(this.#isHeld);
    const variable = new Int32Array(columns.count).fill(-1);
    variable.set(this.#variable);
    if (this.#question.complete) this.#reprice(columns);
    this.#columns = columns;
    this.#isHeld = isHeld;
    this.#variable = variable;
  }

  /**
   * Solves in haste, asks for more columns once and does it again; false when the outcome is not below `bound`. Where all
   * columns are there, solves without haste: what it finds is the least.
   */
  solveAndGrow(bound: number): boolean {
    if (this.#isComplete) return this.solve(bound);
    this.solve(bound, true);
    if (this.cost < Number.POSITIVE_INFINITY) this.grow(bound, true);
    return this.cost < bound;
  }

  /** Adds cuts that the values break. @returns whether there were any; the relaxation is to be solved again then */
  cut(): boolean {
    const cuts = this.#cuts;
    const before = cuts.count;
    const values = this.support().map(({ column, value }) => ({ members: this.#membersOf(column), value }));
    const added = cuts.separate(values);
    if (added === 0) return false;
    const rows = Array.from({ length: added }, (): number[] => []);
    this.#held.forEach((column, variable) => {
      if (column < 0) return;
      for (const cut of cuts.cutsOf(this.#membersOf(column))) rows[cut - before]?.push(variable);
    });
    this.#model.addRows(cutRows(rows, this.#held.length, this.#highs.infinity));
    return true;
  }

  #membersOf(column: number): Int32Array {
    const { members, starts } = this.#columns;
    return members.subarray(starts[column]!, starts[column + 1]!);
  }

  /** The columns of value above zero with their values, greatest first. */
  support(): { column: number; value: number }[] {
    const found: { column: number; value: number }[] = [];
    for (let k = 0; k < this.values.length; k++) {
      const column = this.#held[k]!;
      if (column >= 0 && this.values[k]! > NEGLIGIBLE) found.push({ column, value: this.values[k]! });
    }
    return found.sort((a, b) => b.value - a.value || a.column - b.column);
  }

  /** Bounds the value of a held column. */
  fix(column: number, least: number, most: number): void {
    this.#model.changeColBounds(this.#variable[column]!, least, most);
  }

  #hold(columns: readonly number[]): void {
    const { requestCount, fleet } = this.#question;
    const { costs, types } = this.#columns;
    const plain = requestCount + fleet.length;
    const begins = new Int32Array(columns.length + 1);
    const rows: number[] = [];
    columns.forEach((c, i) => {
      const members = this.#membersOf(c);
      rows.push(...members, requestCount + types[c]!);
      for (const cut of this.#cuts.cutsOf(members)) rows.push(plain + cut);
      begins[i + 1] = rows.length;
      this.#isHeld[c] = 1;
      this.#variable[c] = this.#held.length;
      this.#held.push(c);
    });
    this.#model.addCols({
      cost: Float64Array.from(columns, (c) => costs[c]!),
      lower: new Float64Array(columns.length),
      upper: new Float64Array(columns.length).fill(this.#highs.infinity),
      matrix: {
        format: 'csc',
        numRows: plain + this.#cuts.count,
        numCols: columns.length,
        starts: begins,
        indices: Int32Array.from(rows),
        values: new Float64Array(rows.length).fill(1),
      },
    });
  }

  /** The best answer known, and what is cheap by the prices guessed. */
  #firstColumns(): number[] {
    const { known, hints, requestCount, fleet } = this.#question;
    for (const c of known) this.#isHeld[c] = 1;
    const guess = new Float64Array(requestCount + fleet.length);
    guess.set(hints);
    const most = FIRST_PER_REQUEST * requestCount;
    return [...known, ...this.#cheapest(guess, most, Number.POSITIVE_INFINITY)];
  }

  /** Columns not held with the least reduced cost below `limit`, at most so many. */
  #cheapest(prices: Float64Array, most: number, limit: number): number[] {
    const reduced = this.#reducedCosts(limit, prices);
    const found: number[] = [];
    for (let c = 0; c < reduced.length; c++) if (this.#isHeld[c] === 0 && reduced[c]! < limit) found.push(c);
    if (found.length <= most) return found;
    return found.sort((a, b) => reduced[a]! - reduced[b]! || a - b).slice(0, most);
  }

  /** `[c]` = what column c costs beyond its prices; of those dearer than `limit` only that they are. */
  #reducedCosts(limit: number, prices = this.prices): Float64Array {
    const { requestCount } = this.#question;
    const { count, costs, types, starts, members } = this.#columns;
    const reduced = new Float64Array(count);
    for (let c = 0; c < count; c++) {
      let rest = costs[c]! - prices[requestCount + types[c]!]!;
      for (let m = starts[c]!; m < starts[c + 1]!; m++) rest -= prices[members[m]!]!;
      // Cuts only make a column dearer.
      if (rest < limit && this.#cuts.count > 0)
        rest += this.#cuts.surcharge(this.#membersOf(c), this.#cutPrices);
      reduced[c] = rest;
    }
    return reduced;
  }
}
