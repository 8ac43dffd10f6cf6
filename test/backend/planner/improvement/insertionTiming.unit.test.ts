import { describe, expect, it } from 'vitest';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { InsertionTiming } from '../../../../backend/planner/improvement/insertionTiming.ts';
import { growTour } from './growTour.ts';
import { createTown } from './town.ts';

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
        const compiled = compile(createTown(seed, { requests: 8, vehicles: 1, places: 5, vehicle, request }));
        const insertion = new InsertionTiming(compiled);
        for (const { route, request: r, i, j, isDrivable } of growTour(compiled, seed)) {
          const isAdmitted = insertion.admits(route, compiled.types[0]!, r, i, j);
          if (joins && isDrivable && !isAdmitted) missed++;
          else expect(isAdmitted).toBe(isDrivable);
          if (isDrivable) admitted++;
          else refused++;
        }
      }
      expect(admitted).toBeGreaterThan(900);
      expect(refused).toBeGreaterThan(900);
      expect(missed).toBeLessThan(admitted / 200);
    },
  );
});
