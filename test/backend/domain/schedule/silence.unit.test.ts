import { describe, expect, it } from 'vitest';
import type { ScheduledStop, ShiftSchedule } from '../../../../backend/domain/schedule/shiftSchedule.ts';
import { expectedAt } from '../../../../backend/domain/schedule/silence.ts';
import { sampleSchedule } from '../../../support/sampleRows.ts';
import { sampleStop } from '../../../support/sampleStop.ts';

const NOON = 12 * 3600;

const stop = (start: number, part: Partial<ScheduledStop> = {}) => sampleStop({ start, ...part });

const shift = (...stops: ScheduledStop[]): ShiftSchedule => sampleSchedule({ stops });

describe('when a vehicle was to be at a stop by the street’s last word', () => {
  it('its time is not over: the times of the plan say it', () => {
    const next = stop(NOON);
    expect(expectedAt(next, shift(next), NOON)).toBeUndefined();
  });

  it('its time is over and nothing was heard: as it was, however often the plan is timed anew', () => {
    const next = stop(NOON);
    expect(expectedAt(next, shift(next), NOON + 1)).toBe(NOON);
    const moved = stop(NOON + 1800, { expected: NOON });
    expect(expectedAt(moved, shift(moved), NOON + 900)).toBe(NOON);
  });

  it('something was heard since: the new times count', () => {
    const next = stop(NOON);
    const before = stop(NOON - 3600, {
      state: 'departed',
      performedArrival: NOON - 60,
      performedDeparture: NOON + 60,
    });
    expect(expectedAt(next, shift(before, next), NOON + 120)).toBeUndefined();
    const moved = stop(NOON + 1800, { expected: NOON });
    expect(expectedAt(moved, shift(before, moved), NOON + 120)).toBeUndefined();
  });

  it('the vehicle is there: nothing is waited for', () => {
    const there = stop(NOON, { state: 'arrived', performedArrival: NOON });
    expect(expectedAt(there, shift(there), NOON + 3600)).toBeUndefined();
  });
});
