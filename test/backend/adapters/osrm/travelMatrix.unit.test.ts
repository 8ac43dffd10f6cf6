import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  RoadTravelMatrix,
  type TravelMatrixOptions,
} from '../../../../backend/adapters/osrm/travelMatrix.ts';
import { distanceMetres } from '../../../../backend/domain/units/coordinates.ts';
import { UNREACHABLE } from '../../../../backend/planner/model/travelTimes.ts';
import type { LocatedPoints, TravelPoint } from '../../../../backend/ports/travel.ts';
import { FakeRoads } from './fakeRoads.ts';

const village: TravelPoint[] = Array.from({ length: 12 }, (_, i) => ({
  id: `stop-${i}`,
  lon: 139.8 + 0.01 * i,
  lat: 37.5 + 0.013 * ((i * 5) % 7),
}));
const door: TravelPoint = { id: 'door:1', lon: 139.85, lat: 37.61 };
const otherDoor: TravelPoint = { id: 'door:2', lon: 139.79, lat: 37.4 };

const opened: RoadTravelMatrix[] = [];
afterEach(() => {
  for (const matrix of opened.splice(0)) matrix.close();
});

async function open(roads: FakeRoads, more: Partial<TravelMatrixOptions> = {}): Promise<RoadTravelMatrix> {
  const layers = [{ fromSecond: 0, roadStateId: 'summer', roads }];
  const matrix = await RoadTravelMatrix.open({ layers, points: village, recheckMs: 3_600_000, ...more });
  opened.push(matrix);
  return matrix;
}

function seconds(located: LocatedPoints, from: number, to: number, layer = 0): number {
  const { times, indices } = located;
  return times.layers[layer]!.seconds[indices[from]! * times.stride + indices[to]!]!;
}

/** Twice the straight line at 10 m/s. */
const driven = (a: TravelPoint, b: TravelPoint) => Math.round((2 * distanceMetres(a, b)) / 10);

describe('a matrix while the roads answer', () => {
  it('boarding points: known from the start, no further question', async () => {
    const roads = new FakeRoads();
    const matrix = await open(roads);
    const asked = roads.tables;
    const located = await matrix.locate([village[3]!, village[7]!]);
    expect(located).toMatchObject({ indices: [3, 7], quality: 'roads', roadStateId: 'summer' });
    expect(seconds(located, 0, 1)).toBe(driven(village[3]!, village[7]!));
    expect(roads.tables).toBe(asked);
  });

  it('a new door: two table questions, and old snapshots stay as they are', async () => {
    const roads = new FakeRoads();
    const matrix = await open(roads);
    const before = await matrix.locate([village[0]!]);
    const asked = roads.tables;
    const located = await matrix.locate([door, village[5]!]);
    expect(roads.tables - asked).toBe(2);
    expect(seconds(located, 0, 1)).toBe(driven(door, village[5]!));
    expect(seconds(located, 1, 0)).toBe(driven(village[5]!, door));
    expect(before.times.size).toBe(12);
    expect(located.times.size).toBe(13);
    expect((await matrix.locate([door])).indices).toEqual([12]);
    expect(roads.tables - asked).toBe(2);
  });

  it('more points than there was room for: the old ones keep number and times', async () => {
    const matrix = await open(new FakeRoads());
    const many = Array.from({ length: 90 }, (_, i) => ({
      id: `door:${i}`,
      lon: 139.7 + i / 1000,
      lat: 37.55,
    }));
    await matrix.locate(many);
    const located = await matrix.locate([village[2]!, many[88]!, village[9]!]);
    expect(located.times.stride).toBeGreaterThanOrEqual(102);
    expect(seconds(located, 0, 1)).toBe(driven(village[2]!, many[88]!));
    expect(seconds(located, 0, 2)).toBe(driven(village[2]!, village[9]!));
  });

  it('the same id at another place: another location', async () => {
    const matrix = await open(new FakeRoads());
    const located = await matrix.locate([door, { ...door, lat: 37.62 }]);
    expect(new Set(located.indices).size).toBe(2);
  });

  it('two questions at once with a point in common: it is added once', async () => {
    const matrix = await open(new FakeRoads());
    const [a, b] = await Promise.all([matrix.locate([door]), matrix.locate([otherDoor, door])]);
    expect(a.indices[0]).toBe(b.indices[1]);
    expect(b.times.size).toBe(14);
  });

  it('a point without a road: known, and nobody gets there; the others are served', async () => {
    const roads = new FakeRoads();
    const matrix = await open(roads);
    roads.northernmost = 38;
    const summit: TravelPoint = { id: 'at:summit', lon: 139.8, lat: 38.5 };
    const located = await matrix.locate([summit, door]);
    expect(seconds(located, 0, 1)).toBe(UNREACHABLE);
    expect(seconds(located, 1, 0)).toBe(UNREACHABLE);
    expect((await matrix.locate([door, village[1]!])).quality).toBe('roads');
    expect(seconds(await matrix.locate([door, village[1]!]), 0, 1)).toBe(driven(door, village[1]!));
  });

  it('coordinates that are no numbers: out of reach, and the roads are not blamed', async () => {
    const matrix = await open(new FakeRoads());
    const nowhere: TravelPoint = { id: 'at:nowhere', lon: Number.NaN, lat: 37.5 };
    const located = await matrix.locate([nowhere, door]);
    expect(seconds(located, 0, 1)).toBe(UNREACHABLE);
    expect(located.quality).toBe('roads');
  });

  it('an engine that refuses the question (it lost its road states): estimates, no point is given up', async () => {
    const roads = new FakeRoads();
    const matrix = await open(roads);
    roads.isRefusing = true;
    expect((await matrix.locate([door])).quality).toBe('estimate');
    roads.isRefusing = false;
    await matrix.recheck();
    const located = await matrix.locate([door, village[3]!]);
    expect(located.quality).toBe('roads');
    expect(seconds(located, 0, 1)).toBe(driven(door, village[3]!));
  });

  it('two layers of a day: each with its own times', async () => {
    const [day, night] = [new FakeRoads(), new FakeRoads()];
    const table = night.table.bind(night);
    night.table = async (from, to) => {
      const { metres, seconds: times } = await table(from, to);
      return { metres, seconds: times.map((row) => row.map((value) => value * 2)) };
    };
    const matrix = await open(day, {
      layers: [
        { fromSecond: 0, roadStateId: 'day', roads: day },
        { fromSecond: 64_800, roadStateId: 'night', roads: night },
      ],
    });
    const located = await matrix.locate([village[0]!, door]);
    expect(located.roadStateId).toBe('day+night');
    expect(seconds(located, 0, 1, 1)).toBeCloseTo(2 * driven(village[0]!, door), -1);
  });
});

