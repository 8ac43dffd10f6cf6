import { describe, expect, it } from 'vitest';
import { Annealing } from '../../../../backend/planner/improvement/anneal.ts';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import type { PartitionSolver } from '../../../../backend/planner/improvement/partition.ts';
import { createTown } from './town.ts';

describe('Annealing.recombine', () => {
  it('tours chosen with riders in two of them and riders in none: everybody once, the best plan kept in mind', () => {
    let doubled = 0;
    let missed = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const search = openTown(seed);
      const { cost } = search.best;
      // The four tours with most riders.
      const solver: PartitionSolver = ({ columns: { count, starts, members }, requestCount, fleet }) => {
        const size = (c: number) => starts[c + 1]! - starts[c]!;
        const order = Array.from({ length: count }, (_, c) => c).sort((a, b) => size(b) - size(a));
        const chosen = order.slice(0, 4);
        const riders = chosen.flatMap((c) => [...members.subarray(starts[c]!, starts[c + 1]!)]);
        if (new Set(riders).size < riders.length) doubled++;
        if (new Set(riders).size < 12) missed++;
        return { choices: [chosen], prices: new Float64Array(requestCount + fleet.length), least: 0 };
      };
      expect(search.recombine(solver)).toBe(true);
      const { routes, absent, absentCount } = search.tours;
      const visits = routes.flatMap(({ node, size }) => [...node.subarray(1, size + 1)]);
      const left = [...absent.subarray(0, absentCount)].flatMap((r) => [r * 2, r * 2 + 1]);
      expect([...visits, ...left].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, k) => k));
      expect(search.best.cost).toBeLessThanOrEqual(cost);
    }
    expect(doubled).toBeGreaterThan(10);
    expect(missed).toBeGreaterThan(0);
  });

  it('prices that fall from high to nothing at once: tours are made by what lies between, in a dive by the new ones alone', () => {
    const search = openTown(1);
    let asked = 0;
    search.recombine(({ requestCount, fleet, grow }) => {
      asked++;
      const prices = (height: number) =>
        new Float64Array(requestCount + fleet.length).fill(height, 0, requestCount);
      expect(grow!({ prices: prices(1e5), least: 0 }, false)).toBeDefined();
      // At no price is any tour worth its cost; at half of the price before each is.
      expect(grow!({ prices: prices(0), least: 0 }, true)).toBeUndefined();
      expect(grow!({ prices: prices(0), least: 0 }, false)).toBeDefined();
      return undefined;
    });
    expect(asked).toBe(1);
  });

  it.each(['before', 'after'])(
    'a part of the best plan, and %s it the best plan itself: the search goes on from the cheaper outcome',
    (order) => {
      for (let seed = 1; seed <= 40; seed++) {
        const search = openTown(seed);
        const { cost } = search.best;
        search.recombine(({ known, requestCount, fleet }) => {
          const choices = order === 'before' ? [known, known.slice(1)] : [known.slice(1), known];
          return { choices, prices: new Float64Array(requestCount + fleet.length), least: 0 };
        });
        // Putting the rest in anew by regret may be cheaper, too.
        expect(search.tours.fullCost()).toBeLessThanOrEqual(cost + 1e-3);
        expect(search.tours.fullCost()).toBeCloseTo(search.best.cost, 3);
      }
    },
  );

  it('nothing chosen at all: the search goes on from a plan at most 1.5 % dearer than the best', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const search = openTown(seed);
      search.recombine(({ requestCount, fleet }) => ({
        choices: [[]],
        prices: new Float64Array(requestCount + fleet.length),
        least: 0,
      }));
      expect(search.tours.fullCost()).toBeLessThanOrEqual(search.best.cost * 1.015);
    }
  });

  it('a rider in two tours, one of which cannot be driven without him: he stays in that one', () => {
    const search = createSearch();
    expect(search.recombine(choose([A, B], [A, D]))).toBe(true);
    expect(carried(search)).toEqual([[A, B], [D]]);
  });

  it('a rider without whom neither of his tours can be driven: one is given up, its other rider is left out', () => {
    const search = createSearch();
    expect(search.recombine(choose([A, B], [A, C]))).toBe(true);
    expect(carried(search).flat()).toEqual(expect.arrayContaining([A, D]));
    expect([...search.tours.absent.subarray(0, search.tours.absentCount)]).toHaveLength(1);
    const [left] = search.tours.absent;
    expect([B, C]).toContain(left);
  });
});

/** A search of a town of twelve riders after 300 steps. */
function openTown(seed: number): Annealing {
  const search = new Annealing(compile(createTown(seed, { requests: 12, vehicles: 4 })), seed);
  search.start();
  for (let step = 0; step < 300; step++) search.step(step / 300, 300);
  return search;
}

const [A, B, C, D] = [0, 1, 2, 3] as const;

/**
 * Two vehicles; A, B and C want to go the same way, D another. A is picked up at 2,000, in 60 s. B and C come at 2,060:
 * where they join A's stop they are aboard after 20 s, at 2,080, else after 60 s, at 2,120. Who leaves at 2,080 is there
 * just in time for both.
 */
function createSearch(): Annealing {
  const town = createTown(4, { requests: 4, vehicles: 2 });
  const { seconds } = town.travel.layers[0]!;
  const leg = seconds[1 * town.travel.stride + 2]!;
  const always = { earliest: 0, latest: 9_000 };
  const requests = town.requests.map((request, r) => ({
    ...request,
    load: [1],
    maxRideSeconds: 5_000,
    pickupLocation: r === D ? 3 : 1,
    dropoffLocation: r === D ? 4 : 2,
    pickupWindow: r === A ? { earliest: 2_000, latest: 2_000 } : { earliest: 2_060, latest: 9_000 },
    dropoffWindow: r === B || r === C ? { earliest: 0, latest: 2_080 + leg } : always,
  }));
  const search = new Annealing(compile({ ...town, requests }), 1);
  search.start();
  // There and back with A: its companion is set down first.
  const nodes = [B, C].map((other) => Int32Array.of(A * 2, other * 2, other * 2 + 1, A * 2 + 1));
  nodes.push(Int32Array.of(A * 2, A * 2 + 1, D * 2, D * 2 + 1));
  search.learn(nodes.map((order) => ({ cost: 0, type: 0, nodes: order })));
  return search;
}

/** Chooses the tours with exactly these riders. */
function choose(...wanted: readonly (readonly number[])[]): PartitionSolver {
  return ({ columns: { count, starts, members }, requestCount, fleet }) => {
    const riders = (c: number) => [...members.subarray(starts[c]!, starts[c + 1]!)].sort().join();
    const chosen = wanted.map((list) =>
      Array.from({ length: count }, (_, c) => c).findIndex((c) => riders(c) === list.join()),
    );
    expect(chosen).not.toContain(-1);
    return { choices: [chosen], prices: new Float64Array(requestCount + fleet.length), least: 0 };
  };
}

/** Riders of each tour, each list in order, empty tours left out. */
function carried({ tours }: Annealing): number[][] {
  const lists = tours.routes.map(({ node, size }) => [
    ...new Set([...node.subarray(1, size + 1)].map((visit) => visit >> 1)),
  ]);
  return lists.filter((list) => list.length > 0).map((list) => list.sort((a, b) => a - b));
}
