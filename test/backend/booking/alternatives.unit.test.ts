import { describe, expect, it } from 'vitest';
import { offerSentence, poolingHint } from '../../../backend/booking/index.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { RequestInput } from '../../../backend/domain/ride/requestInput.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

const OTHER_DAY = '2026-06-11';

async function refused(valley: Valley, given: Partial<RequestInput> = {}) {
  const asked = await valley.booking.request(valleyRequest(given), SYSTEM_ACTOR);
  if (asked.ok) throw new Error('offered');
  return asked.reason;
}

async function bookFirst(valley: Valley, given: Partial<RequestInput> = {}) {
  const asked = await valley.booking.request(valleyRequest(given), SYSTEM_ACTOR);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

describe('alternatives to a refusal', () => {
  it('before the service begins: the first time of the day and the next day are told', async () => {
    const valley = await openValley();
    const early = { kind: 'departAfter', second: 6.5 * 3600 } as const;
    const { rejection, alternatives } = await refused(valley, { requested: early });
    expect(rejection.code).toBe('outsideServiceHours');
    // Half past six, an hour later: half past seven. The next day at half past six there is no service either.
    expect(alternatives.map(({ instead }) => [instead?.kind, instead?.day])).toEqual([
      ['otherTime', VALLEY_DAY],
    ]);
    expect(alternatives[0]!.pickupSecond).toBe(7.5 * 3600);
  });

  it('a closed day: the same time on the next open day, named in the sentence', async () => {
    const valley = await openValley({ rules: { closedDays: [VALLEY_DAY] } });
    const { ride, alternatives } = await refused(valley);
    expect(alternatives.map(({ instead }) => [instead?.kind, instead?.day])).toEqual([
      ['otherDay', OTHER_DAY],
    ]);
    expect(offerSentence(alternatives[0]!, ride!).ja).toContain('6月11日木曜日、午前9時から');
  });

  it('the only vehicle is full: a time when it is not', async () => {
    const valley = await openValley({
      configurations: [[[1, 0, 0]]],
      people: valleyPeople(2),
      rules: NARROW,
    });
    await bookFirst(valley, { personId: 'person-2' });
    const { alternatives } = await refused(valley, { personId: 'person-1' });
    expect(alternatives.map(({ instead }) => instead?.kind)).toEqual(['otherTime', 'otherTime', 'otherDay']);
    expect(alternatives[0]!.pickupSecond).toBeGreaterThan(9 * 3600);
    expect(alternatives[1]!.pickupSecond).toBeLessThan(9 * 3600);
  });

  it('a point just beyond the border: the boarding point near it that is served', async () => {
    // X lies in the next town; two kilometres east of it nobody goes, to X one may.
    const beyond = { kind: 'coordinates', at: { lon: 139.785, lat: 37.5 } } as const;
    const { rejection, alternatives } = await refused(await openValley(), { to: beyond });
    expect(rejection).toMatchObject({ code: 'outsideServiceArea', field: 'to' });
    expect(alternatives.map(({ instead }) => [instead?.kind, instead?.to.id])).toEqual([['otherPlace', 'X']]);
  });

  it('too many for any vehicle, a rule of the rider: nothing else would help, nothing is told', async () => {
    expect((await refused(await openValley(), { companions: 20 })).alternatives).toEqual([]);
    const young = await openValley({ rules: { eligibility: { residentsOnly: false, minimumAge: 99 } } });
    expect((await refused(young)).alternatives).toEqual([]);
  });

  it('one of them taken: a ride of its own, and the refusal is answered by it', async () => {
    const valley = await openValley({ rules: { closedDays: [VALLEY_DAY] } });
    const { ride: denied, alternatives } = await refused(valley);
    const booked = await valley.booking.accept(alternatives[0]!.id, SYSTEM_ACTOR);
    if (!booked.ok) throw new Error(booked.reason.code);
    expect(booked.value).toMatchObject({ status: 'assigned', day: OTHER_DAY, insteadOf: denied!.id });
    const { rides } = await readValley(valley);
    expect(rides.get(denied!.id)).toMatchObject({ status: 'denied', riderAnswer: 'tookAnother' });
  });

  it('the same alternative taken twice: the second time it is gone', async () => {
    const valley = await openValley({ rules: { closedDays: [VALLEY_DAY] } });
    const { alternatives } = await refused(valley);
    await valley.booking.accept(alternatives[0]!.id, SYSTEM_ACTOR);
    expect(await valley.booking.accept(alternatives[0]!.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'offerTaken' },
    });
  });

  it('taken and undone: the alternative is open again, the ride is gone', async () => {
    const valley = await openValley({ rules: { closedDays: [VALLEY_DAY] } });
    const { alternatives } = await refused(valley);
    const booked = await valley.booking.accept(alternatives[0]!.id, SYSTEM_ACTOR);
    if (!booked.ok) throw new Error(booked.reason.code);
    expect(await valley.booking.undoBooking(booked.value.id, SYSTEM_ACTOR)).toMatchObject({
      ok: true,
      value: { ride: { status: 'lapsed' } },
    });
    expect((await valley.booking.accept(alternatives[0]!.id, SYSTEM_ACTOR)).ok).toBe(true);
  });
});

