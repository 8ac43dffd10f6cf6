import { describe, expect, it } from 'vitest';
import { Annealing } from '../../../../backend/planner/improvement/anneal.ts';
import { compile, MUST_SERVE } from '../../../../backend/planner/improvement/compile.ts';
import { ExactPricing } from '../../../../backend/planner/improvement/exactPricing.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { TourPool } from '../../../../backend/planner/improvement/tourPool.ts';
import type { PlanProblem } from '../../../../backend/planner/model/problem.ts';
import { createPartitionSolver } from '../../../../backend/solve/partitionWithHighs.ts';
import { costOfEverySet } from './everyTour.ts';
import { createTown, type TownOptions } from './town.ts';

const TOWNS = 20;
const RIDERS = 4;
const EVERYBODY = (1 << RIDERS) - 1;

describe('ExactPricing.complete', () => {
  it.each([
    ['nothing', () => 0],
    // 40 for every two of the first three riders that a tour has, once.
    ['something for two of three riders together', (set: number) => (count(set & 0b111) > 1 ? 40 : 0)],
  ])(
    'any prices and gap, tours paying %s beyond: the tours of all orders of visits that cost less',
    (_, pays) => {
      let listed = 0;
      let tooDear = 0;
      for (let seed = 1; seed <= TOWNS; seed++) {
        const { compiled, exact, pool, prices } = openTown(seed);
        const gap = 200;
        const surcharge = (members: Int32Array) => pays(members.reduce((set, r) => set | (1 << r), 0));
        expect(exact.complete(pool, prices, gap, surcharge)).toBe(true);
        const expected: [number, number][] = [];
        for (const [set, cost] of costOfEverySet(compiled)) {
          const rest = cost + pays(set) - worthOf(set, prices);
          if (rest < gap) expected.push([set, cost]);
          else tooDear++;
        }
        const found = toursOf(pool);
        listed += found.size;
        expect([...found.keys()].sort()).toEqual(expected.map(([set]) => set).sort());
        for (const [set, cost] of expected) expect(found.get(set)).toBeCloseTo(cost, 6);
      }
      expect(listed).toBeGreaterThan(TOWNS * 3);
      expect(tooDear).toBeGreaterThan(TOWNS);
    },
  );
});

describe('ExactPricing.search', () => {
  it('asked again and again: every tour that costs less than its prices, and then none that is news', () => {
    for (let seed = 1; seed <= TOWNS; seed++) {
      const { compiled, exact, pool, prices } = openTown(seed);
      const gaining = [...costOfEverySet(compiled)].filter(
        ([set, cost]) => cost < worthOf(set, prices) - 1e-6,
      );
      const rough = exact.search(pool, prices, true);
      expect(rough > 0).toBe(gaining.length > 0);
      for (let asked = 0; exact.search(pool, prices, false) > 0; asked++) expect(asked).toBeLessThan(30);
      const found = toursOf(pool);
      expect([...found.keys()].sort()).toEqual(gaining.map(([set]) => set).sort());
      for (const [set, cost] of gaining) expect(found.get(set)).toBeCloseTo(cost, 6);
    }
  });
});

describe('ExactPricing.create', () => {
  it.each<[string, TownOptions]>([
    ['hours are paid', { requests: 3, vehicles: 2, vehicle: { costPerHour: 10 } }],
    ['stops are joined', { requests: 3, vehicles: 2, request: () => ({}) }],
    // Anybody at any time in any order.
    ['too much is possible', { requests: 12, vehicles: 2, request: () => ({ ...JOINED, ...ANY_TIME }) }],
  ])('%s: it does not apply', (_, options) => {
    const compiled = compile(createTown(1, { request: () => JOINED, ...options }));
    expect(ExactPricing.create(compiled, new Timing(compiled))).toBeUndefined();
  });

  it('two kinds of vehicles, or a way round that is shorter than the way: it does not apply', () => {
    const town = openProblem(1);
    const [first, ...others] = town.vehicles;
    const mixed = { ...town, vehicles: [{ ...first!, fixedCost: 5 }, ...others] };
    const { stride, size, layers } = town.travel;
    const metres = layers[0]!.metres.map((way, cell) =>
      cell === town.requests[0]!.pickupLocation * stride + town.requests[0]!.dropoffLocation ? way * 3 : way,
    );
    const bent = { ...town, travel: { stride, size, layers: [{ ...layers[0]!, metres }] } };
    const applies = [town, mixed, bent].map((problem) => {
      const compiled = compile(problem);
      return ExactPricing.create(compiled, new Timing(compiled)) !== undefined;
    });
    expect(applies).toEqual([true, false, false]);
  });
});

