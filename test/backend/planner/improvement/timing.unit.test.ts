import { describe, expect, it } from 'vitest';
import { type Compiled, compile } from '../../../../backend/planner/improvement/compile.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { commonHead, commonTail } from '../../../../backend/planner/improvement/sharedParts.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { routeOf } from './routeOf.ts';
import { figuresOf, inWholeNumbers } from './tourFigures.ts';
import { createTown } from './town.ts';

/** Now and then takes out a rider, and puts one in about where its windows are. */
function changed(nodes: readonly number[], compiled: Compiled, random: SeededRandom): number[] {
  const { earliest, requestCount } = compiled;
  let list = [...nodes];
  if (list.length > 0 && random.below(3) === 0) {
    const gone = list[random.below(list.length)]! >> 1;
    list = list.filter((node) => node >> 1 !== gone);
  }
  const request = random.below(requestCount);
  if (list.includes(request * 2)) return list;
  const isLater = (node: number) => (node & 1) === 0 && earliest[node]! > earliest[request * 2]!;
  const at = list.findIndex(isLater);
  const pickupAt = Math.max(0, (at < 0 ? list.length : at) - random.below(3));
  list.splice(pickupAt, 0, request * 2);
  list.splice(Math.min(list.length, pickupAt + 1 + random.below(4)), 0, request * 2 + 1);
  return list;
}

describe('Timing of a tour that has parts in common with the one that stood', () => {
  it.each([
    ['long idle times', { vehicle: {}, spread: 4 }],
    ['one ride after the other', { vehicle: {}, spread: 1 }],
    ['hours that cost', { vehicle: { costPerHour: 1_000 }, spread: 3 }],
    ['a short duty', { vehicle: { maxDurationSeconds: 6_000 }, spread: 2 }],
    ['open start and end', { vehicle: { startLocation: undefined, endLocation: undefined }, spread: 3 }],
  ])('%s: all figures are as if worked out from nothing', (_, { vehicle, spread }) => {
    let drivable = 0;
    let refused = 0;
    let shared = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = new SeededRandom(seed);
      const day = { earliest: 0, latest: 9_000 * spread };
      const town = createTown(seed, {
        requests: 24,
        vehicles: 1,
        places: 6,
        vehicle: { window: day, ...vehicle } as object,
        request: (dice) => {
          const wish = dice.below(4_000 * spread);
          return { pickupWindow: { earliest: wish, latest: wish + 1_200 }, dropoffWindow: day };
        },
      });
      const compiled = compile(inWholeNumbers(town));
      const timing = new Timing(compiled);
      let known = routeOf(compiled, []);
      timing.refresh(known);
      for (let step = 0; step < 100; step++) {
        const nodes = changed([...known.node.subarray(1, known.size + 1)], compiled, random);
        const [update, anew] = [routeOf(compiled, nodes), routeOf(compiled, nodes)];
        // What stood in the arrays before must not matter.
        update.rideRoom.fill(-1);
        update.earliest.fill(-1);
        const head = commonHead(update, known);
        const isDrivable = timing.refresh(update, known, head, commonTail(update, known, head));
        expect(isDrivable).toBe(timing.refresh(anew));
        if (!isDrivable) {
          refused++;
          continue;
        }
        drivable++;
        expect(figuresOf(update)).toEqual(figuresOf(anew));
        if (update.size > 12) shared++;
        known = update;
      }
    }
    expect(Math.min(drivable, refused, shared)).toBeGreaterThan(300);
  });
});
