import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { RoadSuggestion } from '../../backend/domain/road/roadSuggestion.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import { recordLegs, renewSuggestions } from '../../backend/reporting/index.ts';
import { CountedIds, onSlowStreet, replayDay, STEADY_PACE } from '../../backend/simulation/index.ts';
import { openRoadTown, type RoadTown } from '../support/openRoadTown.ts';
import { TOWN_DAY } from '../support/trialTown.ts';

/** A day is played on a street that is a quarter slower than the roads of the engine say. */
const SLOWNESS = 1.25;
/** Seconds are rounded on the way, and short legs show it. */
const MOST_MEASURED = 1.3;
const EVENING = momentOf(TOWN_DAY, 21 * 3600);

describe('a street slower than the road data', () => {
  let town: RoadTown;

  beforeAll(async () => {
    town = await openRoadTown();
    const calls = town.demand(110).map(({ callSecond, input }) => {
      const at = Math.max(town.clock.now(), momentOf(TOWN_DAY, callSecond));
      return { at, input, cancelAfterSeconds: null };
    });
    const { store, stages } = town;
    const doors = { store, booking: stages.booking, operations: stages.operations };
    await replayDay(doors, town.clock, TOWN_DAY, calls, onSlowStreet(STEADY_PACE, SLOWNESS), () => {});
    town.clock.moveTo(EVENING);
  }, 120_000);
  afterAll(() => town?.close());

  const record = () => recordLegs({ ...town, ids: new CountedIds() }, TOWN_DAY);
  const readSuggestions = () =>
    town.store.read(SYSTEM_SCOPE, ({ roadLearning }) => roadLearning.listSuggestions());
  const report = () => town.stages.learning(TOWN_DAY, TOWN_DAY, SYSTEM_SCOPE);

  /** Driving times of tomorrow's ten o'clock between all boarding points together, as offers are made of them. */
  async function tomorrow(): Promise<number> {
    const places = await town.store.read(SYSTEM_SCOPE, (tables) => tables.places.listBoardingPoints());
    const points = places.map(({ id, coordinates }) => ({ id, ...coordinates }));
    const { indices, times } = await town.matrix.locate(points, '2026-11-25');
    const { seconds } = times.layers.findLast(({ fromSecond }) => fromSecond <= 10 * 3600)!;
    const sum = (row: number) => indices.reduce((total, to) => total + seconds[row * times.stride + to]!, 0);
    return indices.reduce((total, from) => total + sum(from), 0);
  }

  it('its legs are recorded once, and the report says how much longer they took than planned', async () => {
    expect(await record()).toBeGreaterThan(60);
    expect(await record()).toBe(0);
    const { rows, leftOut } = await report();
    const legs = rows.reduce((sum, row) => sum + row.legs, 0);
    expect(legs).toBeGreaterThan(50);
    expect(leftOut.tooFarOff).toBeLessThan(legs / 10);
    for (const row of rows.filter(({ legs }) => legs >= 5)) {
      expect(row.medianRatio, JSON.stringify(row)).toBeGreaterThan(SLOWNESS - 0.05);
      expect(row.medianRatio, JSON.stringify(row)).toBeLessThan(MOST_MEASURED);
    }
  });

  it('it speaks for slower roads, and nothing changes by itself', async () => {
    await renewSuggestions({ ...town, ids: new CountedIds() }, TOWN_DAY, town.clock.now());
    const suggestions = await readSuggestions();
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { factor, standing, season } of suggestions) {
      expect(factor).toBeLessThanOrEqual(Math.round(100 / (SLOWNESS - 0.05)) / 100);
      expect(factor).toBeGreaterThan(1 / MOST_MEASURED);
      expect([standing, season]).toEqual(['open', 'autumn']);
    }
    const before = await tomorrow();
    await town.roadDesk.refresh();
    expect(await tomorrow()).toBe(before);
  });

  it('accepted by a dispatcher: offers are made of the longer times; taken back: of the old ones', async () => {
    const before = await tomorrow();
    const decide = async ({ id }: RoadSuggestion, decision: 'accept' | 'withdraw') => {
      const decided = await town.roadDesk.learning.decide(id, decision, SYSTEM_ACTOR);
      if (!decided.ok) throw new Error(decided.reason.code);
      await decided.value.replanned;
    };
    const byDay = (await readSuggestions()).filter(({ hours }) => hours === 'day');
    const [most] = byDay.sort((a, b) => b.legs - a.legs);
    await decide(most!, 'accept');
    expect(await tomorrow()).toBeGreaterThan(before * 1.01);
    await decide(most!, 'withdraw');
    expect(await tomorrow()).toBe(before);
    expect((await readSuggestions()).map(({ standing }) => standing)).toContain('withdrawn');
  }, 60_000);
});