describe('Annealing.recombine', () => {
  it('a town whose tours can all be listed: the cheapest of all plans, and certain of it', async () => {
    const solver = await createPartitionSolver();
    let improved = 0;
    for (let seed = 1; seed <= TOWNS; seed++) {
      const compiled = compile(openProblem(seed));
      const search = new Annealing(compiled, seed);
      search.start();
      const before = search.best.cost;
      search.recombine(solver);
      expect([seed, search.isProven]).toEqual([seed, true]);
      expect(search.best.cost).toBeCloseTo(cheapestPlan(costOfEverySet(compiled)), 3);
      if (search.best.cost < before - 1e-3) improved++;
    }
    expect(improved).toBeGreaterThan(0);
  });
});

const ANY_TIME = {
  pickupWindow: { earliest: 0, latest: 9_000 },
  dropoffWindow: { earliest: 0, latest: 9_000 },
  maxRideSeconds: 9_000,
  load: [1],
};

/** Joining a stop takes as long as opening one. */
const JOINED = {
  pickupDwellSeconds: 60,
  pickupJoinSeconds: 60,
  dropoffDwellSeconds: 40,
  dropoffJoinSeconds: 40,
};

/** Riders of whom the first two must not be aboard together, and the duty is short enough to matter. */
function openProblem(seed: number): PlanProblem {
  return createTown(seed, {
    requests: RIDERS,
    vehicles: RIDERS,
    vehicle: { maxDurationSeconds: 5_000, fixedCost: 300 },
    request: (_, r) => ({ ...JOINED, ...(r === 0 && { apartFrom: ['r1'] }) }),
  });
}

/** A town with prices of half to one and a half times what each rider alone costs. */
function openTown(seed: number) {
  const compiled = compile(openProblem(seed));
  const random = new SeededRandom(seed);
  const exact = ExactPricing.create(compiled, new Timing(compiled))!;
  const alone = costOfEverySet(compiled);
  const prices = new Float64Array(RIDERS + 1);
  for (let r = 0; r < RIDERS; r++) prices[r] = (alone.get(1 << r) ?? 0) * (0.3 + random.fraction());
  prices[RIDERS] = -random.below(300);
  return { compiled, exact, pool: new TourPool(compiled), prices };
}

function worthOf(set: number, prices: Float64Array): number {
  let worth = prices[RIDERS]!;
  for (let r = 0; r < RIDERS; r++) if ((set >> r) % 2 === 1) worth += prices[r]!;
  return worth;
}

/** Riders as bits → cost of their tour. */
function toursOf(pool: TourPool): Map<number, number> {
  const { count: tours, starts, members, costs } = pool.columns();
  return new Map(
    Array.from({ length: tours }, (_, c) => [
      members.subarray(starts[c]!, starts[c + 1]!).reduce((set, r) => set | (1 << r), 0),
      costs[c]!,
    ]),
  );
}

/** Everybody in one tour or left out, a vehicle for every tour: the least over all ways to part the riders. */
function cheapestPlan(costs: ReadonlyMap<number, number>): number {
  const least = new Float64Array(EVERYBODY + 1).fill(Number.POSITIVE_INFINITY);
  least[0] = 0;
  for (let set = 1; set <= EVERYBODY; set++) {
    for (let part = set; part > 0; part = (part - 1) & set) {
      const cost = costs.get(part) ?? count(part) * MUST_SERVE;
      least[set] = Math.min(least[set]!, cost + least[set ^ part]!);
    }
  }
  return least[EVERYBODY]!;
}

function count(set: number): number {
  return set.toString(2).replaceAll('0', '').length;
}
