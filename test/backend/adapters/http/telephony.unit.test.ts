import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCall } from '../../../../backend/adapters/http/callSignature.ts';
import { callCardSchema, callsAnswerSchema } from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { samplePerson } from '../../../support/sampleRows.ts';

const NUMBER = '0242-00-7777';
const HOME = samplePerson().home;

/** A couple with one number, and somebody alone. */
const HARU = samplePerson({
  id: 'haru',
  givenName: 'ハル',
  givenKana: 'はる',
  phone: NUMBER,
  householdId: 'pair',
});
const GORO = samplePerson({
  id: 'goro',
  givenName: '五郎',
  givenKana: 'ごろう',
  phone: '',
  householdId: 'pair',
});
const ALONE = samplePerson({
  id: 'alone',
  familyName: '星',
  familyKana: 'ほし',
  phone: '090-0000-0001',
  householdId: 'own',
});

describe('calls over HTTP', () => {
  let house: House;
  let operator: HouseClient;
  let other: HouseClient;
  let number = 0;

  beforeAll(async () => {
    house = await openHouse();
    await house.store.write(SYSTEM_SCOPE, ({ people }) =>
      people.insertMany([HARU, GORO, ALONE].map((person) => ({ ...person, home: HOME }))),
    );
    operator = await house.signIn({ role: 'operator', login: 'aya' });
    other = await house.signIn({ role: 'operator', login: 'ben' });
  });
  afterAll(() => house.close());

  /** A report as a telephone system sends it. */
  function report(
    given: Record<string, unknown>,
    forge: { secret?: string; at?: number; body?: string } = {},
  ) {
    const body = JSON.stringify({ line: 'line', ...given });
    const timestamp = String(Math.floor((forge.at ?? house.wallClock.now()) / 1000));
    const signature = signCall(forge.secret ?? 'line secret', timestamp, body);
    return house.stranger().send('POST', '/api/v1/telephony/calls', forge.body ?? body, {
      'Content-Type': 'application/json',
      'X-Ainori-Timestamp': timestamp,
      'X-Ainori-Signature': `sha256=${signature}`,
    });
  }
  /** A new call, at an operator's telephone unless said otherwise. */
  async function ring(given: Record<string, unknown> = {}): Promise<string> {
    number += 1;
    const id = `call-${number}`;
    const call = { id, state: 'ringing', number: NUMBER, operator: 'aya', ...given };
    expect((await report(call)).status).toBe(202);
    return id;
  }
  const listed = async (client: HouseClient) =>
    callsAnswerSchema.parse((await client.get('/api/v1/telephony/calls')).body).calls;
  const find = async (client: HouseClient, id: string) =>
    (await listed(client)).find((call) => call.id === id);
  const confirm = (client: HouseClient, id: string, body: object = {}) =>
    client.post(`/api/v1/telephony/calls/${id}/confirm`, body);
  const readLog = async () =>
    (await house.store.read(SYSTEM_SCOPE, ({ events }) => events.readAfter(undefined, 100_000))).filter(
      ({ body }) => body.type === 'RiderRead',
    );

  it('a call of a known number: on the screen with the number and how many have it, and nothing else', async () => {
    const id = await ring();
    const call = await find(operator, id);
    expect(call).toMatchObject({
      state: 'ringing',
      number: NUMBER,
      isKnown: true,
      peopleCount: 2,
      isMine: true,
    });
    const shown = JSON.stringify(call);
    for (const personal of ['佐藤', 'ハル', 'はる', 'haru', '塔寺', '1944'])
      expect(shown).not.toContain(personal);
  });

  it('another operator: does not see it; a call of nobody in particular is on every desk', async () => {
    const mine = await ring();
    const everybody = await ring({ operator: null });
    expect(await find(other, mine)).toBeUndefined();
    expect(await find(other, everybody)).toBeDefined();
    expect(await find(operator, everybody)).toBeDefined();
  });

  it('lifted by another operator: it goes over to their screen', async () => {
    const id = await ring({ operator: null });
    await report({ id, state: 'answered', number: NUMBER, operator: 'ben' });
    expect(await find(operator, id)).toBeUndefined();
    expect(await find(other, id)).toMatchObject({ state: 'answered', isMine: true });
  });

  it('a desk telephone that an operator has taken: its calls come to them', async () => {
    await other.post('/api/v1/telephony/stations', { station: '11' });
    const id = await ring({ operator: null, station: '11' });
    expect(await find(other, id)).toBeDefined();
    expect(await find(operator, id)).toBeUndefined();
    expect((await other.get('/api/v1/telephony/stations')).body).toEqual({ station: '11' });
  });

  it.each([
    ['with the country code', '+81242007777'],
    ['in full-width digits', '０２４２－００－７７７７'],
    ['without hyphens', '0242007777'],
    ['as a SIP address', 'sip:0242007777@provider.example'],
  ])('the number %s: the same household', async (_, written) => {
    expect(await find(operator, await ring({ number: written }))).toMatchObject({
      peopleCount: 2,
      number: NUMBER,
    });
  });

  it.each([null, '', 'anonymous', '非通知'])('withheld (%s): no number, nobody known', async (withheld) => {
    const call = await find(operator, await ring({ number: withheld }));
    expect(call).toMatchObject({ number: null, isKnown: false, peopleCount: 0 });
  });

  it('the operator heard who it is: the household with its rides, and who read whom is written down', async () => {
    const id = await ring();
    const before = (await readLog()).length;
    const card = callCardSchema.parse((await confirm(operator, id, { saidName: 'さとうハル' })).body);
    expect(card.people.map((person) => person.id).sort()).toEqual(['goro', 'haru']);
    expect(card.call.isConfirmed).toBe(true);
    const read = (await readLog()).slice(before);
    expect(read.map(({ personId }) => personId).sort()).toEqual(['goro', 'haru']);
    expect(read[0]!.body).toEqual({ type: 'RiderRead', callId: id });
  });

  it('a name that nobody there has: refused beside the field, nothing shown, nothing logged', async () => {
    const id = await ring();
    const before = (await readLog()).length;
    const answer = await confirm(operator, id, { saidName: 'たかはし' });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'callerNotFound', field: 'saidName' });
    expect(JSON.stringify(answer.body)).not.toContain('佐藤');
    expect((await find(operator, id))!.isConfirmed).toBe(false);
    expect((await readLog()).length).toBe(before);
  });

  it("another operator's call: cannot be opened", async () => {
    expect((await confirm(other, await ring())).body.code).toBe('unknownCall');
  });

  it('an unknown number: found by search, and the number kept with the rider', async () => {
    const id = await ring({ number: '0242-00-8888' });
    const card = callCardSchema.parse(
      (await confirm(operator, id, { personId: 'alone', caller: 'self' })).body,
    );
    expect(card).toMatchObject({
      canSaveNumber: true,
      people: [{ id: 'alone' }],
      call: { personId: 'alone' },
    });
    const saved = await operator.post(`/api/v1/telephony/calls/${id}/number`, { personId: 'alone' });
    expect(callCardSchema.parse(saved.body)).toMatchObject({
      canSaveNumber: false,
      people: [{ phone: '090-0000-0001', otherPhones: ['0242-00-8888'], revision: 2 }],
    });
    expect(await find(operator, await ring({ number: '0242008888' }))).toMatchObject({ peopleCount: 1 });
  });

  it('the same report twice, and an older one late: nothing changes', async () => {
    const id = await ring();
    await report({ id, state: 'ended', number: NUMBER, operator: 'aya' });
    const once = await find(operator, id);
    await report({ id, state: 'ended', number: NUMBER, operator: 'aya' });
    await report({ id, state: 'answered', number: NUMBER, operator: 'ben' });
    expect(await find(operator, id)).toEqual(once);
    expect(once).toMatchObject({ state: 'ended', answeredAt: null });
  });

  it('put away: off the screen', async () => {
    const id = await ring();
    expect((await operator.post(`/api/v1/telephony/calls/${id}/close`, {})).status).toBe(204);
    expect(await find(operator, id)).toBeUndefined();
  });

  it.each([
    ['under another secret', { secret: 'guess' }, 'badSignature'],
    [
      'with a changed body',
      { body: '{"line":"line","id":"x","state":"ringing","number":"1"}' },
      'badSignature',
    ],
    ['six minutes old', { at: -6 }, 'signatureTooOld'],
    ['six minutes ahead', { at: 6 }, 'signatureTooOld'],
  ])(
    'a report %s: refused',
    async (_, { at, ...forge }: { secret?: string; body?: string; at?: number }, code) => {
      const moment = at === undefined ? {} : { at: house.wallClock.now() + at * 60_000 };
      const answer = await report(
        { id: 'forged', state: 'ringing', number: NUMBER },
        { ...forge, ...moment },
      );
      expect(answer.status).toBe(401);
      expect(answer.body.code).toBe(code);
      expect(await find(operator, 'forged')).toBeUndefined();
    },
  );

  it('a line that is not set up: refused', async () => {
    expect((await report({ id: 'x', state: 'ringing', line: 'other' })).body.code).toBe('unknownLine');
  });

  it('a socket: rung for its own calls, not for those of others', async () => {
    const [own, foreign] = await Promise.all([operator.connect(), other.connect()]);
    let rungAtOther = 0;
    foreign.on('call:ring', () => {
      rungAtOther += 1;
    });
    const rung = new Promise<void>((resolve) => own.once('call:ring', () => resolve()));
    await ring();
    await rung;
    // A call of its own afterwards proves that the other desk listens.
    const rungOther = new Promise<void>((resolve) => foreign.once('call:ring', () => resolve()));
    await ring({ operator: 'ben' });
    await rungOther;
    expect(rungAtOther).toBe(1);
    own.close();
    foreign.close();
  });
});
