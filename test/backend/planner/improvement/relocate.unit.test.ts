import { describe, expect, it } from 'vitest';
import { MUST_SERVE } from '../../../../backend/planner/improvement/compile.ts';
import { Relocate } from '../../../../backend/planner/improvement/relocate.ts';
import type { Tours } from '../../../../backend/planner/improvement/tours.ts';
import { listCarried, servedTown } from './servedTown.ts';
import type { TownOptions } from './town.ts';

function served(seed: number, options: TownOptions, excessRideHour = 0) {
  const { tours, timing, search, neighbours, random } = servedTown(seed, options, excessRideHour);
  return { tours, timing, relocate: new Relocate(tours, search, neighbours, random) };
}

const COSTS = [
  { costs: 'kilometres', vehicle: { costPerKilometre: 1, costPerHour: 0 } },
  { costs: 'hours and kilometres', vehicle: { costPerKilometre: 1, costPerHour: 30 } },
  { costs: 'riding longer as well', vehicle: { costPerKilometre: 1, costPerHour: 30 }, excessRideHour: 20 },
];

describe('Relocate', () => {
  it.each(COSTS)(
    'a move that was made, $costs paid: everybody carried, drivable, dearer by less than allowed',
    ({ vehicle, excessRideHour }) => {
      let made = 0;
      for (let seed = 1; seed <= 10; seed++) {
        const { tours, timing, relocate } = served(
          seed,
          { requests: 40, vehicles: 8, vehicle },
          excessRideHour,
        );
        const carried = listCarried(tours);
        for (let turn = 0; turn < 100; turn++) {
          const before = tours.cost;
          if (!relocate.move(0.5)) {
            expect([tours.cost, tours.touchedCount]).toEqual([before, 0]);
            continue;
          }
          made++;
          expect(tours.cost).toBeLessThan(before + 0.5);
          expect(tours.cost).not.toBe(before);
          tours.keep();
          expect(listCarried(tours)).toEqual(carried);
          for (const route of tours.routes) expect(timing.refresh(route)).toBe(true);
          expect(tours.routes.every((_, v) => tours.suits(v))).toBe(true);
          const driven = tours.routes.reduce((sum, { cost }) => sum + cost, 0);
          expect(driven + tours.absentCount * MUST_SERVE).toBeCloseTo(tours.cost, 5);
        }
      }
      expect(made).toBeGreaterThan(50);
    },
  );

  it.each(COSTS)(
    'a single request that saves elsewhere, $costs paid: moved; where there is none, nothing is',
    ({ vehicle, excessRideHour }) => {
      const outcomes = { moved: 0, none: 0 };
      for (let seed = 1; seed <= 40; seed++) {
        const { tours, relocate } = served(seed, { requests: 8, vehicles: 2, vehicle }, excessRideHour);
        const saves = canSaveByOne(tours);
        const before = tours.cost;
        let isMoved = false;
        for (let turn = 0; turn < 300 && !isMoved; turn++) isMoved = relocate.move(-1e-6);
        expect(isMoved).toBe(saves);
        if (isMoved) expect(tours.cost).toBeLessThan(before);
        outcomes[isMoved ? 'moved' : 'none']++;
      }
      expect(Math.min(outcomes.moved, outcomes.none)).toBeGreaterThan(5);
    },
  );

  it('a rider who is aboard already: stays in the vehicle', () => {
    const { tours, relocate } = served(1, { requests: 20, vehicles: 4 });
    tours.compiled.isLocked.fill(1);
    for (let turn = 0; turn < 100; turn++) expect(relocate.move(1e6)).toBe(false);
  });
});

/** Does any place in any tour that carries somebody else save something for any request? Every one is tried. */
function canSaveByOne(tours: Tours): boolean {
  const before = tours.cost;
  const orders = tours.routes.map(({ node, size }) => [...node.subarray(1, size + 1)]);
  for (let request = 0; request < tours.compiled.requestCount; request++) {
    const from = tours.vehicleOf[request]!;
    if (from < 0) continue;
    const rests = orders.map((order) => order.filter((visit) => visit >> 1 !== request));
    for (const [to, rest] of rests.entries()) {
      for (let i = 0; rest.length > 0 && i <= rest.length; i++) {
        for (let j = i; j <= rest.length; j++) {
          const longer = [
            ...rest.slice(0, i),
            request * 2,
            ...rest.slice(i, j),
            request * 2 + 1,
            ...rest.slice(j),
          ];
          tours.lay(from, rests[from]!, 0, rests[from]!.length);
          tours.lay(to, longer, 0, longer.length);
          const saves = !tours.isBroken && tours.suits(to) && tours.cost < before - 1e-3;
          tours.drop();
          if (saves) return true;
        }
      }
    }
  }
  return false;
}
