import { describe, expect, it } from 'vitest';
import { Annealing } from '../../../../backend/planner/improvement/anneal.ts';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import type { PartitionSolver } from '../../../../backend/planner/improvement/partition.ts';
import { createTown } from './town.ts';

describe('Annealing.recombine', () => {
  it('tours chosen with riders in two of them and riders in none: everybody once, the best plan kept in mind', () => {
    let doubled = 0;
    let missed = 0;
    let refused = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const search = new Annealing(compile(createTown(seed, { requests: 12, vehicles: 4 })), seed);
      search.start();
      for (let step = 0; step < 300; step++) search.step(step / 300, 300);
      const { cost } = search.best;
      // The four tours with most riders.
      const solver: PartitionSolver = ({ columns: { count, starts, members }, requestCount, fleet }) => {
        const size = (c: number) => starts[c + 1]! - starts[c]!;
        const order = Array.from({ length: count }, (_, c) => c).sort((a, b) => size(b) - size(a));
        const chosen = order.slice(0, 4);
        const riders = chosen.flatMap((c) => [...members.subarray(starts[c]!, starts[c + 1]!)]);
        if (new Set(riders).size < riders.length) doubled++;
        if (new Set(riders).size < 12) missed++;
        return { chosen, prices: new Float64Array(requestCount + fleet.length), least: 0 };
      };
      // Without a rider whose stop others join, the rest may take too long: then there is no plan to go on from.
      if (!search.recombine(solver)) {
        refused++;
        continue;
      }
      const { routes, absent, absentCount } = search.tours;
      const visits = routes.flatMap(({ node, size }) => [...node.subarray(1, size + 1)]);
      const left = [...absent.subarray(0, absentCount)].flatMap((r) => [r * 2, r * 2 + 1]);
      expect([...visits, ...left].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, k) => k));
      expect(search.best.cost).toBeLessThanOrEqual(cost);
    }
    expect(refused).toBeLessThan(3);
    expect(doubled).toBeGreaterThan(10);
    expect(missed).toBeGreaterThan(0);
  });
});
