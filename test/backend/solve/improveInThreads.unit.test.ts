import { afterEach, describe, expect, it } from 'vitest';
import {
  checkPlan,
  createEmptyPlan,
  evaluateCost,
  type Plan,
  type PlanProblem,
  prepareProblem,
} from '../../../backend/planner/index.ts';
import { improveInThreads } from '../../../backend/solve/improveInThreads.ts';
import { SearchThreads } from '../../../backend/solve/searchThreads.ts';
import { createClusteredDay } from '../../support/clusteredDay.ts';
import { createTown } from '../planner/improvement/town.ts';

const opened: SearchThreads[] = [];

function openThreads(count: number, address?: string): { threads: SearchThreads; lost: string[] } {
  const lost: string[] = [];
  const threads = new SearchThreads(count, (why) => lost.push(why), address);
  opened.push(threads);
  return { threads, lost };
}

afterEach(async () => {
  for (const threads of opened.splice(0)) await threads.close();
});

const budgetOf = (threads: number, iterations: number) => ({
  seed: 1,
  threads,
  iterations,
  seconds: undefined,
  begun: 0,
});

function costOf(problem: PlanProblem, plan: Plan): number {
  const prepared = prepareProblem(problem);
  return plan.schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
}

async function search(problem: PlanProblem, count: number, iterations: number) {
  const { threads } = openThreads(count);
  const costs: number[] = [];
  const cheaper: number[] = [];
  const plan = await improveInThreads(
    problem,
    createEmptyPlan(problem),
    budgetOf(count, iterations),
    threads,
    (_, cost) => costs.push(cost),
    (cost) => cheaper.push(cost),
  );
  expect(cheaper.length).toBeGreaterThan(0);
  expect(cheaper).toEqual([...new Set(cheaper)].sort((a, b) => b - a));
  return { plan, costs };
}

/** Threads load the planner anew. */
const SLOW_MS = 300_000;

describe('searching side by side', { timeout: SLOW_MS }, () => {
  it('a town, by seeds: equal steps, equal plans, and no meeting ends dearer than the one before', async () => {
    const problem = createTown(4, { requests: 16, vehicles: 4 });
    const [one, two] = [await search(problem, 2, 300), await search(problem, 2, 300)];
    expect(one).toEqual(two);
    expect(checkPlan(problem, one.plan)).toEqual([]);
    expect(one.costs).toHaveLength(10);
    expect(one.costs).toEqual([...one.costs].sort((a, b) => b - a));
    expect(one.costs.at(-1)).toBeCloseTo(costOf(problem, one.plan), 6);
  });

  it('a plan proved to be the cheapest at a meeting: the search ends there', async () => {
    // Stops are not joined: only then all tours there are can be listed.
    const apart = { pickupJoinSeconds: 60, dropoffJoinSeconds: 40 };
    const problem = createTown(4, { requests: 8, vehicles: 4, request: () => apart });
    const { plan, costs } = await search(problem, 2, 3_000);
    expect(checkPlan(problem, plan)).toEqual([]);
    expect(costs).toHaveLength(1);
  });

  it('a large day, by parts of the fleet: nobody lost or doubled, equal steps, equal plans', async () => {
    const problem = createClusteredDay({ rides: 404, vehicles: 24, seed: 1 });
    const [one, two] = [await search(problem, 2, 200), await search(problem, 2, 200)];
    expect(one.plan).toEqual(two.plan);
    expect(checkPlan(problem, one.plan)).toEqual([]);
    expect(one.costs.at(-1)).toBeLessThan(one.costs[0]!);
  });

  it('threads that cannot be opened: the search goes on here and says so', async () => {
    const problem = createTown(4, { requests: 8, vehicles: 2 });
    const { threads, lost } = openThreads(2, 'file:///nowhere/searchThread.ts');
    const plan = await improveInThreads(
      problem,
      createEmptyPlan(problem),
      budgetOf(2, 100),
      threads,
      () => {},
    );
    expect(checkPlan(problem, plan)).toEqual([]);
    expect(lost).toHaveLength(2);
  });

  it('cancelled before it begins: the plan given', async () => {
    const problem = createTown(4, { requests: 8, vehicles: 2 });
    const { threads } = openThreads(1);
    threads.cancel();
    const empty = createEmptyPlan(problem);
    expect(await improveInThreads(problem, empty, budgetOf(1, 100), threads, () => {})).toBe(empty);
  });
});
