import loadHighs, { type Highs } from 'highs';
import type { PartitionAnswer, PartitionQuestion, PartitionSolver } from '../planner/index.ts';
import { CoverMaster } from './coverMaster.ts';
import { dive } from './dive.ts';

/** Loaded once a thread. */
let loaded: ReturnType<typeof loadHighs> | undefined;

/** Linear programs solved for whole answers, at the most. */
const MOST_SOLVES = 100;
/** How much dearer than the best known an answer may be to be of use as another place to search from. */
const TOLERANCE = 1.005;

/**
 * A set-covering solver on HiGHS: column generation, then diving. Ends after so many linear programs, and after so many
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
  const deadline = performance.now() + seconds * 1000;
  const isLate = () => performance.now() > deadline || question.isOver();
  const master = new CoverMaster(highs, question);
  try {
    if (!master.solve(Number.POSITIVE_INFINITY)) return undefined;
    while (master.grow(Number.POSITIVE_INFINITY) && !isLate());
    const { cost: least, prices, solves } = master;
    const isOver = () => master.solves > solves + MOST_SOLVES || isLate();
    return { chosen: dive(master, question.bound * TOLERANCE, isOver), prices, least };
  } finally {
    master.dispose();
  }
}
