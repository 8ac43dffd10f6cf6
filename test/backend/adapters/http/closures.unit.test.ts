import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closedAnswerSchema,
  closureCheckSchema,
  closuresAnswerSchema,
} from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { RoadsFault } from '../../../../backend/domain/fault/roadsFault.ts';
import type { RoadState } from '../../../../backend/domain/road/roadState.ts';
import type { RoadStates } from '../../../../backend/ports/roadStates.ts';
import type { Roads } from '../../../../backend/ports/roads.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { STRAIGHT_ROADS } from '../../../support/straightRoads.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

/** Straight roads; with anything closed nobody comes to places west of 139.5. No road has the number 999. */
class WestCutOff implements RoadStates {
  isDown = false;

  async define(state: RoadState) {
    if (this.isDown) throw new RoadsFault('unreachable', 'gone');
    if (state.closed.some((part) => part.kind === 'ref' && part.ref === '999')) {
      throw new RoadsFault('refused', 'No road has the number 999.');
    }
    return {
      slowedRoads: 0,
      lines: [
        [
          { lon: 139.5, lat: 37.35 },
          { lon: 139.51, lat: 37.35 },
        ],
      ],
    };
  }

  ownRoads(stateId: string): Roads {
    return this.roads(stateId);
  }

  roads(stateId: string): Roads {
    if (stateId === 'open') return STRAIGHT_ROADS;
    return {
      ...STRAIGHT_ROADS,
      async table(from, to) {
        const { seconds, metres } = await STRAIGHT_ROADS.table(from, to);
        const cut = (rows: readonly (readonly number[])[]) =>
          rows.map((row, i) =>
            row.map((value, j) =>
              to[j]!.lon < 139.5 !== from[i]!.lon < 139.5 ? Number.POSITIVE_INFINITY : value,
            ),
          );
        return { seconds: cut(seconds), metres: cut(metres) };
      },
    };
  }
}

const CLOSURE = {
  name: '国道252号 只見',
  reason: '積雪のため',
  stretch: { kind: 'ref', ref: '252' },
  hours: { from: '10:00', to: '15:00' },
};

describe('closures over HTTP', () => {
  const states = new WestCutOff();
  let house: House;
  let dispatcher: HouseClient;

  beforeAll(async () => {
    house = await openHouse({ states });
    dispatcher = await house.signIn({ role: 'dispatcher' });
  });
  afterAll(() => house.close());

  const readLog = async () =>
    (await house.store.read(SYSTEM_SCOPE, ({ events }) => events.listByDay(TOWN_DAY))).map(
      ({ body }) => body.type,
    );

  it('asked what it would do: which places have no way in, from when to when; nothing is written', async () => {
    const answer = await dispatcher.post('/api/v1/closures?check=1', CLOSURE);
    expect(answer.status).toBe(200);
    const { cutOff, sentence } = closureCheckSchema.parse(answer.body);
    const west = house.town.region.boardingPoints.filter(({ coordinates }) => coordinates.lon < 139.5);
    expect(west.length).toBeGreaterThan(0);
    expect(cutOff.map(({ id }) => id).sort()).toEqual(west.map(({ id }) => id).sort());
    expect(sentence!.ja).toContain(
      west.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1))[0]!.name,
    );
    expect(sentence!.ja).toContain('午前10時から午後3時まで');
    expect((await dispatcher.get('/api/v1/closures')).body).toEqual({ closures: [] });
    expect(await readLog()).not.toContain('RoadClosed');
  });

  it('entered and ended: listed while it stands, said in one sentence, in the log of the day', async () => {
    const entered = await dispatcher.post('/api/v1/closures', CLOSURE);
    expect(entered.status).toBe(201);
    const { closure } = closedAnswerSchema.parse(entered.body);
    expect(closure).toMatchObject({
      name: '国道252号 只見',
      hours: { from: '10:00', to: '15:00', weekdays: null },
      holdsNow: false,
      replan: { movedRideIds: [], callRideIds: [], stuckShiftIds: [] },
    });
    expect(await readLog()).toContain('RoadClosed');
    // 8:00 in the morning, two hours before it begins
    expect((await dispatcher.get('/api/v1/system')).body.roadsNotice).toBeNull();
    house.clock.moveTo(house.clock.now() + 3 * 3_600_000);
    expect((await dispatcher.get('/api/v1/system')).body.roadsNotice.ja).toBe('国道252号 只見 通行止め');
    const rider = await house.signIn({ role: 'rider', personId: house.town.people[0]!.id });
    const listed = closuresAnswerSchema.parse((await rider.get('/api/v1/closures')).body).closures;
    expect(listed).toMatchObject([{ id: closure.id, holdsNow: true, replan: null }]);

    const ended = await dispatcher.delete(`/api/v1/closures/${closure.id}`);
    expect(ended.status).toBe(200);
    expect((await dispatcher.get('/api/v1/system')).body.roadsNotice).toBeNull();
    expect((await dispatcher.get('/api/v1/closures')).body.closures).toEqual([]);
    expect(await readLog()).toContain('RoadReopened');
    const again = await dispatcher.delete(`/api/v1/closures/${closure.id}`);
    expect([again.status, again.body.code]).toEqual([404, 'unknownClosure']);
  });

  it.each([
    ['no stretch', { stretch: undefined }, 400, 'malformedInput'],
    [
      'an area of two corners',
      {
        stretch: {
          kind: 'area',
          ring: [
            { lon: 139, lat: 37 },
            { lon: 139, lat: 38 },
          ],
        },
      },
      400,
      'malformedInput',
    ],
    [
      'a stretch off the globe',
      {
        stretch: {
          kind: 'ref',
          ref: '49',
          between: [
            { lon: 999, lat: 37 },
            { lon: 139, lat: 37 },
          ],
        },
      },
      400,
      'malformedInput',
    ],
    ['25 o’clock', { hours: { from: '25:00', to: '26:00' } }, 400, 'malformedInput'],
    ['an unknown field', { closed: true }, 400, 'malformedInput'],
    [
      'an end before its beginning',
      { from: '2026-11-25T10:00:00+09:00', to: '2026-11-25T09:00:00+09:00' },
      422,
      'windowEndsBeforeItBegins',
    ],
    ['over already', { to: '2026-11-01T00:00:00+09:00' }, 422, 'timeInPast'],
    [
      'days and hours that never meet',
      { from: '2026-12-01T16:00:00+09:00', to: '2026-12-01T18:00:00+09:00' },
      422,
      'closureNeverHolds',
    ],
    ['a number no road has', { stretch: { kind: 'ref', ref: '999' } }, 422, 'closureFindsNoRoad'],
  ])('%s: refused, nothing written', async (_name, given, status, code) => {
    const answer = await dispatcher.post('/api/v1/closures', { ...CLOSURE, ...given });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.sentence.ja).not.toBe('');
    expect((await dispatcher.get('/api/v1/closures')).body.closures).toEqual([]);
  });

  it('the road engine is away: try again later, nothing written', async () => {
    states.isDown = true;
    const answer = await dispatcher.post('/api/v1/closures', CLOSURE);
    expect([answer.status, answer.body.code]).toEqual([503, 'busyTryAgain']);
    expect((await dispatcher.get('/api/v1/closures')).body.closures).toEqual([]);
    states.isDown = false;
  });
});
