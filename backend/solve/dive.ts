import type { CoverMaster } from './coverMaster.ts';

/** Answers that differ by less are alike; a value so near to 1 is 1. */
const ALIKE = 1e-4;

/** A column decided on the way to a node of the search: taken, or done without. */
interface Decision {
  readonly column: number;
  readonly isTaken: boolean;
}

/** Parts handed back at the most. */
const MOST_PARTS = 3;

/** What a dive came to. */
export interface DiveOutcome {
  /** The columns of the cheapest whole answer, where one was found. */
  readonly whole?: readonly number[];
  /** Parts of answers, longest first: columns that could be taken together before nothing below the bound was left. */
  readonly parts: readonly (readonly number[])[];
  /** It went through all there is: nothing of the columns at hand is cheaper than the whole answer, or the bound. */
  readonly isExhausted: boolean;
}

interface Node {
  readonly decisions: readonly Decision[];
  /** How many columns that looked best are done without. */
  readonly discrepancies: number;
  /** Cost of the relaxation where the node branched off. */
  readonly least: number;
}

/**
 * Looks for a whole answer cheaper than `bound`: takes the column whose value is nearest to one, has the relaxation
 * solved again with columns made for what is left, and so on; then the same doing without one of the columns taken,
 * first with few such discrepancies (diving with limited discrepancies, Sadykov, Vanderbeck, Pessoa, Tahiri & Uchoa
 * 2019; Harvey & Ginsberg 1995). The relaxation must be solved.
 */
export function dive(master: CoverMaster, bound: number, isOver: () => boolean): DiveOutcome {
  let whole: number[] | undefined;
  const ends: number[][] = [];
  /** Columns of value one where the relaxation last promised something. */
  let sure: number[] = [];
  let limit = bound - ALIKE;
  const open: Node[] = [];
  let decisions: readonly Decision[] = [];
  let discrepancies = 0;
  let isPromising = master.cost < limit;
  let isExhausted = false;
  for (;;) {
    const support = isPromising ? master.support() : [];
    if (isPromising) sure = support.flatMap(({ column, value }) => (value < 1 - ALIKE ? [] : [column]));
    const taken = new Set(decisions.map(({ column }) => column));
    const next = support.find(({ column, value }) => value < 1 - ALIKE && !taken.has(column));
    if (isPromising && next) {
      open.push({
        decisions: [...decisions, { column: next.column, isTaken: false }],
        discrepancies: discrepancies + 1,
        least: master.cost,
      });
      decisions = [...decisions, { column: next.column, isTaken: true }];
      master.fix(next.column, 1, 1);
    } else {
      if (isPromising) {
        whole = support.map(({ column }) => column);
        limit = master.cost - ALIKE;
      } else if (decisions.at(-1)?.isTaken) noteEnd(ends, sure);
      const node = takeNext(open, limit);
      if (!node) {
        isExhausted = true;
        break;
      }
      for (const { column } of decisions) master.fix(column, 0, Number.POSITIVE_INFINITY);
      ({ decisions, discrepancies } = node);
      for (const { column, isTaken } of decisions) master.fix(column, isTaken ? 1 : 0, isTaken ? 1 : 0);
    }
    if (isOver()) {
      noteEnd(ends, sure);
      break;
    }
    isPromising = master.solveAndGrow(limit);
  }
  for (const { column } of decisions) master.fix(column, 0, Number.POSITIVE_INFINITY);
  ends.sort((a, b) => b.length - a.length);
  return { ...(whole && { whole }), parts: ends.slice(0, MOST_PARTS), isExhausted };
}

/** Notes columns that could be taken together, unless others noted hold them all. */
function noteEnd(ends: number[][], columns: number[]): void {
  if (columns.length < 2 || ends.some((end) => columns.every((column) => end.includes(column)))) return;
  ends.push(columns);
}

/** The open node with the fewest discrepancies, and of those the cheapest, that may still be below the limit. */
function takeNext(open: Node[], limit: number): Node | undefined {
  let best = -1;
  open.forEach((node, i) => {
    if (node.least >= limit) return;
    const other = open[best];
    if (
      !other ||
      node.discrepancies < other.discrepancies ||
      (node.discrepancies === other.discrepancies && node.least < other.least)
    ) {
      best = i;
    }
  });
  return best < 0 ? undefined : open.splice(best, 1)[0];
}
