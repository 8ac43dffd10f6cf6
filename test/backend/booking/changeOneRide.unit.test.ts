import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import type { Actor } from '../../../backend/domain/account/actor.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { RequestInput } from '../../../backend/domain/ride/requestInput.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { addDays } from '../../../backend/domain/units/time.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

const SATO: Actor = {
  scope: {
    kind: 'account',
    accountId: 'account-1',
    role: 'operator',
    municipalities: [],
    providerId: null,
    clinicId: null,
    personId: null,
    vehicleId: null,
  },
  name: 'account-1',
  displayName: '佐藤',
};
const at = (hour: number) => ({ kind: 'departAfter', second: hour * 3600 }) as const;

async function ask(valley: Valley, given: Partial<RequestInput> = {}) {
  const asked = await valley.booking.request(valleyRequest(given), SATO);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  return asked.value;
}

async function take(valley: Valley, offerId: string): Promise<Ride> {
  const booked = await valley.booking.accept(offerId, SATO);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

async function book(valley: Valley, given: Partial<RequestInput> = {}): Promise<Ride> {
  return take(valley, (await ask(valley, given)).offers[0]!.id);
}

/** Who is in the vehicles, by the plan. */
async function carried(valley: Valley): Promise<readonly string[]> {
  const { schedules } = await readValley(valley);
  return schedules.flatMap(({ stops }) => stops.flatMap(({ pickups }) => pickups)).sort();
}

describe('changing a ride in one step', () => {
  it('ten becomes eleven: the new one stands alone, and both tell what was changed by whom', async () => {
    const valley = await openValley();
    const old = await book(valley, { requested: at(10) });
    const { ride, offers } = await ask(valley, { requested: at(11), replaces: old.id });
    // Until the yes the old one stands.
    expect(await carried(valley)).toEqual([old.id]);
    const changed = await take(valley, offers[0]!.id);
    expect(changed).toMatchObject({
      id: ride.id,
      status: 'assigned',
      changedFrom: {
        rideId: old.id,
        requested: at(10),
        pickupSecond: old.scheduled.pickup,
        by: { kind: 'operator', name: '佐藤' },
      },
    });
    const { rides, events } = await readValley(valley);
    expect(rides.get(old.id)).toMatchObject({
      status: 'cancelled',
      endReason: 'changed',
      replacedBy: { rideId: changed.id, by: { kind: 'operator', name: '佐藤' } },
    });
    expect(await carried(valley)).toEqual([changed.id]);
    expect(events).not.toContain('RideCancelled');
    expect(valley.violations).toEqual([]);
  });

  it('the same hour, another place, one person more, in a vehicle with two seats: its own seats count as free', async () => {
    const valley = await openValley({ configurations: [[[2, 0, 0]]] });
    const old = await book(valley, { requested: at(10), companions: 1 });
    const changed = await take(
      valley,
      (
        await ask(valley, {
          requested: at(10),
          to: { kind: 'boardingPoint', id: 'E' },
          companions: 1,
          replaces: old.id,
        })
      ).offers[0]!.id,
    );
    expect(changed.to.id).toBe('E');
    expect(Math.abs(changed.scheduled.pickup! - old.scheduled.pickup!)).toBeLessThan(600);
    expect(await carried(valley)).toEqual([changed.id]);
  });

  it('the new one cannot be had: refused, and the old one stands', async () => {
    const valley = await openValley({ configurations: [[[2, 0, 0]]] });
    const old = await book(valley, { requested: at(10) });
    const refused = await valley.booking.request(
      valleyRequest({ requested: at(10), companions: 5, replaces: old.id }),
      SATO,
    );
    expect(refused.ok).toBe(false);
    expect((await readValley(valley)).rides.get(old.id)).toEqual(old);
    expect(await carried(valley)).toEqual([old.id]);
  });

  it('the place is taken between offer and yes: refused, and the old one stands', async () => {
    const valley = await openValley({ configurations: [[[1, 0, 0]]], people: valleyPeople(2) });
    const old = await book(valley, { requested: at(10) });
    const { offers } = await ask(valley, { requested: at(13), replaces: old.id });
    await book(valley, { personId: 'person-2', requested: at(13) });
    expect(await valley.booking.accept(offers[0]!.id, SATO)).toMatchObject({
      ok: false,
      reason: { code: 'offerNoLongerPossible' },
    });
    expect((await readValley(valley)).rides.get(old.id)).toMatchObject({
      status: 'assigned',
      promise: old.promise,
    });
    expect(await carried(valley)).toContain(old.id);
  });

  it('an alternative to a refused change is taken: it stands in the place of the old one', async () => {
    const valley = await openValley({ configurations: [[[1, 0, 0]]], people: valleyPeople(2) });
    const old = await book(valley, { requested: at(10) });
    await book(valley, { personId: 'person-2', requested: { ...at(13), until: 13 * 3600 + 600 } });
    const refused = await valley.booking.request(
      valleyRequest({ requested: { ...at(13), until: 13 * 3600 + 300 }, replaces: old.id }),
      SATO,
    );
    if (refused.ok) throw new Error('it was offered');
    const changed = await take(valley, refused.reason.alternatives[0]!.id);
    expect(changed.changedFrom?.rideId).toBe(old.id);
    expect((await readValley(valley)).rides.get(old.id)?.replacedBy?.rideId).toBe(changed.id);
  });

  it('to another day: out of one plan and into the other, with both versions moved on', async () => {
    const valley = await openValley();
    const old = await book(valley, { requested: at(10) });
    const day = addDays(VALLEY_DAY, 1);
    const before = (await readValley(valley)).version;
    const changed = await take(
      valley,
      (await ask(valley, { day, requested: at(10), replaces: old.id })).offers[0]!.id,
    );
    expect(changed).toMatchObject({ day, status: 'assigned' });
    expect(await carried(valley)).toEqual([]);
    expect((await readValley(valley)).version).toBe(before + 1);
    const there = await valley.store.read(SYSTEM_SCOPE, ({ days }) => days.listSchedules(day));
    expect(there.flatMap(({ stops }) => stops.flatMap(({ pickups }) => pickups))).toEqual([changed.id]);
  });

  it('the way home follows to the new ride, and keeps its promise', async () => {
    const valley = await openValley();
    const old = await book(valley, { requested: at(10) });
    const asked = await valley.booking.requestReturn(old.id, { kind: 'timed', requested: at(13) }, SATO);
    if (!asked.ok) throw new Error(asked.reason.rejection.code);
    const home = await take(valley, asked.value.offers[0]!.id);
    const changed = await take(
      valley,
      (await ask(valley, { requested: at(11), replaces: old.id })).offers[0]!.id,
    );
    expect((await readValley(valley)).rides.get(home.id)).toMatchObject({
      returnOf: changed.id,
      status: 'assigned',
      promise: home.promise,
    });
  });

  it('a way home moved along: it leads home from the same ride, and the old one is no more', async () => {
    const valley = await openValley();
    const there = await book(valley, { requested: at(10) });
    const wish = (hour: number) => ({ kind: 'timed', requested: at(hour) }) as const;
    const first = await valley.booking.requestReturn(there.id, wish(13), SATO);
    if (!first.ok) throw new Error(first.reason.rejection.code);
    const home = await take(valley, first.value.offers[0]!.id);
    const second = await valley.booking.requestReturn(there.id, wish(15), SATO, { replaces: home.id });
    if (!second.ok) throw new Error(second.reason.rejection.code);
    const moved = await take(valley, second.value.offers[0]!.id);
    expect(moved).toMatchObject({ returnOf: there.id, changedFrom: { rideId: home.id } });
    expect(await carried(valley)).toEqual([there.id, moved.id].sort());
  });

  it('a way home with a time becomes one on call: out of the plan, still one way home', async () => {
    const valley = await openValley();
    const there = await book(valley, { requested: at(10) });
    const first = await valley.booking.requestReturn(there.id, { kind: 'timed', requested: at(13) }, SATO);
    if (!first.ok) throw new Error(first.reason.rejection.code);
    const home = await take(valley, first.value.offers[0]!.id);
    const onCall = { kind: 'willCall', expectedSecond: null } as const;
    const second = await valley.booking.requestReturn(there.id, onCall, SATO, { replaces: home.id });
    if (!second.ok) throw new Error(second.reason.rejection.code);
    const booked = await valley.booking.bookWillCall(second.value.ride.id, SATO);
    expect(booked).toMatchObject({
      ok: true,
      value: { status: 'willCall', changedFrom: { rideId: home.id } },
    });
    expect(await carried(valley)).toEqual([there.id]);
  });

  it("somebody else's ride, or one on board: refused, nothing is kept", async () => {
    const valley = await openValley({ people: valleyPeople(2) });
    const other = await book(valley, { personId: 'person-2', requested: at(10) });
    const refused = await valley.booking.request(
      valleyRequest({ requested: at(11), replaces: other.id }),
      SATO,
    );
    expect(refused).toMatchObject({ reason: { rejection: { code: 'unknownRide' }, ride: null } });
  });
});

describe('undoing a change', () => {
  it('within ten seconds: the old ride stands again under its promise, the way home with it', async () => {
    const valley = await openValley();
    const old = await book(valley, { requested: at(10) });
    const asked = await valley.booking.requestReturn(old.id, { kind: 'timed', requested: at(13) }, SATO);
    if (!asked.ok) throw new Error(asked.reason.rejection.code);
    const home = await take(valley, asked.value.offers[0]!.id);
    const { offers } = await ask(valley, { requested: at(11), replaces: old.id });
    const changed = await take(valley, offers[0]!.id);
    const undone = await valley.booking.undoBooking(changed.id, SATO);
    if (!undone.ok) throw new Error(undone.reason.code);
    expect(undone.value.ride).toMatchObject({ id: changed.id, status: 'offered', changedFrom: null });
    expect(undone.value.offers.map(({ id }) => id).sort()).toEqual(offers.map(({ id }) => id).sort());
    const { rides } = await readValley(valley);
    expect(rides.get(old.id)).toMatchObject({
      status: 'assigned',
      promise: old.promise,
      endReason: null,
      replacedBy: null,
    });
    expect(rides.get(home.id)).toMatchObject({ returnOf: old.id, status: 'assigned' });
    expect(await carried(valley)).toEqual([old.id, home.id].sort());
    // And the other time can be taken after all.
    expect(await take(valley, offers[0]!.id)).toMatchObject({ changedFrom: { rideId: old.id } });
  });

  it('the old place was taken meanwhile: said so, and the changed ride stands', async () => {
    const valley = await openValley({ configurations: [[[1, 0, 0]]], people: valleyPeople(2) });
    const old = await book(valley, { requested: at(10) });
    const changed = await take(
      valley,
      (await ask(valley, { requested: at(13), replaces: old.id })).offers[0]!.id,
    );
    await book(valley, { personId: 'person-2', requested: at(10) });
    expect(await valley.booking.undoBooking(changed.id, SATO)).toMatchObject({
      ok: false,
      reason: { code: 'changeNotUndoable' },
    });
    const { rides } = await readValley(valley);
    expect(rides.get(changed.id)?.status).toBe('assigned');
    expect(rides.get(old.id)?.status).toBe('cancelled');
  });

  it('a way home on call that was given a time: waits for the call again', async () => {
    const valley = await openValley();
    const there = await book(valley, { requested: at(10) });
    const onCall = { kind: 'willCall', expectedSecond: null } as const;
    const first = await valley.booking.requestReturn(there.id, onCall, SYSTEM_ACTOR);
    if (!first.ok) throw new Error(first.reason.rejection.code);
    await valley.booking.bookWillCall(first.value.ride.id, SYSTEM_ACTOR);
    const timed = { kind: 'timed', requested: at(14) } as const;
    const second = await valley.booking.requestReturn(there.id, timed, SATO, {
      replaces: first.value.ride.id,
    });
    if (!second.ok) throw new Error(second.reason.rejection.code);
    const changed = await take(valley, second.value.offers[0]!.id);
    expect((await valley.booking.undoBooking(changed.id, SATO)).ok).toBe(true);
    expect((await readValley(valley)).rides.get(first.value.ride.id)).toMatchObject({
      status: 'willCall',
      replacedBy: null,
    });
    expect(await carried(valley)).toEqual([there.id]);
  });
});
