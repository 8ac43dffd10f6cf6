import { describe, expect, it } from 'vitest';
import { LARGE_FLEET, settingsFor } from '../../../../backend/planner/improvement/settings.ts';

describe('settingsFor', () => {
  it('a fleet that is just not large, and one vehicle more: shorter strings from then on', () => {
    expect(settingsFor(LARGE_FLEET + 1).longest).toBeLessThan(settingsFor(LARGE_FLEET).longest);
  });

  it('settings given: they count in both, the others stay as they are', () => {
    for (const vehicles of [1, LARGE_FLEET + 1]) {
      expect(settingsFor(vehicles, { longest: 3 })).toEqual({ ...settingsFor(vehicles), longest: 3 });
    }
  });

  it('ways to take requests out: shares of the whole', () => {
    for (const vehicles of [1, LARGE_FLEET + 1]) {
      const { strings, related, corridor, moment, anybody, wholeTours } = settingsFor(vehicles);
      expect(strings + related + corridor + moment + anybody + wholeTours).toBeCloseTo(1, 9);
    }
  });
});
