import type { PartitionAnswer, PartitionQuestion } from '../planner/index.ts';
import type { CoverMaster } from './coverMaster.ts';
import { dive } from './dive.ts';

/** How often cuts are added at the most, and until which share of the time. */
const CUT_ROUNDS = 15;
const CUT_SHARE = 0.7;
/** By which share the cheapest answer is guessed to be above the relaxation, one guess after the other. */
const GUESSES = [0.0001, 0.0005, 0.002, 0.008];
/** Linear programs solved in a dive, at the most. */
const MOST_SOLVES = 300;

/**
 * Answers a question whose columns can be told to be all there are. Cuts, with columns made for each, lift the relaxation
 * nearly to what whole answers cost. Then the cheapest answer is guessed to be hardly dearer: only the columns that can be
 * in such an answer are left (route enumeration, Baldacci, Christofides & Mingozzi 2008), and a dive that goes through all
 * of these either finds the cheapest answer or tells that the guess was too low.
 */
export function proveCheapest(
  master: CoverMaster,
  question: PartitionQuestion,
  spent: () => number,
): PartitionAnswer {
  const { bound } = question;
  const growUntil = (share: number) => {
    while (spent() < share) if (!master.grow(Number.POSITIVE_INFINITY, true)) return true;
    return false;
  };
  for (let round = 0; round < CUT_ROUNDS && spent() < CUT_SHARE && master.cut(); round++) {
    master.solve(Number.POSITIVE_INFINITY);
    growUntil(CUT_SHARE);
  }
  const isLeast = growUntil(1);
  const { cost: least, prices } = master;
  const search = (limit: number) => {
    const { solves } = master;
    return dive(master, limit, () => master.solves > solves + MOST_SOLVES || spent() >= 1);
  };
  for (const limit of [...GUESSES.map((guess) => Math.min(bound, least * (1 + guess))), bound]) {
    if (!isLeast || spent() >= 1 || !master.complete(limit)) break;
    const { whole, parts, isExhausted } = search(limit);
    if (whole) return { choices: [whole], prices, least, isProven: isExhausted };
    if (!isExhausted || limit === bound) return { choices: parts, prices, least, isProven: isExhausted };
    master.solve(Number.POSITIVE_INFINITY);
  }
  const { whole, parts } = search(bound);
  return { choices: whole ? [whole, ...parts] : parts, prices, least };
}
