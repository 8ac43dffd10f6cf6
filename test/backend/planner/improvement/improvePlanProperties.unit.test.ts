import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkPlan,
  createEmptyPlan,
  evaluateCost,
  improvePlan,
  type PartitionSolver,
  type Plan,
  type PlanProblem,
  prepareProblem,
} from '../../../../backend/planner/index.ts';
import { createPartitionSolver } from '../../../../backend/solve/partitionWithHighs.ts';
import { createTown } from './town.ts';

function costOf(problem: PlanProblem, plan: Plan): number {
  const prepared = prepareProblem(problem);
  const driven = plan.schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
  return plan.unserved.reduce((sum, r) => sum + (problem.requests[r]!.penalty ?? 1e9), driven);
}

/** Pickups and dropoffs of the plan and the requests left out, each of which must be there once. */
function accountedFor(problem: PlanProblem, { schedules, unserved }: Plan): number[] {
  const visits = schedules.flatMap((schedule) => schedule.visits.filter((visit) => visit >= 0));
  const left = unserved.flatMap((r) => [r * 2, r * 2 + 1]);
  expect(visits.length + left.length).toBe(problem.requests.length * 2);
  return [...visits, ...left].sort((a, b) => a - b);
}

const town = fc
  .record({
    seed: fc.integer({ min: 1, max: 100_000 }),
    requests: fc.integer({ min: 1, max: 14 }),
    vehicles: fc.integer({ min: 1, max: 4 }),
    penalty: fc.option(fc.integer({ min: 500, max: 8_000 }), { nil: undefined }),
    perHour: fc.constantFrom(0, 1_500),
    duty: fc.option(fc.integer({ min: 2_000, max: 6_000 }), { nil: undefined }),
  })
  .map(({ seed, requests, vehicles, penalty, perHour, duty }) =>
    createTown(seed, {
      requests,
      vehicles,
      ...(penalty === undefined ? {} : { request: () => ({ penalty }) }),
      vehicle: { costPerHour: perHour, ...(duty === undefined ? {} : { maxDurationSeconds: duty }) },
    }),
  );

describe('improvePlan with tours recombined', () => {
  let partition: PartitionSolver;
  beforeAll(async () => {
    partition = await createPartitionSolver();
  });

  it('any town, improved twice: nobody lost or doubled, no rule broken, never worse, the same again with the same seed', () => {
    fc.assert(
      fc.property(town, fc.integer({ min: 0, max: 1_000 }), (problem, seed) => {
        const empty = createEmptyPlan(problem);
        const options = { seed, iterations: 250, partition };
        const once = improvePlan(problem, empty, options);
        const twice = improvePlan(problem, once, { ...options, seed: seed + 1 });
        for (const plan of [once, twice]) {
          const faults = checkPlan(problem, plan).filter(({ code }) => code !== 'unservedRequest');
          expect(faults).toEqual([]);
          expect(accountedFor(problem, plan)).toEqual(
            Array.from({ length: problem.requests.length * 2 }, (_, visit) => visit),
          );
        }
        expect(costOf(problem, once)).toBeLessThanOrEqual(costOf(problem, empty) + 1e-6);
        expect(costOf(problem, twice)).toBeLessThanOrEqual(costOf(problem, once) + 1e-6);
        expect(improvePlan(problem, empty, options)).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });
});
