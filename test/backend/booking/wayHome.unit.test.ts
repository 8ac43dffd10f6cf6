import { describe, expect, it } from 'vitest';
import type { ReturnWish } from '../../../backend/booking/index.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { RequestInput } from '../../../backend/domain/ride/requestInput.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  type ValleyGiven,
  valleyRequest,
} from '../../support/smallValley.ts';

/** A ride there, A to D from 09:00, as its first offer has it. */
async function goThere(given: ValleyGiven = {}, asked: Partial<RequestInput> = {}) {
  const valley = await openValley(given);
  const offered = await valley.booking.request(valleyRequest(asked), SYSTEM_ACTOR);
  if (!offered.ok) throw new Error(offered.reason.rejection.code);
  const booked = await valley.booking.accept(offered.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return { valley, outbound: booked.value };
}

const at = (hour: number): ReturnWish => ({
  kind: 'timed',
  requested: { kind: 'departAfter', second: hour * 3600 },
});
const onCall: ReturnWish = { kind: 'willCall', expectedSecond: null };

async function askHome(valley: Valley, outbound: Ride, wish: ReturnWish) {
  const asked = await valley.booking.requestReturn(outbound.id, wish, SYSTEM_ACTOR);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  return asked.value;
}

/** A way home on call, booked. */
async function waitForCall() {
  const { valley, outbound } = await goThere();
  const { ride } = await askHome(valley, outbound, onCall);
  const booked = await valley.booking.bookWillCall(ride.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return { valley, outbound, home: booked.value };
}

describe('the way home', () => {
  it('asked for after the booking: places reversed, the same party, linked', async () => {
    const { valley, outbound } = await goThere({}, { companions: 1, luggage: 1 });
    const { ride, offers } = await askHome(valley, outbound, at(11));
    expect([ride.from.id, ride.to.id]).toEqual(['D', 'A']);
    expect(ride.party).toEqual(outbound.party);
    expect(ride.returnOf).toBe(outbound.id);
    expect(offers[0]!.pickupSecond).toBeGreaterThanOrEqual(11 * 3600);
  });

  it('from home and back: to the door again', async () => {
    const { valley, outbound } = await goThere({}, { from: { kind: 'home' } });
    const { ride } = await askHome(valley, outbound, at(11));
    expect(ride.to.id).toBe('door:person-1');
  });

  it('before the way there has arrived: refused, with the time from which it can be', async () => {
    const { valley, outbound } = await goThere();
    const asked = await valley.booking.requestReturn(outbound.id, at(9), SYSTEM_ACTOR);
    // Fetched at 09:00, a minute of dwell, fifteen minutes of road: there at 09:16.
    expect(asked).toMatchObject({
      ok: false,
      reason: {
        rejection: { code: 'returnBeforeOutbound', field: 'return.at', details: { time: '09:16' } },
      },
    });
  });

  it('both halves only offered, the later way there taken after the way home: refused', async () => {
    const valley = await openValley({ configurations: [[[8, 0, 0]], [[8, 0, 0]]] });
    const there = await valley.booking.request(valleyRequest(), SYSTEM_ACTOR);
    if (!there.ok) throw new Error('refused');
    const wish: ReturnWish = { kind: 'timed', requested: { kind: 'departAfter', second: 33_600 } };
    const home = await askHome(valley, there.value.ride, wish);
    expect((await valley.booking.accept(home.offers[0]!.id, SYSTEM_ACTOR)).ok).toBe(true);
    // The way home runs from 09:20 to 09:36; the last offer for the way there leaves at 09:40.
    const late = await valley.booking.accept(there.value.offers.at(-1)!.id, SYSTEM_ACTOR);
    expect(late).toMatchObject({ ok: false, reason: { code: 'returnBeforeOutbound' } });
  });

  it('both halves only offered, the later way there taken first: the early way home is refused', async () => {
    const valley = await openValley({ configurations: [[[8, 0, 0]], [[8, 0, 0]]] });
    const there = await valley.booking.request(valleyRequest(), SYSTEM_ACTOR);
    if (!there.ok) throw new Error('refused');
    const wish: ReturnWish = { kind: 'timed', requested: { kind: 'departAfter', second: 33_600 } };
    const home = await askHome(valley, there.value.ride, wish);
    // The way there runs from 09:40 to 09:56; the way home was offered for 09:20.
    expect((await valley.booking.accept(there.value.offers.at(-1)!.id, SYSTEM_ACTOR)).ok).toBe(true);
    const early = await valley.booking.accept(home.offers[0]!.id, SYSTEM_ACTOR);
    expect(early).toMatchObject({
      ok: false,
      reason: { code: 'returnBeforeOutbound', details: { time: '09:56' } },
    });
  });

  it('booked already: the second one is refused, and the first is named', async () => {
    const { valley, outbound } = await goThere();
    const first = await askHome(valley, outbound, at(11));
    expect((await valley.booking.accept(first.offers[0]!.id, SYSTEM_ACTOR)).ok).toBe(true);
    const again = await valley.booking.requestReturn(outbound.id, at(14), SYSTEM_ACTOR);
    expect(again).toMatchObject({
      reason: { rejection: { code: 'returnExists', details: { rideId: first.ride.id } } },
    });
  });

  it('of a cancelled ride, of an unknown one: refused', async () => {
    const { valley, outbound } = await goThere();
    await valley.booking.cancel(outbound.id, 'riderAsked', SYSTEM_ACTOR);
    expect(await valley.booking.requestReturn(outbound.id, at(11), SYSTEM_ACTOR)).toMatchObject({
      reason: { rejection: { code: 'rideAlreadyClosed' } },
    });
    expect(await valley.booking.requestReturn('ride-0', at(11), SYSTEM_ACTOR)).toMatchObject({
      reason: { rejection: { code: 'unknownRide' } },
    });
  });
});

describe('the way home on call', () => {
  it('booked without a time: it stands open, expected two hours after the arrival', async () => {
    const { home } = await waitForCall();
    expect(home).toMatchObject({ status: 'willCall', promise: null, shiftId: null });
    // 09:16 and two hours
    expect(home.willCall).toEqual({ expectedSecond: 33_360 + 7_200, readyAt: null, readyBy: null });
  });

  it('a second one for the same way there: refused', async () => {
    const { valley, outbound } = await goThere();
    const first = await askHome(valley, outbound, onCall);
    const second = await askHome(valley, outbound, onCall);
    expect((await valley.booking.bookWillCall(first.ride.id, SYSTEM_ACTOR)).ok).toBe(true);
    expect(await valley.booking.bookWillCall(second.ride.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'returnExists' },
    });
  });

  it.each(['the ride itself', 'its way there'])('ready, told by %s: offers from now on', async (by) => {
    const { valley, outbound, home } = await waitForCall();
    valley.clock.moveTo(momentOf(VALLEY_DAY, 11 * 3600));
    const id = by === 'the ride itself' ? home.id : outbound.id;
    const ready = await valley.booking.activate(id, 'clinic', SYSTEM_ACTOR);
    if (!ready.ok) throw new Error(ready.reason.code);
    expect(ready.value.ride).toMatchObject({ id: home.id, status: 'offered' });
    expect(ready.value.ride.willCall).toMatchObject({ readyBy: 'clinic', readyAt: valley.clock.now() });
    const soonest = ready.value.offers[0]!;
    expect(soonest.pickupSecond).toBeGreaterThan(11 * 3600);
    // The vehicle stands at D's side of the valley or comes from A, fifteen minutes away: well within half an hour.
    expect(soonest.pickupSecond).toBeLessThanOrEqual(11 * 3600 + 1800);
    expect((await valley.booking.accept(soonest.id, SYSTEM_ACTOR)).ok).toBe(true);
    const { events } = await readValley(valley);
    expect(events).toContain('WillCallActivated');
  });

  it('ready when no vehicle runs any more: the ride stays open, the call is kept, a call-back is owed', async () => {
    const { valley, home } = await waitForCall();
    valley.clock.moveTo(momentOf(VALLEY_DAY, 19 * 3600));
    const ready = await valley.booking.activate(home.id, 'phone', SYSTEM_ACTOR);
    expect(ready).toMatchObject({ ok: false, reason: { code: 'outsideServiceHours' } });
    const { rides, events } = await readValley(valley);
    expect(rides.get(home.id)).toMatchObject({ status: 'willCall', willCall: { readyBy: 'phone' } });
    expect(events.slice(-2)).toEqual(['WillCallActivated', 'CallBackCreated']);
  });

  it('ready before the ride there has begun: told so, and nothing is changed', async () => {
    const { valley, home } = await waitForCall();
    expect(await valley.booking.activate(home.id, 'phone', SYSTEM_ACTOR)).toMatchObject({
      // 09:16, whole minutes up
      reason: { code: 'outboundNotBegun', details: { time: '09:16' } },
    });
    const { rides, events } = await readValley(valley);
    expect(rides.get(home.id)).toMatchObject({ status: 'willCall', willCall: { readyAt: null } });
    expect(events).not.toContain('WillCallActivated');
  });

  it('ready told twice: the second call gets new offers', async () => {
    const { valley, home } = await waitForCall();
    valley.clock.moveTo(momentOf(VALLEY_DAY, 11 * 3600));
    await valley.booking.activate(home.id, 'phone', SYSTEM_ACTOR);
    valley.clock.moveTo(momentOf(VALLEY_DAY, 11 * 3600 + 600));
    const again = await valley.booking.activate(home.id, 'phone', SYSTEM_ACTOR);
    if (!again.ok) throw new Error(again.reason.code);
    expect(again.value.offers[0]!.pickupSecond).toBeGreaterThan(11 * 3600 + 600);
  });

  it('a ride without a way home on call: told so', async () => {
    const { valley, outbound } = await goThere();
    expect(await valley.booking.activate(outbound.id, 'phone', SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'noWillCall' },
    });
  });

  it('nobody rang by night: closed as never ready, and closing again changes nothing', async () => {
    const { valley, home } = await waitForCall();
    expect(await valley.booking.closeDay(VALLEY_DAY)).toBe(1);
    const { rides } = await readValley(valley);
    expect(rides.get(home.id)).toMatchObject({ status: 'lapsed', endReason: 'neverReady' });
    expect(await valley.booking.closeDay(VALLEY_DAY)).toBe(0);
  });

  it('cancelled: it never was in a schedule, and is gone', async () => {
    const { valley, home } = await waitForCall();
    const cancelled = await valley.booking.cancel(home.id, 'riderAsked', SYSTEM_ACTOR);
    expect(cancelled).toMatchObject({ ok: true, value: { status: 'cancelled' } });
  });
});
