import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { bookIfOffered, cancelNextOf } from '../support/handMoves.ts';
import { PLAIN_IMPROVER } from '../support/plainImprover.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  VALLEY_POINTS,
  type Valley,
  valleyPeople,
} from '../support/smallValley.ts';

/** Something that happens on the telephone, or a search for a better plan. */
const call = fc.record({
  kind: fc.constantFrom('book', 'book', 'book', 'cancel', 'improve'),
  person: fc.integer({ min: 1, max: 12 }),
  from: fc.integer({ min: 0, max: 5 }),
  to: fc.integer({ min: 0, max: 5 }),
  second: fc.integer({ min: 8 * 60, max: 15 * 60 }).map((minute) => minute * 60),
  time: fc.constantFrom('departAfter', 'arriveBy'),
  companions: fc.integer({ min: 0, max: 3 }),
  offer: fc.integer({ min: 0, max: 2 }),
});
type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never;

async function answer(valley: Valley, { kind, person, from, to, second, time, companions, offer }: Call) {
  if (kind === 'improve') {
    await valley.dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, { seed: second, iterations: 100 });
    return;
  }
  if (kind === 'cancel') return cancelNextOf(valley, person);
  const places = { from: VALLEY_POINTS[from]!, to: VALLEY_POINTS[to]! };
  await bookIfOffered(valley, { kind: time, person, ...places, second, companions }, offer);
}

function brokenPromises(rides: Iterable<Ride>): string[] {
  return [...rides].flatMap((ride) => {
    if (ride.status !== 'assigned' || !ride.promise) return [];
    const { pickup, dropoff } = ride.scheduled;
    const isKept =
      pickup! >= ride.promise.pickup.earliest &&
      pickup! <= ride.promise.pickup.latest &&
      dropoff! <= ride.promise.dropoff.latest;
    return isKept ? [] : [`${ride.id} ${pickup}–${dropoff} promised ${JSON.stringify(ride.promise)}`];
  });
}

it('any calls, cancellations and improvements: accepted promises hold, no ride is lost or doubled, the checker finds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 14 }), async (calls) => {
      const configurations = [[[3, 0, 0]], [[5, 0, 0]]];
      const valley = await openValley({ people: valleyPeople(12), configurations, improver: PLAIN_IMPROVER });
      for (const one of calls) {
        await answer(valley, one);
        const { rides, schedules } = await readValley(valley);
        expect(brokenPromises(rides.values())).toEqual([]);
        const stops = schedules.flatMap((schedule) => schedule.stops);
        const assigned = [...rides.values()]
          .filter((ride) => ride.status === 'assigned')
          .map((ride) => ride.id);
        expect(stops.flatMap((stop) => stop.pickups).sort()).toEqual([...assigned].sort());
        expect(stops.flatMap((stop) => stop.dropoffs).sort()).toEqual([...assigned].sort());
      }
      expect(valley.violations).toEqual([]);
    }),
    { numRuns: 150, seed: 20_260_610 },
  );
});
