import { describe, expect, it } from 'vitest';
import { offerSentence } from '../../../backend/booking/index.ts';
import { SYSTEM_ACTOR, VOICE_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { RequestInput } from '../../../backend/domain/ride/requestInput.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { samplePerson } from '../../support/sampleRows.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

async function ask(valley: Valley, given: Partial<RequestInput> = {}) {
  return valley.booking.request(valleyRequest(given), SYSTEM_ACTOR);
}

async function offersOf(valley: Valley, given: Partial<RequestInput> = {}) {
  const asked = await ask(valley, given);
  if (!asked.ok) throw new Error(`refused: ${asked.reason.rejection.code}`);
  return asked.value;
}

const OXYGEN: Partial<RequestInput> = { needs: ['oxygen', 'walker'], companions: 2 };

describe('a request', () => {
  it('an empty day: three offers at different times, the first nearest to the wish', async () => {
    const { offers, ride } = await offersOf(await openValley());
    expect(ride.status).toBe('offered');
    // A to D is three points of 300 s
    expect(offers.map((offer) => offer.directSeconds)).toEqual([900, 900, 900]);
    const pickups = offers.map((offer) => offer.pickupSecond);
    expect(pickups[0]).toBe(9 * 3600);
    // slices of 20 minutes: 09:00, 09:20, 09:40
    expect(pickups).toEqual([32_400, 33_600, 34_800]);
    expect(offers[0]!.promise.pickup).toEqual({ earliest: 32_400, latest: 33_000 });
    expect(offers[0]!.fareYen).toBe(300);
  });

  it('arrive by 10:00: every offer arrives before it, with the buffer', async () => {
    const { offers } = await offersOf(await openValley(), {
      requested: { kind: 'arriveBy', second: 36_000 },
    });
    for (const offer of offers) {
      expect(offer.dropoffSecond).toBeLessThanOrEqual(36_000 - 300);
      expect(offer.promise.dropoff.latest).toBeLessThanOrEqual(36_000);
    }
  });

  it('the sentence to read aloud names both windows, the place and the fare', async () => {
    const { offers, ride } = await offersOf(await openValley());
    expect(offerSentence(offers[0]!, ride).ja).toBe(
      '午前9時から午前9時10分のあいだに、A集会所にまいります。D集会所には午前9時16分ごろ着きます。料金は300円です。',
    );
  });

  it.each<[string, Partial<RequestInput>, string]>([
    ['an unknown rider', { personId: 'person-99' }, 'unknownPerson'],
    ['an unknown boarding point', { to: { kind: 'boardingPoint', id: 'Q' } }, 'unknownPlace'],
    ['the same place twice', { to: { kind: 'boardingPoint', id: 'A' } }, 'samePlace'],
    [
      'NaN on the map',
      { to: { kind: 'coordinates', at: { lon: Number.NaN, lat: 37.5 } } },
      'invalidCoordinates',
    ],
    [
      'after the end of the night',
      { requested: { kind: 'departAfter', second: 28 * 3600 } },
      'timeOutsideServiceDay',
    ],
    [
      'a window that ends before it begins',
      { requested: { kind: 'departAfter', second: 32_400, until: 32_399 } },
      'windowEndsBeforeItBegins',
    ],
    ['no date', { day: '2026-02-30' }, 'malformedInput'],
    ['a party of minus one', { companions: -2 }, 'partyTooSmall'],
  ])('%s: refused, and nothing is written', async (_, given, code) => {
    const valley = await openValley();
    const before = await readValley(valley);
    const asked = await ask(valley, given);
    expect(asked).toMatchObject({ ok: false, reason: { rejection: { code }, ride: null } });
    expect(await readValley(valley)).toEqual(before);
  });

  it.each<[string, Partial<RequestInput>, string]>([
    ['an hour ago', { requested: { kind: 'departAfter', second: 5 * 3600 } }, 'timeInPast'],
    ['a party of a hundred', { companions: 99 }, 'partyTooLarge'],
    ['a point in the sea', { to: { kind: 'coordinates', at: { lon: 141.9, lat: 37.5 } } }, 'outsideRegion'],
    ['a removal van full of luggage', { luggage: 5 }, 'tooMuchLuggage'],
  ])('%s: refused, and the refusal is kept with its reason', async (_, given, code) => {
    const valley = await openValley();
    const asked = await ask(valley, given);
    if (asked.ok) throw new Error('offered');
    expect(asked.reason.rejection.code).toBe(code);
    const { rides } = await readValley(valley);
    expect(rides.get(asked.reason.ride!.id)).toMatchObject({ status: 'denied', endReason: code });
  });

  it('a rule of the service says no: the refusal is kept with its reason', async () => {
    const valley = await openValley({ rules: { closedDays: [VALLEY_DAY] } });
    const asked = await ask(valley);
    if (asked.ok) throw new Error('offered');
    expect(asked.reason.rejection.code).toBe('closedDay');
    const { rides, events } = await readValley(valley);
    expect(rides.get(asked.reason.ride!.id)).toMatchObject({ status: 'denied', endReason: 'closedDay' });
    expect(events.slice(-2)).toEqual(['RideRequested', 'RequestRejected']);
  });

  it('six in a vehicle of four: no capacity, and that is the reason given', async () => {
    const valley = await openValley({ configurations: [[[4, 0, 0]]] });
    expect(await ask(valley, { companions: 5 })).toMatchObject({
      reason: { rejection: { code: 'noCapacity' } },
    });
  });

  it('a wheelchair where no vehicle takes one: the places are missing', async () => {
    const valley = await openValley({ people: [samplePerson({ needs: ['wheelchair'] })] });
    expect(await ask(valley)).toMatchObject({ reason: { rejection: { code: 'noCapacity' } } });
  });

  it.each<[string, Partial<RequestInput>, string | undefined]>([
    ['three seats for a rider, a dog and a suitcase', { needs: ['serviceAnimal'], luggage: 1 }, undefined],
    ['and one suitcase more', { needs: ['serviceAnimal'], luggage: 2 }, 'noCapacity'],
    ['a rider with oxygen and a walker, and two friends', OXYGEN, undefined],
    ['a child in a vehicle with a child seat', { children: 1 }, undefined],
  ])('a vehicle of three seats: %s', async (_, given, code) => {
    const asked = await ask(await openValley({ configurations: [[[3, 0, 0]]] }), given);
    expect(asked.ok ? undefined : asked.reason.rejection.code).toBe(code);
  });

  it('a stretcher in a vehicle with the room for it, but no anchors: the equipment is missing', async () => {
    const asked = await ask(await openValley({ configurations: [[[3, 0, 1]]] }), { needs: ['stretcher'] });
    expect(asked).toMatchObject({ reason: { rejection: { code: 'noVehicleWithEquipment' } } });
  });

  it('a service without door pickups: from home becomes the boarding point nearby', async () => {
    const valley = await openValley({ rules: { doorToDoor: false } });
    const { ride } = await offersOf(valley, { from: { kind: 'home' } });
    expect(ride.from.id).toBe('A');
    const atDoor = await offersOf(await openValley(), { from: { kind: 'home' } });
    expect(atDoor.ride.from.id).toBe('door:person-1');
  });
});

describe('accepting an offer', () => {
  it('an open offer: booked and assigned in one step, the schedule has both stops, the checker agrees', async () => {
    const valley = await openValley();
    const { offers, ride } = await offersOf(valley);
    const accepted = await valley.booking.accept(offers[0]!.id, SYSTEM_ACTOR);
    if (!accepted.ok) throw new Error(accepted.reason.code);
    expect(accepted.value).toMatchObject({ status: 'assigned', promise: offers[0]!.promise });
    const { rides, schedules, version, events } = await readValley(valley);
    expect(rides.get(ride.id)).toEqual(accepted.value);
    const stops = schedules[0]!.stops.map((stop) => [stop.place?.id, stop.pickups, stop.dropoffs]);
    expect(stops).toEqual([
      ['A', [ride.id], []],
      ['D', [], [ride.id]],
    ]);
    // opening the day made version 1, the assignment version 2
    expect(version).toBe(2);
    expect(events.slice(-3)).toEqual(['RideBooked', 'RideAssigned', 'ScheduleRevised']);
    expect(valley.violations).toEqual([]);
  });

  it('an offer past its expiry, an unknown one, one used twice: each named, nothing booked', async () => {
    const valley = await openValley();
    const { offers } = await offersOf(valley);
    expect(await valley.booking.accept('offer:77', SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'unknownOffer' },
    });
    valley.clock.moveTo(offers[0]!.expiresAt);
    expect(await valley.booking.accept(offers[0]!.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'offerExpired' },
    });
    const again = await offersOf(valley);
    expect((await valley.booking.accept(again.offers[0]!.id, SYSTEM_ACTOR)).ok).toBe(true);
    expect(await valley.booking.accept(again.offers[0]!.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'offerTaken' },
    });
    expect(await valley.booking.accept(again.offers[1]!.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'offerTaken' },
    });
  });

  it('the last seat, offered twice: the second caller is told that it has just gone', async () => {
    const valley = await openValley({
      configurations: [[[1, 0, 0]]],
      people: valleyPeople(2),
      rules: NARROW,
    });
    const first = await offersOf(valley, { personId: 'person-1' });
    const second = await offersOf(valley, { personId: 'person-2' });
    expect((await valley.booking.accept(first.offers[0]!.id, SYSTEM_ACTOR)).ok).toBe(true);
    const before = await readValley(valley);
    const refused = await valley.booking.accept(second.offers[0]!.id, SYSTEM_ACTOR);
    expect(refused).toMatchObject({ ok: false, reason: { code: 'offerNoLongerPossible' } });
    expect(await readValley(valley)).toEqual(before);
  });

  it('the same rider at the same hour: the second booking is refused', async () => {
    const valley = await openValley({ configurations: [[[8, 0, 0]], [[8, 0, 0]]] });
    const first = await offersOf(valley);
    const second = await offersOf(valley);
    expect((await valley.booking.accept(first.offers[0]!.id, SYSTEM_ACTOR)).ok).toBe(true);
    const refused = await valley.booking.accept(second.offers[0]!.id, SYSTEM_ACTOR);
    expect(refused).toMatchObject({
      reason: { code: 'duplicateRide', details: { time: '09:00', rideId: first.ride.id } },
    });
  });
});

