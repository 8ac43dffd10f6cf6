import { describe, expect, it } from 'vitest';
import type { SeriesDateView } from '../../../backend/contract/index.ts';
import { dateStanding } from '../../../dispatcher-ui/store/dateStanding.ts';

type Made = SeriesDateView['made'][number];

const made = (leg: Made['leg'], state: Made['state']): Made => ({
  leg,
  state,
  reasonText: null,
  rideStatus: null,
  pickupSecond: null,
  isTouched: false,
});
const homeward = { kind: 'departAfter', at: '13:00' } as const;

describe('whether somebody rides on a date of their series', () => {
  it('both ways refused, or the only one: not booked', () => {
    const both = [made('outbound', 'refused'), made('homeward', 'refused')];
    expect(dateStanding({ rides: true, homeward, made: both })).toBe('notBooked');
    expect(dateStanding({ rides: true, homeward: null, made: both.slice(0, 1) })).toBe('notBooked');
  });

  it('one way refused, both booked, or nothing made yet: rides', () => {
    for (const state of ['booked', 'claimed'] as const) {
      const one = [made('outbound', 'refused'), made('homeward', state)];
      expect(dateStanding({ rides: true, homeward, made: one })).toBe('rides');
    }
    expect(dateStanding({ rides: true, homeward, made: [] })).toBe('rides');
    expect(dateStanding({ rides: true, homeward, made: [made('outbound', 'refused')] })).toBe('rides');
  });

  it('left out, whatever was tried before: off', () => {
    expect(dateStanding({ rides: false, homeward: null, made: [made('outbound', 'refused')] })).toBe('off');
  });
});
