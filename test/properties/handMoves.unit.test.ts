import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import { type Ride, standingPromise } from '../../backend/domain/ride/ride.ts';
import { judgeStoredDay } from '../support/apartDay.ts';
import { bookIfOffered, DISPATCHER, shiftOf } from '../support/handMoves.ts';
import { PLAIN_IMPROVER } from '../support/plainImprover.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  VALLEY_POINTS,
  type Valley,
  valleyPeople,
} from '../support/smallValley.ts';

/** Something that a dispatcher does, or a caller, or the plan by itself. */
const act = fc.record({
  kind: fc.constantFrom(
    'book',
    'book',
    'move',
    'move',
    'agree',
    'undo',
    'keep',
    'improve',
    'cancel',
    'cancel',
  ),
  ride: fc.nat(),
  vehicle: fc.integer({ min: 1, max: 3 }),
  from: fc.integer({ min: 0, max: 5 }),
  to: fc.integer({ min: 0, max: 5 }),
  second: fc.integer({ min: 8 * 60, max: 11 * 60 }).map((minute) => minute * 60),
  companions: fc.integer({ min: 0, max: 2 }),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

function book(valley: Valley, { ride, from, to, second, companions }: Act): Promise<void> {
  const places = { from: VALLEY_POINTS[from]!, to: VALLEY_POINTS[to]! };
  return bookIfOffered(valley, { person: (ride % 12) + 1, ...places, second, companions });
}

/** The break fits only at the stop of the ride that is cancelled. */
const BREAK_AT_A_STOP_CANCELLED: Act[] = [
  { kind: 'book', ride: 0, vehicle: 1, from: 0, to: 3, second: 8 * 3600, companions: 0 },
  { kind: 'book', ride: 0, vehicle: 1, from: 3, to: 0, second: 9.75 * 3600 - 60, companions: 0 },
  { kind: 'cancel', ride: 0, vehicle: 1, from: 0, to: 0, second: 8 * 3600, companions: 0 },
];

/** Moves as shown where that breaks nothing, or where it is agreed to; else asks for it without an agreement. */
async function move(valley: Valley, ride: Ride, shiftId: string, agrees: boolean): Promise<boolean> {
  const moves = await valley.dispatch.listMoves(ride.id);
  const option = moves.ok ? moves.value.options.find((each) => each.shiftId === shiftId) : undefined;
  const broken = option?.kind === 'possible' ? option.effect.broken : [];
  const order = { shiftId, fromShiftId: ride.shiftId, agreed: agrees ? broken : [] };
  const moved = await valley.dispatch.moveByHand(ride.id, order, DISPATCHER);
  // What is shown is what happens.
  expect(moved.ok).toBe(option?.kind === 'possible' && (agrees || broken.length === 0));
  return moved.ok;
}

async function perform(valley: Valley, done: Act, mine: Ride): Promise<void> {
  const { dispatch } = valley;
  const shiftId = shiftOf(done.vehicle);
  if (done.kind === 'cancel') await valley.booking.cancel(mine.id, 'riderAsked', SYSTEM_ACTOR);
  else if (done.kind === 'improve') {
    await dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, { seed: done.second, iterations: 100 });
  } else if (done.kind === 'keep') await dispatch.keepByHand(mine.id, done.vehicle > 1, DISPATCHER);
  else if (done.kind === 'undo') await dispatch.undoMove(mine.id, mine.shiftId!, DISPATCHER);
  else await move(valley, mine, shiftId, done.kind === 'agree');
}

/** Rides that come or end otherwise than was told last. */
function unkept(rides: readonly Ride[]): string[] {
  return rides
    .filter(({ scheduled, ...ride }) => {
      const { pickup, dropoff } = standingPromise(ride)!;
      const isInTime = scheduled.pickup! >= pickup.earliest && scheduled.pickup! <= pickup.latest;
      return !isInTime || scheduled.dropoff! > dropoff.latest;
    })
    .map(({ id }) => id);
}

it('any moves by hand between bookings and searches: nobody lost or doubled, told or kept, nothing unlawful, kept rides stay', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 16 }), async (acts) => {
      const configurations = [[[3, 0, 0]], [[1, 0, 0]], [[5, 0, 0]]];
      const breaks = [{ window: { earliest: 9.5 * 3600, latest: 10 * 3600 }, seconds: 1800 }];
      const people = valleyPeople(12);
      const valley = await openValley({ people, configurations, breaks, improver: PLAIN_IMPROVER });
      /** Every promise that a ride has had, as text. */
      const former = new Map<string, Set<string>>();
      for (const done of acts) {
        const before = [...(await readValley(valley)).rides.values()].filter(
          ({ status }) => status === 'assigned',
        );
        for (const { id, revisedPromise } of before) {
          former.set(id, (former.get(id) ?? new Set()).add(JSON.stringify(revisedPromise)));
        }
        const mine = before[done.ride % Math.max(1, before.length)];
        if (done.kind === 'book') await book(valley, done);
        else if (mine) await perform(valley, done, mine);
        const { rides, schedules } = await readValley(valley);
        const assigned = [...rides.values()].filter(({ status }) => status === 'assigned');
        expect(unkept(assigned)).toEqual([]);
        const picked = schedules.flatMap(({ stops }) => stops.flatMap(({ pickups }) => pickups));
        expect(picked.sort()).toEqual(assigned.map(({ id }) => id).sort());
        for (const was of before) {
          const now = rides.get(was.id)!;
          // Only an agreement tells new times, and then a call is owed; only an undo gives the former ones back.
          if (now.revisedPromise === was.revisedPromise) continue;
          if (JSON.stringify(now.revisedPromise) === JSON.stringify(was.revisedPromise)) continue;
          expect(done.kind === 'undo' && former.get(was.id)?.has(JSON.stringify(now.revisedPromise))).toBe(
            done.kind !== 'agree',
          );
          const calls = await valley.store.read(SYSTEM_SCOPE, ({ callBacks }) =>
            callBacks.listByRide(was.id),
          );
          // Nobody rings anybody here: what was given back was never told.
          const open = calls.filter(({ state }) => state === 'open').map(({ reason }) => reason);
          expect(open.includes('promiseBroken')).toBe(now.revisedPromise !== null);
          expect(open).not.toContain('promiseRestored');
        }
        for (const was of before.filter(({ keptByHand }) => keptByHand)) {
          const now = rides.get(was.id)!;
          if (was.id !== mine?.id && now.status === 'assigned') expect(now.shiftId).toBe(was.shiftId);
        }
        expect(await judgeStoredDay(valley.store)).toEqual([]);
      }
      expect(valley.violations).toEqual([]);
    }),
    { numRuns: 200, seed: 20_261_127, examples: [[BREAK_AT_A_STOP_CANCELLED]] },
  );
});