describe('a matrix on disk', () => {
  it('second start with the same points: read, not asked for', async () => {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'ainori-matrix-'));
    await open(new FakeRoads(), { cacheFolder, networkId: 'n1' });
    const roads = new FakeRoads();
    const matrix = await open(roads, { cacheFolder, networkId: 'n1' });
    expect(roads.tables).toBe(0);
    const located = await matrix.locate([village[1]!, village[2]!]);
    expect(seconds(located, 0, 1)).toBe(driven(village[1]!, village[2]!));
  });

  it('another network, or a damaged file: computed anew, no half file left behind', async () => {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'ainori-matrix-'));
    await open(new FakeRoads(), { cacheFolder, networkId: 'n1' });
    const other = new FakeRoads();
    await open(other, { cacheFolder, networkId: 'n2' });
    expect(other.tables).toBe(1);
    for (const name of readdirSync(cacheFolder)) writeFileSync(join(cacheFolder, name), 'torn');
    const again = new FakeRoads();
    await open(again, { cacheFolder, networkId: 'n1' });
    expect(again.tables).toBe(1);
    expect(readdirSync(cacheFolder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a matrix while the roads do not answer', () => {
  it('known points: the cached times; a new door: straight line at the measured factor and speed', async () => {
    const roads = new FakeRoads();
    const heard: boolean[] = [];
    const matrix = await open(roads, { onRoads: (areAnswering) => heard.push(areAnswering) });
    roads.areThere = false;
    const estimated = await matrix.locate([door, village[4]!]);
    expect(estimated.quality).toBe('estimate');
    // the matrix was measured at factor 2 and 10 m/s, so the estimate happens to be exact here
    expect(Math.abs(seconds(estimated, 0, 1) - driven(door, village[4]!))).toBeLessThanOrEqual(1);
    expect((await matrix.locate([village[0]!, village[1]!])).quality).toBe('cached');
    expect(heard).toEqual([false]);
  });

  it('after the first silence: not asked again until the re-check', async () => {
    const roads = new FakeRoads();
    const matrix = await open(roads);
    roads.areThere = false;
    await matrix.locate([door]);
    const asked = roads.tables;
    expect((await matrix.locate([otherDoor])).quality).toBe('estimate');
    expect(roads.tables).toBe(asked);
  });

  it('when they come back: the re-check replaces estimates, and snapshots handed out before stay as they were', async () => {
    const roads = new FakeRoads();
    const heard: boolean[] = [];
    const matrix = await open(roads, { points: [], onRoads: (areAnswering) => heard.push(areAnswering) });
    roads.areThere = false;
    const before = await matrix.locate([door, otherDoor]);
    const guessed = seconds(before, 0, 1);
    roads.areThere = true;
    expect(await matrix.recheck()).toBe(0);
    const after = await matrix.locate([door, otherDoor]);
    expect(after.quality).toBe('roads');
    expect(seconds(after, 0, 1)).toBe(driven(door, otherDoor));
    expect(seconds(before, 0, 1)).toBe(guessed);
    expect(guessed).not.toBe(driven(door, otherDoor));
    expect(heard).toEqual([false, true]);
  });

  it('a re-check that meets a point without a road: that point is out of reach, the others are replaced', async () => {
    const roads = new FakeRoads();
    const matrix = await open(roads, { points: [] });
    roads.areThere = false;
    await matrix.locate([door, otherDoor]);
    roads.areThere = true;
    roads.northernmost = 37.5;
    await matrix.recheck();
    const after = await matrix.locate([door, otherDoor]);
    expect(after.quality).toBe('roads');
    expect(seconds(after, 0, 1)).toBe(UNREACHABLE);
  });

  it('an answer that never comes: an estimate at the deadline, replaced when it does come', async () => {
    const roads = new FakeRoads();
    const matrix = await open(roads, { deadlineMs: 20 });
    roads.gate = new Promise(() => undefined);
    const located = await matrix.locate([door]);
    expect(located.quality).toBe('estimate');
    roads.gate = Promise.resolve();
    await matrix.recheck();
    expect((await matrix.locate([door])).quality).toBe('roads');
  });

  it('no roads at the start: everything is an estimate, then re-checked', async () => {
    const roads = new FakeRoads();
    roads.areThere = false;
    const matrix = await open(roads);
    expect((await matrix.locate([village[0]!])).quality).toBe('estimate');
    roads.areThere = true;
    await matrix.recheck();
    const located = await matrix.locate([village[0]!, village[6]!]);
    expect(located.quality).toBe('roads');
    expect(seconds(located, 0, 1)).toBe(driven(village[0]!, village[6]!));
  });
});
