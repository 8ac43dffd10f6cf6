import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invitationAnswerSchema } from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { INVITATION_MS } from '../../../../backend/domain/proxy/proxyInvitation.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

describe('how a proxy comes to an account', () => {
  let house: House;
  let desk: HouseClient;
  let personId: string;
  let next = 0;

  beforeAll(async () => {
    house = await openHouse();
    desk = await house.signIn({ role: 'operator' });
  });
  beforeEach(() => {
    personId = house.town.people[next]!.id;
    next += 1;
  });
  afterAll(() => house.close());

  async function grant(ofPerson = personId): Promise<string> {
    const answer = await desk.post(`/api/v1/people/${ofPerson}/proxies`, {
      name: '物江 美咲',
      kind: 'family',
      consentBy: 'ご本人',
      consentOn: TOWN_DAY,
    });
    return answer.body.id;
  }
  const invite = async (grantId: string) =>
    invitationAnswerSchema.parse((await desk.post(`/api/v1/proxies/${grantId}/invitation`, {})).body);
  const own = (given: object = {}) => ({ login: `misaki${next}`, secret: 'ゆきどけのころに', ...given });
  const accept = (code: string, given: object | null = own(), client = house.stranger()) =>
    client.post('/api/v1/invitations/accept', { code, own: given });
  const check = (code: string) => house.stranger().post('/api/v1/invitations/check', { code });
  const sees = async (client: HouseClient) =>
    (await client.get('/api/v1/acting-for')).body.people.map((one: { personId: string }) => one.personId);

  it('a code read out, typed with its spaces: an account that acts for this rider', async () => {
    const { code, proxy } = await invite(await grant());
    expect(code).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(proxy).toMatchObject({ hasAccount: false, invitedUntil: expect.any(String) });
    const whose = await check(code.replaceAll(' ', '－'));
    expect(whose.body).toMatchObject({ proxyName: '物江 美咲', login: null });
    const client = house.stranger();
    const joined = await accept(code, own(), client);
    expect(joined.status).toBe(201);
    expect(joined.body).toMatchObject({ role: 'proxy', displayName: '物江 美咲', personId: null });
    expect(await sees(client)).toEqual([personId]);
    const again = house.stranger();
    expect((await again.signIn(`misaki${next}`, 'ゆきどけのころに')).status).toBe(201);
    const [listed] = (await desk.get(`/api/v1/people/${personId}/proxies`)).body.proxies;
    expect(listed).toMatchObject({ hasAccount: true, invitedUntil: null });
  });

  it('the code and its second part: in no answer but the first, in no table and no event', async () => {
    const { code, proxy } = await invite(await grant());
    const proof = code.split(' ').slice(1).join('');
    const { events, open } = await house.store.read(SYSTEM_SCOPE, async (tables) => ({
      events: await tables.events.readAfter(undefined, 100_000),
      open: await tables.proxyInvitations.listOpen([proxy.id]),
    }));
    expect(JSON.stringify(events)).not.toContain(proof);
    expect(open[0]!.hash).not.toBe(proof);
    const listed = await desk.get(`/api/v1/people/${personId}/proxies`);
    expect(JSON.stringify(listed.body)).not.toContain(code.slice(0, 4));
  });

  it('a code used twice: the second is told so and changes nothing', async () => {
    const { code } = await invite(await grant());
    await accept(code);
    const second = await accept(code, own({ login: 'somebody-else' }));
    expect(second.body).toMatchObject({ code: 'invitationUsed', field: 'code' });
    expect((await house.stranger().signIn('somebody-else', 'ゆきどけのころに')).status).toBe(401);
  });

  it('two who use one code at once: one of them has the account', async () => {
    const { code } = await invite(await grant());
    const answers = await Promise.all([accept(code), accept(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    ['login', { login: 'みさき' }, 'loginUnfit'],
    ['login', { login: 'abc' }, 'loginUnfit'],
    ['secret', { secret: 'short' }, 'secretTooShort'],
    ['secret', { login: 'misaki.monoe', secret: 'MISAKI.MONOE' }, 'secretTooShort'],
  ])('%s %j: refused beside the field, the code stays good', async (field, given, code) => {
    const made = await invite(await grant());
    expect((await accept(made.code, own(given))).body).toMatchObject({ code, field });
    expect((await accept(made.code)).status).toBe(201);
  });

  it('a user name that somebody has: refused, whoever it belongs to', async () => {
    const { code } = await invite(await grant());
    await house.signIn({ role: 'operator', login: `taken${next}` });
    const answer = await accept(code, own({ login: ` Taken${next} ` }));
    expect(answer.body).toMatchObject({ code: 'loginTaken', field: 'login' });
    const operator = house.stranger();
    expect((await operator.signIn(`taken${next}`, 'secret')).status).toBe(201);
  });

  it.each(['', '1234', '1234 5678 901a', '0000 0000 0000'])('%j: not a code', async (code) => {
    expect((await check(code)).body.code).toBe(code === '' ? 'malformedInput' : 'unknownInvitation');
  });

  it('eight wrong guesses at a code: the right one is not looked at either, for a quarter of an hour', async () => {
    const { code } = await invite(await grant());
    const wrong = `${code.slice(0, 4)} 0000 0000`;
    const guesses = await Promise.all(Array.from({ length: 10 }, () => check(wrong)));
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(2);
    expect((await accept(code)).body.code).toBe('tooManyAttempts');
    house.wallClock.moveTo(house.wallClock.now() + 15 * 60_000 + 1);
    expect((await accept(code)).status).toBe(201);
  });

  it('a new code: the one before ends; withdrawn, none is left', async () => {
    const id = await grant();
    const first = await invite(id);
    const second = await invite(id);
    expect((await check(first.code)).body.code).toBe('unknownInvitation');
    expect((await check(second.code)).status).toBe(200);
    expect((await desk.delete(`/api/v1/proxies/${id}/invitation`)).body.invitedUntil).toBeNull();
    expect((await accept(second.code)).body.code).toBe('unknownInvitation');
  });

  it('a code two weeks old: run out', async () => {
    const { code } = await invite(await grant());
    house.wallClock.moveTo(house.wallClock.now() + INVITATION_MS);
    expect((await accept(code)).body.code).toBe('unknownInvitation');
    desk = await house.signIn({ role: 'operator' });
  });

  it('an entry that has ended: gets no code, and an open code is of no use', async () => {
    const id = await grant();
    const { code } = await invite(id);
    await desk.delete(`/api/v1/proxies/${id}`);
    expect((await accept(code)).body.code).toBe('proxyEnded');
    expect((await desk.post(`/api/v1/proxies/${id}/invitation`, {})).body.code).toBe('proxyEnded');
  });

  it('a forgotten secret: a new code sets it anew, under the same user name', async () => {
    const id = await grant();
    await accept((await invite(id)).code);
    const { code } = await invite(id);
    expect((await check(code)).body.login).toBe(`misaki${next}`);
    expect((await accept(code, own({ login: '', secret: 'あたらしいことば' }))).status).toBe(201);
    expect((await house.stranger().signIn(`misaki${next}`, 'あたらしいことば')).status).toBe(201);
    expect((await house.stranger().signIn(`misaki${next}`, 'ゆきどけのころに')).status).toBe(401);
  });

  it('a new secret by a code: whoever was signed in elsewhere is not any more, whoever used the code is', async () => {
    const id = await grant();
    const [lost, found] = [house.stranger(), house.stranger()];
    await accept((await invite(id)).code, own(), lost);
    expect((await lost.get('/api/v1/session')).status).toBe(200);
    const { code } = await invite(id);
    await accept(code, own({ secret: 'あたらしいことば' }), found);
    expect((await lost.get('/api/v1/session')).body.code).toBe('signInNeeded');
    expect((await found.get('/api/v1/session')).status).toBe(200);
  });

  it('a second rider, signed in already: the same account acts for both', async () => {
    const client = house.stranger();
    const first = await accept((await invite(await grant())).code, own(), client);
    client.csrfToken = first.body.csrfToken;
    const father = house.town.people.at(-next)!.id;
    const { code } = await invite(await grant(father));
    expect((await accept(code, null, client)).status).toBe(201);
    expect((await sees(client)).sort()).toEqual([personId, father].sort());
  });

  it('nobody signed in and no user name: asked to sign in, the code stays good', async () => {
    const { code } = await invite(await grant());
    expect((await accept(code, null)).body.code).toBe('signInNeeded');
    const operator = await accept(code, null, desk);
    expect(operator.body.code).toBe('notAllowed');
    expect((await accept(code)).status).toBe(201);
  });

  it('an account that belongs to a clinic: a code never changes its secret', async () => {
    const clinic = await house.signIn({ id: `clinic-${next}`, role: 'clinic', login: `clinic${next}` });
    const { code, proxy } = await invite(await grant());
    clinic.csrfToken = (await clinic.get('/api/v1/session')).body.csrfToken;
    expect((await accept(code, null, clinic)).status).toBe(201);
    const again = await invite(proxy.id);
    expect((await check(again.code)).body.login).toBeNull();
    await accept(again.code, own());
    expect((await house.stranger().signIn(`clinic${next}`, 'secret')).status).toBe(201);
  });
});
