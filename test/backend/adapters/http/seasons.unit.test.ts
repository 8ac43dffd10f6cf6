import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  roadsStateViewSchema,
  seasonCheckSchema,
  seasonSavedAnswerSchema,
  seasonsAnswerSchema,
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

/** Straight roads, as slow as the snow of a state says. */
class SnowyRoads implements RoadStates {
  isDown = false;
  readonly #states = new Map<string, RoadState>();

  async define(state: RoadState) {
    if (this.isDown) throw new RoadsFault('unreachable', 'gone');
    this.#states.set(state.id, state);
    // no road of this town lies so high
    const isAbove = state.snow.some(({ aboveMetres }) => (aboveMetres ?? 0) > 2000);
    return { lines: [], slowedRoads: isAbove ? 0 : 1 };
  }

  ownRoads(stateId: string): Roads {
    return this.roads(stateId);
  }

  roads(stateId: string): Roads {
    const share = (this.#states.get(stateId)?.snow ?? []).reduce(
      (product, { factor }) => product * factor,
      1,
    );
    return {
      ...STRAIGHT_ROADS,
      async table(from, to) {
        const { seconds, metres } = await STRAIGHT_ROADS.table(from, to);
        return { seconds: seconds.map((row) => row.map((value) => value / share)), metres };
      },
    };
  }
}

const SNOW = {
  name: '山あいの雪',
  factor: 0.7,
  classes: ['secondary', 'minor'],
  aboveMetres: 500,
  yearly: { from: '12-01', to: '03-31' },
};
const ALL_DAY = { name: '凍結', factor: 0.5, yearly: { from: '11-20', to: '11-30' } };

