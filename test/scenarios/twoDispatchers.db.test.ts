import { beforeAll, describe, expect, it } from 'vitest';
import type { Dispatch } from '../../backend/dispatch/index.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { Rejection } from '../../backend/domain/rejection/rejection.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import type { Outcome } from '../../backend/domain/units/outcome.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import { FakeClock } from '../../backend/simulation/index.ts';
import { judgeStoredDay } from '../support/apartDay.ts';
import { bookValley, DISPATCHER, shiftOf, storedRide } from '../support/handMoves.ts';
import { openSecondProcess, type SecondProcess } from '../support/secondProcess.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../support/smallValley.ts';
import { withDatabase } from '../support/withDatabase.ts';

const ROUNDS = 4;
const clock = new FakeClock(momentOf(VALLEY_DAY, 6 * 3600));

const database = withDatabase();
let first: Valley;
let second: SecondProcess;

/** Two processes with connections of their own: neither knows what the other holds in memory. */
beforeAll(async () => {
  // Vehicles with one place each: whoever comes second finds none.
  const configurations = Array.from({ length: 4 }, () => [[1, 0, 0]]);
  const people = valleyPeople(5 * ROUNDS);
  first = await openValley({ store: await database.openStore({ clock }), people, configurations });
  second = openSecondProcess(await database.openStore({ clock }), clock);
});

const codeOf = (outcome: Outcome<Ride, Rejection>) => (outcome.ok ? 'moved' : outcome.reason.code);

/** Shifts that carry none of these rides. */
const freeOf = (...rides: readonly Ride[]) =>
  [1, 2, 3, 4].map((v) => shiftOf(v)).filter((id) => rides.every(({ shiftId }) => shiftId !== id));

const move = (dispatch: Dispatch, ride: Ride, shiftId: string) =>
  dispatch.moveByHand(ride.id, { shiftId, fromShiftId: ride.shiftId, agreed: [] }, DISPATCHER);

/** On how many vehicles each ride gets in. */
async function carriersOf(rideIds: readonly string[]): Promise<readonly number[]> {
  const { schedules } = await readValley(first);
  const picked = schedules.flatMap(({ stops }) => stops.flatMap(({ pickups }) => pickups));
  return rideIds.map((id) => picked.filter((each) => each === id).length);
}

describe('two dispatchers at once, on real connections', () => {
  it('one ride, two vehicles: one of them has it, the other dispatcher is told of it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const ride = await bookValley(first, { person: round + 1, second: (8 + round) * 3600 });
      const [here, there] = freeOf(ride);
      const outcomes = await Promise.all([
        move(first.dispatch, ride, here!),
        move(second.dispatch, ride, there!),
      ]);
      expect(outcomes.map(codeOf).sort()).toEqual(['moved', 'rideMovedMeanwhile']);
      const won = codeOf(outcomes[0]) === 'moved' ? here : there;
      expect((await storedRide(first, ride.id)).shiftId).toBe(won);
      expect(await carriersOf([ride.id])).toEqual([1]);
    }
    expect(await judgeStoredDay(first.store)).toEqual([]);
  });

  it('two rides at both ends of the valley, one vehicle: one of them has it, the other one stays where it was', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const hour = 12.5 * 3600 + round * 75 * 60;
      const mine = await bookValley(first, { second: hour, person: ROUNDS + 2 * round + 1 });
      const ends = { from: 'F', to: 'E', second: hour };
      const yours = await bookValley(first, { ...ends, person: ROUNDS + 2 * round + 2 });
      const [target] = freeOf(mine, yours);
      const outcomes = await Promise.all([
        move(first.dispatch, mine, target!),
        move(second.dispatch, yours, target!),
      ]);
      // Whoever comes second would be late for it, which nobody agreed to.
      expect(outcomes.map(codeOf).sort()).toEqual(['moveBreaksMore', 'moved']);
      expect(await carriersOf([mine.id, yours.id])).toEqual([1, 1]);
    }
    expect(await judgeStoredDay(first.store)).toEqual([]);
  });

  it('a caller says yes to a place while a ride is moved there: both stand only where both are as promised', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const hour = (8 + round) * 3600 + 2100;
      const people = [3 * ROUNDS + 2 * round + 1, 3 * ROUNDS + 2 * round + 2] as const;
      const mine = await bookValley(first, { second: hour, person: people[0], from: 'C', to: 'E' });
      const asked = await first.booking.request(
        valleyRequest({
          personId: `person-${people[1]}`,
          from: { kind: 'boardingPoint', id: 'D' },
          to: { kind: 'boardingPoint', id: 'B' },
          requested: { kind: 'departAfter', second: hour },
        }),
        SYSTEM_ACTOR,
      );
      if (!asked.ok) throw new Error(asked.reason.rejection.code);
      const [offer] = asked.value.offers;
      const target = offer!.shiftId === mine.shiftId ? freeOf(mine)[0]! : offer!.shiftId;
      const [booked, moved] = await Promise.all([
        first.booking.accept(offer!.id, SYSTEM_ACTOR),
        move(second.dispatch, mine, target),
      ]);
      if (!booked.ok) throw new Error(booked.reason.code);
      expect(['moved', 'moveBreaksMore', 'moveNotPossible']).toContain(codeOf(moved));
      const rides = [await storedRide(first, mine.id), await storedRide(first, booked.value.id)];
      expect(rides.map(({ revisedPromise }) => revisedPromise)).toEqual([null, null]);
      expect(await carriersOf(rides.map(({ id }) => id))).toEqual([1, 1]);
      expect(await judgeStoredDay(first.store)).toEqual([]);
    }
  });
});
