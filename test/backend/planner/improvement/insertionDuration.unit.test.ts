import { describe, expect, it } from 'vitest';
import { compile, type Prefix } from '../../../../backend/planner/improvement/compile.ts';
import { InsertionDuration } from '../../../../backend/planner/improvement/insertionDuration.ts';
import { growTour } from './growTour.ts';
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
      const duration = new InsertionDuration(compiled);
      for (const { route, request: r, i, j, longer, isDrivable } of growTour(compiled, seed)) {
        if (!isDrivable) continue;
        expect(duration.with(route, type, r, i, j)).toBe(longer.duration);
        tried++;
        if (longer.duration > longer.chain[longer.size + 1]!) waits++;
      }
    }
    expect(tried).toBeGreaterThan(900);
    expect(waits).toBeGreaterThan(100);
  });
});
