import { describe, expect, it } from 'vitest';
import { Splice } from '../../../../backend/planner/improvement/splice.ts';
import type { Tours } from '../../../../backend/planner/improvement/tours.ts';
import { listCarried, servedTown } from './servedTown.ts';

function served(seed: number, size = { requests: 40, vehicles: 8 }) {
  const { tours, timing, neighbours, random } = servedTown(seed, size);
  return { tours, timing, splice: new Splice(tours, neighbours, random) };
}

describe('Splice', () => {
  it('an exchange that was made: everybody in one tour as before, both drivable, dearer by less than allowed', () => {
    let made = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const { tours, timing, splice } = served(seed);
      const carried = listCarried(tours);
      for (let turn = 0; turn < 100; turn++) {
        const before = tours.cost;
        if (!splice.exchange(5)) {
          expect(tours.cost).toBe(before);
          continue;
        }
        made++;
        expect(tours.touchedCount).toBe(2);
        expect(tours.cost).toBeLessThan(before + 5);
        tours.keep();
        expect(listCarried(tours)).toEqual(carried);
        for (const route of tours.routes) expect(timing.refresh(route)).toBe(true);
        tours.routes.forEach((_, vehicle) => {
          expect(tours.suits(vehicle)).toBe(true);
        });
      }
    }
    expect(made).toBeGreaterThan(100);
  });

  it('two tours whose rests save when exchanged, drivable: the exchange is found, or one that saves as well', () => {
    let worthwhile = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { tours, splice } = served(seed, { requests: 14, vehicles: 2 });
      if (!canSaveByRests(tours)) continue;
      worthwhile++;
      const before = tours.cost;
      let isFound = false;
      for (let turn = 0; turn < 100 && !isFound; turn++) isFound = splice.exchange(-1e-6);
      expect(isFound).toBe(true);
      expect(tours.cost).toBeLessThan(before);
    }
    expect(worthwhile).toBeGreaterThan(5);
  });
});

/** Does exchanging the rests of the two tours at any two empty moments save something? */
function canSaveByRests(tours: Tours): boolean {
  const [a, b] = tours.routes.map(({ node, size }) => [...node.subarray(1, size + 1)]) as [
    number[],
    number[],
  ];
  const [gapsA, gapsB] = tours.routes.map((route) => [...route.gaps.subarray(0, route.listGaps())]);
  const before = tours.cost;
  for (const i of gapsA!) {
    for (const j of gapsB!) {
      const [first, second] = [
        [...a.slice(0, i), ...b.slice(j)],
        [...b.slice(0, j), ...a.slice(i)],
      ];
      const isDrivable = tours.lay(0, first, 0, first.length) && tours.lay(1, second, 0, second.length);
      const saves = isDrivable && tours.suits(0) && tours.suits(1) && tours.cost < before - 1e-3;
      tours.drop();
      if (saves) return true;
    }
  }
  return false;
}
