import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { proxiesAnswerSchema, proxyViewSchema } from '../../../../backend/contract/index.ts';
import { type Role, SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { Person } from '../../../../backend/domain/person/person.ts';
import { addDays } from '../../../../backend/domain/units/time.ts';
import type { HouseAnswer, HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

describe('proxies over HTTP', () => {
  let house: House;
  let desk: HouseClient;
  let rider: Person;
  let stranger: Person;
  let nextRider = 0;

  beforeAll(async () => {
    house = await openHouse();
    desk = await house.signIn({ role: 'operator' });
  });
  beforeEach(() => {
    rider = house.town.people[nextRider]!;
    stranger = house.town.people.at(-1 - nextRider)!;
    nextRider += 1;
  });
  afterAll(() => house.close());

  const entry = (given: object = {}) => ({
    name: '物江 美咲',
    kind: 'family',
    relation: '娘',
    phone: '090-0000-5555',
    consentBy: 'ご本人',
    consentOn: TOWN_DAY,
    ...given,
  });
  const path = (person = rider) => `/api/v1/people/${person.id}/proxies`;
  const add = (given: object = {}, by = desk) => by.post(path(), entry(given));
  const added = async (given: object = {}) => proxyViewSchema.parse((await add(given)).body);
  const listed = async () => proxiesAnswerSchema.parse((await desk.get(path())).body);
  const ask = (given: object = {}, by = desk): Promise<HouseAnswer> => {
    const points = house.town.region.boardingPoints;
    return by.post('/api/v1/requests', {
      channel: 'phone',
      personId: rider.id,
      from: { kind: 'boardingPoint', id: points[0]!.id },
      to: { kind: 'boardingPoint', id: points[1]!.id },
      time: { kind: 'departAfter', day: TOWN_DAY, at: '11:00' },
      ...given,
    });
  };
  const cancel = (rideId: string, by: object | null, client = desk) =>
    client.post(`/api/v1/rides/${rideId}/cancel`, { reason: 'riderAsked', by });
  const kept = (id: string) => house.store.read(SYSTEM_SCOPE, ({ rides }) => rides.find(id));
  const log = async (personId: string) => {
    const events = await house.store.read(SYSTEM_SCOPE, (tables) =>
      tables.events.readAfter(undefined, 100_000),
    );
    return events.filter((event) => event.personId === personId);
  };
  const asked = async (given: object = {}) => {
    const answer = await ask(given);
    expect(answer.status).toBe(201);
    return answer.body.requestId as string;
  };

  it('the daughter, written down in the call: listed for this rider with her number, in the log without her name', async () => {
    const daughter = await added();
    expect(daughter).toMatchObject({
      name: '物江 美咲',
      phone: '090-0000-5555',
      isValid: true,
      validFrom: TOWN_DAY,
      endedAt: null,
    });
    expect(daughter.scope).toEqual({ kind: 'people', personIds: [rider.id] });
    expect((await listed()).proxies.map(({ id }) => id)).toEqual([daughter.id]);
    const event = (await log(rider.id)).at(-1)!;
    expect(event.body).toEqual({ type: 'ProxyAdded', grantId: daughter.id });
    expect(JSON.stringify(event)).not.toContain('美咲');
  });

  it.each([
    ['name', { name: ' ' }, 'malformedInput'],
    ['kind', { kind: 'neighbour' }, 'malformedInput'],
    ['phone', { phone: '番号なし' }, 'phoneUnreadable'],
    ['acts', { acts: [] }, 'malformedInput'],
    ['consentBy', { consentBy: '' }, 'malformedInput'],
    ['consentOn', { consentOn: addDays(TOWN_DAY, 1) }, 'malformedInput'],
    ['consentOn', { consentOn: '2026-02-30' }, 'malformedInput'],
    ['validUntil', { validUntil: addDays(TOWN_DAY, -1) }, 'proxyEndsTooEarly'],
    ['accountId', { accountId: 'nobody-there' }, 'malformedInput'],
    ['scope', { scope: { kind: 'people', personIds: [] } }, 'proxyScopeEmpty'],
    ['scope', { scope: { kind: 'residents', municipalities: [] } }, 'proxyScopeEmpty'],
    ['scope', { scope: { kind: 'clinicPatients', clinicId: 'far-away' } }, 'proxyOutsideScope'],
  ])('%s %j: refused beside the field, nothing written', async (field, given, code) => {
    const answer = await add(given);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toMatchObject({ code, field });
    expect((await listed()).proxies).toEqual([]);
  });

  it.each([
    ['as it was', {}],
    ['with other spaces', { name: '物江美咲' }],
    ['with the number written otherwise', { phone: '０９０００００５５５５' }],
    ['from tomorrow', { validFrom: addDays(TOWN_DAY, 1) }],
  ])('the same proxy again, %s: refused beside the name, one entry', async (_, given) => {
    await added();
    expect((await add(given)).body).toMatchObject({ code: 'proxyAlreadyThere', field: 'name' });
    expect((await listed()).proxies).toHaveLength(1);
  });

  it('somebody of the same name with another number, and the same one once the entry is over: written down', async () => {
    const { id } = await added({ validUntil: addDays(TOWN_DAY, 3) });
    await added({ phone: '090-0000-5556' });
    await added({ validFrom: addDays(TOWN_DAY, 4) });
    await added({ name: '物江 美咲子' });
    expect((await listed()).proxies).toHaveLength(4);
    await desk.delete(`/api/v1/proxies/${id}`);
    await added({ validUntil: addDays(TOWN_DAY, 3) });
  });

  it('a second rider who is not known: refused', async () => {
    const scope = { kind: 'people', personIds: [rider.id, 'nobody'] };
    expect((await add({ scope })).body).toMatchObject({ code: 'unknownPerson', field: 'scope.personIds' });
  });

  it('the daughter books: kept with the ride by name, in the log by her entry', async () => {
    const { id } = await added();
    const rideId = await asked({ proxyId: id });
    expect((await kept(rideId))?.bookedBy).toEqual({ grantId: id, kind: 'family', name: '物江 美咲' });
    const view = (await desk.get(`/api/v1/rides/${rideId}`)).body.ride;
    expect(view.bookedBy).toEqual({ kind: 'family', name: '物江 美咲' });
    const event = (await log(rider.id)).find(({ body }) => body.type === 'RideRequested')!;
    expect(event.body).toEqual({
      type: 'RideRequested',
      by: { who: 'proxy', grantId: id, kind: 'family' },
    });
  });

  it('the way home asked for in the same call: booked by her, too', async () => {
    const { id } = await added();
    const answer = await ask({ proxyId: id, return: { kind: 'willCall' } });
    expect((await kept(answer.body.return.requestId))?.bookedBy?.grantId).toBe(id);
  });

  it('nobody named: the rider', async () => {
    expect((await kept(await asked()))?.bookedBy).toBeNull();
  });

  it.each([
    ['of another rider', () => ({ scope: null }), 'proxyOutsideScope'],
    ['who may only see rides', () => ({ acts: ['seeRides'] }), 'proxyActNotGranted'],
    ['from tomorrow', () => ({ validFrom: addDays(TOWN_DAY, 1) }), 'proxyNotYetValid'],
    [
      'until yesterday',
      () => ({ validFrom: addDays(TOWN_DAY, -9), validUntil: addDays(TOWN_DAY, -1) }),
      'proxyExpired',
    ],
  ])('a proxy %s: refused with the reason, no ride', async (name, given, code) => {
    const { id } = await added(given());
    const personId = name === 'of another rider' ? stranger.id : rider.id;
    const answer = await ask({ personId, proxyId: id });
    expect(answer.body).toMatchObject({ code, field: 'proxyId' });
    expect((await log(personId)).some(({ body }) => body.type === 'RideRequested')).toBe(false);
  });

  it('ended: no more bookings; taken back in time: bookings again; too late: it stays ended', async () => {
    const { id } = await added();
    expect((await desk.delete(`/api/v1/proxies/${id}`)).body).toMatchObject({ isValid: false });
    expect((await ask({ proxyId: id })).body.code).toBe('proxyEnded');
    expect((await desk.post(`/api/v1/proxies/${id}/restore`, {})).body).toMatchObject({ isValid: true });
    expect((await ask({ proxyId: id })).status).toBe(201);
    await desk.delete(`/api/v1/proxies/${id}`);
    house.clock.moveTo(house.clock.now() + 16_000);
    expect((await desk.post(`/api/v1/proxies/${id}/restore`, {})).body.code).toBe('undoTooLate');
    const types = (await log(rider.id)).map(({ body }) => body.type);
    expect(types.filter((type) => type.startsWith('Proxy'))).toEqual([
      'ProxyAdded',
      'ProxyEnded',
      'ProxyRestored',
      'ProxyEnded',
    ]);
  });

  it('a proxy nobody knows: not found', async () => {
    expect((await desk.delete('/api/v1/proxies/none')).status).toBe(404);
    expect((await ask({ proxyId: 'none' })).body).toMatchObject({ code: 'unknownProxy' });
  });

  describe('a cancel by somebody else', () => {
    const neighbour = { who: 'other', name: '隣の五十嵐' };
    const setPin = (pin: string) => desk.put(`/api/v1/people/${rider.id}/pin`, { pin });

    it('a proxy: by the entry', async () => {
      const { id } = await added();
      const rideId = await asked();
      const answer = await cancel(rideId, { who: 'proxy', proxyId: id });
      expect(answer.body.ride).toMatchObject({
        status: 'cancelled',
        cancelledBy: { kind: 'family', name: '物江 美咲' },
      });
      expect((await log(rider.id)).at(-1)?.body).toMatchObject({
        type: 'RideCancelled',
        by: { who: 'proxy', grantId: id },
      });
    });

    it('a proxy who may only book: refused, the ride stands', async () => {
      const { id } = await added({ acts: ['book'] });
      const rideId = await asked();
      const answer = await cancel(rideId, { who: 'proxy', proxyId: id });
      expect(answer.body).toMatchObject({ code: 'proxyActNotGranted', field: 'by.proxyId' });
      expect((await kept(rideId))?.status).toBe('offered');
    });

    it('a PIN: asked for, a wrong one refused, the right one cancels; never on the wire or in the log', async () => {
      expect((await setPin('4711')).body).toEqual({ hasPin: true });
      expect((await listed()).hasPin).toBe(true);
      const rideId = await asked();
      expect((await cancel(rideId, neighbour)).body).toMatchObject({ code: 'pinNeeded', field: 'by.pin' });
      const birth = { ...neighbour, birthYear: rider.birthYear };
      expect((await cancel(rideId, birth)).body.code).toBe('pinNeeded');
      const wrong = await cancel(rideId, { ...neighbour, pin: '1234' });
      expect(wrong.body).toMatchObject({ code: 'wrongPin', field: 'by.pin', details: { left: 4 } });
      expect((await kept(rideId))?.status).toBe('offered');
      const right = await cancel(rideId, { ...neighbour, pin: '4711' });
      expect(right.body.ride).toMatchObject({ status: 'cancelled', cancelledBy: { kind: null } });
      const events = JSON.stringify(await log(rider.id));
      expect(events).toContain('"by":"pin","isRight":false');
      expect(events).toContain('"by":"pin","isRight":true');
      expect(events).not.toMatch(/4711|1234|五十嵐/);
    });

    it('no PIN: the year of birth, written down', async () => {
      const rideId = await asked();
      expect((await cancel(rideId, neighbour)).body).toMatchObject({
        code: 'birthYearNeeded',
        field: 'by.birthYear',
      });
      const wrong = await cancel(rideId, { ...neighbour, birthYear: rider.birthYear + 1 });
      expect(wrong.body).toMatchObject({ code: 'wrongBirthYear', field: 'by.birthYear' });
      const right = await cancel(rideId, { ...neighbour, birthYear: rider.birthYear });
      expect(right.body.ride.status).toBe('cancelled');
      expect((await log(rider.id)).map(({ body }) => body)).toContainEqual({
        type: 'CallerChecked',
        by: 'birthYear',
        isRight: true,
      });
    });

    it('five wrong answers: the sixth is not looked at, right or not; a quarter of an hour later it is', async () => {
      await setPin('4711');
      const rideId = await asked();
      for (let i = 0; i < 5; i++) await cancel(rideId, { ...neighbour, pin: `000${i}` });
      const sixth = await cancel(rideId, { ...neighbour, pin: '4711' });
      expect(sixth.status).toBe(429);
      expect(sixth.body).toMatchObject({ code: 'tooManyPinAttempts', field: 'by.pin' });
      house.wallClock.moveTo(house.wallClock.now() + 15 * 60_000 + 1);
      expect((await cancel(rideId, { ...neighbour, pin: '4711' })).body.ride.status).toBe('cancelled');
    });

    it.each(['471', '47111', '４７１１', 'abcd'])('the PIN %s: not four digits, refused', async (pin) => {
      expect((await setPin(pin)).body).toMatchObject({ code: 'malformedInput', field: 'pin' });
      expect((await listed()).hasPin).toBe(false);
    });

    it('a PIN removed: the year of birth is asked for again', async () => {
      await setPin('4711');
      expect((await desk.delete(`/api/v1/people/${rider.id}/pin`)).body).toEqual({ hasPin: false });
      expect((await cancel(await asked(), neighbour)).body.code).toBe('birthYearNeeded');
    });

    it('a cancellation taken back: nobody has cancelled any more', async () => {
      const { id } = await added();
      const rideId = await asked();
      const offer = (await house.store.read(SYSTEM_SCOPE, ({ offers }) => offers.listByRide(rideId)))[0]!;
      await desk.post(`/api/v1/offers/${offer.id}/accept`, {});
      await cancel(rideId, { who: 'proxy', proxyId: id });
      const undone = await desk.post('/api/v1/rides/undo', { what: 'cancellation', rideIds: [rideId] });
      expect(undone.status).toBe(200);
      expect((await kept(rideId))?.cancelledBy).toBeNull();
    });
  });

  describe('roles', () => {
    const DESK: readonly Role[] = ['operator', 'dispatcher', 'administrator'];
    const ROLES: readonly Role[] = [...DESK, 'clinic', 'municipality', 'rider', 'driver'];

    it.each(ROLES)(
      '%s: only the desk writes down, ends, sets a PIN, or books under another name',
      async (role) => {
        const { id } = await added();
        const client = await house.signIn({
          role,
          personId: rider.id,
          clinicId: rider.clinicId,
          municipalities: DESK.includes(role) ? [] : [rider.municipality],
        });
        const isDesk = DESK.includes(role);
        const channel = role === 'clinic' ? 'clinic' : role === 'rider' ? 'web' : 'phone';
        const statuses = [
          (await add({ phone: '090-0000-5556' }, client)).status,
          (await client.put(`/api/v1/people/${rider.id}/pin`, { pin: '4711' })).status,
          (await ask({ proxyId: id, channel }, client)).status,
          (await client.delete(`/api/v1/proxies/${id}`)).status,
          (await client.post(`/api/v1/proxies/${id}/restore`, {})).status,
        ];
        expect(statuses).toEqual(isDesk ? [201, 200, 201, 200, 200] : [403, 403, 403, 403, 403]);
      },
    );

    it('a desk of another municipality: does not see the rider’s people and ends none of them', async () => {
      const { id } = await added();
      const far = await house.signIn({ role: 'operator', municipalities: ['00000'] });
      expect((await far.get(path())).status).toBe(404);
      expect((await far.delete(`/api/v1/proxies/${id}`)).status).toBe(404);
      expect((await listed()).proxies[0]!.isValid).toBe(true);
    });

    it('a rider: sees who may book for them, and never whether there is a PIN', async () => {
      await added();
      await desk.put(`/api/v1/people/${rider.id}/pin`, { pin: '4711' });
      const own = await house.signIn({ role: 'rider', personId: rider.id });
      const view = proxiesAnswerSchema.parse((await own.get(path())).body);
      expect(view).toMatchObject({ proxies: [{ name: '物江 美咲' }], hasPin: false });
      expect((await own.get(path(stranger))).status).toBe(404);
    });

    it('an account that is named: sees its own entries, and nobody else’s', async () => {
      const daughter = await house.signIn({ id: 'daughter-account', role: 'rider', personId: null });
      const other = await house.signIn({ role: 'rider', personId: null });
      const { id } = await added({ accountId: 'daughter-account' });
      expect((await daughter.get('/api/v1/proxies')).body.proxies).toMatchObject([{ id }]);
      expect((await other.get('/api/v1/proxies')).body.proxies).toEqual([]);
    });
  });
});
