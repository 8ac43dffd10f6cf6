import { describe, expect, it } from 'vitest';
import type { Tours } from '../../../../backend/planner/improvement/tours.ts';
import { servedTown } from './servedTown.ts';

const COSTS = [
  { costs: 'kilometres', vehicle: { costPerKilometre: 1, costPerHour: 0 } },
  { costs: 'hours and kilometres', vehicle: { costPerKilometre: 1, costPerHour: 30 } },
  { costs: 'riding longer, too,', vehicle: { costPerKilometre: 1, costPerHour: 30 }, excessRideHour: 12 },
];

describe('InsertionSearch', () => {
  it.each(COSTS)(
    'any request into any tour without it, $costs paid: likely no dearer than what can be driven, and none only where there is none',
    (costs) => {
      let refused = 0;
      for (const { search, route, request } of everyInsertion({ requests: 12, places: 9 }, costs)) {
        const best = search.find(route, request, Number.POSITIVE_INFINITY);
        const likely = search.findLikely(route, request, Number.POSITIVE_INFINITY);
        expect(likely).toBeLessThanOrEqual(best + 1e-9);
        if (likely < best - 1e-9) refused++;
        if (costs.vehicle.costPerHour > 0) expect(likely).toBe(best);
      }
      if (costs.vehicle.costPerHour === 0) expect(refused).toBeGreaterThan(10);
    },
  );

  it.each(COSTS)(
    'any request into any tour without it, $costs paid: as cheap as the best of all pairs of places, and none below that',
    (costs) => {
      let joins = 0;
      // Few places: riders often join a stop, before or after which another is put in.
      for (const { tours, search, route, request } of everyInsertion({ requests: 9, places: 7 }, costs)) {
        const best = cheapestOfAll(tours, route.vehicle, request);
        const found = search.find(route, request, Number.POSITIVE_INFINITY);
        if (best === Number.POSITIVE_INFINITY) expect(found).toBe(best);
        else {
          expect(found).toBeCloseTo(best, 6);
          expect(search.find(route, request, best + 1e-6)).toBeCloseTo(best, 6);
          expect(search.find(route, request, best - 1e-6)).toBe(Number.POSITIVE_INFINITY);
        }
        if (best < Number.POSITIVE_INFINITY && route.dwell.includes(20)) joins++;
      }
      expect(joins).toBeGreaterThan(100);
    },
  );
});

/** Each request of sixty towns taken out of its tour, with each of the tours it may be put into. */
function* everyInsertion(
  size: { readonly requests: number; readonly places: number },
  { vehicle, excessRideHour }: (typeof COSTS)[number],
) {
  for (let seed = 1; seed <= 60; seed++) {
    const { tours, search } = servedTown(seed, { ...size, vehicles: 2, vehicle }, excessRideHour);
    for (let request = 0; request < tours.compiled.requestCount; request++) {
      if (tours.vehicleOf[request]! < 0 || !takeOut(tours, request)) continue;
      for (const route of tours.routes) yield { tours, search, route, request };
    }
  }
}

function orderOf(tours: Tours, vehicle: number): number[] {
  const { node, size } = tours.routes[vehicle]!;
  return [...node.subarray(1, size + 1)];
}

/** @returns false, everything as it was, where others joined its stop and are too late without it */
function takeOut(tours: Tours, request: number): boolean {
  const vehicle = tours.vehicleOf[request]!;
  const rest = orderOf(tours, vehicle).filter((visit) => visit >> 1 !== request);
  const isDrivable = tours.lay(vehicle, rest, 0, rest.length);
  if (isDrivable) tours.keep();
  else tours.drop();
  return isDrivable;
}

/** Added cost of the cheapest pair of places that can be driven, each laid and timed in full; `Infinity` for none. */
function cheapestOfAll(tours: Tours, vehicle: number, request: number): number {
  const order = orderOf(tours, vehicle);
  const before = tours.cost;
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= order.length; i++) {
    for (let j = i; j <= order.length; j++) {
      const pickup = request * 2;
      const longer = [...order.slice(0, i), pickup, ...order.slice(i, j), pickup + 1, ...order.slice(j)];
      tours.lay(vehicle, longer, 0, longer.length);
      if (!tours.isBroken && tours.suits(vehicle)) best = Math.min(best, tours.cost - before);
      tours.drop();
    }
  }
  return best;
}
