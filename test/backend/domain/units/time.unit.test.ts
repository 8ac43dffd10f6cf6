import { describe, expect, it } from 'vitest';
import { spokenTime } from '../../../../backend/domain/units/spokenTime.ts';
import {
  addDays,
  clockText,
  daySecondOf,
  isServiceDay,
  momentOf,
  serviceDayOf,
  weekdayOf,
} from '../../../../backend/domain/units/time.ts';

describe('service days', () => {
  it('midnight in Japan: 15:00 UTC begins the next service day', () => {
    expect(serviceDayOf(Date.UTC(2026, 5, 9, 14, 59, 59))).toBe('2026-06-09');
    expect(serviceDayOf(Date.UTC(2026, 5, 9, 15, 0, 0))).toBe('2026-06-10');
  });

  it('a second of the day and its moment: each leads back to the other, past midnight too', () => {
    for (const second of [0, 1, 43_200, 86_399, 90_600]) {
      expect(daySecondOf('2026-06-10', momentOf('2026-06-10', second))).toBe(second);
    }
  });

  it('dates that do not exist: no service day', () => {
    expect(['2026-02-28', '2028-02-29'].map(isServiceDay)).toEqual([true, true]);
    expect(['2026-02-29', '2026-13-01', '2026-6-1', 'today', ''].map(isServiceDay)).toEqual(
      Array(5).fill(false),
    );
  });

  it('adding days over the end of a year; weekdays', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(weekdayOf('2026-06-10')).toBe(3);
  });
});

describe('times in words', () => {
  it('tables: hours go on after midnight', () => {
    expect(clockText(10 * 3600 + 5 * 60)).toBe('10:05');
    expect(clockText(25 * 3600 + 600)).toBe('25:10');
  });

  it('read aloud: noon is said as noon, whole hours have no minutes', () => {
    expect(spokenTime(10 * 3600 + 5 * 60).ja).toBe('午前10時5分');
    expect(spokenTime(12 * 3600).ja).toBe('昼の12時');
    expect(spokenTime(15 * 3600 + 1800)).toEqual({ ja: '午後3時30分', en: '3:30 pm' });
    expect(spokenTime(0)).toEqual({ ja: '午前0時', en: '12:00 am' });
  });
});
