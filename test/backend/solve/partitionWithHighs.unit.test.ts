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
    spent: () => 0,
    hints: new Float64Array(REQUESTS).fill(10),
  };
}

function costOf(tours: readonly Tour[], chosen: readonly number[], mayDouble = true): number {
  const served = new Set(chosen.flatMap((c) => tours[c]!.riders));
  const places = chosen.reduce((sum, c) => sum + tours[c]!.riders.length, 0);
  if (!mayDouble && places > served.size) return Number.POSITIVE_INFINITY;
  const used = FLEET.map((_, type) => chosen.filter((c) => tours[c]!.type === type).length);
  if (used.some((count, type) => count > FLEET[type]!)) return Number.POSITIVE_INFINITY;
  return chosen.reduce((sum, c) => sum + tours[c]!.cost, (REQUESTS - served.size) * PENALTY);
}

/** The least cost of all choices of tours; `mayDouble`: of those, too, with riders in two of them. */
function leastCost(tours: readonly Tour[], mayDouble: boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 1 << tours.length; choice++) {
    const chosen = tours.flatMap((_, c) => (choice & (1 << c) ? [c] : []));
    least = Math.min(least, costOf(tours, chosen, mayDouble));
  }
  return least;
}

const tour = fc.record({
  cost: fc.integer({ min: 5, max: 50 }),
  type: fc.integer({ min: 0, max: 1 }),
  riders: fc.uniqueArray(fc.integer({ min: 0, max: REQUESTS - 1 }), { minLength: 1, maxLength: 3 }),
});

