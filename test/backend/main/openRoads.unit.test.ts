import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedAnswerSchema } from '../../../backend/contract/index.ts';
import { stateOf } from '../../../backend/domain/road/roadState.ts';
import { type OpenRoads, openRoads } from '../../../backend/main/openRoads.ts';
import { type House, openHouse } from '../../support/openHouse.ts';

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';
const QUIET = {
  step: <Value>(_: string, work: (note: () => void) => Promise<Value>) => work(() => {}),
  say() {},
};

describe('osrm-routed for open roads, the own engine for every other state', () => {
  let roads: OpenRoads;
  let house: House;

  beforeAll(async () => {
    roads = await openRoads({ osrmUrl: NOWHERE, regionFolder: 'seeds/aizu' }, QUIET);
    house = await openHouse({ states: roads.states });
  }, 60_000);
  afterAll(async () => {
    await house?.close();
    await roads?.stop();
  });

  it('a state with snow: answered, while open roads are asked of osrm-routed alone', async () => {
    const [from, to] = house.town.region.boardingPoints.slice(0, 2).map(({ coordinates }) => coordinates);
    const snow = { factor: 0.5, classes: null, aboveMetres: null, belowMetres: null };
    const state = stateOf([], [snow]);
    await roads.states.define(state);
    const slow = await roads.states.roads(state.id).table([from!], [to!]);
    const open = await roads.states.ownRoads('open').table([from!], [to!]);
    expect(slow.seconds[0]![0]! / open.seconds[0]![0]!).toBeGreaterThan(1.5);
    await expect(roads.roads.table([from!], [to!])).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('osrm-routed is away when a road is closed: entered all the same, with whom it cuts off', async () => {
    const dispatcher = await house.signIn({ role: 'dispatcher' });
    const closure = { name: '国道252号', reason: '雪崩のおそれ', stretch: { kind: 'ref', ref: '252' } };
    const answer = await dispatcher.post('/api/v1/closures', closure);
    expect(answer.status).toBe(201);
    const { closedMetres, closure: entered } = closedAnswerSchema.parse(answer.body);
    expect(closedMetres).toBeGreaterThan(1000);
    expect(entered.replan).toEqual({ movedRideIds: [], callRideIds: [], stuckShiftIds: [] });
  });

  it('on which kinds of roads a way runs: shares that make up the whole', async () => {
    const [from, to] = house.town.region.boardingPoints.slice(0, 2).map(({ coordinates }) => coordinates);
    const { seconds, shares } = await roads.kinds.kindsOf('open', from!, to!);
    const own = await roads.states.ownRoads('open').table([from!], [to!]);
    expect(seconds).toBeCloseTo(own.seconds[0]![0]!, 0);
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });
});
