import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { readTrialTown, TOWN_DAY } from '../../../support/trialTown.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const database = withDatabase();

describe('a rider tells the driver that they are ready to go home', () => {
  let house: House;
  let outboundId: string;
  let homeId: string;
  let vehicleId: string;

  beforeAll(async () => {
    house = await openHouse({
      town: await readTrialTown(),
      openStore: (clock) => database.openStore({ clock }),
    });
    const operator = await house.signIn({ role: 'operator' });
    const person = house.town.people.find(({ needs }) => needs.length === 0)!;
    const asked = await operator.post('/api/v1/requests', {
      channel: 'phone',
      personId: person.id,
      from: { kind: 'home' },
      to: { kind: 'boardingPoint', id: house.town.region.boardingPoints[0]!.id },
      time: { kind: 'departAfter', day: TOWN_DAY, at: '09:00' },
    });
    const booked = await operator.post('/api/v1/bookings', { offerIds: [asked.body.offers[0].id] });
    const outbound = booked.body.results[0].ride;
    outboundId = outbound.id;
    vehicleId = vehicles().find(({ name }) => name === outbound.vehicleName)!.id;
    const way = await operator.post(`/api/v1/rides/${outboundId}/return`, { return: { kind: 'willCall' } });
    homeId = way.body.requestId;
    await operator.post('/api/v1/bookings', { willCallRequestIds: [homeId] });
  });
  afterAll(() => house.close());

  const vehicles = () => house.town.region.operations.vehicles;
  const rideOf = async (id: string) =>
    (await (await house.signIn({ role: 'operator' })).get(`/api/v1/rides/${id}`)).body.ride;

  it('a driver of another vehicle: does not know the ride', async () => {
    const other = vehicles().find(({ id }) => id !== vehicleId)!;
    const driver = await house.signIn({ role: 'driver', vehicleId: other.id, providerId: other.providerId });
    const body = { by: 'driver', book: true };
    expect((await driver.post(`/api/v1/rides/${outboundId}/ready`, body)).body.code).toBe('unknownRide');
    expect((await rideOf(homeId)).status).toBe('willCall');
  });

  it('their own driver: the way home is booked whoever drives it, and what to say comes back', async () => {
    house.clock.moveTo(momentOf(TOWN_DAY, 11 * 3600));
    const { providerId } = vehicles().find(({ id }) => id === vehicleId)!;
    const driver = await house.signIn({ role: 'driver', vehicleId, providerId });
    const ready = await driver.post(`/api/v1/rides/${outboundId}/ready`, { by: 'driver', book: true });
    expect([ready.status, ready.body.code]).toEqual([200, undefined]);
    expect(ready.body.sentence.ja).toMatch(/午前11時/);
    expect(await rideOf(homeId)).toMatchObject({
      status: 'assigned',
      willCall: { readyBy: 'driver' },
    });
  });
});