/** Ten minutes to be fetched, no detour to speak of: two parties of this kind never fit one after the other. */
const NARROW = {
  promises: {
    pickupWidthSeconds: 300,
    arrivalBufferSeconds: 0,
    searchSeconds: 1200,
    maxRideFactor: 1,
    maxRidePlusSeconds: 300,
    offerValidSeconds: 300,
  },
};

describe('cancelling', () => {
  it('a booked ride: it leaves the schedule, and others may have the seat', async () => {
    const valley = await openValley({
      configurations: [[[1, 0, 0]]],
      people: valleyPeople(2),
      rules: NARROW,
    });
    const first = await offersOf(valley, { personId: 'person-1' });
    const booked = await valley.booking.accept(first.offers[0]!.id, SYSTEM_ACTOR);
    if (!booked.ok) throw new Error(booked.reason.code);
    expect((await ask(valley, { personId: 'person-2' })).ok).toBe(false);
    const cancelled = await valley.booking.cancel(booked.value.id, 'riderUnwell', SYSTEM_ACTOR);
    expect(cancelled).toMatchObject({ ok: true, value: { status: 'cancelled', endReason: 'riderUnwell' } });
    expect((await readValley(valley)).schedules[0]!.stops).toEqual([]);
    expect((await ask(valley, { personId: 'person-2' })).ok).toBe(true);
  });

  it('a ride that is only offered: cancelled without touching the plan', async () => {
    const valley = await openValley();
    const { ride } = await offersOf(valley);
    const { version } = await readValley(valley);
    expect((await valley.booking.cancel(ride.id, 'bookedByMistake', SYSTEM_ACTOR)).ok).toBe(true);
    expect((await readValley(valley)).version).toBe(version);
  });

  it('twice: done once; for another reason, by another hand, or unknown: named', async () => {
    const valley = await openValley();
    const { ride } = await offersOf(valley);
    const first = await valley.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR);
    expect(await valley.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR)).toEqual(first);
    const closed = { reason: { code: 'rideAlreadyClosed' } };
    expect(await valley.booking.cancel(ride.id, 'weather', SYSTEM_ACTOR)).toMatchObject(closed);
    expect(await valley.booking.cancel(ride.id, 'riderAsked', VOICE_ACTOR)).toMatchObject(closed);
    expect(await valley.booking.cancel('ride:99', 'riderAsked', SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'unknownRide' },
    });
  });

  it('after the day has begun: the seat beside the rider who stays is kept as it was', async () => {
    const valley = await openValley({ people: valleyPeople(2) });
    const stays = await offersOf(valley, { personId: 'person-1' });
    const goes = await offersOf(valley, { personId: 'person-2', to: { kind: 'boardingPoint', id: 'C' } });
    const kept = await valley.booking.accept(stays.offers[0]!.id, SYSTEM_ACTOR);
    const lost = await valley.booking.accept(goes.offers[0]!.id, SYSTEM_ACTOR);
    if (!kept.ok || !lost.ok) throw new Error('not booked');
    valley.clock.moveTo(momentOf(VALLEY_DAY, 8 * 3600));
    expect((await valley.booking.cancel(lost.value.id, 'riderAsked', SYSTEM_ACTOR)).ok).toBe(true);
    const { schedules, rides } = await readValley(valley);
    expect(schedules[0]!.stops.map((stop) => stop.place?.id)).toEqual(['A', 'D']);
    const { scheduled, promise } = rides.get(kept.value.id)!;
    expect(scheduled.pickup).toBeGreaterThanOrEqual(promise!.pickup.earliest);
    expect(scheduled.pickup).toBeLessThanOrEqual(promise!.pickup.latest);
  });
});
