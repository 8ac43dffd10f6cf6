import { describe, expect, it } from 'vitest';
import { createApi } from '../../../screen-kit/transport/api.ts';
import type { ApiFault } from '../../../screen-kit/transport/apiFault.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** An API whose network answers what the test says, in turn. */
function apiAnswering(...answers: (() => Response | Promise<Response>)[]) {
  const sent: Sent[] = [];
  const api = createApi({
    address: 'https://desk.example/ainori/api/v1/',
    fetch: (async (url: URL, init: RequestInit) => {
      sent.push({ url: String(url), init });
      return answers[sent.length - 1]!();
    }) as typeof fetch,
  });
  return { api, sent };
}

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });
const faultOf = (work: Promise<unknown>): Promise<ApiFault> =>
  work.then(
    () => Promise.reject(new Error('was answered')),
    (cause: ApiFault) => cause,
  );

const problem = {
  type: 'about:blank',
  title: 'x',
  status: 422,
  code: 'noCapacity',
  sentence: { ja: '席がいっぱいです。', en: 'Full.' },
  action: { ja: 'ほかの時刻を。', en: 'Another time.' },
  field: 'time.at',
};

describe('createApi', () => {
  it('writes after sign-in: the token and the key go along, the path stays below the address', async () => {
    const { api, sent } = apiAnswering(
      json(201, { csrfToken: 'token-1' }),
      json(200, { ride: {}, sentence: {} }),
    );
    await api.signIn('uketsuke', 'secret');
    await api.acceptOffer('offer/1', 'key-1');
    expect(sent[1]?.url).toBe('https://desk.example/ainori/api/v1/offers/offer%2F1/accept');
    expect(sent[1]?.init.headers).toMatchObject({ 'X-Ainori-Csrf': 'token-1', 'Idempotency-Key': 'key-1' });
  });

  it('reads: carry neither token nor key', async () => {
    const { api, sent } = apiAnswering(json(201, { csrfToken: 'token-1' }), json(200, { people: [] }));
    await api.signIn('uketsuke', 'secret');
    await api.findPeople('さとう 5');
    expect(sent[1]?.url).toBe('https://desk.example/ainori/api/v1/people?q=%E3%81%95%E3%81%A8%E3%81%86+5');
    expect(Object.keys(sent[1]?.init.headers ?? {})).toEqual(['Accept']);
  });

  it('refused with problem details: the fault has code, words and field', async () => {
    const { api } = apiAnswering(json(422, problem));
    const fault = await faultOf(api.ride('r1'));
    expect([fault.kind, fault.status, fault.code, fault.field]).toEqual([
      'refused',
      422,
      'noCapacity',
      'time.at',
    ]);
    expect(fault.sentence.ja).toBe('席がいっぱいです。');
  });

  it('a proxy answers a page of its own with 502: offline, in words', async () => {
    const { api } = apiAnswering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const fault = await faultOf(api.system());
    expect([fault.kind, fault.sentence.en]).toEqual(['offline', 'The server cannot be reached.']);
  });

  it('no network: offline', async () => {
    const { api } = apiAnswering(() => Promise.reject(new TypeError('failed to fetch')));
    expect((await faultOf(api.system())).kind).toBe('offline');
  });

  it('200 with a body that is no JSON: a fault, not undefined', async () => {
    const { api } = apiAnswering(() => new Response('', { status: 200 }));
    expect((await faultOf(api.system())).code).toBe('unreadableAnswer');
  });

  it('the session ends in the middle of the work: listeners hear of it once; asking who is signed in is no such end', async () => {
    const ended = json(401, { ...problem, status: 401, code: 'signInNeeded' });
    const { api } = apiAnswering(ended, ended);
    let told = 0;
    api.onSignedOut(() => {
      told += 1;
    });
    await api.session();
    expect(told).toBe(0);
    await faultOf(api.findPlaces('駅'));
    expect(told).toBe(1);
  });

  it('nobody signed in: session answers null instead of failing', async () => {
    const { api } = apiAnswering(json(401, { ...problem, status: 401, code: 'signInNeeded' }));
    expect(await api.session()).toBeNull();
  });
});
