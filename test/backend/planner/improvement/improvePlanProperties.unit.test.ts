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
  type PlanVehicle,
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

/** The town with every other vehicle changed; from `now` on all are open to planning. */
function planTown(
  problem: PlanProblem,
  seed: number,
  now: number,
  change: (vehicle: PlanVehicle) => PlanVehicle,
): Plan {
  const vehicles = problem.vehicles.map((vehicle, v) => (v % 2 === 0 ? change(vehicle) : vehicle));
  const changed = { ...problem, vehicles };
  const empty = createEmptyPlan(changed);
  const schedules = empty.schedules.map((schedule) => ({ ...schedule, earliestDeparture: now }));
  const plan = improvePlan(changed, { ...empty, schedules }, { seed, iterations: 250 });
  const faults = checkPlan(changed, plan).filter(({ code }) => code !== 'unservedRequest');
  expect(faults).toEqual([]);
  return plan;
}

describe('improvePlan for drivers who are still to rest', () => {
  it('no one leaves before being rested, and all is planned as if the shift began then', () => {
    const second = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(town, fc.integer({ min: 0, max: 1_000 }), second, second, (problem, seed, rested, now) => {
        const plan = planTown(problem, seed, now, (vehicle) => ({ ...vehicle, restedFrom: rested }));
        const begun = planTown(problem, seed, now, ({ window, ...vehicle }) => ({
          ...vehicle,
          window: { ...window, earliest: rested },
        }));
        for (const { vehicle, visits, departure } of plan.schedules) {
          const isRested = vehicle % 2 === 1 || visits.length === 0 || departure >= rested - 1e-6;
          expect({ vehicle, isRested }).toEqual({ vehicle, isRested: true });
        }
        expect(plan).toEqual(begun);
      }),
      { numRuns: 60 },
    );
  });
});
