import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineEngineState } from '../../../../backend/adapters/osrm/engineStates.ts';
import { OsrmRoads } from '../../../../backend/adapters/osrm/osrmRoads.ts';
import { type RunningRoadServer, startRoadServer } from '../../../../routing/index.ts';
import { townPoint, writeTown } from '../../../routing/drawTown.ts';

describe('road states over HTTP', () => {
  let server: RunningRoadServer;
  beforeAll(async () => {
    const nodes = { a: [0, 0], b: [1000, 0], c: [1000, 1000] } as const;
    const folder = writeTown(nodes, [
      { from: 'a', to: 'b', ref: '252' },
      { from: 'b', to: 'c' },
      { from: 'a', to: 'c' },
    ]);
    server = await startRoadServer({ folder });
  });
  afterAll(() => server.stop());

  const closed = { id: 'pass-closed', closed: [{ kind: 'ref', ref: '252' }], snow: [] };

  it('a closed road: the client that asks for that state is sent round, the other is not', async () => {
    expect(await defineEngineState(server.baseUrl, closed)).toMatchObject({ closedRoads: 1, slowedRoads: 0 });
    const [from, to] = [townPoint(0, 0), townPoint(1000, 0)];
    const open = await new OsrmRoads({ baseUrl: server.baseUrl }).table([from], [to]);
    const round = await new OsrmRoads({ baseUrl: server.baseUrl, profile: 'pass-closed' }).table(
      [from],
      [to],
    );
    expect(open.metres[0]![0]).toBeCloseTo(1000, -1);
    // the place itself lies at the junction of the closed road and the others: over c, √2 × 1,000 + 1,000 m
    expect(round.metres[0]![0]).toBeGreaterThan(2000);
  });

  it('a number no road has: refused with the sentence of the engine', async () => {
    const state = { ...closed, id: 'x', closed: [{ kind: 'ref', ref: '999' }] };
    await expect(defineEngineState(server.baseUrl, state)).rejects.toMatchObject({
      code: 'refused',
      message: 'No road has the number 999.',
    });
  });

  it('a state nobody defined: refused', async () => {
    const roads = new OsrmRoads({ baseUrl: server.baseUrl, profile: 'nobody' });
    await expect(roads.nearest(townPoint(0, 0))).rejects.toMatchObject({ code: 'refused' });
  });

  it('no engine at the address: unreachable', async () => {
    await expect(defineEngineState('http://127.0.0.1:9', closed)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });
});
