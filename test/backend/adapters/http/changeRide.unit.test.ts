import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  bookedAnswerSchema,
  offersAnswerSchema,
  proxyViewSchema,
  type RideView,
  returnAnswerSchema,
  rideAnswerSchema,
  undoneAnswerSchema,
} from '../../../../backend/contract/index.ts';
import type { Person } from '../../../../backend/domain/person/person.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

describe('changing a ride over HTTP', () => {
  let house: House;
  let desk: HouseClient;
  let rider: Person;
  let nextRider = 0;

  beforeAll(async () => {
    house = await openHouse();
    desk = await house.signIn({ role: 'operator', displayName: '佐藤' });
  });
  beforeEach(() => {
    rider = house.town.people[nextRider]!;
    nextRider += 1;
  });
  afterAll(() => house.close());

  const body = (at: string, given: object = {}) => ({
    channel: 'phone',
    personId: rider.id,
    from: { kind: 'boardingPoint', id: house.town.region.boardingPoints[0]!.id },
    to: { kind: 'boardingPoint', id: house.town.region.boardingPoints[1]!.id },
    time: { kind: 'departAfter', day: TOWN_DAY, at },
    ...given,
  });
  async function offered(at: string, given: object = {}, client = desk): Promise<string> {
    const answer = await client.post('/api/v1/requests', body(at, given));
    expect(answer.status).toBe(201);
    return offersAnswerSchema.parse(answer.body).offers[0]!.id;
  }
  async function book(offerId: string, client = desk) {
    const answer = await client.post('/api/v1/bookings', { offerIds: [offerId] });
    return bookedAnswerSchema.parse(answer.body).results[0]!;
  }
  const booked = async (at: string, given: object = {}): Promise<RideView> =>
    (await book(await offered(at, given))).ride!;
  const read = async (id: string, client = desk) =>
    rideAnswerSchema.parse((await client.get(`/api/v1/rides/${id}`)).body).ride;
  async function homeOf(rideId: string, at: string, given: object = {}): Promise<string> {
    const answer = await desk.post(`/api/v1/rides/${rideId}/return`, {
      return: { kind: 'departAfter', at },
      ...given,
    });
    return returnAnswerSchema.parse(answer.body).offers[0]!.id;
  }

  it('changed: the sentence says so, both rides tell of it, and it can be taken back', async () => {
    const old = await booked('11:00');
    const changed = await book(await offered('12:00', { replaces: old.id, party: { companions: 1 } }));
    expect(changed.sentence?.ja).toContain('ご予約を変えました。');
    expect(changed.ride).toMatchObject({
      party: { companions: 1 },
      changedFrom: {
        rideId: old.id,
        from: { id: old.from.id, name: old.from.name },
        to: { id: old.to.id, name: old.to.name },
        by: { kind: 'operator', name: '佐藤' },
      },
    });
    expect(changed.wayHome).toBe(null);
    expect(await read(old.id)).toMatchObject({
      status: 'cancelled',
      endReason: 'changed',
      replacedById: changed.ride!.id,
      endedBy: { kind: 'operator', name: '佐藤' },
    });
    const undone = await desk.post('/api/v1/rides/undo', { what: 'booking', rideIds: [changed.ride!.id] });
    expect(undoneAnswerSchema.parse(undone.body).results[0]).toMatchObject({ problem: null });
    expect(await read(old.id)).toMatchObject({ status: 'assigned', endReason: null, replacedById: null });
  });

  it('the same change pressed again because the answer was lost: told as done', async () => {
    const old = await booked('11:00');
    const offerId = await offered('12:00', { replaces: old.id });
    const first = await book(offerId);
    expect((await book(offerId)).ride?.id).toBe(first.ride?.id);
  });

  it('changed already by a colleague: refused, with the ride that stands', async () => {
    const old = await booked('11:00');
    const late = await offered('13:00', { replaces: old.id });
    const first = await book(await offered('12:00', { replaces: old.id }));
    const refused = await desk.post('/api/v1/bookings', { offerIds: [late] });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'rideReplaced', otherRide: { id: first.ride!.id } },
    });
  });

  it('a way home that still fits, and one that does not: told with the change', async () => {
    const old = await booked('11:00');
    const home = (await book(await homeOf(old.id, '14:00'))).ride!;
    const later = await book(await offered('12:00', { replaces: old.id }));
    expect(later.wayHome).toMatchObject({ ride: { id: home.id }, isFitting: true });
    const latest = await book(await offered('15:00', { replaces: later.ride!.id }));
    expect(latest.wayHome).toMatchObject({ ride: { id: home.id }, isFitting: false });
    const moved = await book(await homeOf(latest.ride!.id, '17:00', { replaces: home.id }));
    expect(moved.ride).toMatchObject({
      returnOf: latest.ride!.id,
      changedFrom: { rideId: home.id },
    });
    expect(await read(home.id)).toMatchObject({ replacedById: moved.ride!.id });
  });

  it('the rider changes their own ride; who at the desk cancelled it is not told to them by name', async () => {
    const account = await house.signIn({ role: 'rider', personId: rider.id, displayName: rider.familyName });
    const old = await booked('11:00');
    const own = { replaces: old.id, channel: 'web', personId: undefined };
    const changed = await book(await offered('12:00', own, account), account);
    expect(changed.ride?.changedFrom?.by).toEqual({ kind: 'rider', name: null });
    expect((await read(changed.ride!.id)).changedFrom?.by).toEqual({
      kind: 'rider',
      name: rider.familyName,
    });
    await desk.post(`/api/v1/rides/${changed.ride!.id}/cancel`, { reason: 'weather' });
    expect((await read(changed.ride!.id, account)).endedBy).toEqual({ kind: 'operator', name: null });
    expect((await read(changed.ride!.id)).endedBy).toEqual({ kind: 'operator', name: '佐藤' });
  });

  it("another rider's ride: unknown, whoever asks", async () => {
    const stranger = house.town.people.at(-1)!;
    const other = (await book(await offered('11:00', { personId: stranger.id }))).ride!;
    const account = await house.signIn({ role: 'rider', personId: rider.id });
    const byRider = body('12:00', { replaces: other.id, channel: 'web' });
    for (const answer of [
      await account.post('/api/v1/requests', byRider),
      await desk.post('/api/v1/requests', body('12:00', { replaces: other.id })),
    ]) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'unknownRide' } });
    }
    expect((await read(other.id)).status).toBe('assigned');
  });

  it('several dates: a ride cannot be changed into several', async () => {
    const old = await booked('11:00');
    const { time, ...rest } = body('12:00', { replaces: old.id });
    const answer = await desk.post('/api/v1/request-groups', {
      ...rest,
      time: { kind: time.kind, at: time.at },
      days: [TOWN_DAY],
    });
    expect(answer.status).toBe(400);
  });

  it('the way home asked for later: whoever asks now is its booker, not whoever booked the way there', async () => {
    const people = `/api/v1/people/${rider.id}/proxies`;
    const consent = { consentBy: 'ご本人', consentOn: TOWN_DAY };
    const entry = { name: '物江 美咲', kind: 'family', ...consent };
    const daughter = proxyViewSchema.parse((await desk.post(people, entry)).body);
    const there = await booked('11:00', { proxyId: daughter.id });
    expect(there.bookedBy?.name).toBe('物江 美咲');
    const byRider = (await book(await homeOf(there.id, '14:00'))).ride!;
    expect(byRider.bookedBy).toBe(null);
    const again = await homeOf(there.id, '15:00', { proxyId: daughter.id, replaces: byRider.id });
    expect((await book(again)).ride?.bookedBy?.name).toBe('物江 美咲');
  });
});