describe('createPartitionSolver', () => {
  it('up to ten tours: as cheap as the cheapest of all choices with nobody in two tours, the relaxation no dearer', async () => {
    const solver = await createPartitionSolver();
    fc.assert(
      fc.property(fc.array(tour, { minLength: 1, maxLength: 10 }), (tours) => {
        const least = leastCost(tours, false);
        const { choices, least: relaxed } = solver(ask(tours, 10_000))!;
        const cost = costOf(tours, choices[0] ?? []);
        expect(cost).toBeLessThanOrEqual(least + 1e-6);
        expect(cost).toBeGreaterThanOrEqual(leastCost(tours, true) - 1e-6);
        expect(relaxed).toBeLessThanOrEqual(least + 1e-6);
      }),
      { numRuns: 150 },
    );
  });

  it('all tours told of from the start: as cheap as the cheapest choice, and certain of it', async () => {
    const solver = await createPartitionSolver();
    let bettered = 0;
    fc.assert(
      fc.property(
        fc.array(tour, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 20, max: 300 }),
        (tours, bound) => {
          const least = Math.min(bound, leastCost(tours, false));
          const question = ask(tours, bound);
          const complete = () => question.columns;
          const { choices, isProven } = solver({ ...question, grow: () => undefined, complete })!;
          const cost = choices[0] ? costOf(tours, choices[0]) : bound;
          if (cost < bound) bettered++;
          expect(isProven).toBe(true);
          expect(cost).toBeLessThanOrEqual(least + 1e-6);
          expect(cost).toBeGreaterThanOrEqual(Math.min(bound, leastCost(tours, true)) - 1e-6);
        },
      ),
      { numRuns: 150 },
    );
    expect(bettered).toBeGreaterThan(30);
  });

  it('all tours told of, the cheapest answer with one that is too dear by prices: it is among those left', async () => {
    const solver = await createPartitionSolver();
    // A ring of five riders, two to a tour: half of each tour, 25, and 5 is what each rider is worth. Alone one costs 8.
    const tours = '01 12 23 34 40 0 1 2 3 4'.split(' ').map((riders): Tour => {
      const list = [...riders].map(Number);
      return { cost: list.length === 2 ? 10 : 8, type: 0, riders: list };
    });
    const question = { ...ask(tours, 31), fleet: [5, 0], grow: () => undefined };
    // Two pairs and one alone: 10 + 10 + 8 = 28; three pairs would be 30.
    const { choices, least, isProven } = solver({ ...question, complete: () => question.columns })!;
    const cost = choices[0]!.reduce((sum, c) => sum + tours[c]!.cost, 0);
    expect([least, cost, isProven]).toEqual([25, 28, true]);
  });

  it('too many tours to tell of all: an answer, and nothing certain', async () => {
    const solver = await createPartitionSolver();
    const tours: Tour[] = [0, 1, 2, 3, 4].map((rider) => ({ cost: 10, type: 0, riders: [rider] }));
    const question = { ...ask(tours, 60), fleet: [5, 0], grow: () => undefined };
    const answer = solver({ ...question, complete: () => undefined })!;
    expect(answer.choices[0]).toHaveLength(5);
    expect(answer.isProven ?? false).toBe(false);
  });

  it('tours made when asked for: they are chosen', async () => {
    const solver = await createPartitionSolver();
    const dear: Tour = { cost: 50, type: 0, riders: [0, 1, 2, 3, 4] };
    const cheap: Tour = { ...dear, cost: 20 };
    let rounds = 0;
    const question = ask([dear], 51);
    const grow = () => (rounds++ === 0 ? ask([dear, cheap], 51).columns : undefined);
    expect(solver({ ...question, grow })).toMatchObject({ choices: [[1]], least: 20 });
  });

  it('no whole answer below the bound: the tours that the relaxation takes wholly, as a part of one', async () => {
    const solver = await createPartitionSolver();
    // A ring of five riders, two to a tour, and two pairs beside it.
    const pairs = '01 12 23 34 40 56 78'.split(' ').map((pair) => [...pair].map(Number));
    const tours = pairs.map((riders): Tour => ({ cost: 10, type: 0, riders }));
    const question: PartitionQuestion = {
      ...ask(tours, 46),
      requestCount: 9,
      fleet: [9],
      penalties: new Float64Array(9).fill(PENALTY),
      hints: new Float64Array(10),
    };
    // Half of each tour of the ring: 25 + 10 + 10 = 45. A whole answer needs three of the five: 50.
    const { choices, least } = solver(question)!;
    expect(least).toBeCloseTo(45, 6);
    expect(choices.map((choice) => [...choice].sort())).toEqual([[5, 6]]);
  });

  it('three tours of two riders each: near the best known a cut leaves room for one of them only, far from it none is made', async () => {
    const solver = await createPartitionSolver();
    const riders = '01 12 02 0 1 2 3 4'.split(' ').map((tour) => [...tour].map(Number));
    const tours = riders.map(
      (list): Tour => ({ cost: list.length === 2 ? 1 : list[0]! < 3 ? 0.8 : 40, type: 0, riders: list }),
    );
    const [near, far] = [82.5, 90].map((bound) => solver({ ...ask(tours, bound), fleet: [5, 0] })!);
    // Without cuts: half of each pair, 1.5, and 80 for riders 3 and 4 are 81.5. With one pair: 1 + 0.8 + 80 = 81.8.
    expect([near!.least, far!.least].map((cost) => Math.round(cost * 1e6) / 1e6)).toEqual([81.8, 81.5]);
    // A whole answer is found in either case.
    for (const { choices } of [near!, far!]) {
      expect(choices[0]!.map((c) => riders[c]!.length).sort()).toEqual([1, 1, 1, 2]);
    }
  });

  it('the time is up from the start: the prices, and no choice or part of one', async () => {
    const solver = await createPartitionSolver();
    const tours: Tour[] = [0, 1, 2, 3, 4].map((rider) => ({ cost: 10, type: 0, riders: [rider] }));
    const answer = solver({ ...ask(tours, 10_000), spent: () => 2 })!;
    expect(answer.prices).toHaveLength(REQUESTS + FLEET.length);
    expect(answer.choices.flat().every((c) => c < tours.length)).toBe(true);
  });
});