describe('what the rider says', () => {
  it('none of the offers: the search ends as declined, and no offer can be taken any more', async () => {
    const valley = await openValley();
    const asked = await valley.booking.request(valleyRequest(), SYSTEM_ACTOR);
    if (!asked.ok) throw new Error('refused');
    const { ride, offers } = asked.value;
    expect(await valley.booking.answer(ride.id, 'callsAgain', SYSTEM_ACTOR)).toMatchObject({
      ok: true,
      value: { status: 'declined', riderAnswer: 'callsAgain' },
    });
    expect(await valley.booking.accept(offers[0]!.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'offerTaken' },
    });
  });

  it('to a refusal: kept beside the reason', async () => {
    const valley = await openValley({ rules: { closedDays: [VALLEY_DAY] } });
    const { ride } = await refused(valley);
    expect(await valley.booking.answer(ride!.id, 'waitlisted', SYSTEM_ACTOR)).toMatchObject({
      value: { status: 'denied', endReason: 'closedDay', riderAnswer: 'waitlisted' },
    });
  });

  it('of a booked ride, of an unknown one: refused', async () => {
    const valley = await openValley();
    const ride = await bookFirst(valley);
    expect((await valley.booking.answer(ride.id, 'declined', SYSTEM_ACTOR)).ok).toBe(false);
    expect(await valley.booking.answer('ride-0', 'declined', SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'unknownRide' },
    });
  });
});

describe('another time that shares', () => {
  it('a couple rides at ten: waiting for them is offered and said', async () => {
    const valley = await openValley({ people: valleyPeople(2), configurations: [[[8, 0, 0]], [[8, 0, 0]]] });
    await bookFirst(valley, {
      personId: 'person-2',
      companions: 1,
      requested: { kind: 'departAfter', second: 10 * 3600 },
    });
    const asked = await valley.booking.request(valleyRequest(), SYSTEM_ACTOR);
    if (!asked.ok) throw new Error('refused');
    const { offers, ride } = asked.value;
    const pooled = offers.find(({ sharedWith }) => sharedWith > 0);
    expect(offers[0]!.sharedWith).toBe(0);
    expect(pooled).toMatchObject({ sharedWith: 1, sharedPeople: 2, usesRunningVehicle: true });
    const hint = poolingHint(offers, ride.requested);
    const minutes = Math.round((pooled!.pickupSecond - offers[0]!.pickupSecond) / 60);
    expect(hint?.offerId).toBe(pooled!.id);
    expect(hint?.sentence.ja).toContain(`${minutes}分あとなら、おふたりと相乗りになります。`);
    expect(offerSentence(pooled!, ride).ja).toContain('おふたりと相乗りです。');
  });

  it('nobody to share with: nothing is said', async () => {
    const valley = await openValley();
    const asked = await valley.booking.request(valleyRequest(), SYSTEM_ACTOR);
    if (!asked.ok) throw new Error('refused');
    expect(poolingHint(asked.value.offers, asked.value.ride.requested)).toBeUndefined();
  });

  it('no two offers sound the same: ten minutes lie between them', async () => {
    const valley = await openValley({ configurations: [[[8, 0, 0]], [[8, 0, 0]], [[8, 0, 0]]] });
    const asked = await valley.booking.request(valleyRequest(), SYSTEM_ACTOR);
    if (!asked.ok) throw new Error('refused');
    const times = asked.value.offers.map(({ pickupSecond }) => pickupSecond);
    for (const [i, time] of times.entries()) {
      for (const other of times.slice(i + 1)) expect(Math.abs(other - time)).toBeGreaterThanOrEqual(600);
    }
  });
});

describe('several dates', () => {
  it('six dates, one of them closed: five offered, one refused, all of one group, each once', async () => {
    const closed = '2026-06-15';
    const valley = await openValley({ rules: { closedDays: [closed] } });
    const days = ['2026-06-18', '2026-06-11', '2026-06-12', closed, '2026-06-16', '2026-06-12'];
    const { groupId, asked } = await valley.booking.requestDays(valleyRequest(), days, null, SYSTEM_ACTOR);
    expect(asked.map(({ day, outcome }) => [day, outcome.ok])).toEqual([
      ['2026-06-11', true],
      ['2026-06-12', true],
      [closed, false],
      ['2026-06-16', true],
      ['2026-06-18', true],
    ]);
    const rides = asked.map(({ outcome }) => (outcome.ok ? outcome.value.ride : outcome.reason.ride));
    expect(new Set(rides.map((ride) => ride?.groupId))).toEqual(new Set([groupId]));
  });
});

/** Ten minutes to be fetched and no time to wait: two parties never fit into one seat one after the other. */
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
