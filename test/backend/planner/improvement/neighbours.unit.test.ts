import { describe, expect, it } from 'vitest';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { findNeighbours } from '../../../../backend/planner/improvement/neighbours.ts';
import type { PlanProblem } from '../../../../backend/planner/index.ts';
import { createTown } from './town.ts';

/** Places on a straight road, `[k]` = metres from its beginning, driven at 10 m/s, and rides `[from, to, wish]` between them. */
function createRoad(
  at: readonly number[],
  rides: readonly (readonly [number, number, number])[],
): PlanProblem {
  const town = createTown(1, { requests: rides.length, vehicles: 1, places: at.length });
  const cells = at.flatMap((from) => at.map((to) => Math.abs(to - from)));
  return {
    ...town,
    travel: {
      stride: at.length,
      size: at.length,
      layers: [
        {
          fromSecond: 0,
          seconds: Float64Array.from(cells, (metres) => metres / 10),
          metres: Float64Array.from(cells),
        },
      ],
    },
    requests: town.requests.map((request, r) => ({
      ...request,
      pickupLocation: rides[r]![0],
      dropoffLocation: rides[r]![1],
      pickupWindow: { earliest: rides[r]![2], latest: rides[r]![2] + 600 },
      dropoffWindow: { earliest: rides[r]![2], latest: rides[r]![2] + 3_600 },
      maxRideSeconds: 3_000,
    })),
  };
}

describe('findNeighbours', () => {
  it('a long ride that passes by is nearer than a ride whose two ends are less far away', () => {
    // Ride 0 from 10 to 12 km. Ride 1 from 0 to 20 km drives past: nothing longer. Ride 2 from 9 to 9.5 km at the same
    // time: both ends near, yet 10 → 12 km comes on top.
    const road = createRoad(
      [0, 10_000, 12_000, 20_000, 9_000, 9_500],
      [
        [1, 2, 1_000],
        [0, 3, 500],
        [4, 5, 1_000],
      ],
    );
    const { list, count } = findNeighbours(compile(road), 2);
    expect(count).toBe(2);
    expect([...list.subarray(0, 2)]).toEqual([1, 2]);
  });

  it('a ride that passes by hours later is farther than one that can be shared with a detour', () => {
    // Ride 1 passes by five hours later; ride 2 at the same time makes a detour of 2 × 1 km.
    const road = createRoad(
      [0, 10_000, 12_000, 20_000, 11_000, 13_000],
      [
        [1, 2, 1_000],
        [0, 3, 19_000],
        [4, 5, 1_000],
      ],
    );
    const { list } = findNeighbours(compile(road), 2);
    expect([...list.subarray(0, 2)]).toEqual([2, 1]);
  });

  it('one-way roads: near is who drives past in the direction of the ride', () => {
    // A ring of 40 km, driven one way round. Ride 1 from 0 to 20 km drives past ride 0, 10 to 12 km. Ride 2 drives from 20
    // to 0 km, the other half of the ring: taking ride 0 along is a whole round more.
    const at = [0, 10_000, 12_000, 20_000];
    const road = createRoad(at, [
      [1, 2, 1_000],
      [3, 0, 1_000],
      [0, 3, 500],
    ]);
    const around = Float64Array.from(
      at.flatMap((from) => at.map((to) => (to - from + 40_000) % 40_000)),
      (metres) => metres / 10,
    );
    const layers = road.travel.layers.map((layer) => ({ ...layer, seconds: around }));
    const { list } = findNeighbours(compile({ ...road, travel: { ...road.travel, layers } }), 2);
    expect([...list.subarray(0, 2)]).toEqual([2, 1]);
  });

  it('rides of which neither can come after the other nor be shared: still listed, nobody twice and never oneself', () => {
    const town = createTown(7, { requests: 30, vehicles: 2 });
    const { list, count } = findNeighbours(compile(town), 100);
    expect(count).toBe(29);
    for (let r = 0; r < 30; r++) {
      const listed = [...list.subarray(r * count, (r + 1) * count)];
      expect([...listed, r].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, k) => k));
    }
  });
});
