import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRoadEngine, createRoadServer, loadRegionRoads } from '../../../routing/index.ts';
import { writeTown } from '../drawTown.ts';

describe('road states over HTTP', () => {
  let server: Server;
  let baseUrl: string;
  beforeAll(async () => {
    const folder = writeTown({ a: [0, 0], b: [1000, 0] }, [{ from: 'a', to: 'b', ref: '49' }]);
    server = createRoadServer(createRoadEngine(loadRegionRoads(folder).network));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  async function ask(method: string, path: string, body?: string) {
    const response = await fetch(baseUrl + path, { method, ...(body === undefined ? {} : { body }) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  it('taken in, listed, forgotten, and gone', async () => {
    const taken = await ask('PUT', '/states/winter', JSON.stringify({ snow: [{ factor: 0.5 }] }));
    expect(taken).toMatchObject({
      status: 200,
      body: { code: 'Ok', id: 'winter', closedRoads: 0, closedMetres: 0, slowedRoads: 1 },
    });
    expect((await ask('GET', '/states')).body).toEqual({ code: 'Ok', states: ['winter'] });
    expect((await ask('DELETE', '/states/winter')).status).toBe(200);
    expect((await ask('DELETE', '/states/winter')).status).toBe(404);
    expect((await ask('GET', '/states')).body.states).toEqual([]);
  });

  it.each([
    ['/states/x', 'no json', 'malformedState', /not JSON/],
    ['/states/x', 'null', 'malformedState', /not an object/],
    ['/states/x', '[]', 'malformedState', /not an object/],
    ['/states/driving', '{}', 'malformedState', /means open roads/],
    ['/states/a%20b', '{}', 'malformedState', /letters, digits/],
    ['/states/x', '{"closed":{}}', 'malformedState', /must be lists/],
    ['/states/x', '{"closed":[{"kind":"tunnel"}]}', 'malformedState', /closed\[0\]: kind must be/],
    ['/states/x', '{"closed":[{"kind":"ref"}]}', 'malformedState', /ref must name/],
    ['/states/x', '{"closed":[{"kind":"ref","ref":"49","between":[[1,2]]}]}', 'malformedState', /between/],
    ['/states/x', '{"closed":[{"kind":"area","ring":[[1,2],[3,4]]}]}', 'malformedState', /three points/],
    [
      '/states/x',
      '{"closed":[{"kind":"area","ring":[[1,2],[3,4],[500,6]]}]}',
      'malformedState',
      /three points/,
    ],
    ['/states/x', '{"snow":[{"factor":0}]}', 'malformedState', /close a road instead/],
    ['/states/x', '{"snow":[{"factor":0.5,"classes":["canal"]}]}', 'malformedState', /classes must be among/],
    ['/states/x', '{"snow":[{"factor":0.5,"aboveMetres":"high"}]}', 'malformedState', /altitudes/],
    ['/states/x', '{"learned":[{"class":"trunk","factor":4}]}', 'malformedState', /at most 3/],
    ['/states/x', '{"learned":[{"class":"canal","factor":1}]}', 'malformedState', /classes must be among/],
    ['/states/x', '{"closed":[{"kind":"ref","ref":"999"}]}', 'unknownRef', /No road has the number 999/],
  ])('PUT %s %s: %s', async (path, content, code, sentence) => {
    const { status, body } = await ask('PUT', path, content);
    expect([status, body.code]).toEqual([400, code]);
    expect(body.message).toMatch(sentence);
    expect((await ask('GET', '/states')).body.states).toEqual([]);
  });

  it('other methods: named as such', async () => {
    expect((await ask('POST', '/states/x', '{}')).status).toBe(405);
    expect((await ask('DELETE', '/states')).status).toBe(405);
  });
});
