import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personViewSchema } from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';

describe('the register over HTTP', () => {
  let house: House;
  let aya: HouseClient;
  let ben: HouseClient;
  let placeId: string;

  beforeAll(async () => {
    house = await openHouse();
    aya = await house.signIn({ role: 'operator', displayName: '彩' });
    ben = await house.signIn({ role: 'operator', displayName: '勉' });
    placeId = house.town.region.places.find(({ kind }) => kind === 'hamlet')!.id;
  });
  afterAll(() => house.close());

  const entry = (given: object = {}) => ({
    familyName: '物江',
    givenName: 'キクエ',
    familyKana: 'モノエ',
    givenKana: 'きくえ',
    birth: '昭18',
    home: { kind: 'place', id: placeId },
    phone: '０２４２ー００ー５５５５',
    ...given,
  });
  const add = (given: object = {}) => aya.post('/api/v1/people', entry(given));
  const added = async (given: object = {}) => personViewSchema.parse((await add(given)).body);

  it('a new rider: read as people write, found at once, with the place’s municipality', async () => {
    const answer = await add({ otherPhones: ['090 0000 5555', ''] });
    expect(answer.status).toBe(201);
    const place = house.town.region.places.find(({ id }) => id === placeId)!;
    expect(answer.body).toMatchObject({
      familyKana: 'ものえ',
      birthYear: 1943,
      municipality: place.municipality,
      hamlet: place.name,
      phone: '0242-00-5555',
      otherPhones: ['090-0000-5555'],
      revision: 1,
    });
    const found = await aya.get(`/api/v1/people?${new URLSearchParams({ q: 'ものえきくえ' })}`);
    expect(found.body.people[0].id).toBe(answer.body.id);
    const log = await house.store.read(SYSTEM_SCOPE, ({ events }) => events.readAfter(undefined, 100_000));
    expect(log.at(-1)).toMatchObject({ personId: answer.body.id, body: { type: 'RiderAdded' } });
  });

  it('somebody of the same house: the household and home of the one who is there', async () => {
    const first = await added();
    const second = await added({
      givenName: '源',
      givenKana: 'げん',
      home: { kind: 'with', personId: first.id },
    });
    expect(second).toMatchObject({ householdId: first.householdId, hamlet: first.hamlet });
  });

  it.each([
    ['familyName', { familyName: ' ' }, 'nameMissing'],
    ['givenKana', { givenKana: '菊枝' }, 'kanaUnreadable'],
    ['birth', { birth: '昭和' }, 'birthYearUnreadable'],
    ['birth', { birth: '2090' }, 'birthYearUnreadable'],
    ['phone', { phone: '番号なし' }, 'phoneUnreadable'],
    ['otherPhones.0', { otherPhones: ['12'] }, 'phoneUnreadable'],
    ['home', { home: null }, 'homeMissing'],
    ['home', { home: { kind: 'place', id: 'nowhere' } }, 'unknownPlace'],
    ['home', { home: { kind: 'coordinates', at: { lon: 135, lat: 35 } } }, 'outsideRegion'],
  ])('%s %j: refused beside the field, nothing written', async (field, given, code) => {
    const before = await house.store.read(SYSTEM_SCOPE, ({ people }) => people.count());
    const answer = await add(given);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toMatchObject({ code, field });
    expect(await house.store.read(SYSTEM_SCOPE, ({ people }) => people.count())).toBe(before);
  });

  it.each([
    ['familyName', { familyName: '星'.repeat(81) }, 80],
    ['givenKana', { givenKana: 'よ'.repeat(81) }, 80],
    ['hamlet', { hamlet: '塔'.repeat(81) }, 80],
    ['houseName', { houseName: '星'.repeat(81) }, 80],
    // Few signs as typed, many as kept.
    ['familyName', { familyName: '㍿'.repeat(21) }, 80],
    ['note', { note: '待'.repeat(501) }, 500],
  ])('a %s that is too long: says how long it may be', async (field, given, most) => {
    const { status, body } = await add(given);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'textTooLong', field, details: { most } });
    expect(body.action.ja).toBe(`${most}文字までに短くしてください。`);
  });

  it('more telephones than are kept: says how many', async () => {
    const { body } = await add({ otherPhones: Array(9).fill('0242-00-1111') });
    expect(body).toMatchObject({ code: 'tooManyPhones', field: 'otherPhones', details: { most: 8 } });
  });

  it('two desks change what both have read: the second is refused, and can read what the first wrote', async () => {
    const { id, revision } = await added();
    const change = (client: HouseClient, note: string) =>
      client.post(`/api/v1/people/${id}`, { ...entry({ note, home: null }), revision });
    expect((await change(aya, '玄関で待つ')).body).toMatchObject({ note: '玄関で待つ', revision: 2 });
    const late = await change(ben, '耳が遠い');
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('staleVersion');
    expect((await ben.get(`/api/v1/people/${id}`)).body).toMatchObject({ note: '玄関で待つ', revision: 2 });
  });

  it('a change that changes nothing: no new revision', async () => {
    const { id } = await added();
    const answer = await aya.post(`/api/v1/people/${id}`, { ...entry({ home: null }), revision: 1 });
    expect(answer.body.revision).toBe(1);
  });

  it('somebody who may be there already: shown; another age is somebody else', async () => {
    const { id } = await added({ familyKana: 'しんおん', givenKana: 'じろう', phone: '' });
    const ask = (given: object) =>
      aya.post('/api/v1/people/similar', { familyKana: 'しんおん', givenKana: 'しろう', ...given });
    expect((await ask({ birth: 'S18' })).body.people.map((one: { id: string }) => one.id)).toEqual([id]);
    expect((await ask({ birth: 'S48' })).body.people).toEqual([]);
  });

  it('how a name is read: the reading that most have first', async () => {
    await added({ familyName: '読本', familyKana: 'よみもと' });
    await added({ familyName: '読本', familyKana: 'どくほん' });
    await added({ familyName: '読本', familyKana: 'よみもと' });
    const answer = await aya.get(`/api/v1/kana?${new URLSearchParams({ q: '読本' })}`);
    expect(answer.body.readings).toEqual(['よみもと', 'どくほん']);
  });

  it('two desks with one rider open: each sees the other, until the socket goes', async () => {
    const { id } = await added();
    const [a, b] = await Promise.all([aya.connect(), ben.connect()]);
    const told = (socket: typeof a) =>
      new Promise((resolve) => socket.once('rider:presence', resolve)) as Promise<{ others: unknown[] }>;
    expect(await a.emitWithAck('rider:open', { personId: id })).toMatchObject({ others: [] });
    const aTold = told(a);
    expect(await b.emitWithAck('rider:open', { personId: id })).toMatchObject({
      others: [{ displayName: '彩' }],
    });
    expect((await aTold).others).toMatchObject([{ displayName: '勉' }]);
    const aToldAgain = told(a);
    b.close();
    expect((await aToldAgain).others).toEqual([]);
    a.close();
  });
});
