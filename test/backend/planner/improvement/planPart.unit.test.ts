import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  createEmptyPlan,
  evaluateCost,
  extractPart,
  improvePlan,
  type PartitionColumn,
  type PartitionSolver,
  type Plan,
  type PlanProblem,
  prepareProblem,
  putBackPart,
  recombineTours,
  splitFleet,
} from '../../../../backend/planner/index.ts';
import { createTown } from './town.ts';

function costOf(problem: PlanProblem, plan: Plan): number {
  const prepared = prepareProblem(problem);
  return plan.schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
}

function openTown(seed: number) {
  const problem = createTown(seed, {
    requests: 18,
    vehicles: 5,
    request: (_, r) => (r < 4 ? { apartFrom: [`r${(r + 2) % 4}`] } : {}),
  });
  return { problem, plan: improvePlan(problem, createEmptyPlan(problem), { seed, iterations: 30 }) };
}

describe('a part of a plan', () => {
  it.each([1, 2, 3, 4, 5])(
    'town %i: cut out, improved and put back: the whole holds, only the part changes',
    (seed) => {
      const { problem, plan } = openTown(seed);
      const part = extractPart(problem, [plan.schedules[1]!, plan.schedules[3]!], plan.unserved);
      const complaints = checkPlan(part.problem, part.plan).filter(({ code }) => code !== 'unservedRequest');
      expect(complaints).toEqual([]);
      expect(putBackPart(plan, part, part.plan)).toEqual(plan);
      const better = improvePlan(part.problem, part.plan, { seed, iterations: 200 });
      const whole = putBackPart(plan, part, better);
      expect(checkPlan(problem, whole).filter(({ code }) => code !== 'unservedRequest')).toEqual([]);
      for (const vehicle of [0, 2, 4]) expect(whole.schedules[vehicle]).toBe(plan.schedules[vehicle]);
    },
  );
});

describe('splitting a fleet', () => {
  it.each([1, 2, 3, 7])('into %i parts: every vehicle once, no part empty', (parts) => {
    const { problem, plan } = openTown(1);
    const split = splitFleet(problem, plan, parts, 1);
    expect(split.flat().sort()).toEqual([0, 1, 2, 3, 4]);
    expect(split.length).toBeLessThanOrEqual(parts);
    expect(Math.min(...split.map((vehicles) => vehicles.length))).toBeGreaterThan(0);
  });
});

describe('recombining tours of several searches', () => {
  it('the solver chooses the tours of a cheaper plan: that plan; it finds nothing: the plan given', () => {
    const { problem, plan } = openTown(2);
    let tours: readonly PartitionColumn[] = [];
    const better = improvePlan(problem, plan, { seed: 9, iterations: 400, onTours: (met) => (tours = met) });
    expect(better).not.toBe(plan);
    // Of tours that carry the same riders the cheapest order is kept: those of the better plan are found by their riders.
    const ridersOf = (visits: ArrayLike<number>) =>
      [...new Set(Array.from(visits, (visit) => visit >> 1))].sort((a, b) => a - b).join();
    const wanted = better.schedules
      .filter(({ visits }) => visits.length > 0)
      .map(({ visits }) => ridersOf(visits));
    const solver: PartitionSolver = ({ columns: { count, starts, members }, requestCount, fleet }) => {
      const chosen = Array.from({ length: count }, (_, c) => c).filter((c) => {
        const riders = Array.from(members.subarray(starts[c]!, starts[c + 1]!));
        return wanted.includes(riders.sort((a, b) => a - b).join());
      });
      expect(chosen).toHaveLength(wanted.length);
      return { choices: [chosen], prices: new Float64Array(requestCount + fleet.length), least: 0 };
    };
    const { plan: found, isProven } = recombineTours(problem, plan, tours, solver);
    expect(isProven).toBe(false);
    expect(found.schedules.map(({ visits }) => ridersOf(visits)).sort()).toEqual(
      better.schedules.map(({ visits }) => ridersOf(visits)).sort(),
    );
    expect(costOf(problem, found)).toBeLessThanOrEqual(costOf(problem, better) + 1e-6);
    expect(recombineTours(problem, plan, tours, () => undefined).plan).toBe(plan);
  });

  it('as much work as so many steps: no tour is varied beyond it; without a number they are', () => {
    const { problem, plan } = openTown(2);
    const isVaried = (mostSteps?: number) => {
      let columns: unknown;
      const solver: PartitionSolver = ({ grow, hints }) => {
        columns = grow!({ prices: hints, least: 0 }, false);
        return undefined;
      };
      recombineTours(problem, plan, [], solver, mostSteps);
      return columns !== undefined;
    };
    expect(isVaried(1)).toBe(false);
    expect(isVaried()).toBe(true);
  });
});
