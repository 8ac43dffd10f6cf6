import { describe, expect, it } from 'vitest';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { InsertionSearch } from '../../../../backend/planner/improvement/insertionSearch.ts';
import { findNeighbours } from '../../../../backend/planner/improvement/neighbours.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { Recreate } from '../../../../backend/planner/improvement/recreate.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { Tours } from '../../../../backend/planner/improvement/tours.ts';
import type { PlanProblem } from '../../../../backend/planner/index.ts';
import { createTown } from './town.ts';

function createRecreate(problem: PlanProblem, seed: number) {
  const compiled = compile(problem);
  const timing = new Timing(compiled);
  const tours = new Tours(compiled, timing);
  const search = new InsertionSearch(compiled);
  const recreate = new Recreate(tours, search, findNeighbours(compiled, 100), new SeededRandom(seed));
  tours.clearAbsent();
  return { tours, search, recreate, everybody: Int32Array.from(problem.requests, (_, r) => r) };
}

const WAYS = ['greedily', 'byRegret'] as const;

describe('Recreate', () => {
  it.each(WAYS)('in a large fleet whom no vehicle nearby can take, served %s: offered to all', (way) => {
    // Of 60 vehicles only the last has the lift that request 0 needs, and it is out with somebody far down the list of
    // request 0's neighbours.
    const town = createTown(3, { requests: 40, vehicles: 60 });
    const problem: PlanProblem = {
      ...town,
      requests: town.requests.map((request, r) => ({ ...request, neededSkills: r === 0 ? 1 : 0 })),
      vehicles: town.vehicles.map((vehicle, v) => (v === 59 ? { ...vehicle, skills: 1 } : vehicle)),
    };
    const { tours, search, recreate } = createRecreate(problem, 5);
    const { list, count } = findNeighbours(tours.compiled, 100);
    for (let k = count - 1; k > 20; k--) {
      tours.lay(59, [list[k]! * 2, list[k]! * 2 + 1], 0, 2);
      if (search.find(tours.routes[59]!, 0, 1e9) < 1e9) break;
    }
    recreate[way](Int32Array.of(0), 1, 0, false);
    expect(tours.vehicleOf[0]).toBe(59);
  });

  it.each(WAYS)('a small fleet, the last request served %s: at the cheapest place over all tours', (way) => {
    let refused = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { tours, search, recreate, everybody } = createRecreate(
        createTown(seed, { requests: 25, vehicles: 6 }),
        seed,
      );
      recreate[way](everybody.slice(1), 24, 0, false);
      const least = Math.min(...tours.routes.map((route) => search.find(route, 0, 1e9)));
      const likely = Math.min(...tours.routes.map((route) => search.findLikely(route, 0, 1e9)));
      if (likely < least - 1e-6) refused++;
      const before = tours.cost;
      recreate[way](Int32Array.of(0), 1, 0, false);
      if (least < 1e9) expect(tours.cost - before).toBeCloseTo(least, 6);
    }
    // What seemed cheapest could not be driven.
    expect(refused).toBeGreaterThan(2);
  });

  it('a large fleet served by regret from nothing: everybody once, or left out because no tour can take them', () => {
    const town = createTown(11, { requests: 200, vehicles: 70 });
    const { tours, search, recreate, everybody } = createRecreate(town, 2);
    recreate.byRegret(everybody, 200, 0, false);
    const served = tours.routes.flatMap(({ node, size }) => [...node.subarray(1, size + 1)]);
    const absent = [...tours.absent.subarray(0, tours.absentCount)];
    const all = [...served, ...absent.flatMap((r) => [r * 2, r * 2 + 1])];
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: 400 }, (_, k) => k));
    expect(absent.length).toBeLessThan(20);
    for (const r of absent) {
      for (const route of tours.routes) expect(search.find(route, r, 1e9)).toBe(Number.POSITIVE_INFINITY);
    }
  });

  it.each(WAYS)('a plan that comes to cost as much as it may, served %s: given up at that', (way) => {
    const town = createTown(7, { requests: 25, vehicles: 6 });
    const whole = createRecreate(town, 3);
    expect(whole.recreate[way](whole.everybody, 25, 0, false)).toBe(true);
    const most = whole.tours.cost / 2;
    const { tours, recreate, everybody } = createRecreate(town, 3);
    expect(recreate[way](everybody, 25, 0, false, most)).toBe(false);
    expect(tours.cost).toBeGreaterThanOrEqual(most);
    expect(tours.cost).toBeLessThan(whole.tours.cost);
  });
});
