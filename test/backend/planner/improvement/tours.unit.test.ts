import { describe, expect, it } from 'vitest';
import { type Compiled, compile } from '../../../../backend/planner/improvement/compile.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { Tours } from '../../../../backend/planner/improvement/tours.ts';
import { routeOf } from './routeOf.ts';
import { figuresOf, inWholeNumbers } from './tourFigures.ts';
import { createTown } from './town.ts';

const VEHICLES = 3;

/** Puts a request in somewhere, takes up to three out of a tour, or lays a tour in which two visits have changed places. */
function change(tours: Tours, random: SeededRandom): 'done' | 'refused' {
  const vehicle = random.below(VEHICLES);
  const { node, size } = tours.routes[vehicle]!;
  const nodes = [...node.subarray(1, size + 1)];
  const request = random.below(tours.compiled.requestCount);
  if (tours.vehicleOf[request]! < 0) {
    const pickupAfter = random.below(size + 1);
    const dropoffAfter = Math.min(size, pickupAfter + random.below(4));
    return tours.putIn(vehicle, request, pickupAfter, dropoffAfter) ? 'done' : 'refused';
  }
  if (size > 2 && random.below(3) === 0) {
    const at = random.below(size - 1);
    [nodes[at], nodes[at + 1]] = [nodes[at + 1]!, nodes[at]!];
    return nodes[at]! >> 1 !== nodes[at + 1]! >> 1 && tours.lay(vehicle, nodes, 0, size) ? 'done' : 'refused';
  }
  const marked = new Uint8Array(tours.compiled.requestCount);
  for (let k = random.below(3); k >= 0; k--) if (size > 0) marked[nodes[random.below(size)]! >> 1] = 1;
  if (!tours.takeOut(vehicle, marked)) return 'refused';
  for (const visit of nodes) if (marked[visit >> 1] === 1) tours.vehicleOf[visit >> 1] = -1;
  return 'done';
}

/** The tours of a plan worked out from nothing. */
function anew(tours: Tours, compiled: Compiled) {
  const timing = new Timing(compiled);
  return tours.routes.map(({ vehicle, node, size }) => {
    const route = routeOf(compiled, [...node.subarray(1, size + 1)], vehicle);
    expect(timing.refresh(route)).toBe(true);
    return figuresOf(route);
  });
}

describe('Tours', () => {
  it('changed again and again, now and then dropped: figures as if worked out from nothing, dropped changes leave none', () => {
    const counts = { done: 0, refused: 0 };
    for (let seed = 1; seed <= 40; seed++) {
      const random = new SeededRandom(seed);
      const town = createTown(seed, { requests: 24, vehicles: VEHICLES, places: 8 });
      const compiled = compile(inWholeNumbers(town));
      const tours = new Tours(compiled, new Timing(compiled));
      tours.clearAbsent();
      tours.keep();
      for (let round = 0; round < 40; round++) {
        const before = tours.routes.map((route) => figuresOf(route));
        const cost = tours.cost;
        for (let c = 0; c < 3; c++) counts[change(tours, random)]++;
        expect(tours.routes.map((route) => figuresOf(route))).toEqual(anew(tours, compiled));
        if (!tours.isBroken && random.below(3) > 0) {
          tours.keep();
          continue;
        }
        tours.drop();
        expect(tours.routes.map((route) => figuresOf(route))).toEqual(before);
        expect(tours.cost).toBe(cost);
      }
      expect(tours.cost).toBeCloseTo(
        tours.routes.reduce((sum, route) => sum + route.cost, 0),
        6,
      );
    }
    expect(Math.min(counts.done, counts.refused)).toBeGreaterThan(500);
  });
});
