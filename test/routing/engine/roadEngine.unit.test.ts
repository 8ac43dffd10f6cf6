import { describe, expect, it } from 'vitest';
import { createRoadEngine, type LonLat, loadRegionRoads } from '../../../routing/index.ts';
import { type TownNodes, type TownRoad, townPoint, writeTown } from '../drawTown.ts';
import { flatProfile } from '../flatProfile.ts';

const at = (east: number, north: number): LonLat => {
  const point = townPoint(east, north);
  return [point.lon, point.lat];
};

function engineOf(nodes: TownNodes, roads: TownRoad[]) {
  return createRoadEngine(loadRegionRoads(writeTown(nodes, roads), { profile: flatProfile }).network);
}

/** A square of 1 km; its west side (d → a) may only be driven south to north … a is the south-west corner. */
const square: TownNodes = { a: [0, 0], b: [1000, 0], c: [1000, 1000], d: [0, 1000] };
const squareRoads: TownRoad[] = [
  { from: 'a', to: 'b' },
  { from: 'b', to: 'c' },
  { from: 'c', to: 'd' },
  { from: 'a', to: 'd', oneway: true, name: '一方通行' },
];

describe('a square with one one-way side', () => {
  const engine = engineOf(square, squareRoads);

  it('with the one-way street: straight up it', () => {
    // 800 m of the west side at 10 m/s
    const table = engine.table([at(0, 100)], [at(0, 900)]);
    expect(table.seconds[0]![0]).toBeCloseTo(80, 0);
    expect(table.metres[0]![0]).toBeCloseTo(800, -1);
  });

  it('against the one-way street: all the way round, from the same road to the same road', () => {
    // 100 m up to d, then 3 sides of 1,000 m, then 100 m up to the goal: 3,200 m
    const table = engine.table([at(0, 900)], [at(0, 100)]);
    expect(table.metres[0]![0]).toBeCloseTo(3200, -1);
    expect(table.seconds[0]![0]).toBeCloseTo(320, 0);
  });

  it('points beside a road: the way begins and ends at the nearest points on it, not at junctions', () => {
    // from 300 m along the south side to 400 m along the east side: 700 + 400 m
    const route = engine.route([at(300, -20), at(1020, 400)]);
    expect(route.metres).toBeCloseTo(1100, -1);
    const [first, corner, last] = route.legs[0]!.line.points;
    expect(first![0]).toBeCloseTo(at(300, 0)[0], 5);
    expect(corner![1]).toBeCloseTo(at(1000, 0)[1], 5);
    expect(last![1]).toBeCloseTo(at(1000, 400)[1], 5);
  });

  it('many to many: each cell is what a route between the two would take', () => {
    const points = [at(100, 0), at(1000, 300), at(600, 1000), at(0, 500)];
    const table = engine.table(points, points);
    for (const [i, from] of points.entries()) {
      for (const [j, to] of points.entries()) {
        const route = engine.route([from, to]);
        expect(table.metres[i]![j]).toBeCloseTo(route.metres, 3);
        expect(table.seconds[i]![j]).toBeCloseTo(route.seconds, 3);
      }
    }
  });

  it('through a third point: legs add up and the line has no gap', () => {
    const route = engine.route([at(100, 0), at(1000, 500), at(500, 1000)]);
    expect(route.legs).toHaveLength(2);
    expect(route.metres).toBeCloseTo(route.legs[0]!.metres + route.legs[1]!.metres, 6);
    expect(route.legs[0]!.line.points.at(-1)).toEqual(route.legs[1]!.line.points[0]);
  });

  it('through a third point and on in the same direction: round the block instead of turning back', () => {
    // onward anyway: 200 m to the second place, 200 + 500 m to the third
    const places = [at(600, 0), at(800, 0), at(1000, 500)];
    expect(engine.route(places, { continueStraight: true }).metres).toBeCloseTo(200 + 200 + 500, -1);
    // down the east side and up again: 100 + 200 m where one may turn back, else on round the block
    const back = [at(1000, 200), at(1000, 100), at(1000, 300)];
    expect(engine.route(back).metres).toBeCloseTo(100 + 200, -1);
    expect(engine.route(back, { continueStraight: true }).metres).toBeGreaterThan(300);
  });

  it('a point 50 km away: no segment, and the position of the point is named', () => {
    expect(() => engine.table([at(0, 0)], [at(0, 50_000)])).toThrowError(/coordinate 1/);
  });

  it('nearest with a count: distinct road segments, nearest first, with the name', () => {
    const found = engine.nearest(at(-10, 400), 2);
    expect(found.map((waypoint) => waypoint.name)).toEqual(['一方通行', '']);
    expect(found[0]!.distanceMetres).toBeCloseTo(10, 0);
    expect(found[0]!.distanceMetres).toBeLessThan(found[1]!.distanceMetres);
  });
});

describe('a one-way street that ends', () => {
  const engine = engineOf({ a: [0, 0], b: [1000, 0], c: [2000, 0] }, [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c', oneway: true },
  ]);

  it('nobody comes back from its end: an empty cell, and a route is refused', () => {
    const table = engine.table([at(1500, 0)], [at(500, 0)]);
    expect(table.seconds).toEqual([[null]]);
    expect(() => engine.route([at(1500, 0), at(500, 0)])).toThrowError(/Impossible route/);
  });
});
