import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartitionQuestion } from '../../../backend/planner/index.ts';
import { createPartitionSolver } from '../../../backend/solve/partitionWithHighs.ts';

interface Tour {
  readonly cost: number;
  readonly type: number;
  readonly riders: readonly number[];
}

const REQUESTS = 5;
const FLEET = [2, 1];
const PENALTY = 60;

function ask(tours: readonly Tour[], bound: number): PartitionQuestion {
  const starts = [0];
  for (const { riders } of tours) starts.push(starts.at(-1)! + riders.length);
  return {
    requestCount: REQUESTS,
    columns: {
      count: tours.length,
      costs: Float64Array.from(tours, ({ cost }) => cost),
      types: Int32Array.from(tours, ({ type }) => type),
      starts: Int32Array.from(starts),
      members: Int32Array.from(tours.flatMap(({ riders }) => riders)),
    },
    fleet: FLEET,
    penalties: new Float64Array(REQUESTS).fill(PENALTY),
    bound,
    known: [],
    isOver: () => false,
    hints: new Float64Array(REQUESTS).fill(10),
  };
}

function costOf(tours: readonly Tour[], chosen: readonly number[]): number {
  const served = new Set(chosen.flatMap((c) => tours[c]!.riders));
  const used = FLEET.map((_, type) => chosen.filter((c) => tours[c]!.type === type).length);
  if (used.some((count, type) => count > FLEET[type]!)) return Number.POSITIVE_INFINITY;
  return chosen.reduce((sum, c) => sum + tours[c]!.cost, (REQUESTS - served.size) * PENALTY);
}

/** The least cost of all choices of tours. */
function leastCost(tours: readonly Tour[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 1 << tours.length; choice++) {
    const chosen = tours.flatMap((_, c) => (choice & (1 << c) ? [c] : []));
    least = Math.min(least, costOf(tours, chosen));
  }
  return least;
}

const tour = fc.record({
  cost: fc.integer({ min: 5, max: 50 }),
  type: fc.integer({ min: 0, max: 1 }),
  riders: fc.uniqueArray(fc.integer({ min: 0, max: REQUESTS - 1 }), { minLength: 1, maxLength: 3 }),
});

describe('createPartitionSolver', () => {
  it('up to ten tours: as cheap as the cheapest of all choices, the relaxation no dearer', async () => {
    const solver = await createPartitionSolver();
    fc.assert(
      fc.property(fc.array(tour, { minLength: 1, maxLength: 10 }), (tours) => {
        const least = leastCost(tours);
        const { chosen, least: relaxed } = solver(ask(tours, 10_000))!;
        expect(costOf(tours, chosen)).toBeCloseTo(least, 6);
        expect(relaxed).toBeLessThanOrEqual(least + 1e-6);
      }),
      { numRuns: 150 },
    );
  });

  it('tours made when asked for: they are chosen', async () => {
    const solver = await createPartitionSolver();
    const dear: Tour = { cost: 50, type: 0, riders: [0, 1, 2, 3, 4] };
    const cheap: Tour = { ...dear, cost: 20 };
    let rounds = 0;
    const question = ask([dear], 51);
    const grow = () => (rounds++ === 0 ? ask([dear, cheap], 51).columns : undefined);
    expect(solver({ ...question, grow })).toMatchObject({ chosen: [1], least: 20 });
  });

  it('the time is up from the start: the prices, and no choice or part of one', async () => {
    const solver = await createPartitionSolver();
    const tours: Tour[] = [0, 1, 2, 3, 4].map((rider) => ({ cost: 10, type: 0, riders: [rider] }));
    const answer = solver({ ...ask(tours, 10_000), isOver: () => true })!;
    expect(answer.prices).toHaveLength(REQUESTS + FLEET.length);
    expect(answer.chosen.every((c) => c < tours.length)).toBe(true);
  });
});