describe('seasons over HTTP', () => {
  const states = new SnowyRoads();
  let house: House;
  let dispatcher: HouseClient;

  beforeAll(async () => {
    house = await openHouse({ states });
    dispatcher = await house.signIn({ role: 'dispatcher' });
  });
  afterAll(() => house.close());

  const list = async () =>
    seasonsAnswerSchema.parse((await dispatcher.get('/api/v1/roads/seasons')).body).seasons;
  const standing = async () => roadsStateViewSchema.parse((await dispatcher.get('/api/v1/roads/state')).body);
  it('entered: said when it holds, listed, in the log; changed in its place; ended', async () => {
    const entered = await dispatcher.post('/api/v1/roads/seasons', SNOW);
    expect(entered.status).toBe(201);
    const { season, overlaps } = seasonSavedAnswerSchema.parse(entered.body);
    expect(season).toMatchObject({ ...SNOW, belowMetres: null, holdsNow: false });
    expect(season.when.ja).toContain('毎年12月1日から3月31日まで');
    expect(overlaps).toEqual([]);
    const changed = await dispatcher.put(`/api/v1/roads/seasons/${season.id}`, { ...SNOW, factor: 0.6 });
    expect([changed.status, changed.body.season.id, changed.body.season.factor]).toEqual([
      200,
      season.id,
      0.6,
    ]);
    expect((await list()).map(({ factor }) => factor)).toEqual([0.6]);
    const events = await house.store.read(SYSTEM_SCOPE, ({ events }) => events.listByDay(TOWN_DAY));
    expect(events.filter(({ body }) => body.type === 'RoadSpeedsChanged')).toHaveLength(2);
    expect((await dispatcher.delete(`/api/v1/roads/seasons/${season.id}`)).status).toBe(200);
    expect(await list()).toEqual([]);
    const again = await dispatcher.delete(`/api/v1/roads/seasons/${season.id}`);
    expect([again.status, again.body.code]).toEqual([404, 'unknownSeason']);
  });

  it('holds today: travel times follow in the background, the state says how far, and what holds', async () => {
    const { season } = (await dispatcher.post('/api/v1/roads/seasons', ALL_DAY)).body;
    await expect
      .poll(async () => (await standing()).today.map(({ from, seasons }) => [from, seasons]))
      .toEqual([['00:00', ['凍結']]]);
    await expect
      .poll(async () => (await standing()).matrices)
      .toEqual({ wanted: 2, ready: 2, share: 1, isWorking: false });
    expect((await standing()).sentence).toBeNull();
    await dispatcher.delete(`/api/v1/roads/seasons/${season.id}`);
  });

  it('the same roads at the same time: named with the first day; entered only where that is wanted', async () => {
    const { season } = (await dispatcher.post('/api/v1/roads/seasons', SNOW)).body;
    const second = { ...ALL_DAY, yearly: { from: '03-01', to: '04-15' } };
    const check = await dispatcher.post('/api/v1/roads/seasons?check=1', second);
    const { overlaps, sentence } = seasonCheckSchema.parse(check.body);
    expect(overlaps).toEqual([{ id: season.id, name: '山あいの雪', firstDay: '2027-03-01' }]);
    expect(sentence!.ja).toContain('2027-03-01から「山あいの雪」と重なります');
    const refused = await dispatcher.post('/api/v1/roads/seasons', second);
    expect([refused.status, refused.body.code]).toEqual([422, 'seasonsOverlap']);
    expect(refused.body.sentence.ja).toContain('山あいの雪');
    expect(await list()).toHaveLength(1);
    // lower roads, other kinds, other months: no overlap
    for (const apart of [
      { belowMetres: 500 },
      { classes: ['trunk'] },
      { yearly: { from: '04-01', to: '04-15' } },
    ]) {
      const answer = await dispatcher.post('/api/v1/roads/seasons?check=1', { ...second, ...apart });
      expect(answer.body.overlaps, JSON.stringify(apart)).toEqual([]);
    }
    const wanted = await dispatcher.post('/api/v1/roads/seasons', { ...second, mayOverlap: true });
    expect([wanted.status, wanted.body.overlaps.length]).toEqual([201, 1]);
    for (const { id } of await list()) await dispatcher.delete(`/api/v1/roads/seasons/${id}`);
  });

  it('the road engine is away: the season is kept, and the state says that the plans do not follow yet', async () => {
    states.isDown = true;
    const entered = await dispatcher.post('/api/v1/roads/seasons', ALL_DAY);
    expect(entered.status).toBe(201);
    await expect.poll(async () => (await standing()).sentence?.en ?? '').toContain('tried again');
    states.isDown = false;
    await dispatcher.delete(`/api/v1/roads/seasons/${entered.body.season.id}`);
    await expect.poll(async () => (await standing()).sentence).toBeNull();
  });

  it.each([
    ['a road that is closed instead of slow', { factor: 0 }, 400, 'malformedInput'],
    ['quicker than open roads', { factor: 1.2 }, 400, 'malformedInput'],
    ['an unknown kind of road', { classes: ['footway'] }, 400, 'malformedInput'],
    ['a field nobody knows', { speed: 3 }, 400, 'malformedInput'],
    ['altitudes exchanged', { aboveMetres: 800, belowMetres: 300 }, 422, 'altitudesExchanged'],
    ['higher than any road', { aboveMetres: 2500 }, 422, 'seasonSlowsNothing'],
    ['over already', { yearly: null, to: '2026-11-01T00:00:00+09:00' }, 422, 'timeInPast'],
    [
      'an end before its beginning',
      { yearly: null, from: '2026-12-25T10:00:00+09:00', to: '2026-12-24T10:00:00+09:00' },
      422,
      'windowEndsBeforeItBegins',
    ],
    [
      'months and days that never meet',
      { from: '2026-11-28T00:00:00+09:00', to: '2026-11-29T00:00:00+09:00' },
      422,
      'seasonNeverHolds',
    ],
  ])('%s: refused, nothing written', async (_name, given, status, code) => {
    const answer = await dispatcher.post('/api/v1/roads/seasons', { ...SNOW, ...given });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.sentence.ja).not.toBe('');
    expect(await list()).toEqual([]);
  });

  it('a season nobody has: not changed', async () => {
    const answer = await dispatcher.put('/api/v1/roads/seasons/nobody', SNOW);
    expect([answer.status, answer.body.code]).toEqual([404, 'unknownSeason']);
  });
});
