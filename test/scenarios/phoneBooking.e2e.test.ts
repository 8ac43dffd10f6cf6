import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DRIVER_COMMANDS,
  type DriverCommand,
  type OffersAnswer,
  offersAnswerSchema,
  type RideAnswer,
  rideAnswerSchema,
} from '../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import { type FeedScreen, openFeedScreen } from '../support/feedScreen.ts';
import type { HouseClient } from '../support/houseClient.ts';
import { type House, openHouse } from '../support/openHouse.ts';
import { oneVehicleTown, TOWN_DAY } from '../support/trialTown.ts';
import { withDatabase } from '../support/withDatabase.ts';

describe('a phone booking on its way from the desk to the driver and back', () => {
  const database = withDatabase();
  let house: House;
  let operator: HouseClient;
  let driver: HouseClient;
  let driverSocket: Socket;
  let desk: FeedScreen;
  let cab: FeedScreen;
  let offers: OffersAnswer;
  let ride: RideAnswer['ride'];
  const sockets: Socket[] = [];

  beforeAll(async () => {
    const town = await oneVehicleTown();
    house = await openHouse({ town, openStore: (clock) => database.openStore({ clock }) });
    operator = await house.signIn({ role: 'operator' });
    driver = await house.signIn({ role: 'driver', vehicleId: town.region.operations.vehicles[0]!.id });
    const deskSocket = await operator.connect();
    driverSocket = await driver.connect();
    sockets.push(deskSocket, driverSocket);
    desk = openFeedScreen(deskSocket, 'console', TOWN_DAY);
    cab = openFeedScreen(driverSocket, 'driver', TOWN_DAY);
    await Promise.all([desk, cab].map((screen) => screen.until((day) => day.shifts.size === 1)));
  });
  afterAll(async () => {
    desk.stop();
    cab.stop();
    for (const socket of sockets) socket.disconnect();
    await house.close();
  });

  const request = (given: object = {}) => ({
    channel: 'phone',
    personId: house.town.people[0]!.id,
    from: { kind: 'home' },
    to: { kind: 'boardingPoint', id: house.town.region.boardingPoints[0]!.id },
    time: { kind: 'departAfter', day: TOWN_DAY, at: '10:00' },
    ...given,
  });

  it('asks: two or three times to choose from, each with a sentence to read aloud', async () => {
    const answer = await operator.post('/api/v1/requests', request());
    expect(answer.status).toBe(201);
    offers = offersAnswerSchema.parse(answer.body);
    expect(offers.offers.length).toBeGreaterThanOrEqual(2);
    expect(offers.offers.length).toBeLessThanOrEqual(3);
    const [first] = offers.offers;
    expect(first!.sentence.ja).toMatch(/午前\d+時.*まいります/);
    expect(Date.parse(first!.expiresAt)).toBeGreaterThan(house.clock.now());
    await desk.until((day) => day.rides.get(offers.requestId)?.status === 'offered');
    expect(cab.state().rides.size).toBe(0);
  });

  it('accepts: booked and assigned at once, the promise as offered', async () => {
    const path = `/api/v1/offers/${offers.offers[0]!.id}/accept`;
    const answer = await operator.post(path, {}, { 'Idempotency-Key': 'yes-1' });
    expect(answer.status).toBe(200);
    ride = rideAnswerSchema.parse(answer.body).ride;
    expect(ride).toMatchObject({
      status: 'assigned',
      promisedPickup: offers.offers[0]!.promisedPickup,
      promisedDropoff: offers.offers[0]!.promisedDropoff,
    });
    const again = await operator.post(path, {}, { 'Idempotency-Key': 'yes-1' });
    expect(again.body).toEqual(answer.body);
    expect((await operator.post(path, {})).body.code).toBe('offerTaken');
  });

  it('both screens: the assignment, with name and telephone, without anybody reloading', async () => {
    const both = await Promise.all(
      [desk, cab].map((screen) => screen.until((day) => day.rides.get(ride.id)?.status === 'assigned')),
    );
    const person = house.town.people[0]!;
    for (const day of both) {
      expect(day.rides.get(ride.id)).toMatchObject({
        riderName: `${person.familyName} ${person.givenName}`,
        phone: person.phone,
        shiftId: ride.shiftId,
      });
      const stops = day.shifts.get(ride.shiftId!)!.stops.filter((stop) => stop.kind === 'stop');
      expect(stops.map((stop) => [stop.pickups, stop.dropoffs])).toEqual([
        [[ride.id], []],
        [[], [ride.id]],
      ]);
    }
  });

  it('the planned line: from the depot over both stops and back', async () => {
    const { body } = await operator.get(`/api/v1/shifts/${ride.shiftId}/line`);
    expect(body.line).toContainEqual([ride.from.lon, ride.from.lat]);
    expect(body.line).toContainEqual([ride.to.lon, ride.to.lat]);
    expect(body.line[0]).toEqual(body.line.at(-1));
  });

  /** The driver's tap over the socket, at the planned second. */
  async function tap(what: Partial<DriverCommand>, second: number) {
    house.clock.moveTo(momentOf(TOWN_DAY, second));
    const deviceTime = new Date(house.clock.now()).toISOString();
    const command = { id: randomUUID(), shiftId: ride.shiftId, deviceTime, ...what };
    const { results } = await driverSocket.emitWithAck(DRIVER_COMMANDS, { commands: [command] });
    return { command, result: results[0] };
  }

  it('a tap out of order: refused by name, and the ride stays as it is', async () => {
    const { result } = await tap({ type: 'ride:alight', rideId: ride.id }, 8.5 * 3600);
    expect(result).toMatchObject({ result: 'refused', code: 'commandOutOfOrder' });
    expect((await operator.get(`/api/v1/rides/${ride.id}`)).body.ride.status).toBe('assigned');
  });

  it('the driver arrives, takes the rider aboard and brings them: the desk sees each step', async () => {
    const [pickup, dropoff] = cab
      .state()
      .shifts.get(ride.shiftId!)!
      .stops.filter((stop) => stop.kind === 'stop');
    const statusSeen = (status: string) => desk.until((day) => day.rides.get(ride.id)?.status === status);
    const steps: [Partial<DriverCommand>, number, string][] = [
      [{ type: 'stop:arrive', stopId: pickup!.id }, pickup!.start, 'vehicleArrived'],
      [{ type: 'ride:board', rideId: ride.id }, pickup!.start, 'onBoard'],
      [{ type: 'stop:depart', stopId: pickup!.id }, pickup!.departure, 'onBoard'],
      [{ type: 'stop:arrive', stopId: dropoff!.id }, dropoff!.arrival, 'onBoard'],
      [{ type: 'ride:alight', rideId: ride.id }, dropoff!.arrival, 'done'],
      [{ type: 'stop:depart', stopId: dropoff!.id }, dropoff!.departure, 'done'],
    ];
    for (const [what, second, status] of steps) {
      const { command, result } = await tap(what, second);
      expect(result).toEqual({ id: command.id, result: 'applied' });
      await statusSeen(status);
      const again = await driver.post('/api/v1/driver/commands', { commands: [command] });
      expect(again.body.results[0].result).toBe('appliedBefore');
    }
    const done = (await operator.get(`/api/v1/rides/${ride.id}`)).body.ride;
    expect(done.performedPickup).toBeGreaterThanOrEqual(done.promisedPickup.earliest);
    expect(done.performedPickup).toBeLessThanOrEqual(done.promisedPickup.latest);
    expect(done.performedDropoff).toBeLessThanOrEqual(done.promisedDropoff.latest);
  });

  it('the position of the vehicle: on the desk’s map', async () => {
    const { shiftId } = ride;
    await tap({ type: 'vehicle:position', at: { lon: 139.91, lat: 37.49 } }, 12 * 3600);
    const day = await desk.until((state) => state.positions.has(shiftId!));
    expect(day.positions.get(shiftId!)).toMatchObject({ lon: 139.91, lat: 37.49 });
  });

  it('a second booking cancelled: gone from the tour, cancelled on both screens', async () => {
    const time = { kind: 'departAfter', day: TOWN_DAY, at: '13:30' };
    const asked = await operator.post(
      '/api/v1/requests',
      request({ time, personId: house.town.people[1]!.id }),
    );
    const accepted = await operator.post(`/api/v1/offers/${asked.body.offers[0].id}/accept`, {});
    const { id } = accepted.body.ride;
    await cab.until((day) => day.rides.has(id));
    const cancelled = await operator.post(`/api/v1/rides/${id}/cancel`, { reason: 'riderUnwell' });
    expect(cancelled.body.ride).toMatchObject({ status: 'cancelled', endReason: 'riderUnwell' });
    await desk.until((day) => day.rides.get(id)?.status === 'cancelled');
    const day = await cab.until((state) =>
      [...state.shifts.values()].every((shift) => shift.stops.every((stop) => !stop.pickups.includes(id))),
    );
    expect(day.shifts.get(ride.shiftId!)!.stops.flatMap((stop) => stop.dropoffs)).not.toContain(id);
    expect((await operator.post(`/api/v1/rides/${id}/cancel`, { reason: 'weather' })).body.code).toBe(
      'rideAlreadyClosed',
    );
  });

  it('an offer that waited too long: expired', async () => {
    const time = { kind: 'departAfter', day: TOWN_DAY, at: '13:45' };
    const asked = await operator.post(
      '/api/v1/requests',
      request({ time, personId: house.town.people[2]!.id }),
    );
    house.clock.moveTo(Date.parse(asked.body.offers[0].expiresAt) + 1);
    const late = await operator.post(`/api/v1/offers/${asked.body.offers[0].id}/accept`, {});
    expect([late.status, late.body.code]).toEqual([409, 'offerExpired']);
  });

  it('a second ride of the same rider at the same hour: refused by name', async () => {
    const time = { kind: 'departAfter', day: TOWN_DAY, at: '14:00' };
    const personId = house.town.people[3]!.id;
    const [first, second] = [
      await operator.post('/api/v1/requests', request({ time, personId })),
      await operator.post('/api/v1/requests', request({ time, personId })),
    ];
    expect((await operator.post(`/api/v1/offers/${first.body.offers[0].id}/accept`, {})).status).toBe(200);
    const again = await operator.post(`/api/v1/offers/${second.body.offers[0].id}/accept`, {});
    expect([again.status, again.body.code]).toEqual([409, 'duplicateRide']);
  });

  it.each([
    ['malformed JSON', '{', 400, 'malformedInput'],
    ['an unknown rider', { personId: 'nobody' }, 404, 'unknownPerson'],
    ['a place off the map', { to: { kind: 'coordinates', at: { lon: 0, lat: 0 } } }, 422, 'outsideRegion'],
    [
      'a latitude of 91',
      { to: { kind: 'coordinates', at: { lon: 139.9, lat: 91 } } },
      400,
      'invalidCoordinates',
    ],
    ['a time in the past', { time: { kind: 'arriveBy', day: TOWN_DAY, at: '08:00' } }, 422, 'timeInPast'],
    [
      'half past two at night',
      { time: { kind: 'arriveBy', day: TOWN_DAY, at: '26:30' } },
      422,
      'outsideServiceHours',
    ],
    ['a party of 99', { party: { companions: 99 } }, 422, 'partyTooLarge'],
  ])('%s: a named refusal below 500, no ride that could run', async (_name, input, status, code) => {
    const body =
      typeof input === 'string'
        ? input
        : JSON.stringify(request({ time: { kind: 'departAfter', day: TOWN_DAY, at: '13:30' }, ...input }));
    const open = async () => {
      const rides = await house.store.read(SYSTEM_SCOPE, (tables) => tables.rides.listByDay(TOWN_DAY));
      return rides.filter((each) => each.status !== 'denied').length;
    };
    const before = await open();
    const answer = await operator.send('POST', '/api/v1/requests', body, {
      'Content-Type': 'application/json',
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await open()).toBe(before);
  });

  it('the figures of the day: what was booked and what was refused', async () => {
    const { body } = await operator.get(`/api/v1/days/${TOWN_DAY}/figures`);
    // Booked and kept: the first ride, and the one of the rider who wanted two at once.
    expect(body.served).toBe(2);
    // Whatever was understood and refused is a denial, with its reason.
    expect(body.denied).toEqual({
      outsideRegion: 1,
      outsideServiceHours: 1,
      partyTooLarge: 1,
      timeInPast: 1,
    });
  });

  it('rides of other people: unknown to a rider, and to a driver of another vehicle', async () => {
    const rider = await house.signIn({ role: 'rider', personId: house.town.people[5]!.id });
    const other = await house.signIn({ role: 'driver', vehicleId: 'another' });
    for (const client of [rider, other]) {
      expect((await client.get(`/api/v1/rides/${ride.id}`)).body.code).toBe('unknownRide');
      expect((await client.get(`/api/v1/rides?day=${TOWN_DAY}`)).body.rides).toEqual([]);
    }
    expect((await rider.post(`/api/v1/rides/${ride.id}/cancel`, { reason: 'other' })).body.code).toBe(
      'unknownRide',
    );
  });

  it('a socket cut in the middle: reads on from its cursor and misses nothing', async () => {
    sockets[0]!.disconnect();
    const time = { kind: 'departAfter', day: TOWN_DAY, at: '16:00' };
    const asked = await operator.post(
      '/api/v1/requests',
      request({ time, personId: house.town.people[6]!.id }),
    );
    sockets[0]!.connect();
    const day = await desk.until((state) => state.rides.has(asked.body.requestId));
    const { body } = await operator.get(`/api/v1/feed?audience=console&day=${TOWN_DAY}`);
    expect([...day.rides.keys()].sort()).toEqual(body.rides.map((each: { id: string }) => each.id).sort());
  });
});
