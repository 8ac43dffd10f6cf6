import loadHighs, { type Highs } from 'highs';
import type { PartitionAnswer, PartitionQuestion, PartitionSolver } from '../planner/index.ts';
import { CoverMaster } from './coverMaster.ts';
import { dive } from './dive.ts';
import { proveCheapest } from './proveCheapest.ts';

/** Loaded once a thread. */
let loaded: ReturnType<typeof loadHighs> | undefined;

/** Linear programs solved for whole answers, at the most. */
const MOST_SOLVES = 100;
/** Up to which share of the time tours are made for the relaxation, and then cuts added, before whole answers are sought. */
const RELAXATION_SHARE = 0.5;
const CUT_SHARE = 0.7;
/** How often cuts are added, and only where the best known is dearer than the relaxation by no more than this factor. */
const CUT_ROUNDS = 6;
const WITHIN_CUTS = 1.015;
/** How much dearer than the best known an answer may be to be of use as another place to search from. */
const TOLERANCE = 1.005;

/**
 * A set-covering solver on HiGHS: column generation, cuts, then diving. Ends after so many linear programs, and after so many
 * seconds where they are given or when the asker says so; else the answer does not depend on the machine.
 */
export async function createPartitionSolver(seconds = Number.POSITIVE_INFINITY): Promise<PartitionSolver> {
  loaded ??= loadHighs();
  const highs = await loaded;
  return (question) => {
    try {
      return answer(highs, question, seconds);
    } catch {
      // The search goes on without this answer. A module that has broken off is good for nothing to whoever asks for one next.
      loaded = undefined;
      return undefined;
    }
  };
}

function answer(highs: Highs, question: PartitionQuestion, seconds: number): PartitionAnswer | undefined {
  const begun = performance.now();
  const spent = () => Math.max((performance.now() - begun) / 1000 / seconds, question.spent());
  const master = new CoverMaster(highs, question);
  try {
    if (!master.solve(Number.POSITIVE_INFINITY)) return undefined;
    while (spent() < RELAXATION_SHARE && master.grow(Number.POSITIVE_INFINITY));
    if (question.complete) return proveCheapest(master, question, spent);
    // Cuts lift it by a per cent or so and make every program slower: far below the best known they only take time.
    const isNear = () => question.bound < master.cost * WITHIN_CUTS;
    for (let round = 0; round < CUT_ROUNDS && isNear() && spent() < CUT_SHARE && master.cut(); round++) {
      if (!master.solve(Number.POSITIVE_INFINITY)) return undefined;
      master.grow(Number.POSITIVE_INFINITY, true);
    }
    const { cost: least, prices, solves } = master;
    const isOver = () => master.solves > solves + MOST_SOLVES || spent() >= 1;
    const { whole, parts } = dive(master, question.bound * TOLERANCE, isOver);
    return { choices: whole ? [whole, ...parts] : parts, prices, least };
  } finally {
    master.dispose();
  }
}
