import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { Person } from '../../../../backend/domain/person/person.ts';
import {
  PROXY_ACTS,
  PROXY_KINDS,
  type ProxyAct,
  type ProxyKind,
} from '../../../../backend/domain/proxy/proxyGrant.ts';
import { addDays } from '../../../../backend/domain/units/time.ts';
import type { HouseAnswer, HouseClient } from '../../../support/houseClient.ts';
import type { House } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

const SCOPES = ['people', 'clinicPatients', 'residents'] as const;
type ScopeKind = (typeof SCOPES)[number];

/** Every set of acts but the empty one. */
const ACT_SETS: readonly (readonly ProxyAct[])[] = Array.from({ length: 7 }, (_, i) =>
  PROXY_ACTS.filter((_act, bit) => ((i + 1) >> bit) & 1),
);
const MATRIX = PROXY_KINDS.flatMap((kind) =>
  SCOPES.flatMap((scope) => ACT_SETS.map((acts) => ({ kind, scope, acts: [...acts], name: acts.join('+') }))),
);

/** A name that nobody else has. */
function kanaOf(number: number): string {
  return [...String(number).padStart(4, '0')].map((digit) => 'あいうえおかきくけこ'[Number(digit)]).join('');
}

/** Accounts that act for riders by grants, on any store. */
export function actingForSuite(open: () => Promise<House>): void {
  let house: House;
  let desk: HouseClient;
  let daughter: HouseClient;
  let rider: Person;
  let stranger: Person;
  let patient: Person;
  let next = 0;
  let accountId = '';

  beforeAll(async () => {
    house = await open();
    desk = await house.signIn({ role: 'operator' });
    patient = house.town.people.find(({ clinicId }) => clinicId !== null)!;
  });
  beforeEach(async () => {
    next += 1;
    rider = {
      ...patient,
      id: `acted-${next}`,
      householdId: `house-${next}`,
      givenName: kanaOf(next),
      givenKana: kanaOf(next),
    };
    await house.store.write(SYSTEM_SCOPE, ({ people }) => people.insertMany([rider]));
    stranger = house.town.people.find(
      ({ id, clinicId, municipality }) =>
        id !== rider.id && clinicId !== rider.clinicId && municipality !== rider.municipality,
    )!;
    accountId = `holder-${next}`;
    daughter = await house.signIn({ id: accountId, role: 'proxy', displayName: '物江 美咲' });
  });
  afterAll(() => house.close());

  const scopeFor = (kind: ScopeKind) => {
    if (kind === 'people') return { kind, personIds: [rider.id] };
    return kind === 'clinicPatients'
      ? { kind, clinicId: rider.clinicId }
      : { kind, municipalities: [rider.municipality] };
  };
  async function grant(given: {
    kind?: ProxyKind;
    scope?: ScopeKind;
    acts?: readonly ProxyAct[];
    validFrom?: string;
    validUntil?: string;
  }): Promise<string> {
    const { kind = 'family', scope = 'people', acts = PROXY_ACTS, ...days } = given;
    const entry = { name: '物江 美咲', kind, consentBy: 'ご本人', consentOn: TOWN_DAY, accountId };
    const answer = await desk.post(`/api/v1/people/${rider.id}/proxies`, {
      ...entry,
      acts,
      scope: scopeFor(scope),
      ...days,
    });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }
  const as = (personId: string) => ({ 'X-Ainori-For': personId });
  /** Two calls of one minute may not stand in each other's way. */
  const ask = (client: HouseClient, personId: string, headers: Record<string, string>, at = '11:00') => {
    const [from, to] = house.town.region.boardingPoints;
    return client.post(
      '/api/v1/requests',
      {
        channel: client === desk ? 'phone' : 'web',
        personId,
        from: { kind: 'boardingPoint', id: from!.id },
        to: { kind: 'boardingPoint', id: to!.id },
        time: { kind: 'departAfter', day: TOWN_DAY, at },
      },
      headers,
    );
  };
  const books = (personId = rider.id, client = daughter): Promise<HouseAnswer> =>
    ask(client, personId, as(personId));
  const cancels = (rideId: string, personId = rider.id): Promise<HouseAnswer> =>
    daughter.post(`/api/v1/rides/${rideId}/cancel`, { reason: 'riderAsked' }, as(personId));
  const looks = (personId = rider.id): Promise<HouseAnswer> =>
    daughter.get(`/api/v1/rides?day=${TOWN_DAY}`, as(personId));
  async function ridden(): Promise<string> {
    const answer = await ask(desk, rider.id, {}, '15:00');
    expect(answer.status).toBe(201);
    return answer.body.requestId;
  }
  const idsOf = (answer: HouseAnswer): string[] => answer.body.rides.map(({ id }: { id: string }) => id);
  const log = async () =>
    (await house.store.read(SYSTEM_SCOPE, ({ events }) => events.readAfter(undefined, 100_000))).filter(
      ({ personId, actor }) => personId === rider.id && actor === accountId,
    );

  describe('each kind, each scope, each set of acts', () => {
    it.each(MATRIX)(
      '$kind, $scope, $name: what was granted and nothing else',
      async ({ kind, scope, acts }) => {
        const ofRider = await ridden();
        await grant({ kind, scope, acts });
        const may = (act: ProxyAct) => acts.includes(act);
        const seen = await looks();
        expect({ status: seen.status, sees: idsOf(seen).includes(ofRider) }).toEqual({
          status: 200,
          sees: may('seeRides'),
        });
        const one = await daughter.get(`/api/v1/rides/${ofRider}`, as(rider.id));
        expect(one.status).toBe(may('seeRides') ? 200 : 404);
        const booked = await books();
        expect(booked.body.code ?? booked.status).toBe(may('book') ? 201 : 'proxyActNotGranted');
        const ended = await cancels(ofRider);
        // What may not be seen cannot be named.
        const hidden = may('seeRides') ? 200 : 'unknownRide';
        expect(ended.body.code ?? ended.status).toBe(may('cancel') ? hidden : 'proxyActNotGranted');
        expect((await books(stranger.id)).body.code).toBe('proxyOutsideScope');
        if (!may('book')) return;
        const own = booked.body.requestId as string;
        expect(idsOf(await looks())).toContain(own);
        const taken = await daughter.post(
          `/api/v1/offers/${booked.body.offers[0].id}/accept`,
          {},
          as(rider.id),
        );
        expect(taken.body.ride).toMatchObject({ bookedBy: { kind, name: '物江 美咲' }, status: 'assigned' });
        const ownEnded = await cancels(own);
        expect(ownEnded.body.code ?? ownEnded.status).toBe(may('cancel') ? 200 : 'proxyActNotGranted');
      },
    );
  });

  it('nobody is named: an account of a proxy has nothing of its own', async () => {
    const ofRider = await ridden();
    await grant({});
    expect((await daughter.get(`/api/v1/rides?day=${TOWN_DAY}`)).body.rides).toEqual([]);
    expect((await daughter.get(`/api/v1/rides/${ofRider}`)).status).toBe(404);
    expect((await ask(daughter, rider.id, {})).status).toBe(403);
  });

  it('for whom: named riders are listed with what is granted, patients and residents are searched', async () => {
    await grant({ acts: ['book'] });
    const list = await daughter.get('/api/v1/acting-for');
    expect(list.body).toMatchObject({ people: [{ personId: rider.id, acts: ['book'] }], isWider: false });
    const name = `${rider.familyName} ${rider.givenName}`;
    await grant({ scope: 'clinicPatients', acts: ['seeRides'] });
    const found = await daughter.get(`/api/v1/acting-for?q=${encodeURIComponent(name)}`);
    expect(found.body.isWider).toBe(true);
    expect(found.body.people).toContainEqual(
      expect.objectContaining({ personId: rider.id, acts: ['book', 'seeRides'] }),
    );
    const other = `${stranger.familyName} ${stranger.givenName}`;
    const none = await daughter.get(`/api/v1/acting-for?q=${encodeURIComponent(other)}`);
    expect(none.body.people.map((one: { personId: string }) => one.personId)).not.toContain(stranger.id);
  });

  it('the grant is ended: the next call is refused, the offers that are open with it, and a kept answer', async () => {
    const id = await grant({});
    const asked = await books();
    const accept = () =>
      daughter.post(
        `/api/v1/offers/${asked.body.offers[0].id}/accept`,
        {},
        { ...as(rider.id), 'Idempotency-Key': id },
      );
    expect((await desk.delete(`/api/v1/proxies/${id}`)).status).toBe(200);
    expect((await accept()).body.code).toBe('proxyEnded');
    expect((await looks()).body.code).toBe('proxyEnded');
    await desk.post(`/api/v1/proxies/${id}/restore`, {});
    expect((await accept()).status).toBe(200);
    await desk.delete(`/api/v1/proxies/${id}`);
    expect((await accept()).body.code).toBe('proxyEnded');
    expect((await daughter.get('/api/v1/acting-for')).body.people).toEqual([]);
  });

  it.each([
    ['proxyNotYetValid', { validFrom: addDays(TOWN_DAY, 1) }],
    ['proxyExpired', { validFrom: addDays(TOWN_DAY, -9), validUntil: addDays(TOWN_DAY, -1) }],
  ])('%s: refused with the day', async (code, days) => {
    await grant(days);
    expect((await books()).body.code).toBe(code);
    expect((await looks()).body.code).toBe(code);
    expect((await daughter.get('/api/v1/acting-for')).body.people).toEqual([]);
  });

  describe('a ride is changed in one step', () => {
    /** Asks for another time in place of a ride, and takes the first that is offered. */
    async function changes(replaces: string): Promise<HouseAnswer> {
      const [from, to] = house.town.region.boardingPoints;
      const asked = await daughter.post(
        '/api/v1/requests',
        {
          channel: 'web',
          from: { kind: 'boardingPoint', id: from!.id },
          to: { kind: 'boardingPoint', id: to!.id },
          time: { kind: 'departAfter', day: TOWN_DAY, at: '16:00' },
          replaces,
        },
        as(rider.id),
      );
      if (asked.status !== 201) return asked;
      return daughter.post(`/api/v1/offers/${asked.body.offers[0].id}/accept`, {}, as(rider.id));
    }
    async function bookedByDaughter(): Promise<string> {
      const asked = await books();
      await daughter.post(`/api/v1/offers/${asked.body.offers[0].id}/accept`, {}, as(rider.id));
      return asked.body.requestId;
    }
    async function bookedByDesk(): Promise<string> {
      const asked = await ask(desk, rider.id, {}, '15:00');
      await desk.post(`/api/v1/offers/${asked.body.offers[0].id}/accept`, {});
      return asked.body.requestId;
    }
    const stands = async (id: string) => (await desk.get(`/api/v1/rides/${id}`)).body.ride.status;

    it('booking and cancelling are granted: one ride for the other', async () => {
      await grant({ acts: ['book', 'cancel'] });
      const old = await bookedByDaughter();
      const changed = await changes(old);
      expect(changed.body.ride).toMatchObject({ status: 'assigned', changedFrom: { rideId: old } });
      expect(await stands(old)).toBe('cancelled');
    });

    it('cancelling is not granted: refused, and the old ride stands', async () => {
      await grant({ acts: ['book', 'seeRides'] });
      const old = await bookedByDesk();
      expect((await changes(old)).body.code).toBe('proxyActNotGranted');
      expect(await stands(old)).toBe('assigned');
    });

    it('cancelling is not granted any more when the new time is taken: the old ride stands', async () => {
      await grant({ acts: ['book'] });
      const cancelling = await grant({ acts: ['cancel'] });
      const old = await bookedByDaughter();
      const { post } = daughter;
      daughter.post = async (path, ...rest) => {
        if (path.endsWith('/accept')) await desk.delete(`/api/v1/proxies/${cancelling}`);
        return post.call(daughter, path, ...rest);
      };
      expect((await changes(old)).body.code).toBe('proxyActNotGranted');
      expect(await stands(old)).toBe('assigned');
    });

    it('a ride that others booked, without seeRides: as good as unknown, and shown nowhere', async () => {
      await grant({ acts: ['book', 'cancel'] });
      const old = await bookedByDesk();
      expect((await changes(old)).body.code).toBe('unknownRide');
      expect(await stands(old)).toBe('assigned');
      const clash = await ask(daughter, rider.id, as(rider.id), '15:00');
      expect(clash.status).toBe(409);
      expect(clash.body.otherRide).toBeUndefined();
    });

    it('the way home that others booked, without seeRides: not cancelled along with the way there', async () => {
      await grant({ acts: ['book', 'cancel'] });
      const there = await bookedByDaughter();
      const home = await desk.post(`/api/v1/rides/${there}/return`, {
        return: { kind: 'departAfter', at: '16:00' },
      });
      await desk.post(`/api/v1/offers/${home.body.offers[0].id}/accept`, {});
      const ended = await daughter.post(
        `/api/v1/rides/${there}/cancel`,
        { reason: 'riderAsked', withReturn: true },
        as(rider.id),
      );
      expect(ended.body).toMatchObject({ cancelledReturn: null, openReturn: null });
      expect(await stands(home.body.requestId)).toBe('assigned');
    });
  });

  it('two grants: what each allows counts together', async () => {
    await grant({ acts: ['book'] });
    await grant({ scope: 'residents', acts: ['cancel', 'seeRides'], kind: 'townOffice' });
    const asked = await books();
    expect(asked.status).toBe(201);
    const ended = await cancels(asked.body.requestId);
    expect(ended.body.ride).toMatchObject({ cancelledBy: { kind: 'townOffice', name: '物江 美咲' } });
  });

  it('every act is in the log: by which account, by which grant, for whom; a look once a day', async () => {
    const id = await grant({});
    const asked = await books();
    await looks();
    await looks();
    await cancels(asked.body.requestId);
    const bodies = (await log()).map(({ body }) => body);
    expect(bodies.filter(({ type }) => type === 'ProxyLooked')).toEqual([
      { type: 'ProxyLooked', grantId: id },
    ]);
    const by = { who: 'proxy', grantId: id, kind: 'family' };
    expect(bodies).toContainEqual({ type: 'RideRequested', by });
    expect(bodies).toContainEqual(expect.objectContaining({ type: 'RideCancelled', by }));
    expect(JSON.stringify(bodies)).not.toContain('美咲');
  });

  it('the feed: the rider’s day over HTTP and over the socket, closed when the grant ends', async () => {
    const ofRider = await ridden();
    const id = await grant({ acts: ['seeRides'] });
    const path = `/api/v1/feed?audience=rider&day=${TOWN_DAY}`;
    const read = await daughter.get(path, as(rider.id));
    expect(idsOf(read)).toContain(ofRider);
    const socket = await daughter.connect();
    const question = { audience: 'rider', day: TOWN_DAY, personId: rider.id };
    const answer = await socket.emitWithAck('feed:read', question);
    expect(answer.rides.map((ride: { id: string }) => ride.id)).toContain(ofRider);
    const other = await socket.emitWithAck('feed:read', { ...question, personId: stranger.id });
    expect(other.code).toBe('proxyOutsideScope');
    await desk.delete(`/api/v1/proxies/${id}`);
    expect((await socket.emitWithAck('feed:read', { ...question, cursor: answer.cursor })).code).toBe(
      'proxyEnded',
    );
    expect((await daughter.get(path, as(rider.id))).body.code).toBe('proxyEnded');
    socket.disconnect();
  });

  it.each([
    ['GET', '/api/v1/people/:id'],
    ['GET', '/api/v1/people/:id/card'],
    ['GET', '/api/v1/people/:id/proxies'],
    ['POST', '/api/v1/rides/undo'],
    ['GET', '/api/v1/people?q=a'],
  ])('%s %s, for the rider: not allowed', async (method, path) => {
    await grant({});
    const headers = { ...as(rider.id), 'Content-Type': 'application/json' };
    const answer = await daughter.send(
      method,
      path.replace(':id', rider.id),
      method === 'POST' ? '{}' : undefined,
      headers,
    );
    expect(answer.body.code).toBe('notAllowed');
  });

  it.each(['operator', 'driver'] as const)('%s: acts for nobody by a grant', async (role) => {
    const client = await house.signIn({ id: `${role}-${next}`, role });
    expect((await client.get(`/api/v1/rides?day=${TOWN_DAY}`, as(rider.id))).body.code).toBe('notAllowed');
  });

  it('a rider with an account of their own: acts for a spouse by a grant, and sees the own rides without', async () => {
    const own = stranger;
    const spouse = await house.signIn({ id: `rider-${next}`, role: 'rider', personId: own.id });
    accountId = `rider-${next}`;
    await grant({});
    expect((await books(rider.id, spouse)).status).toBe(201);
    expect((await ask(spouse, own.id, {})).status).toBe(201);
    expect((await ask(spouse, rider.id, {})).body.code).toBe('unknownPerson');
  });

  it('a rider merged into another: the grant goes along', async () => {
    await grant({});
    const kept = patient;
    const [one, two] = await house.store.read(SYSTEM_SCOPE, ({ people }) =>
      Promise.all([people.find(rider.id), people.find(kept.id)]),
    );
    const merged = await desk.post(`/api/v1/people/${kept.id}/merge`, {
      goneId: rider.id,
      goneRevision: one!.revision,
      revision: two!.revision,
    });
    expect(merged.status).toBeLessThan(300);
    expect((await daughter.get('/api/v1/acting-for')).body.people).toMatchObject([{ personId: kept.id }]);
    expect((await looks(kept.id)).status).toBe(200);
    expect((await looks(rider.id)).status).toBe(200);
    await desk.delete(`/api/v1/merges/${merged.body.mergeId}`);
  });

  it('the last day of a grant: holds until it is over, whoever is in the middle of a booking', async () => {
    await grant({ validUntil: TOWN_DAY });
    const asked = await books();
    expect(asked.status).toBe(201);
    // The clock does not go back: this is the last test.
    house.clock.moveTo(house.clock.now() + 24 * 3_600_000);
    const late = await daughter.post(`/api/v1/offers/${asked.body.offers[0].id}/accept`, {}, as(rider.id));
    expect(late.body.code).toBe('proxyExpired');
  });
}
