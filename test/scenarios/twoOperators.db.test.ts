import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import { FakeClock } from '../../backend/simulation/index.ts';
import { openSecondProcess, type SecondProcess } from '../support/secondProcess.ts';
import { openValley, VALLEY_DAY, type Valley, valleyPeople, valleyRequest } from '../support/smallValley.ts';
import { withDatabase } from '../support/withDatabase.ts';

const ROUNDS = 8;
const clock = new FakeClock(momentOf(VALLEY_DAY, 6 * 3600));

const database = withDatabase();
let first: Valley;
let second: SecondProcess;

/** Two processes with connections of their own: neither knows what the other holds in memory. */
beforeAll(async () => {
  const people = valleyPeople(3 * ROUNDS);
  const configurations = Array.from({ length: 6 }, () => [[8, 0, 0]]);
  first = await openValley({ store: await database.openStore({ clock }), people, configurations });
  second = openSecondProcess(await database.openStore({ clock }), clock);
});

async function offersOf({ booking }: Pick<Valley, 'booking'>, personId: string, hour: number) {
  const requested = { kind: 'departAfter', second: hour * 3600 } as const;
  const asked = await booking.request(valleyRequest({ personId, requested }), SYSTEM_ACTOR);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  return asked.value;
}

function ridesOf(personId: string): Promise<readonly Ride[]> {
  return first.store.read(SYSTEM_SCOPE, ({ rides }) => rides.listByPerson(personId, VALLEY_DAY, VALLEY_DAY));
}

const codeOf = (outcome: { ok: boolean; reason?: { code: string } }) =>
  outcome.ok ? 'booked' : outcome.reason?.code;

describe('two operators at once, on real connections', () => {
  it('one rider, the same hour: one ride, the other operator is told of it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const personId = `person-${round + 1}`;
      const mine = await offersOf(first, personId, 8 + round);
      const yours = await offersOf(second, personId, 8 + round);
      const outcomes = await Promise.all([
        first.booking.accept(mine.offers[0]!.id, SYSTEM_ACTOR),
        second.booking.accept(yours.offers[0]!.id, SYSTEM_ACTOR),
      ]);
      expect(outcomes.map(codeOf).sort()).toEqual(['booked', 'duplicateRide']);
      const standing = (await ridesOf(personId)).filter(({ status }) => status === 'assigned');
      expect(standing).toHaveLength(1);
    }
  });

  it('one way there, two ways home on call: one stands, the other operator is told of it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const personId = `person-${ROUNDS + round + 1}`;
      const there = await offersOf(first, personId, 8 + round);
      const outbound = await first.booking.accept(there.offers[0]!.id, SYSTEM_ACTOR);
      if (!outbound.ok) throw new Error(outbound.reason.code);
      const wish = { kind: 'willCall', expectedSecond: null } as const;
      const homes = [];
      for (const { booking } of [first, second]) {
        const home = await booking.requestReturn(outbound.value.id, wish, SYSTEM_ACTOR);
        if (!home.ok) throw new Error(home.reason.rejection.code);
        homes.push(home.value.ride.id);
      }
      const outcomes = await Promise.all([
        first.booking.bookWillCall(homes[0]!, SYSTEM_ACTOR),
        second.booking.bookWillCall(homes[1]!, SYSTEM_ACTOR),
      ]);
      expect(outcomes.map(codeOf).sort()).toEqual(['booked', 'returnExists']);
    }
  });

  it('one booking undone while the other operator cancels it: one of both happens, the schedule is whole', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const personId = `person-${2 * ROUNDS + round + 1}`;
      const { offers } = await offersOf(first, personId, 8 + round);
      const booked = await first.booking.accept(offers[0]!.id, SYSTEM_ACTOR);
      if (!booked.ok) throw new Error(booked.reason.code);
      const { id } = booked.value;
      const [undone, cancelled] = await Promise.all([
        first.booking.undoBooking(id, SYSTEM_ACTOR),
        second.booking.cancel(id, 'riderAsked', SYSTEM_ACTOR),
      ]);
      expect(undone.ok || cancelled.ok).toBe(true);
      const { ride, schedules } = await first.store.read(SYSTEM_SCOPE, async ({ rides, days }) => ({
        ride: await rides.find(id),
        schedules: await days.listSchedules(VALLEY_DAY),
      }));
      // Undone and then cancelled is a search that came to nothing, cancelled and then undone is refused.
      expect(['offered', 'cancelled']).toContain(ride?.status);
      expect(schedules.flatMap(({ stops }) => stops.flatMap(({ pickups }) => pickups))).not.toContain(id);
    }
  });
});
