import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../../../backend/adapters/osrm/httpGet.ts';
import type { OsrmSettings } from '../../../../backend/adapters/osrm/osrmClient.ts';
import { OsrmRoads } from '../../../../backend/adapters/osrm/osrmRoads.ts';

const here = { lon: 139.9, lat: 37.5 };
const there = { lon: 139.95, lat: 37.55 };
const ok = (body: object): HttpAnswer => ({ status: 200, body: JSON.stringify({ code: 'Ok', ...body }) });

/** A client whose answers come from a list; `clock.now` moves only by hand, waits take no time. */
function scripted(
  answers: (HttpAnswer | Error)[],
  more: Partial<OsrmSettings & { maxTableSize: number }> = {},
) {
  const urls: string[] = [];
  const waits: number[] = [];
  const clock = { now: 0 };
  const roads = new OsrmRoads({
    baseUrl: 'http://roads',
    get: async (url) => {
      urls.push(url);
      const answer = answers.shift() ?? new Error('script is over');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    now: () => clock.now,
    random: () => 0.5,
    wait: async (ms) => void waits.push(ms),
    ...more,
  });
  return { roads, urls, waits, clock };
}

describe('questions and answers', () => {
  it('table: both annotations asked for, empty cells become Infinity', async () => {
    const { roads, urls } = scripted([ok({ durations: [[12.5, null]], distances: [[100, null]] })]);
    const table = await roads.table([here], [there, here]);
    expect(table).toEqual({ seconds: [[12.5, Infinity]], metres: [[100, Infinity]] });
    expect(urls[0]).toBe(
      'http://roads/table/v1/driving/139.900000,37.500000;139.950000,37.550000;139.900000,37.500000' +
        '?sources=0&destinations=1;2&annotations=duration,distance&generate_hints=false&skip_waypoints=true',
    );
  });

  it('a table larger than the engine takes: asked for in blocks, each cell in its place', async () => {
    const points = Array.from({ length: 5 }, (_, i) => ({ lon: 139 + i, lat: 37 }));
    const lonsOf = (url: string) =>
      url
        .split('/')[6]!
        .split('?')[0]!
        .split(';')
        .map((pair) => Math.round(Number(pair.split(',')[0])));
    const roads = new OsrmRoads({
      baseUrl: 'http://roads',
      maxTableSize: 2,
      get: async (url) => {
        const lons = lonsOf(url);
        const sources = /sources=([\d;]+)/.exec(url)![1]!.split(';').map(Number);
        const targets = /destinations=([\d;]+)/.exec(url)![1]!.split(';').map(Number);
        expect(sources.length * targets.length).toBeLessThanOrEqual(4);
        const cells = sources.map((s) => targets.map((t) => lons[s]! * 1000 + lons[t]!));
        return ok({ durations: cells, distances: cells });
      },
    });
    const { seconds } = await roads.table(points, points);
    expect(seconds[3]![1]).toBe(142_000 + 140);
    expect(seconds.flat()).toEqual(points.flatMap((a) => points.map((b) => a.lon * 1000 + b.lon)));
  });

  it('a point that is not on earth: refused before anything is asked', async () => {
    const { roads, urls } = scripted([]);
    await expect(roads.table([{ lon: Number.NaN, lat: 37 }], [here])).rejects.toMatchObject({
      code: 'refused',
    });
    expect(urls).toEqual([]);
  });

  it.each([
    ['NoSegment', 'noSegment'],
    ['NoRoute', 'noRoute'],
    ['InvalidOptions', 'refused'],
  ])('%s of OSRM: fault %s, and not asked again', async (code, fault) => {
    const { roads, urls } = scripted([{ status: 400, body: JSON.stringify({ code, message: 'x' }) }]);
    await expect(roads.route([here, there])).rejects.toMatchObject({ code: fault });
    expect(urls).toHaveLength(1);
  });
});

describe('an engine that does not answer', () => {
  it('one failure: asked again after a wait with jitter', async () => {
    const { roads, urls, waits } = scripted([
      new Error('reset'),
      ok({ waypoints: [{ location: [1, 2], distance: 3 }] }),
    ]);
    expect(await roads.nearest(here)).toEqual({ point: { lon: 1, lat: 2 }, distanceMetres: 3 });
    expect(urls).toHaveLength(2);
    // 60 ms × 2⁰ × (0.5 + 0.5)
    expect(waits).toEqual([60]);
  });

  it('three failures: the breaker opens, rests, lets one probe through, and closes when that succeeds', async () => {
    const down = new Error('refused');
    const script = scripted([down, down, down], { retries: 2, breakerRestMs: 5_000 });
    await expect(script.roads.nearest(here)).rejects.toMatchObject({ code: 'unreachable' });
    expect(script.roads.isDown).toBe(true);
    await expect(script.roads.nearest(here)).rejects.toMatchObject({ code: 'unreachable' });
    expect(script.urls).toHaveLength(3);
    script.clock.now = 4_999;
    await expect(script.roads.nearest(here)).rejects.toMatchObject({ code: 'unreachable' });
    expect(script.urls).toHaveLength(3);
    script.clock.now = 5_000;
    const { roads } = script;
    await expect(roads.nearest(here)).rejects.toMatchObject({ code: 'unreachable' });
    expect(script.urls).toHaveLength(4);
    expect(roads.isDown).toBe(true);
  });

  it('status 503: a failure like any other', async () => {
    const { roads } = scripted([{ status: 503, body: '' }], { retries: 0 });
    await expect(roads.nearest(here)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('over a real socket', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function listen(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('every question has a connection of its own', async () => {
    const headers: (string | undefined)[] = [];
    const baseUrl = await listen((request, response) => {
      headers.push(request.headers.connection);
      response.end(ok({ waypoints: [{ location: [1, 2], distance: 3 }] }).body);
    });
    await new OsrmRoads({ baseUrl }).nearest(here);
    expect(headers).toEqual(['close']);
  });

  it('a server that never answers: given up after the time-out', async () => {
    const baseUrl = await listen(() => undefined);
    const roads = new OsrmRoads({ baseUrl, timeoutMs: 30, retries: 0 });
    await expect(roads.nearest(here)).rejects.toThrow('no answer within 30 ms');
  });

  it('a question that is withdrawn: ends at once and does not count against the engine', async () => {
    const baseUrl = await listen(() => undefined);
    const roads = new OsrmRoads({ baseUrl, breakerFailures: 1 });
    await expect(roads.table([here], [there], AbortSignal.timeout(20))).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect(roads.isDown).toBe(false);
  });

  it('an answer cut off half-way: a fault, not a crash', async () => {
    const baseUrl = await listen((_, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('{"code":');
      setImmediate(() => response.destroy());
    });
    await expect(new OsrmRoads({ baseUrl, retries: 0 }).nearest(here)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });
});
