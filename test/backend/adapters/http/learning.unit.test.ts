import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  learningAnswerSchema,
  roadsStateViewSchema,
  suggestionDecidedAnswerSchema,
} from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { PerformedLeg } from '../../../../backend/domain/road/performedLeg.ts';
import { renewSuggestions } from '../../../../backend/reporting/index.ts';
import { CountedIds } from '../../../../backend/simulation/index.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

/** Thirty mornings' legs on national roads, a quarter longer than planned; and one that was forgotten. */
const LEGS: readonly PerformedLeg[] = Array.from({ length: 31 }, (_, i) => ({
  id: `stop-${i}`,
  day: TOWN_DAY,
  departure: 8 * 3600,
  performedSeconds: i === 30 ? 9000 : 750 + i,
  roadSeconds: 600,
  plannedSeconds: 600,
  shares: { trunk: 0.9, minor: 0.1 },
}));

describe('learning over HTTP', () => {
  let house: House;
  let dispatcher: HouseClient;

  beforeAll(async () => {
    house = await openHouse();
    dispatcher = await house.signIn({ role: 'dispatcher', displayName: '渡部' });
    await house.store.write(SYSTEM_SCOPE, ({ roadLearning }) => roadLearning.insertLegs(LEGS));
    const world = { store: house.store, ids: new CountedIds() };
    await renewSuggestions(world, TOWN_DAY, house.clock.now());
  });
  afterAll(() => house.close());

  const read = async () => learningAnswerSchema.parse((await dispatcher.get('/api/v1/roads/learning')).body);
  const decide = (id: string, decision: string) =>
    dispatcher.post(`/api/v1/roads/learning/${id}/${decision}`, {});
  const readRules = async () =>
    roadsStateViewSchema
      .parse((await dispatcher.get('/api/v1/roads/state')).body)
      .today.map(({ from, learned }) => [from, learned]);

  it('the report: performed against planned, what was left out, and what it speaks for in words', async () => {
    const { rows, leftOut, suggestions } = await read();
    expect(rows).toMatchObject([{ roadClass: 'trunk', season: 'autumn', hours: 'morning', legs: 30 }]);
    expect(rows[0]!.medianRatio).toBeCloseTo(1.27, 2);
    expect(leftOut).toEqual({ tooShort: 0, tooFarOff: 1 });
    expect(suggestions).toMatchObject([{ roadClass: 'trunk', legs: 30, standing: 'open', decidedBy: null }]);
    expect(suggestions[0]!.sentence.ja).toContain('国道は、10月と11月の朝7時から9時');
  });

  it('accepted, then withdrawn: who decided, when, and the states of today follow each time', async () => {
    const { id } = (await read()).suggestions[0]!;
    expect(await readRules()).toEqual([['00:00', 0]]);
    const accepted = suggestionDecidedAnswerSchema.parse((await decide(id, 'accept')).body).suggestion;
    expect(accepted).toMatchObject({ id, standing: 'accepted' });
    expect([accepted.decidedBy, accepted.decidedAt]).not.toContain(null);
    expect(accepted.deciderName).toBe('渡部');
    // it is eight in the morning: from now until nine
    await expect.poll(readRules).toEqual([
      ['00:00', 0],
      ['08:00', 1],
      ['09:00', 0],
    ]);
    const again = await decide(id, 'accept');
    expect([again.status, again.body.code]).toEqual([409, 'suggestionDecided']);
    expect((await decide(id, 'withdraw')).body.suggestion.standing).toBe('withdrawn');
    await expect.poll(readRules).toEqual([['00:00', 0]]);
  });

  it('refused, and taken back: it waits for an answer, as if nobody had decided', async () => {
    const { id } = (await read()).suggestions[0]!;
    await decide(id, 'accept');
    await decide(id, 'withdraw');
    expect((await decide(id, 'reopen')).body.code).toBe('suggestionDecided');
    await house.store.write(SYSTEM_SCOPE, async ({ roadLearning }) => {
      const [one] = await roadLearning.listSuggestions();
      await roadLearning.saveSuggestions([{ ...one!, standing: 'open', holdsFrom: null, holdsTo: null }]);
    });
    expect((await decide(id, 'refuse')).body.suggestion.standing).toBe('refused');
    expect((await decide(id, 'reopen')).body.suggestion).toMatchObject({ standing: 'open', decidedBy: null });
    expect((await read()).suggestions).toMatchObject([{ id, standing: 'open', decidedAt: null }]);
  });

  it('refused by nobody but those who plan the roads; one that nobody made is unknown', async () => {
    const { id } = (await read()).suggestions[0]!;
    const operator = await house.signIn({ role: 'operator' });
    expect((await operator.post(`/api/v1/roads/learning/${id}/refuse`, {})).status).toBe(403);
    const unknown = await decide('nobody', 'refuse');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'unknownSuggestion']);
  });

  it.each(['?from=2026-11-25&to=2026-11-24', '?from=yesterday', '?to=2026-02-30'])(
    '%s: refused with a sentence',
    async (query) => {
      const answer = await dispatcher.get(`/api/v1/roads/learning${query}`);
      expect([400, 422]).toContain(answer.status);
      expect(answer.body.sentence.ja).not.toBe('');
    },
  );
});
