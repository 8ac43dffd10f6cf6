import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsAboard } from '../../../../backend/planner/checker/fitsAboard.ts';
import {
  capacityRulesOf,
  fitsCapacity,
  missingPlaces,
} from '../../../../backend/planner/schedule/capacityRules.ts';

const KINDS = 3;
const few = fc.integer({ min: 0, max: 3 });
const perKind = fc.array(few, { minLength: KINDS, maxLength: KINDS });
/** Which kinds of place each kind of load may take; one that may take none fits nowhere. */
const use = fc.array(fc.subarray([0, 1, 2]), { minLength: KINDS, maxLength: KINDS });

describe('the rules of capacity', () => {
  it('any arrangements, any kinds that may sit on others’ places: a load fits exactly when its parties can be shared out over one arrangement', () => {
    const seen = { fitting: 0, onlyLater: 0, not: 0 };
    fc.assert(
      fc.property(fc.array(perKind, { minLength: 1, maxLength: 3 }), use, perKind, (vans, placeUse, load) => {
        const rules = capacityRulesOf(vans, placeUse);
        const fits = fitsAboard(load, vans, placeUse);
        expect(fitsCapacity(rules, load, 0)).toBe(fits);
        expect(missingPlaces(rules, load, 0) === 0).toBe(fits);
        if (!fits) seen.not++;
        else if (fitsAboard(load, vans.slice(0, 1), placeUse)) seen.fitting++;
        else seen.onlyLater++;
      }),
      { numRuns: 2_000, seed: 1 },
    );
    expect(Math.min(seen.fitting, seen.onlyLater, seen.not)).toBeGreaterThan(100);
  });
});
