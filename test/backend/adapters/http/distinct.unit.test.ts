import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distinctAnswerSchema, distinctDoneSchema } from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { samplePerson } from '../../../support/sampleRows.ts';

describe('two entries that are two people, over HTTP', () => {
  let house: House;
  let desk: HouseClient;

  beforeAll(async () => {
    house = await openHouse();
    desk = await house.signIn({ role: 'operator' });
    const twins = ['one', 'two'].map((id) => samplePerson({ id, familyKana: 'ふたり', givenKana: 'べつ' }));
    await house.store.write(SYSTEM_SCOPE, ({ people }) => people.insertMany(twins));
  });
  afterAll(() => house.close());

  const isAsked = async () => {
    const { pairs } = (await desk.get('/api/v1/people/duplicates')).body;
    return pairs.some(({ people }: { people: { id: string }[] }) => people.some(({ id }) => id === 'one'));
  };
  const listed = async () => distinctAnswerSchema.parse((await desk.get('/api/v1/distinct')).body).pairs;
  const note = (otherId: string) => desk.post('/api/v1/people/one/distinct', { otherId });

  it('said: not asked about again, listed with both, and in the log with who said it', async () => {
    expect(await isAsked()).toBe(true);
    const { id } = distinctDoneSchema.parse((await note('two')).body);
    expect(await isAsked()).toBe(false);
    expect(await listed()).toMatchObject([{ id, people: [{ id: 'one' }, { id: 'two' }] }]);
    expect((await note('two')).body).toEqual({ id });
    const events = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.events.readAfter(undefined, 100_000),
    );
    expect(events.at(-1)).toMatchObject({
      personId: 'one',
      body: { type: 'DistinctNoted', otherId: 'two', distinctId: id },
    });
    expect(events.at(-1)!.actor).toMatch(/^account-/);
  });

  it('made one after all: not listed any more, and the pair is there again when that is taken back', async () => {
    const merge = { revision: 1, goneId: 'two', goneRevision: 1 };
    const merged = await desk.post('/api/v1/people/one/merge', merge);
    expect(await listed()).toEqual([]);
    await desk.delete(`/api/v1/merges/${merged.body.id}`);
    expect(await listed()).toHaveLength(1);
    expect(await isAsked()).toBe(false);
  });

  it('taken back: asked about again', async () => {
    const [pair] = await listed();
    expect((await desk.delete(`/api/v1/distinct/${pair!.id}`)).status).toBe(200);
    expect(await listed()).toEqual([]);
    expect(await isAsked()).toBe(true);
  });

  it.each([
    ['somebody who is not there', 'none', 404, 'unknownPerson'],
    ['oneself', 'one', 422, 'mergeWithSelf'],
  ])('%s: refused', async (_, otherId, status, code) => {
    const answer = await note(otherId);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await desk.delete('/api/v1/distinct/none')).body).toMatchObject({ code: 'unknownDistinct' });
  });
});
