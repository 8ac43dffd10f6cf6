import { describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import {
  openValley,
  readValley,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

async function bookFirst(valley: Valley, personId = 'person-1') {
  const asked = await valley.booking.request(valleyRequest({ personId }), SYSTEM_ACTOR);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return { ride: booked.value, offers: asked.value.offers };
}

describe('undoing a booking', () => {
  it('within ten seconds: out of the schedule, its offers open again, nothing cancelled', async () => {
    const valley = await openValley();
    const { ride, offers } = await bookFirst(valley);
    valley.clock.moveTo(valley.clock.now() + 10_000);
    const undone = await valley.booking.undoBooking(ride.id, SYSTEM_ACTOR);
    if (!undone.ok) throw new Error(undone.reason.code);
    expect(undone.value.ride).toMatchObject({
      status: 'offered',
      promise: null,
      shiftId: null,
      bookedAt: null,
      endReason: null,
    });
    expect(undone.value.offers.map(({ id }) => id).sort()).toEqual(offers.map(({ id }) => id).sort());
    const { schedules, events } = await readValley(valley);
    expect(schedules[0]!.stops).toEqual([]);
    expect(events).not.toContain('RideCancelled');
  });

  it('and booked again at another time: one ride, at that time', async () => {
    const valley = await openValley();
    const { ride, offers } = await bookFirst(valley);
    await valley.booking.undoBooking(ride.id, SYSTEM_ACTOR);
    const again = await valley.booking.accept(offers[1]!.id, SYSTEM_ACTOR);
    expect(again).toMatchObject({ ok: true, value: { id: ride.id, offerId: offers[1]!.id } });
  });

  it('others in the same vehicle: keep their promise', async () => {
    const valley = await openValley({ people: valleyPeople(2) });
    const other = await bookFirst(valley, 'person-2');
    const { ride } = await bookFirst(valley);
    await valley.booking.undoBooking(ride.id, SYSTEM_ACTOR);
    const { rides, schedules } = await readValley(valley);
    expect(rides.get(other.ride.id)).toMatchObject({ status: 'assigned', promise: other.ride.promise });
    expect(schedules[0]!.stops.flatMap((stop) => stop.pickups)).toEqual([other.ride.id]);
    expect(valley.violations).toEqual([]);
  });

  it('pressed twice: the second press finds it done, the offers still open', async () => {
    const valley = await openValley();
    const { ride, offers } = await bookFirst(valley);
    const first = await valley.booking.undoBooking(ride.id, SYSTEM_ACTOR);
    const again = await valley.booking.undoBooking(ride.id, SYSTEM_ACTOR);
    expect(again).toEqual(first);
    expect(again).toMatchObject({ ok: true, value: { ride: { status: 'offered' } } });
    expect((await valley.booking.accept(offers[0]!.id, SYSTEM_ACTOR)).ok).toBe(true);
  });

  it('after the seconds have passed: refused', async () => {
    const valley = await openValley();
    const { ride } = await bookFirst(valley);
    valley.clock.moveTo(valley.clock.now() + 16_000);
    expect(await valley.booking.undoBooking(ride.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'undoTooLate' },
    });
  });
});

describe('in a trial whose clock runs sixty times as fast', () => {
  it('ten seconds at the desk are ten minutes of the day: a booking and a cancellation can be taken back', async () => {
    const valley = await openValley({ speed: 60 });
    const { ride } = await bookFirst(valley);
    valley.clock.moveTo(valley.clock.now() + 10 * 60_000);
    await valley.booking.cancel(ride.id, 'bookedByMistake', SYSTEM_ACTOR);
    valley.clock.moveTo(valley.clock.now() + 10 * 60_000);
    expect((await valley.booking.undoCancellation(ride.id, SYSTEM_ACTOR)).ok).toBe(true);
  });

  it('twenty seconds at the desk are too many there, too', async () => {
    const valley = await openValley({ speed: 60 });
    const { ride } = await bookFirst(valley);
    valley.clock.moveTo(valley.clock.now() + 10 * 60_000);
    expect((await valley.booking.undoBooking(ride.id, SYSTEM_ACTOR)).ok).toBe(true);
    const late = await openValley({ speed: 60 });
    const other = await bookFirst(late);
    late.clock.moveTo(late.clock.now() + 20 * 60_000);
    expect(await late.booking.undoBooking(other.ride.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'undoTooLate' },
    });
  });
});

describe('undoing a cancellation', () => {
  it('within ten seconds: the ride stands again under the same promise', async () => {
    const valley = await openValley();
    const { ride } = await bookFirst(valley);
    await valley.booking.cancel(ride.id, 'bookedByMistake', SYSTEM_ACTOR);
    const restored = await valley.booking.undoCancellation(ride.id, SYSTEM_ACTOR);
    if (!restored.ok) throw new Error(restored.reason.code);
    expect(restored.value).toMatchObject({
      status: 'assigned',
      promise: ride.promise,
      endReason: null,
      cancelledAt: null,
    });
    const { schedules } = await readValley(valley);
    expect(schedules[0]!.stops.flatMap((stop) => stop.pickups)).toEqual([ride.id]);
    expect(valley.violations).toEqual([]);
  });

  it('the only seat was given away meanwhile: refused, the ride stays cancelled', async () => {
    const valley = await openValley({ configurations: [[[1, 0, 0]]], people: valleyPeople(2) });
    const { ride } = await bookFirst(valley);
    await valley.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR);
    await bookFirst(valley, 'person-2');
    const restored = await valley.booking.undoCancellation(ride.id, SYSTEM_ACTOR);
    expect(restored).toMatchObject({ ok: false, reason: { code: 'undoNotPossible' } });
    expect((await readValley(valley)).rides.get(ride.id)?.status).toBe('cancelled');
  });

  it('of a ride that is not cancelled, or too late: refused', async () => {
    const valley = await openValley();
    const { ride } = await bookFirst(valley);
    expect((await valley.booking.undoCancellation(ride.id, SYSTEM_ACTOR)).ok).toBe(false);
    await valley.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR);
    valley.clock.moveTo(valley.clock.now() + 16_000);
    expect(await valley.booking.undoCancellation(ride.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'undoTooLate' },
    });
  });
});
