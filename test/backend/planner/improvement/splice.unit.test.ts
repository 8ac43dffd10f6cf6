import { describe, expect, it } from 'vitest';
import { Splice } from '../../../../backend/planner/improvement/splice.ts';
import type { Tours } from '../../../../backend/planner/improvement/tours.ts';
import { listCarried, servedTown } from './servedTown.ts';
import type { TownOptions } from './town.ts';

function served(seed: number, options: TownOptions = { requests: 40, vehicles: 8 }) {
  const { tours, timing, neighbours, random } = servedTown(seed, options);
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

/** The second vehicle of each pair has a place less, is a little dearer, and comes from another depot. */
const unlike = (v: number) =>
  v % 2 === 0 ? {} : { configurations: [[3]], costPerKilometre: 1_100, startLocation: 3, endLocation: 3 };

describe('Splice, of two vehicles', () => {
  it('one that was made: everybody in one tour as before, each drivable, dearer by less than allowed', () => {
    let made = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const { tours, timing, splice } = served(seed, { requests: 30, vehicles: 16, unlike });
      const carried = listCarried(tours);
      for (let turn = 0; turn < 100; turn++) {
        const before = tours.cost;
        if (!splice.exchangeVehicles(3_000)) {
          expect([tours.cost, tours.touchedCount]).toEqual([before, 0]);
          continue;
        }
        made++;
        expect(tours.cost).toBeLessThan(before + 3_000);
        tours.keep();
        expect(listCarried(tours)).toEqual(carried);
        for (const route of tours.routes) expect(timing.refresh(route)).toBe(true);
        expect(tours.routes.every((_, v) => tours.suits(v))).toBe(true);
      }
    }
    expect(made).toBeGreaterThan(50);
  });

  it('two tours that are cheaper with each other’s vehicle: exchanged; where they are not, nothing is', () => {
    const outcomes = { made: 0, none: 0 };
    for (let seed = 1; seed <= 100; seed++) {
      const { tours, splice } = served(seed, { requests: 4, vehicles: 2, unlike });
      const saves = canSaveByVehicles(tours);
      const before = tours.cost;
      let isMade = false;
      for (let turn = 0; turn < 50 && !isMade; turn++) isMade = splice.exchangeVehicles(-1e-6);
      expect(isMade).toBe(saves);
      if (isMade) expect(tours.cost).toBeLessThan(before);
      outcomes[isMade ? 'made' : 'none']++;
    }
    expect(Math.min(outcomes.made, outcomes.none)).toBeGreaterThan(3);
  });

  it('vehicles that cost alike, or somebody aboard: left as they are', () => {
    const alike = served(1);
    for (let turn = 0; turn < 100; turn++) expect(alike.splice.exchangeVehicles(1e6)).toBe(false);
    const locked = served(1, { requests: 40, vehicles: 12, unlike });
    locked.tours.compiled.isLocked.fill(1);
    for (let turn = 0; turn < 100; turn++) expect(locked.splice.exchangeVehicles(1e6)).toBe(false);
  });
});

/** Does giving each of the two tours to the other vehicle save something? */
function canSaveByVehicles(tours: Tours): boolean {
  const [a, b] = tours.routes.map(({ node, size }) => [...node.subarray(1, size + 1)]);
  const before = tours.cost;
  const isDriven = tours.lay(0, b!, 0, b!.length) && tours.lay(1, a!, 0, a!.length);
  const saves = isDriven && tours.suits(0) && tours.suits(1) && tours.cost < before - 1e-6;
  tours.drop();
  return saves;
}

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
