import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionViewSchema } from '../../../../backend/contract/index.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { sampleAccount } from '../../../support/sampleRows.ts';

const MINUTE = 60_000;

describe('session', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    for (const login of ['anna', 'bert', 'carl']) {
      await house.store.accounts.save(sampleAccount({ id: login, login, role: 'operator' }), 'secret');
    }
  });
  afterAll(() => house.close());

  it('right secret: a session in a cookie that no script can read', async () => {
    const client = house.stranger();
    const answer = await client.signIn('anna', 'secret');
    expect(answer.status).toBe(201);
    expect(sessionViewSchema.parse(answer.body).role).toBe('operator');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^ainori_session=[\w-]{16,}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=50400$/);
    expect((await client.get('/api/v1/session')).body.accountId).toBe('anna');
  });

  it('behind a proxy that speaks https: the cookie is Secure', async () => {
    const proxied = await openHouse({ deps: { trustedProxies: 1 } });
    await proxied.store.accounts.save(sampleAccount({ login: 'anna' }), 'secret');
    const answer = await proxied
      .stranger()
      .post('/api/v1/session', { login: 'anna', secret: 'secret' }, { 'X-Forwarded-Proto': 'https' });
    expect(answer.headers.get('set-cookie')).toContain('; Secure');
    await proxied.close();
  });

  it('wrong secret or unknown login: the same refusal, no cookie', async () => {
    const wrong = await house.stranger().signIn('anna', 'guess');
    const unknown = await house.stranger().signIn('nobody', 'guess');
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrongSignIn']);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('twenty guesses at once: eight are judged, then the door is shut for a quarter of an hour', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => house.stranger().signIn('bert', 'guess')),
    );
    const statuses = guesses.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
    expect(statuses.filter((status) => status === 429)).toHaveLength(12);
    expect((await house.stranger().signIn('bert', 'secret')).body.code).toBe('tooManyAttempts');
    house.wallClock.moveTo(house.wallClock.now() + 15 * MINUTE + 1);
    expect((await house.stranger().signIn('bert', 'secret')).status).toBe(201);
  });

  it('signed out: the old cookie opens nothing', async () => {
    const client = house.stranger();
    await client.signIn('anna', 'secret');
    const cookie = client.cookie;
    expect((await client.delete('/api/v1/session')).status).toBe(204);
    client.cookie = cookie;
    expect((await client.get('/api/v1/session')).status).toBe(401);
  });

  it('signed in again: the session before ends', async () => {
    const client = house.stranger();
    await client.signIn('anna', 'secret');
    const first = client.cookie;
    await client.signIn('anna', 'secret');
    expect(client.cookie).not.toBe(first);
    client.cookie = first;
    expect((await client.get('/api/v1/session')).status).toBe(401);
  });

  it('fourteen hours later: the session has run out', async () => {
    const client = house.stranger();
    await client.signIn('carl', 'secret');
    house.wallClock.moveTo(house.wallClock.now() + 14 * 60 * MINUTE);
    expect((await client.get('/api/v1/session')).status).toBe(401);
  });

  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port', { Origin: 'http://127.0.0.1:1' }],
    ['no origin at all but a foreign page', { Origin: 'null' }],
    ['our own page without the token', { 'X-Ainori-Csrf': '' }],
    ['our own page with the token of another session', { 'X-Ainori-Csrf': 'x'.repeat(43) }],
  ])('a write from %s: refused', async (_name, headers) => {
    const client = await house.signIn({ role: 'operator' });
    const answer = await client.post('/api/v1/rides/some-ride/cancel', { reason: 'weather' }, headers);
    expect([answer.status, answer.body.code]).toEqual([403, 'crossSiteRequest']);
  });

  it('a sign-in form on another site: refused', async () => {
    const secret = { login: 'anna', secret: 'secret' };
    const answer = await house.stranger().post('/api/v1/session', secret, { Origin: 'https://evil.example' });
    expect(answer.body.code).toBe('crossSiteRequest');
  });

  it('pages of any kind: only our own scripts may run, and nobody may frame them', async () => {
    const { headers } = await house.stranger().get('/');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
