import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layersOfDay } from '../../../../backend/adapters/osrm/stateRoads.ts';
import { RoadTravelMatrix } from '../../../../backend/adapters/osrm/travelMatrix.ts';
import { UNREACHABLE } from '../../../../backend/planner/model/travelTimes.ts';
import { type RunningRoadServer, startRoadServer, statesOfDay } from '../../../../routing/index.ts';
import { townPoint, writeTown } from '../../../routing/drawTown.ts';

/**
 *  a ──252── b     a hamlet at b behind a pass; c lies on the other side of a, with the town
 *  │
 *  c
 */
const nodes = { a: [0, 0], b: [3000, 0], c: [0, -2000] } as const;
const town = { id: 'town', ...townPoint(10, -1900) };
const hamlet = { id: 'hamlet', ...townPoint(2900, 10) };

describe('a pass closed from 10:30 on', () => {
  let server: RunningRoadServer;
  let folder: string;
  beforeAll(async () => {
    folder = writeTown(nodes, [
      { from: 'a', to: 'b', ref: '252', roadClass: 'trunk' },
      { from: 'a', to: 'c' },
    ]);
    server = await startRoadServer({ folder });
  });
  afterAll(() => server.stop());

  const bands = statesOfDay(
    {
      closures: [
        {
          id: 'avalanche',
          reason: '雪崩のおそれ',
          part: { kind: 'ref', ref: '252', between: [lonLat(500), lonLat(1500)] },
          when: { notice: { from: '2026-11-22T10:30' } },
        },
      ],
      snow: [],
    },
    '2026-11-22',
  );

  function lonLat(east: number): [number, number] {
    const { lon, lat } = townPoint(east, 0);
    return [lon, lat];
  }

  it('the matrix of the day has two layers: a way before, none after', async () => {
    const layers = layersOfDay({ baseUrl: server.baseUrl }, bands);
    const matrix = await RoadTravelMatrix.open({ layers, points: [town, hamlet] });
    const { indices, times, quality } = await matrix.locate([town, hamlet]);
    matrix.close();
    expect(quality).toBe('roads');
    expect(times.layers.map((layer) => layer.fromSecond)).toEqual([0, 37_800]);
    const cells = times.layers.map((layer) => layer.metres[indices[0]! * times.stride + indices[1]!]!);
    // 1,900 m up to a, 2,900 m over the pass
    expect(cells[0]! / 100).toBeCloseTo(48, 0);
    expect(cells[1]).toBe(UNREACHABLE);
  });

  it('an engine started anew that has forgotten the state: told again', async () => {
    const [, closed] = layersOfDay({ baseUrl: server.baseUrl }, bands);
    await closed!.roads.table([town], [hamlet]);
    const forget = await fetch(`${server.baseUrl}/states/${closed!.roadStateId}`, { method: 'DELETE' });
    expect(forget.status).toBe(200);
    const table = await closed!.roads.table([town], [hamlet]);
    expect(table.seconds).toEqual([[Infinity]]);
  });
});
