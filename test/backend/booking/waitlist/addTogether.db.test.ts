import { beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '../../../../backend/adapters/system/randomIds.ts';
import { createBooking, createWaitlist } from '../../../../backend/booking/index.ts';
import { createDispatch } from '../../../../backend/dispatch/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { FakeClock } from '../../../../backend/simulation/index.ts';
import {
  openValley,
  StraightRoadMatrix,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../../support/smallValley.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const ROUNDS = 8;
const clock = new FakeClock(momentOf(VALLEY_DAY, 6 * 3600));
const database = withDatabase();

function deskOver(store: Valley['store']) {
  const world = { store, clock, ids: randomIds };
  const planning = createDispatch({
    ...world,
    matrix: new StraightRoadMatrix(),
    weights: { excessRideHour: 1200, waitHour: 600 },
    onPlanChecked() {},
  });
  const booking = { ...world, planning };
  return { store, booking: createBooking(booking), waitlist: createWaitlist(booking) };
}

let mine: ReturnType<typeof deskOver>;
let yours: ReturnType<typeof deskOver>;

/** Two processes with connections of their own, and vehicles that are full at nine by their size. */
beforeAll(async () => {
  const store = await database.openStore({ clock });
  await openValley({ store, people: valleyPeople(4 * ROUNDS), configurations: [[[1, 0, 0]]] });
  mine = deskOver(store);
  yours = deskOver(await database.openStore({ clock }));
});

/** A request of two for whom the only vehicle has one seat. */
async function refused(person: number): Promise<Ride> {
  const wish = valleyRequest({ personId: `person-${person}`, companions: 1 });
  const asked = await mine.booking.request(wish, SYSTEM_ACTOR);
  if (asked.ok || !asked.reason.ride) throw new Error('was not refused');
  return asked.reason.ride;
}

const entriesOf = (ride: Ride) =>
  mine.store.read(SYSTEM_SCOPE, async ({ waitlist, events }) => ({
    entries: (await waitlist.listByDay(VALLEY_DAY)).filter(({ deniedRideId }) => deniedRideId === ride.id),
    told: (await events.listByDay(VALLEY_DAY)).filter(
      ({ rideId, body }) => rideId === ride.id && body.type === 'WaitlistChanged',
    ),
  }));

describe('two people put the same refused request on the waitlist at once, on real connections', () => {
  it('at its own door: it waits once, and both are told of the same entry', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const ride = await refused(round + 1);
      const added = await Promise.all([
        mine.waitlist.add(ride.id, SYSTEM_ACTOR),
        yours.waitlist.add(ride.id, SYSTEM_ACTOR),
      ]);
      const { entries, told } = await entriesOf(ride);
      expect(entries).toHaveLength(1);
      expect(told).toHaveLength(1);
      expect(added).toEqual([
        { ok: true, value: entries[0] },
        { ok: true, value: entries[0] },
      ]);
    }
  });

  it('one at its own door, one with the answer of the rider: it waits once, and both are done', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const ride = await refused(ROUNDS + round + 1);
      const done = await Promise.all([
        mine.waitlist.add(ride.id, SYSTEM_ACTOR),
        yours.booking.answer(ride.id, 'waitlisted', SYSTEM_ACTOR),
      ]);
      expect(done.map(({ ok }) => ok)).toEqual([true, true]);
      const { entries, told } = await entriesOf(ride);
      expect(entries).toHaveLength(1);
      expect(told).toHaveLength(1);
    }
  });

  it('one puts it there while the other takes it off: what was said last counts, and it waits once at most', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const ride = await refused(2 * ROUNDS + round + 1);
      const first = await mine.waitlist.add(ride.id, SYSTEM_ACTOR);
      if (!first.ok) throw new Error(first.reason.code);
      const [withdrawn, again] = await Promise.all([
        yours.waitlist.withdraw(first.value.id, SYSTEM_ACTOR),
        mine.waitlist.add(ride.id, SYSTEM_ACTOR),
      ]);
      expect([withdrawn.ok, again.ok]).toEqual([true, true]);
      const isLast = again.ok && again.value.revision > first.value.revision;
      expect((await entriesOf(ride)).entries).toMatchObject([
        { id: first.value.id, state: isLast ? 'waiting' : 'withdrawn' },
      ]);
    }
  });

  it('it was taken off, and both put it there again: it waits once more, and both are told so', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const ride = await refused(3 * ROUNDS + round + 1);
      const first = await mine.waitlist.add(ride.id, SYSTEM_ACTOR);
      if (!first.ok) throw new Error(first.reason.code);
      await mine.waitlist.withdraw(first.value.id, SYSTEM_ACTOR);
      const again = await Promise.all([
        mine.waitlist.add(ride.id, SYSTEM_ACTOR),
        yours.waitlist.add(ride.id, SYSTEM_ACTOR),
      ]);
      const { entries, told } = await entriesOf(ride);
      expect(entries).toMatchObject([{ id: first.value.id, state: 'waiting' }]);
      expect(told).toHaveLength(3);
      expect(again).toEqual([
        { ok: true, value: entries[0] },
        { ok: true, value: entries[0] },
      ]);
    }
  });
});
