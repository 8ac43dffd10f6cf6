import { describe, expect, it } from 'vitest';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { InsertionSearch } from '../../../../backend/planner/improvement/insertionSearch.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { TourPool } from '../../../../backend/planner/improvement/tourPool.ts';
import { TourPricing } from '../../../../backend/planner/improvement/tourPricing.ts';
import { routeOf } from './routeOf.ts';
import { createTown } from './town.ts';

const TOWNS = 20;
const REQUESTS = 4;

describe('TourPricing.search', () => {
  it('from a tour of each rider alone, at any prices: the tour that gains most of all there are', () => {
    let gained = 0;
    let missed = 0;
    for (let seed = 1; seed <= TOWNS; seed++) {
      const town = openTown(seed);
      for (let round = 0; round < 6; round++) town.pricing.search(town.pool, town.prices, 60, 0);
      const most = gainOfBest(town);
      const { count, costs, starts, members } = town.pool.columns();
      const gains = Array.from({ length: count }, (_, c) => {
        const riders = [...members.subarray(starts[c]!, starts[c + 1]!)];
        return riders.reduce((sum, r) => sum + town.prices[r]!, -costs[c]!);
      });
      const found = Math.max(...gains);
      expect(found).toBeLessThanOrEqual(most + 1e-6);
      if (found < most - 1e-6) missed++;
      if (most > Math.max(...gains.slice(0, REQUESTS)) + 1e-6) gained++;
    }
    expect(gained).toBeGreaterThan(TOWNS / 2);
    expect(missed).toBe(0);
  });

  it('every tour put into the pool: drivable at its cost, each rider picked up once and set down after', () => {
    for (let seed = 1; seed <= TOWNS; seed++) {
      const town = openTown(seed);
      town.pricing.search(town.pool, town.prices, 100, 500);
      for (let c = 0; c < town.pool.size; c++) {
        const nodes = [...town.pool.nodesOf(c)];
        expect(costOf(town, nodes)).toBeCloseTo(town.pool.columnOf(c).cost, 6);
        const pickups = nodes.filter((node) => node % 2 === 0);
        expect(new Set(nodes).size).toBe(pickups.length * 2);
        for (const node of pickups) expect(nodes.indexOf(node + 1)).toBeGreaterThan(nodes.indexOf(node));
      }
    }
  });

  it('prices of nothing: no tour gains, and none is found', () => {
    const town = openTown(1);
    town.prices.fill(0);
    expect(town.pricing.search(town.pool, town.prices, 200, 0)).toBe(0);
  });
});

type Town = ReturnType<typeof openTown>;

/** A town with a tour of each rider alone in the pool, and prices of half to one and a half times what such a tour costs. */
function openTown(seed: number) {
  const compiled = compile(createTown(seed, { requests: REQUESTS, vehicles: 2 }));
  const timing = new Timing(compiled);
  const random = new SeededRandom(seed);
  const pool = new TourPool(compiled);
  const pricing = new TourPricing(compiled, timing, new InsertionSearch(compiled), random);
  const prices = new Float64Array(REQUESTS + compiled.types.length);
  const town = { compiled, timing, pool, pricing, prices };
  for (let r = 0; r < REQUESTS; r++) {
    const alone = routeOf(compiled, [2 * r, 2 * r + 1]);
    if (!timing.refresh(alone)) continue;
    pool.offer(alone, alone.cost);
    prices[r] = alone.cost * (0.5 + random.fraction());
  }
  return town;
}

/** What a vehicle pays for these visits in this order, `Infinity` where it cannot drive or seat them so. */
function costOf({ compiled, timing }: Town, nodes: readonly number[]): number {
  const route = routeOf(compiled, nodes);
  if (!timing.refresh(route)) return Number.POSITIVE_INFINITY;
  const { fits } = compiled.types[0]!;
  return route.load.subarray(0, nodes.length + 1).every((load) => fits[load] === 1)
    ? route.cost
    : Number.POSITIVE_INFINITY;
}

/** The most that any tour in any order is worth beyond its cost, by trying them all: 4 riders, 8!/2^4 = 2,520 orders. */
function gainOfBest(town: Town): number {
  let most = Number.NEGATIVE_INFINITY;
  const extend = (
    nodes: readonly number[],
    aboard: readonly number[],
    left: readonly number[],
    worth: number,
  ) => {
    if (nodes.length > 0 && aboard.length === 0) most = Math.max(most, worth - costOf(town, nodes));
    for (const r of left) {
      const others = left.filter((other) => other !== r);
      extend([...nodes, 2 * r], [...aboard, r], others, worth + town.prices[r]!);
    }
    for (const r of aboard) {
      const others = aboard.filter((other) => other !== r);
      extend([...nodes, 2 * r + 1], others, left, worth);
    }
  };
  extend([], [], [0, 1, 2, 3], 0);
  return most;
}
