import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  apartAnswerSchema,
  apartDoneSchema,
  driversAnswerSchema,
} from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { Person } from '../../../../backend/domain/person/person.ts';
import { bookFromHome } from '../../../support/bookFromHome.ts';
import type { HouseAnswer, HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { oneVehicleTown, TOWN_DAY } from '../../../support/trialTown.ts';

const REASON = '以前に家の前で言い争いがあった';

describe('who is kept apart, over HTTP', () => {
  let house: House;
  let dispatcher: HouseClient;
  let operator: HouseClient;
  let rider: Person;
  let other: Person;
  let nextRider = 0;

  beforeAll(async () => {
    house = await openHouse({ town: await oneVehicleTown() });
    dispatcher = await house.signIn({ role: 'dispatcher' });
    operator = await house.signIn({ role: 'operator' });
  });
  beforeEach(() => {
    rider = house.town.people[nextRider]!;
    other = house.town.people.at(-1 - nextRider)!;
    nextRider += 1;
  });
  afterAll(() => house.close());

  const path = (person = rider, rest = '') => `/api/v1/people/${person.id}/apart${rest}`;
  const record = (given: object = {}, by = dispatcher): Promise<HouseAnswer> =>
    by.post(path(), { from: { kind: 'rider', personId: other.id }, reason: REASON, ...given });
  const recorded = async (given: object = {}) => apartDoneSchema.parse((await record(given)).body);
  const card = async (person = rider) => apartAnswerSchema.parse((await dispatcher.get(path(person))).body);
  const listed = async (person = rider) => (await card(person)).apart;
  const driverHere = async () =>
    driversAnswerSchema.parse((await dispatcher.get('/api/v1/drivers')).body).drivers[0]!;

  it('written down on one card: shown with its reason on the cards of both, each naming the other', async () => {
    const { id } = await recorded();
    expect(await listed()).toMatchObject([
      { id, reason: REASON, other: { kind: 'rider', personId: other.id } },
    ]);
    expect(await listed(other)).toMatchObject([{ id, reason: REASON, other: { personId: rider.id } }]);
  });

  it('a driver, from the list of those who stand on shifts: shown with the company', async () => {
    const { providerId, driverName, providerName } = await driverHere();
    await recorded({ from: { kind: 'driver', providerId, driverName: `${driverName} ` } });
    expect((await listed())[0]!.other).toEqual({
      kind: 'driver',
      name: driverName,
      providerName,
      isKnown: true,
    });
  });

  it.each<[string, () => object, string, string]>([
    ['no reason', () => ({ reason: '  ' }), 'reasonMissing', 'reason'],
    ['a reason that never ends', () => ({ reason: 'あ'.repeat(501) }), 'textTooLong', 'reason'],
    ['nobody there', () => ({ from: { kind: 'rider', personId: 'none' } }), 'unknownPerson', 'from'],
    ['themselves', () => ({ from: { kind: 'rider', personId: rider.id } }), 'apartFromSelf', 'from'],
    [
      'a driver of no shift',
      () => ({ from: { kind: 'driver', providerId: 'nobody', driverName: '佐藤' } }),
      'unknownDriver',
      'from',
    ],
  ])('%s: refused beside the field, nothing is kept', async (_, given, code, field) => {
    expect((await record(given())).body).toMatchObject({ code, field });
    expect(await listed()).toEqual([]);
  });

  it('the same two again, from the other card: refused', async () => {
    await record();
    const again = { from: { kind: 'rider', personId: rider.id }, reason: REASON };
    const answer = await dispatcher.post(path(other), again);
    expect(answer.body).toMatchObject({ code: 'apartAlreadyThere', field: 'from' });
    expect(await listed(other)).toHaveLength(1);
  });

  it('ended, and taken back within seconds; later it cannot be, and can be written down anew', async () => {
    const { id } = await recorded();
    await dispatcher.delete(path(rider, `/${id}`));
    expect(await listed()).toEqual([]);
    expect((await dispatcher.post(path(rider, `/${id}/restore`), {})).body).toEqual({ id, moved: 0 });
    expect(await listed()).toHaveLength(1);
    await dispatcher.delete(path(rider, `/${id}`));
    house.clock.moveTo(house.clock.now() + 60_000);
    expect((await dispatcher.post(path(rider, `/${id}/restore`), {})).body).toMatchObject({
      code: 'undoTooLate',
    });
    expect((await record()).status).toBe(201);
    expect((await dispatcher.delete(path(rider, '/none'))).body).toMatchObject({ code: 'unknownApart' });
  });

  it('sent twice under one key: written down once, and what is kept with the key tells neither name nor reason', async () => {
    const send = () => {
      const entry = { from: { kind: 'rider', personId: other.id }, reason: REASON };
      return dispatcher.post(path(), entry, { 'Idempotency-Key': `apart-of-${rider.id}` });
    };
    const [first, second] = [await send(), await send()];
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(await listed()).toHaveLength(1);
    for (const secret of [REASON, other.familyName, other.id]) {
      expect(JSON.stringify(first.body)).not.toContain(secret);
    }
  });

  it('two who are planned together where only one vehicle runs: their rides are told on the card', async () => {
    const to = { kind: 'boardingPoint', id: house.town.region.boardingPoints[0]!.id } as const;
    const from = { kind: 'boardingPoint', id: house.town.region.boardingPoints[1]!.id } as const;
    const mine = await bookFromHome(house, { personId: rider.id, from, to });
    const theirs = await bookFromHome(house, { personId: other.id, from, to });
    expect([mine.shiftId, mine.scheduled.pickup]).toEqual([theirs.shiftId, theirs.scheduled.pickup]);
    expect((await recorded()).moved).toBe(0);
    expect((await card()).together).toMatchObject([
      { rideId: mine.id, day: TOWN_DAY, fromName: mine.from.name },
    ]);
  });

  describe('whoever may not know of it', () => {
    const secretsOf = () => [REASON, other.familyName, other.id];
    const tellsNothing = ({ body }: HouseAnswer) => {
      const text = JSON.stringify(body);
      expect(secretsOf().filter((secret) => text.includes(secret))).toEqual([]);
      expect(text).not.toMatch(/apart|mustRide/i);
    };

    it('the telephone desk: neither reads nor writes nor ends it, and sees nothing of it on the card', async () => {
      const { id } = await recorded();
      const answers = [
        await operator.get(path()),
        await record({}, operator),
        await operator.delete(path(rider, `/${id}`)),
        await operator.post(path(rider, `/${id}/restore`), {}),
        await operator.get('/api/v1/drivers'),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(403);
        tellsNothing(answer);
      }
      tellsNothing(await operator.get(`/api/v1/people/${rider.id}/card`));
    });

    it('a ride that is refused because of it: the desk reads the words of a full vehicle, and so does the list', async () => {
      const { providerId, driverName } = await driverHere();
      await record({ from: { kind: 'driver', providerId, driverName } });
      const [from, to] = house.town.region.boardingPoints;
      const asked = await operator.post('/api/v1/requests', {
        channel: 'phone',
        personId: rider.id,
        from: { kind: 'boardingPoint', id: from!.id },
        to: { kind: 'boardingPoint', id: to!.id },
        time: { kind: 'departAfter', day: TOWN_DAY, at: '14:00' },
      });
      expect(asked.body).toMatchObject({ code: 'noFeasibleInsertion' });
      tellsNothing(asked);
      expect(JSON.stringify(asked.body)).not.toContain(driverName);
      const rides = await operator.get(`/api/v1/rides?day=${TOWN_DAY}`);
      const denied = rides.body.rides.filter(({ status }: { status: string }) => status === 'denied');
      expect(denied).toMatchObject([{ personId: rider.id, endReason: 'noFeasibleInsertion' }]);
    });

    it('the log: names the entry and who wrote it, and neither the riders nor their town', async () => {
      const { id } = await recorded();
      const events = await house.store.read(SYSTEM_SCOPE, (tables) =>
        tables.events.readAfter(undefined, 100_000),
      );
      const event = events.at(-1)!;
      expect(event.body).toEqual({ type: 'ApartRecorded', apartId: id });
      expect(event).toMatchObject({ personId: null, municipality: null, rideId: null, shiftId: null });
      expect(event.actor).toMatch(/^account-/);
      for (const role of ['municipality', 'rider'] as const) {
        const scope = {
          kind: 'account',
          accountId: 'someone',
          role,
          municipalities: [rider.municipality, other.municipality],
          providerId: null,
          clinicId: null,
          personId: other.id,
          vehicleId: null,
        } as const;
        const seen = await house.store.read(scope, (tables) => tables.events.readAfter(undefined, 100_000));
        expect(seen.filter(({ body }) => body.type.startsWith('Apart'))).toEqual([]);
      }
    });
  });
});
