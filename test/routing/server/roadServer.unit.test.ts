import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningRoadServer, startRoadServer } from '../../../routing/index.ts';
import { townPoint, writeTown } from '../drawTown.ts';

const text = (east: number, north: number) => `${townPoint(east, north).lon},${townPoint(east, north).lat}`;

describe('a road server in a thread', () => {
  let server: RunningRoadServer;
  beforeAll(async () => {
    const folder = writeTown({ a: [0, 0], b: [1000, 0], c: [1000, 1000] }, [
      { from: 'a', to: 'b', roadClass: 'primary' },
      { from: 'b', to: 'c', roadClass: 'primary' },
    ]);
    server = await startRoadServer({ folder });
  });
  afterAll(() => server.stop());

  async function ask(path: string) {
    const response = await fetch(server.baseUrl + path, { headers: { connection: 'close' } });
    // biome-ignore lint/suspicious/noExplicitAny: answers are read field by field below
    return { status: response.status, body: (await response.json()) as any };
  }

  it('table with sources and destinations: only those rows and columns', async () => {
    const path = `/table/v1/driving/${text(0, 0)};${text(500, 0)};${text(1000, 500)}`;
    const { body } = await ask(`${path}?sources=0&destinations=1;2&annotations=duration,distance`);
    expect(body.code).toBe('Ok');
    expect(body.distances).toHaveLength(1);
    expect(body.distances[0][0]).toBeCloseTo(500, -1);
    expect(body.distances[0][1]).toBeCloseTo(1500, -1);
    expect(body.sources).toHaveLength(1);
    expect(body.destinations).toHaveLength(2);
  });

  it('a table that would fill the memory: refused', async () => {
    // 2,001 × 2,001 cells are more than 4,000,000
    const path = `/table/v1/driving/${new Array(2001).fill(text(0, 0)).join(';')}`;
    const { status, body } = await ask(path);
    expect([status, body.code]).toEqual([400, 'TooBig']);
  });

  it('route: the three geometries describe the same line', async () => {
    const path = `/route/v1/driving/${text(100, 0)};${text(1000, 900)}?overview=full&geometries=`;
    const geojson = (await ask(`${path}geojson`)).body.routes[0].geometry.coordinates;
    expect(geojson).toHaveLength(3);
    expect((await ask(`${path}polyline6`)).body.routes[0].geometry).toEqual(expect.any(String));
    expect((await ask(`${path.replace('full', 'false')}polyline`)).body.routes[0].geometry).toBeUndefined();
  });

  it('route with annotations: one value a segment, adding up to the leg', async () => {
    const path = `/route/v1/driving/${text(100, 0)};${text(1000, 900)}?annotations=duration,distance,speed`;
    const leg = (await ask(path)).body.routes[0].legs[0];
    expect(leg.annotation.distance).toHaveLength(2);
    const sum = leg.annotation.distance[0] + leg.annotation.distance[1];
    expect(sum).toBeCloseTo(leg.distance, 0);
  });

  it.each([
    [`/route/v1/driving/${text(0, 0)}`, 'InvalidOptions', 'Number of coordinates needs to be at least two.'],
    ['/route/v1/driving/abc;def', 'InvalidQuery', 'Query string malformed close to position 18'],
    ['/route/v1/driving/200,95;139.9,37.5', 'InvalidValue', 'Invalid coordinate value.'],
    [`/table/v1/driving/${text(0, 0)};${text(9, 0)}?sources=7`, 'InvalidOptions', ''],
    [`/nearest/v1/driving/${text(0, 0)}?number=0`, 'InvalidOptions', ''],
    ['/foo/v1/driving/1,2;3,4', 'InvalidService', 'Service foo not found!'],
    ['/route/v2/driving/1,2;3,4', 'InvalidVersion', 'Service route not found!'],
    [
      '/route/v1/driving/1,2;3,4?overview=nope',
      'InvalidQuery',
      'Query string malformed close to position 35',
    ],
    [
      '/route/v1/driving/1,2;3,4?radiuses=1;1',
      'NoSegment',
      'Could not find a matching segment for coordinate 0',
    ],
    [
      '/route/v1/driving/1,2;3,4?steps=true',
      'NotImplemented',
      'This engine gives no turn-by-turn steps; ask with steps=false.',
    ],
    [
      '/route/v1/driving/1,2;3,4?exclude=motorway',
      'NotImplemented',
      'This engine does not know exclude=motorway.',
    ],
    ['/route/v1/driving/1,2;3,4?number=2', 'InvalidQuery', 'Query string malformed close to position 26'],
    ['/', 'InvalidUrl', 'URL string malformed close to position 1: "/"'],
    ['/route/v1/driving/%E0%A4%A;3,4', 'InvalidUrl', 'URL string malformed'],
  ])('%s: %s', async (path, code, message) => {
    const { status, body } = await ask(path);
    expect(status).toBe(400);
    expect(body).toEqual({ code, message });
  });
});

describe('a road server without roads', () => {
  it('folder absent: refused with the folder in the sentence', async () => {
    await expect(startRoadServer({ folder: '/nowhere/roads' })).rejects.toThrow('/nowhere/roads');
  });
});
