import { describe, expect, it } from 'vitest';
import { compile, type Prefix } from '../../../../backend/planner/improvement/compile.ts';
import { InsertionDuration } from '../../../../backend/planner/improvement/insertionDuration.ts';
import { InsertionTiming } from '../../../../backend/planner/improvement/insertionTiming.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { Route } from '../../../../backend/planner/improvement/route.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { inWholeNumbers } from './tourFigures.ts';
import { createTown } from './town.ts';

const OUT: Prefix = {
  location: 3,
  isUnderWay: true,
  free: 300,
  done: 200,
  finishBy: 1e9,
  aboard: new Map(),
  served: [],
  isClosed: false,
};

describe('InsertionDuration', () => {
  it.each([
    ['shift alone', { vehicle: {} }],
    ['open start and end', { vehicle: { startLocation: undefined, endLocation: undefined } }],
    ['short duty', { vehicle: { maxDurationSeconds: 2_500 } }],
    ['stops joined at once', { vehicle: {}, joinSeconds: 0 }],
    ['vehicle under way', { vehicle: {}, prefix: OUT }],
  ])('%s, every place in 100 random tours: as long as the whole tour worked out', (_, setting) => {
    const { vehicle, joinSeconds, prefix }: { vehicle: object; joinSeconds?: number; prefix?: Prefix } =
      setting;
    let waits = 0;
    let tried = 0;
    const request = () =>
      joinSeconds === undefined ? {} : { pickupJoinSeconds: joinSeconds, dropoffJoinSeconds: joinSeconds };
    for (let seed = 1; seed <= 100; seed++) {
      const town = createTown(seed, { requests: 8, vehicles: 1, places: 5, vehicle, request });
      const compiled = compile(inWholeNumbers(town), prefix && [prefix]);
      const type = compiled.types[0]!;
      const timing = new Timing(compiled);
      const insertion = new InsertionTiming(compiled);
      const duration = new InsertionDuration(compiled);
      const random = new SeededRandom(seed);
      let route = new Route(2);
      timing.refresh(route);
      for (let r = 0; r < 8; r++) {
        const places: Route[] = [];
        for (let i = 0; i <= route.size; i++) {
          for (let j = i; j <= route.size; j++) {
            if (!insertion.admits(route, type, r, i, j)) continue;
            const longer = new Route(route.size + 2);
            longer.size = route.size + 2;
            longer.layWith(route, r, i, j);
            timing.refresh(longer);
            expect(duration.with(route, type, r, i, j)).toBe(longer.duration);
            tried++;
            if (longer.duration > longer.chain[longer.size + 1]!) waits++;
            places.push(longer);
          }
        }
        if (places.length > 0) route = places[random.below(places.length)]!;
      }
    }
    expect(tried).toBeGreaterThan(900);
    expect(waits).toBeGreaterThan(100);
  });
});
