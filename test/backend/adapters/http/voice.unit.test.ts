import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCall } from '../../../../backend/adapters/http/callSignature.ts';
import {
  callsAnswerSchema,
  type VoiceTurnInput,
  voiceAnswerSchema,
} from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { reportCall } from '../../../support/reportCall.ts';
import { samplePerson } from '../../../support/sampleRows.ts';

const NUMBER = '0242-00-7777';

describe('the voice line over HTTP', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
    const haru = samplePerson({
      id: 'haru',
      familyName: '遠藤',
      givenName: 'ハル',
      birthYear: 1943,
      phone: NUMBER,
    });
    await house.store.write(SYSTEM_SCOPE, ({ people }) => people.insertMany([haru]));
  });
  afterAll(() => house.close());

  function send(turn: Partial<VoiceTurnInput> | string, secret = 'line secret') {
    const whole = { id: 'call-1', line: 'line', number: NUMBER, turn: 1, heard: { kind: 'start' } };
    const body = typeof turn === 'string' ? turn : JSON.stringify({ ...whole, ...turn });
    const timestamp = String(Math.floor(house.wallClock.now() / 1000));
    return house.stranger().send('POST', '/api/v1/telephony/voice', body, {
      'Content-Type': 'application/json',
      'X-Ainori-Timestamp': timestamp,
      'X-Ainori-Signature': `sha256=${signCall(secret, timestamp, body)}`,
    });
  }
  const keys = (id: string, turn: number, pressed: string) =>
    send({ id, turn, heard: { kind: 'keys', keys: pressed } });

  it('a signed turn: what to say, and how to listen', async () => {
    const answer = await send({ id: 'first' });
    expect(answer.status).toBe(200);
    const view = voiceAnswerSchema.parse(answer.body);
    expect(view).toMatchObject({ turn: 1, language: 'ja', next: { do: 'listen', mostKeys: 4 } });
  });

  it.each([
    ['under another secret', () => send({ id: 'bad' }, 'guess'), 401, 'badSignature'],
    ['of a line that is not set up', () => send({ id: 'bad', line: 'other' }), 401, 'unknownLine'],
    ['without what was heard', () => send({ id: 'bad', heard: undefined as never }), 400, 'malformedInput'],
    ['with a turn 0', () => send({ id: 'bad', turn: 0 }), 400, 'malformedInput'],
    ['that is no object', () => send('[]'), 401, 'unknownLine'],
    ['that is not the next one', () => send({ id: 'bad', turn: 7 }), 409, 'turnOutOfOrder'],
  ])('a turn %s: refused by name', async (_, ask, status, code) => {
    const answer = await ask();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('put through: it rings on the desk with how far the caller came, and nothing personal', async () => {
    const operator = await house.signIn({ role: 'operator', login: 'aya' });
    await send({ id: 'through' });
    await keys('through', 2, '1943');
    const last = await keys('through', 3, '0');
    expect(voiceAnswerSchema.parse(last.body).next).toEqual({ do: 'person' });
    const { calls } = callsAnswerSchema.parse((await operator.get('/api/v1/telephony/calls')).body);
    const call = calls.find(({ id }) => id === 'through')!;
    expect(call).toMatchObject({ number: NUMBER, peopleCount: 1, isConfirmed: false, personId: null });
    expect(call.voice?.ja).toContain('ご本人の確認は済んでいます');
    expect(JSON.stringify(call)).not.toMatch(/ハル|遠藤|1943|haru/);
  });

  it('a call that did not speak to the voice line: says nothing of it', async () => {
    const operator = await house.signIn({ role: 'operator', login: 'ben' });
    await reportCall(house, { id: 'plain', number: NUMBER, operator: 'ben' });
    const { calls } = callsAnswerSchema.parse((await operator.get('/api/v1/telephony/calls')).body);
    expect(calls.find(({ id }) => id === 'plain')!.voice).toBeNull();
  });
});
