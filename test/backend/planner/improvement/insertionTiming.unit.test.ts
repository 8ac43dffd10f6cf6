import { describe, expect, it } from 'vitest';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { InsertionTiming } from '../../../../backend/planner/improvement/insertionTiming.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { Route } from '../../../../backend/planner/improvement/route.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { createTown } from './town.ts';

/** The route with a request's pickup after index i and its dropoff after index j. */
function extended(route: Route, request: number, i: number, j: number): Route {
  const nodes = [...route.node.slice(1, route.size + 1)];
  nodes.splice(j, 0, request * 2 + 1);
  nodes.splice(i, 0, request * 2);
  const longer = new Route(nodes.length);
  longer.node.set(nodes, 1);
  longer.size = nodes.length;
  longer.vehicle = route.vehicle;
  return longer;
}

describe('InsertionTiming', () => {
  // Where joining a stop saves dwell, a place may be missed (a bound moves), but never wrongly admitted.
  it.each([
    ['shift alone', {}, false],
    ['short duty', { maxDurationSeconds: 2_500 }, false],
    ['stops joined', {}, true],
    ['stops joined, short duty', { maxDurationSeconds: 2_500 }, true],
  ])(
    '%s, every place in 100 random tours: admits says what timing the whole tour says',
    (_, vehicle, joins) => {
      let admitted = 0;
      let refused = 0;
      let missed = 0;
      const request = () => (joins ? {} : { pickupJoinSeconds: 60, dropoffJoinSeconds: 40 });
      for (let seed = 1; seed <= 100; seed++) {
        const town = createTown(seed, { requests: 8, vehicles: 1, places: 5, vehicle, request });
        const compiled = compile(town);
        const timing = new Timing(compiled);
        const insertion = new InsertionTiming(compiled);
        const random = new SeededRandom(seed);
        let route = new Route(2);
        timing.refresh(route);
        for (let r = 0; r < 8; r++) {
          const places: Route[] = [];
          for (let i = 0; i <= route.size; i++) {
            for (let j = i; j <= route.size; j++) {
              const longer = extended(route, r, i, j);
              const isDrivable = timing.refresh(longer);
              const isAdmitted = insertion.admits(route, compiled.types[0]!, r, i, j);
              if (joins && isDrivable && !isAdmitted) missed++;
              else expect(isAdmitted).toBe(isDrivable);
              if (isDrivable) places.push(longer);
            }
          }
          admitted += places.length;
          refused += ((route.size + 1) * (route.size + 2)) / 2 - places.length;
          if (places.length > 0) route = places[random.below(places.length)]!;
          timing.refresh(route);
        }
      }
      expect(admitted).toBeGreaterThan(900);
      expect(refused).toBeGreaterThan(900);
      expect(missed).toBeLessThan(admitted / 200);
    },
  );
});
