import { describe, expect, it } from 'vitest';
import { leastOffDutyOf } from '../../../../backend/domain/fleet/dutyRules.ts';
import type { Shift } from '../../../../backend/domain/fleet/fleet.ts';
import { type DutyEnd, restedFromByShift } from '../../../../backend/domain/fleet/offDuty.ts';
import { SAMPLE_PROVIDER, sampleShift } from '../../../support/sampleRows.ts';

const HOUR = 3_600;

/** The evening before, from 14:00. */
function evening(end: number, given: Partial<Shift> = {}): Shift {
  return sampleShift({ id: 'evening', start: 14 * HOUR, end, ...given });
}

/** When the driver of a shift from 6:00 is rested after these shifts of the day before. */
function restedFrom(before: readonly Shift[], ends: readonly DutyEnd[] = []): number | undefined {
  const morning = sampleShift({ id: 'morning', start: 6 * HOUR });
  return restedFromByShift([morning], [SAMPLE_PROVIDER], { shifts: before, ends }).get('morning');
}

const ends = (finish: number, ended?: number): DutyEnd[] => [
  { shiftId: 'evening', finish, ...(ended !== undefined && { ended }) },
];

describe('from when on a driver is rested', () => {
  it.each(['areaTransport', 'privateForPay', 'taxi'] as const)('%s: nine hours', (category) => {
    expect(leastOffDutyOf(category)).toBe(32_400);
  });

  it('home at 22:30, on duty at 6:00: from 7:30', () => {
    // 22:30 + 9 h = 31:30, which is 7:30 of the next day
    expect(restedFrom([evening(22.5 * HOUR)])).toBe(7.5 * HOUR);
  });

  it('home at 21:00: rested at 6:00, nothing to say; a second later, a second', () => {
    expect(restedFrom([evening(21 * HOUR)])).toBeUndefined();
    expect(restedFrom([evening(21 * HOUR + 1)])).toBe(6 * HOUR + 1);
  });

  it('planned to be back after the shift’s end: from then; before it: the shift’s end', () => {
    // 25:00 + 9 h − 24 h
    expect(restedFrom([evening(22 * HOUR)], ends(25 * HOUR))).toBe(10 * HOUR);
    expect(restedFrom([evening(22 * HOUR)], ends(18 * HOUR))).toBe(7 * HOUR);
  });

  it('ended by the driver: from then, sooner or later than planned', () => {
    expect(restedFrom([evening(22 * HOUR)], ends(21.5 * HOUR, 20 * HOUR))).toBeUndefined();
    expect(restedFrom([evening(22 * HOUR)], ends(21.5 * HOUR, 23 * HOUR))).toBe(8 * HOUR);
  });

  it('two shifts the day before, in any order: the later one', () => {
    const early = evening(10 * HOUR, { id: 'early', start: 6 * HOUR });
    expect(restedFrom([early, evening(22 * HOUR)])).toBe(7 * HOUR);
    expect(restedFrom([evening(22 * HOUR), early])).toBe(7 * HOUR);
  });

  it('somebody of another name, or of that name at another company: another driver', () => {
    expect(restedFrom([evening(23 * HOUR, { driverName: '別の人' })])).toBeUndefined();
    expect(restedFrom([evening(23 * HOUR, { providerId: 'provider-2' })])).toBeUndefined();
  });
});
