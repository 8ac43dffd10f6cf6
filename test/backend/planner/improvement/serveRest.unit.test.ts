import { describe, expect, it } from 'vitest';
import { Annealing } from '../../../../backend/planner/improvement/anneal.ts';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { cutFleet, judgePart } from '../../../../backend/planner/improvement/fleetPart.ts';
import { serveRest } from '../../../../backend/planner/improvement/serveRest.ts';
import type { TourJudge } from '../../../../backend/planner/improvement/tourJudge.ts';
import { createTown } from './town.ts';

/** A search of a town whose vehicles 0 and 1 have tours while everybody else waits. */
function openHalfPlan(seed: number, requests = 16): Annealing {
  const search = new Annealing(compile(createTown(seed, { requests, vehicles: 4 })), seed);
  search.start();
  for (let step = 0; step < 200; step++) search.step(step / 200, 200);
  search.restart();
  search.tours.beLenient(Number.POSITIVE_INFINITY);
  const { tours } = search;
  for (const vehicle of [2, 3]) {
    const { node, size } = tours.routes[vehicle]!;
    const riders = new Set([...node.subarray(1, size + 1)].map((visit) => visit >> 1));
    tours.lay(vehicle, [], 0, 0);
    for (const rider of riders) tours.leaveOut(rider);
  }
  tours.keep();
  return search;
}

function ordersOf({ tours }: Annealing): number[][] {
  return tours.routes.map(({ node, size }) => [...node.subarray(1, size + 1)]);
}

function waitingIn({ tours }: Annealing): number[] {
  return [...tours.absent.subarray(0, tours.absentCount)].sort((a, b) => a - b);
}

describe('serveRest', () => {
  it('half of the tours laid: the others are as they were, everybody once or left out, the cost that of the tours', () => {
    let better = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const search = openHalfPlan(seed);
      const before = ordersOf(search);
      const { cost } = search.tours;
      serveRest(search, 40);
      const after = ordersOf(search);
      // Where a vehicle had no tour it is idle, too.
      for (const vehicle of [0, 1]) {
        if (before[vehicle]!.length > 0) expect(after[vehicle]).toEqual(before[vehicle]);
      }
      const left = waitingIn(search).flatMap((r) => [r * 2, r * 2 + 1]);
      const numbers = [...after.flat(), ...left].sort((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 32 }, (_, k) => k));
      if (search.tours.cost < cost) better++;
      const driven = search.tours.routes.reduce((sum, route) => sum + route.cost, 0);
      expect(search.tours.cost).toBeCloseTo(driven + waitingIn(search).length * 1e9, 3);
    }
    expect(better).toBeGreaterThan(9);
  });

  it('the same seed: the same tours', () => {
    const [once, again] = [openHalfPlan(5), openHalfPlan(5)];
    serveRest(once, 40);
    serveRest(again, 40);
    expect(ordersOf(again)).toEqual(ordersOf(once));
  });

  it('too few steps, or nobody who waits: nothing changes', () => {
    const search = openHalfPlan(3);
    const before = ordersOf(search);
    serveRest(search, 5);
    expect(ordersOf(search)).toEqual(before);
    search.restart();
    const whole = ordersOf(search);
    serveRest(search, 40);
    expect(ordersOf(search)).toEqual(whole);
  });

  it('tours met on the way: the pool of the whole knows them under the numbers of the whole', () => {
    let met = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const search = openHalfPlan(seed);
      const waiting = new Set(waitingIn(search));
      const before = search.pool.size;
      serveRest(search, 40);
      met += search.pool.size - before;
      for (let c = before; c < search.pool.size; c++) {
        expect([...search.pool.nodesOf(c)].every((node) => waiting.has(node >> 1))).toBe(true);
      }
    }
    expect(met).toBeGreaterThan(0);
  });
});

describe('cutFleet', () => {
  it('requests 4 and 1 and vehicle 2 of five and three: their windows, limits and pairs under new numbers', () => {
    const whole = compile(
      createTown(2, {
        requests: 5,
        vehicles: 3,
        request: (_, r) => ({
          maxRideSeconds: 400 + r,
          ...(r === 4 && { apartFrom: ['r1', 'r0'] }),
        }),
      }),
    );
    const { compiled, requestOf, vehicleOf } = cutFleet(whole, [2], [4, 1]);
    expect([compiled.requestCount, compiled.vehicleCount, requestOf, vehicleOf]).toEqual([2, 1, [4, 1], [2]]);
    // Nodes 8 and 9 of request 4, then 2 and 3 of request 1.
    expect([...compiled.location]).toEqual([8, 9, 2, 3].map((node) => whole.location[node]));
    expect([...compiled.latest]).toEqual([8, 9, 2, 3].map((node) => whole.latest[node]));
    expect([...compiled.maxRide]).toEqual([404, 401]);
    // 4 is apart from 1 and 0; 0 is not in the part.
    expect(compiled.apart).toEqual([[1], [0]]);
    expect([...compiled.types[compiled.typeOf[0]!]!.suits]).toEqual([1, 1]);
  });

  it('a judge of the whole is asked with the numbers of the whole', () => {
    const asked: unknown[] = [];
    const judge: TourJudge = {
      cost: (vehicle, nodes, size) => asked.push([vehicle, ...nodes.subarray(1, size + 1)]),
      costWith: (vehicle, nodes, size, request, i, j, most) =>
        asked.push([vehicle, ...nodes.subarray(1, size + 1), 'with', request, i, j, most]),
    };
    const whole = compile(createTown(2, { requests: 5, vehicles: 3 }));
    const ofPart = judgePart(judge, cutFleet(whole, [2], [4, 1]));
    // Before the first visit stands the depot.
    ofPart.cost(0, Int32Array.of(-1, 2, 3), 2);
    ofPart.costWith(0, Int32Array.of(-1, 0, 1), 2, 1, 0, 2, 90);
    expect(asked).toEqual([
      [2, 2, 3],
      [2, 8, 9, 'with', 1, 0, 2, 90],
    ]);
  });
});
