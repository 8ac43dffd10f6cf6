import { afterEach, describe, expect, it } from 'vitest';
import { improverHere } from '../../../../backend/main/improver/improverHere.ts';
import { ThreadImprover } from '../../../../backend/main/improver/threadImprover.ts';
import { checkPlan, createEmptyPlan, improvePlan } from '../../../../backend/planner/index.ts';
import { createTown } from '../../planner/improvement/town.ts';

const opened: ThreadImprover[] = [];
const open = () => {
  const improver = new ThreadImprover();
  opened.push(improver);
  return improver;
};

/** A town whose first plan leaves something to be found. */
function openTown() {
  const problem = createTown(3, { requests: 20, vehicles: 4 });
  return { problem, plan: improvePlan(problem, createEmptyPlan(problem), { seed: 1, iterations: 0 }) };
}

afterEach(async () => {
  for (const improver of opened.splice(0)) await improver.close();
});

/** Threads load the planner anew. */
const SLOW_MS = 300_000;

describe('a search in a thread of its own', { timeout: SLOW_MS }, () => {
  it('a short search while a long one is on: it does not wait', async () => {
    const improver = open();
    const { problem, plan } = openTown();
    const long = improver.improve(problem, plan, { seed: 1, seconds: 600 });
    const stopped = expect(long).rejects.toThrow('stopped');
    const found = await improver.improve(problem, plan, { seed: 1, iterations: 20 });
    expect(checkPlan(problem, found)).toEqual([]);
    await improver.close();
    await stopped;
  });

  it('finds what the same steps find here, and nothing wrong', async () => {
    const { problem, plan } = openTown();
    const budget = { seed: 1, iterations: 300 };
    const found = await open().improve(problem, plan, budget);
    expect(found).toEqual(await improverHere.improve(problem, plan, budget));
    expect(checkPlan(problem, found)).toEqual([]);
  });

  it('is closed in the middle of a search: the asker gets an error, later askers too', async () => {
    const improver = open();
    const { problem, plan } = openTown();
    const search = improver.improve(problem, plan, { seed: 1, seconds: 600 });
    const outcome = expect(search).rejects.toThrow('stopped');
    await improver.close();
    await outcome;
    await expect(improver.improve(problem, plan, { seed: 1, iterations: 1 })).rejects.toThrow('closed');
  });

  it('a search that fails: the next one is not hurt', async () => {
    const improver = open();
    const { problem, plan } = openTown();
    const broken = {
      ...problem,
      requests: problem.requests.map((request) => ({ ...request, pickupLocation: 9999 })),
    };
    await expect(improver.improve(broken, plan, { seed: 1, iterations: 1 })).rejects.toThrow('search failed');
    expect((await improver.improve(problem, plan, { seed: 1, iterations: 1 })).unserved).toEqual([]);
  });
});
