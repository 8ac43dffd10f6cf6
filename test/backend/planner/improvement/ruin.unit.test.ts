import { describe, expect, it } from 'vitest';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { InsertionSearch } from '../../../../backend/planner/improvement/insertionSearch.ts';
import { findNeighbours } from '../../../../backend/planner/improvement/neighbours.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { Recreate } from '../../../../backend/planner/improvement/recreate.ts';
import { Ruin } from '../../../../backend/planner/improvement/ruin.ts';
import { CorridorRuin } from '../../../../backend/planner/improvement/ruinCorridor.ts';
import { ruinMoment } from '../../../../backend/planner/improvement/ruinMoment.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { Tours } from '../../../../backend/planner/improvement/tours.ts';
import { createTown } from './town.ts';

/** A town whose requests are all served as far as there is room. */
function served(seed: number) {
  const compiled = compile(createTown(seed, { requests: 30, vehicles: 6 }));
  const timing = new Timing(compiled);
  const tours = new Tours(compiled, timing);
  const random = new SeededRandom(seed);
  const neighbours = findNeighbours(compiled, 100);
  const everybody = tours.absent.slice(0, tours.absentCount);
  tours.clearAbsent();
  new Recreate(tours, new InsertionSearch(compiled), neighbours, random).greedily(
    everybody,
    everybody.length,
    0,
    false,
  );
  tours.keep();
  return { compiled, tours, random, neighbours, ruin: new Ruin(tours, neighbours, random) };
}

describe('CorridorRuin', () => {
  it('along the way of a request: the others by how much its way grows over their places and waits for them', () => {
    const { compiled, random } = served(1);
    const { location, seconds, stride, earliest, latest } = compiled;
    const leg = (a: number, b: number) => seconds[location[a]! * stride + location[b]!]!;
    const detour = (r: number, s: number) =>
      leg(2 * r, 2 * s) +
      leg(2 * s, 2 * s + 1) +
      leg(2 * s + 1, 2 * r + 1) -
      leg(2 * r, 2 * r + 1) +
      Math.max(0, earliest[2 * s]! - latest[2 * r + 1]!) +
      Math.max(0, earliest[2 * r]! - latest[2 * s + 1]!);
    const corridors = new CorridorRuin(compiled, random);
    for (let r = 0; r < compiled.requestCount; r++) {
      const others = Array.from({ length: compiled.requestCount }, (_, s) => s).filter((s) => s !== r);
      const expected = others.sort((a, b) => detour(r, a) - detour(r, b) || a - b);
      expect([...corridors.along(r)]).toEqual(expected);
    }
  });

  it('requests chosen: a request served and others along its way, no more than wanted', () => {
    const { compiled, random, ruin } = served(2);
    const corridors = new CorridorRuin(compiled, random);
    for (let turn = 0; turn < 50; turn++) {
      ruin.clear();
      corridors.choose(ruin, 8);
      expect(ruin.count).toBeLessThanOrEqual(8);
      const chosen = [...ruin.chosen.subarray(0, ruin.count)];
      expect(new Set(chosen).size).toBe(ruin.count);
      const centres = chosen.filter((r) => chosen.every((s) => s === r || corridors.along(r).includes(s)));
      expect(centres.length).toBeGreaterThan(0);
    }
  });
});

describe('ruinMoment', () => {
  it('requests chosen: of each tour those driven nearest to the moment one of them gets in, no more than wanted', () => {
    const { tours, random, neighbours, ruin } = served(3);
    let several = 0;
    for (let turn = 0; turn < 100; turn++) {
      ruin.clear();
      ruinMoment(tours, neighbours, random, ruin, 10);
      expect(ruin.count).toBeGreaterThan(0);
      expect(ruin.count).toBeLessThanOrEqual(10);
      const chosen = [...ruin.chosen.subarray(0, ruin.count)];
      const vehicles = [...new Set(chosen.map((r) => tours.vehicleOf[r]!))];
      if (vehicles.length > 1) several++;
      const isMoment = (r: number) => vehicles.every((vehicle) => areNearest(vehicle, getsIn(r)));
      expect(chosen.some(isMoment)).toBe(true);
    }
    expect(several).toBeGreaterThan(50);

    function getsIn(r: number): number {
      const { node, earliest } = tours.routes[tours.vehicleOf[r]!]!;
      return earliest[node.indexOf(r * 2)]!;
    }

    /** Are those chosen of a tour the ones with a visit nearest to the moment? */
    function areNearest(vehicle: number, moment: number): boolean {
      const { node, earliest, size } = tours.routes[vehicle]!;
      const apart = new Map<number, number>();
      for (let k = 1; k <= size; k++) {
        const r = node[k]! >> 1;
        apart.set(r, Math.min(apart.get(r) ?? Number.POSITIVE_INFINITY, Math.abs(earliest[k]! - moment)));
      }
      const isIn = ([r]: [number, number]) => ruin.marked[r] === 1;
      const far = Math.max(...[...apart].filter(isIn).map(([, seconds]) => seconds));
      const near = Math.min(...[...apart].filter((entry) => !isIn(entry)).map(([, seconds]) => seconds));
      return far <= near + 1e-6;
    }
  });
});
