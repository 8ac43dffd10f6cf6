import { describe, expect, it } from 'vitest';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { orderByNearness, withPlacesOf } from '../../../../backend/planner/improvement/placesOf.ts';
import type { PlanProblem } from '../../../../backend/planner/model/problem.ts';
import { UNREACHABLE } from '../../../../backend/planner/model/travelTimes.ts';
import { createTown } from './town.ts';

/** Places on a line at these seconds, rows longer than they need be. */
function onLine(at: readonly number[]) {
  const stride = at.length + 3;
  const seconds = new Int32Array(stride * stride).fill(UNREACHABLE);
  at.forEach((a, from) => {
    at.forEach((b, to) => {
      seconds[from * stride + to] = Math.abs(a - b);
    });
  });
  return { stride, size: at.length, layers: [{ fromSecond: 0, seconds, metres: seconds }] };
}

describe('places of a search', () => {
  it('near ones stand together, whatever they were numbered by', () => {
    // Four hamlets of four places each, 10 s apart within; their places take turns.
    const at = Array.from(
      { length: 16 },
      (_, k) => [0, 9_000, 1_000, 8_000][k % 4]! + Math.floor(k / 4) * 10,
    );
    const order = orderByNearness(
      at.map((_, k) => k),
      onLine(at),
    );
    expect([...order].sort((a, b) => a - b)).toEqual(at.map((_, k) => k));
    const hamlets = [0, 4, 8, 12].map((from) => new Set(order.slice(from, from + 4).map((k) => k % 4)).size);
    expect(hamlets).toEqual([1, 1, 1, 1]);
  });

  it('who cannot be reached from each other: every place once', () => {
    const travel = onLine([0, 10, 20, 30, 40]);
    const seconds = Float64Array.from(travel.layers[0]!.seconds, (cell, k) =>
      k % 3 === 0 ? Infinity : cell,
    );
    const order = orderByNearness([0, 1, 2, 3, 4], {
      ...travel,
      layers: [{ fromSecond: 0, seconds, metres: seconds }],
    });
    expect(order.sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([1, 2, 3])(
    'town %i: every way of riders and vehicles is as long as it was; no other place is left',
    (seed) => {
      const town = createTown(seed, {
        requests: 4,
        vehicles: 3,
        places: 30,
        unlike: (v) => (v === 1 ? { startLocation: 29 } : {}),
      });
      const { endLocation: _, ...open } = town.vehicles[2]!;
      const problem: PlanProblem = { ...town, vehicles: [town.vehicles[0]!, town.vehicles[1]!, open] };
      const near = withPlacesOf(problem, problem.requests, problem.vehicles);
      expect(ways(near)).toEqual(ways(problem));
      expect(near.travel.size).toBe(new Set(stopsOf(problem)).size);
      expect(near.vehicles[2]).not.toHaveProperty('endLocation');
    },
  );
});

/** All places of requests and vehicles, in their order. */
function stopsOf({ requests, vehicles }: PlanProblem): number[] {
  const ofVehicles = vehicles.flatMap(({ startLocation, endLocation }) => [startLocation, endLocation]);
  const ofRequests = requests.flatMap(({ pickupLocation, dropoffLocation }) => [
    pickupLocation,
    dropoffLocation,
  ]);
  return [...ofRequests, ...ofVehicles].filter((place) => place !== undefined);
}

function ways(problem: PlanProblem): number[][] {
  const { stride, layers } = problem.travel;
  const stops = stopsOf(problem);
  return stops.flatMap((from) =>
    stops.map((to) => [layers[0]!.seconds[from * stride + to]!, layers[0]!.metres[from * stride + to]!]),
  );
}

describe('travel times as a search holds them', () => {
  const town = createTown(1, { requests: 2, vehicles: 1 });
  const bytesOf = (cells: Int32Array | Float64Array): number => {
    const layer = { fromSecond: 0, seconds: cells, metres: cells };
    const { seconds } = compile({ ...town, travel: { ...town.travel, layers: [layer] } });
    expect([...seconds]).toEqual([...cells]);
    return seconds.BYTES_PER_ELEMENT;
  };
  const whole = Int32Array.from(town.travel.layers[0]!.seconds);
  const withOne = (value: number): Float64Array => Float64Array.from(whole).fill(value, 3, 4);

  it('in two or four bytes where all of them are whole and small enough, else as they are', () => {
    expect(bytesOf(whole)).toBe(2);
    expect(bytesOf(withOne(65_535))).toBe(2);
    expect(bytesOf(withOne(65_536))).toBe(4);
    expect(bytesOf(withOne(0.5))).toBe(8);
    expect(bytesOf(withOne(-1))).toBe(4);
    expect(bytesOf(withOne(3_000_000_000))).toBe(8);
    expect(bytesOf(withOne(Infinity))).toBe(8);
    expect(bytesOf(whole.slice().fill(UNREACHABLE, 3, 4))).toBe(4);
  });
});
