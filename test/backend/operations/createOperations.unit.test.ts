import { describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import type { StreetReport } from '../../../backend/operations/index.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

const SHIFT = `shift:${VALLEY_DAY}:vehicle-1:25200`;

async function book(valley: Valley, personId: string, from: string, to: string): Promise<Ride> {
  const points = {
    from: { kind: 'boardingPoint', id: from },
    to: { kind: 'boardingPoint', id: to },
  } as const;
  const asked = await valley.booking.request(valleyRequest({ personId, ...points }), SYSTEM_ACTOR);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

let count = 0;

/** Sends a tap at a second of the day; the clock goes along. */
async function tap(valley: Valley, second: number, what: Record<string, unknown>) {
  valley.clock.moveTo(momentOf(VALLEY_DAY, second));
  count += 1;
  const report = { id: `tap-${count}`, shiftId: SHIFT, deviceTime: momentOf(VALLEY_DAY, second), ...what };
  return valley.operations.report(report as StreetReport, SYSTEM_ACTOR);
}

async function stopAt(valley: Valley, place: string): Promise<string> {
  const { schedules } = await readValley(valley);
  const stop = schedules[0]!.stops.find((one) => one.place?.id === place);
  if (!stop) throw new Error(`no stop at ${place}`);
  return stop.id;
}

/** person-1 from A to D and person-2 from B to C share the vehicle, pickup at A at nine. */
async function twoAboard() {
  const valley = await openValley({ people: valleyPeople(3) });
  const first = await book(valley, 'person-1', 'A', 'D');
  const second = await book(valley, 'person-2', 'B', 'C');
  return { valley, first, second };
}

describe('a driver’s day', () => {
  it('arrive, board, alight in order: the rides end done, with the seconds of the street', async () => {
    const { valley, first, second } = await twoAboard();
    const story: [number, Record<string, unknown>][] = [
      [32_400, { type: 'arrive', stopId: await stopAt(valley, 'A') }],
      [32_430, { type: 'board', rideId: first.id }],
      [32_460, { type: 'depart', stopId: await stopAt(valley, 'A') }],
      [32_770, { type: 'arrive', stopId: await stopAt(valley, 'B') }],
      [32_800, { type: 'board', rideId: second.id }],
      [33_100, { type: 'arrive', stopId: await stopAt(valley, 'C') }],
      [33_110, { type: 'alight', rideId: second.id }],
      [33_500, { type: 'arrive', stopId: await stopAt(valley, 'D') }],
      [33_510, { type: 'alight', rideId: first.id }],
    ];
    for (const [at, what] of story) {
      expect([what, await tap(valley, at, what)]).toEqual([what, { ok: true, value: 'applied' }]);
    }
    const { rides, schedules, events } = await readValley(valley);
    expect(rides.get(first.id)).toMatchObject({
      status: 'done',
      performed: { pickup: 32_430, dropoff: 33_510 },
    });
    expect(rides.get(second.id)).toMatchObject({
      status: 'done',
      performed: { pickup: 32_800, dropoff: 33_110 },
    });
    expect(schedules[0]!.stops.map((stop) => stop.state)).toEqual([
      'departed',
      'departed',
      'departed',
      'arrived',
    ]);
    expect(events).not.toContain('PromiseBroken');
    expect(valley.violations).toEqual([]);
  });

  it('the same tap again, and two at once: applied once', async () => {
    const { valley, first } = await twoAboard();
    const stopId = await stopAt(valley, 'A');
    valley.clock.moveTo(momentOf(VALLEY_DAY, 32_400));
    const report = {
      id: 'tap-same',
      shiftId: SHIFT,
      deviceTime: momentOf(VALLEY_DAY, 32_400),
      type: 'arrive',
      stopId,
    } as const;
    const both = await Promise.all([
      valley.operations.report(report, SYSTEM_ACTOR),
      valley.operations.report(report, SYSTEM_ACTOR),
    ]);
    const outcomes = both.map((outcome) => (outcome.ok ? outcome.value : outcome.reason.code)).sort();
    expect(outcomes).toEqual(['applied', 'appliedBefore']);
    const after = await readValley(valley);
    expect(after.rides.get(first.id)?.status).toBe('vehicleArrived');
    expect(await valley.operations.report(report, SYSTEM_ACTOR)).toEqual({
      ok: true,
      value: 'appliedBefore',
    });
    expect(await readValley(valley)).toEqual(after);
  });

  it.each<
    [string, (given: Awaited<ReturnType<typeof twoAboard>>) => Promise<Record<string, unknown>>, string]
  >([
    [
      'the second stop first',
      async ({ valley }) => ({ type: 'arrive', stopId: await stopAt(valley, 'B') }),
      'commandOutOfOrder',
    ],
    [
      'boarding before arriving',
      async ({ first }) => ({ type: 'board', rideId: first.id }),
      'commandOutOfOrder',
    ],
    ['a stop that is gone', async () => ({ type: 'arrive', stopId: 'stop:99' }), 'staleVersion'],
    ['somebody else’s rider', async () => ({ type: 'board', rideId: 'ride:99' }), 'unknownRide'],
  ])('%s: refused by name, nothing changes', async (_, what, code) => {
    const given = await twoAboard();
    const before = await readValley(given.valley);
    expect(await tap(given.valley, 32_400, await what(given))).toMatchObject({ ok: false, reason: { code } });
    expect(await readValley(given.valley)).toEqual(before);
  });

  it('leaving while somebody still has to get in: out of order', async () => {
    const { valley } = await twoAboard();
    const stopId = await stopAt(valley, 'A');
    await tap(valley, 32_400, { type: 'arrive', stopId });
    expect(await tap(valley, 32_500, { type: 'depart', stopId })).toMatchObject({
      reason: { code: 'commandOutOfOrder' },
    });
  });

  it('a no-show: the dropoff leaves the schedule, the others are still fetched', async () => {
    const { valley, first, second } = await twoAboard();
    await tap(valley, 32_400, { type: 'arrive', stopId: await stopAt(valley, 'A') });
    expect(await tap(valley, 32_700, { type: 'noShow', rideId: first.id })).toEqual({
      ok: true,
      value: 'applied',
    });
    const { rides, schedules } = await readValley(valley);
    expect(rides.get(first.id)).toMatchObject({ status: 'noShow', endReason: 'notThere' });
    expect(schedules[0]!.stops.map((stop) => stop.place?.id)).toEqual(['A', 'B', 'C']);
    expect(rides.get(second.id)?.status).toBe('assigned');
  });

  it('twenty minutes late: the broken promises are events with a call each, and the new times are kept apart', async () => {
    const { valley, first, second } = await twoAboard();
    const late = 32_400 + 1_200;
    await tap(valley, late, { type: 'arrive', stopId: await stopAt(valley, 'A') });
    const { rides, events } = await readValley(valley);
    expect(events.filter((type) => type === 'PromiseBroken')).toHaveLength(2);
    expect(events.filter((type) => type === 'CallBackCreated')).toHaveLength(2);
    expect(rides.get(first.id)!.promise).toEqual(first.promise);
    // arrived at 33,600; 60 s of dwell and 300 s of driving lead to B at 33,960, told with ten minutes of room
    expect(rides.get(second.id)!.revisedPromise?.pickup.latest).toBe(33_960 + 600);
    expect(rides.get(second.id)!.promise).toEqual(second.promise);
  });

  it('back late for a break at the depot: the report is taken, and the break is still owed no earlier than planned', async () => {
    const breaks = [{ window: { earliest: 33_000, latest: 35_400 }, seconds: 3600 }];
    const valley = await openValley({ breaks });
    // A at 09:00, D at about 09:16, back in the depot at about 09:32 = 34,320: off duty before 35,400, no break planned
    const ride = await book(valley, 'person-1', 'A', 'D');
    const planned = (await readValley(valley)).schedules[0]!;
    expect(planned.stops.map((stop) => stop.kind)).toEqual(['stop', 'stop']);
    expect(planned.finish).toBeLessThanOrEqual(35_400);
    expect(await tap(valley, 32_400, { type: 'arrive', stopId: await stopAt(valley, 'A') })).toMatchObject({
      ok: true,
    });
    // boards late: 34,600 + 60 + 900 = 35,560 at D, when no break may begin any more
    expect(await tap(valley, 34_600, { type: 'board', rideId: ride.id })).toEqual({
      ok: true,
      value: 'applied',
    });
    expect((await readValley(valley)).schedules[0]!.finish).toBeGreaterThan(35_400);
    const stopId = await stopAt(valley, 'D');
    expect(await tap(valley, 35_560, { type: 'arrive', stopId })).toEqual({ ok: true, value: 'applied' });
  });

  it('a device whose clock is an hour ahead: the moment of arrival counts', async () => {
    const { valley, first } = await twoAboard();
    const stopId = await stopAt(valley, 'A');
    valley.clock.moveTo(momentOf(VALLEY_DAY, 32_405));
    const ahead = momentOf(VALLEY_DAY, 32_400 + 3600);
    await valley.operations.report(
      { id: 'a', shiftId: SHIFT, deviceTime: ahead, type: 'arrive', stopId },
      SYSTEM_ACTOR,
    );
    await valley.operations.report(
      { id: 'b', shiftId: SHIFT, deviceTime: ahead, type: 'board', rideId: first.id },
      SYSTEM_ACTOR,
    );
    expect((await readValley(valley)).rides.get(first.id)?.performed.pickup).toBe(32_405);
  });

  it('a booking while the vehicle is under way: the stop it drives to keeps its id and its place in the order', async () => {
    const { valley } = await twoAboard();
    const stopA = await stopAt(valley, 'A');
    await tap(valley, 32_400, { type: 'arrive', stopId: stopA });
    const asked = await valley.booking.request(
      valleyRequest({
        personId: 'person-3',
        from: { kind: 'boardingPoint', id: 'C' },
        to: { kind: 'boardingPoint', id: 'F' },
        requested: { kind: 'departAfter', second: 34_300 },
      }),
      SYSTEM_ACTOR,
    );
    if (!asked.ok) throw new Error(asked.reason.rejection.code);
    expect((await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR)).ok).toBe(true);
    const { schedules } = await readValley(valley);
    expect(schedules[0]!.stops[0]).toMatchObject({ id: stopA, state: 'arrived', performedArrival: 32_400 });
    expect(valley.violations).toEqual([]);
  });

  it('a position: kept as the vehicle’s last, off the globe refused', async () => {
    const valley = await openValley();
    expect(await tap(valley, 30_000, { type: 'position', at: { lon: 139.71, lat: 37.5 } })).toEqual({
      ok: true,
      value: 'applied',
    });
    expect(await tap(valley, 30_000, { type: 'position', at: { lon: 500, lat: 37.5 } })).toMatchObject({
      reason: { code: 'invalidCoordinates' },
    });
  });
});
