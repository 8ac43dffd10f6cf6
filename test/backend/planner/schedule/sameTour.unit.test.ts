import { describe, expect, it } from 'vitest';
import { prepareProblem, type Tour } from '../../../../backend/planner/index.ts';
import { renumberSameTour } from '../../../../backend/planner/schedule/sameTour.ts';
import { lineProblem, rider, van } from '../insertion/lineTown.ts';

/** On duty from 1,000 on, rested from 3,000 on; carries somebody from stop 1 to stop 3. */
const PREPARED = prepareProblem(
  lineProblem({
    requests: [rider('one', 1, 3)],
    vehicles: [van('van', { window: { earliest: 1_000, latest: 20_000 }, restedFrom: 3_000 })],
  }),
);

/** Is what was found out at one moment known at another? */
function isKnown(earlier: Partial<Tour>, later: Partial<Tour>): boolean {
  const tourAt = (given: Partial<Tour>): Tour => {
    return { vehicle: 0, visits: [0, 1], fixedCount: 0, fixedStarts: [], ...given };
  };
  return renumberSameTour(PREPARED, tourAt(earlier), PREPARED, tourAt(later)) !== undefined;
}

describe('the moment at which a tour is looked at goes by', () => {
  const at = (earliestDeparture: number) => ({ earliestDeparture });

  it('nothing fixed: the same tour until the driver is rested, another one from then on', () => {
    expect(isKnown({}, at(500))).toBe(true);
    expect(isKnown(at(500), at(2_000))).toBe(true);
    expect(isKnown(at(2_000), at(3_000))).toBe(true);
    expect(isKnown(at(3_000), at(3_001))).toBe(false);
    expect(isKnown(at(3_001), at(4_000))).toBe(false);
  });

  it('something fixed: the same tour until that is done, whenever the driver was rested', () => {
    // Somebody gets in at 3,600, at a stop that takes no time.
    const fixed = (earliestDeparture: number) => ({ fixedCount: 1, fixedStarts: [3_600], earliestDeparture });
    expect(isKnown(fixed(3_000), fixed(3_600))).toBe(true);
    expect(isKnown(fixed(3_600), fixed(3_601))).toBe(false);
    expect(isKnown(at(3_000), fixed(3_000))).toBe(false);
  });
});
