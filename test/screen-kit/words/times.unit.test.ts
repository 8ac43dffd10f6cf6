import { describe, expect, it } from 'vitest';
import {
  addDays,
  birthYearText,
  daySecondOf,
  dayText,
  durationText,
  riderTime,
  serviceDayOf,
  spokenTime,
  tableTime,
  yenText,
} from '../../../screen-kit/words/times.ts';

const at = (hour: number, minute: number): number => hour * 3600 + minute * 60;

describe('times in words', () => {
  it('five past ten: 10:05 in tables, 10時5分 read aloud, 午前10時5分 for riders', () => {
    expect([tableTime(at(10, 5)), spokenTime(at(10, 5), 'ja'), riderTime(at(10, 5), 'ja')]).toEqual([
      '10:05',
      '10時5分',
      '午前10時5分',
    ]);
  });

  it('the full hour: no minutes are said', () => {
    expect([spokenTime(at(14, 0), 'ja'), riderTime(at(14, 0), 'ja'), riderTime(at(14, 0), 'en')]).toEqual([
      '14時',
      '午後2時',
      '2:00 pm',
    ]);
  });

  it('noon and midnight: 昼の12時, 12:00 pm; 午前0時, 12:00 am', () => {
    expect([riderTime(at(12, 0), 'ja'), riderTime(at(12, 0), 'en')]).toEqual(['昼の12時', '12:00 pm']);
    expect([riderTime(at(24, 0), 'ja'), riderTime(at(24, 0), 'en')]).toEqual(['午前0時', '12:00 am']);
  });

  it('after midnight: tables go on counting hours, voices do not', () => {
    // 25 h 10 min of the service day is ten past one in the morning.
    expect([tableTime(at(25, 10)), spokenTime(at(25, 10), 'ja')]).toEqual(['25:10', '1時10分']);
  });

  it('durations: minutes, hours, both', () => {
    expect([28, 60, 65].map((minutes) => durationText(minutes * 60, 'ja'))).toEqual([
      '28分',
      '1時間',
      '1時間5分',
    ]);
    expect([0, 60, 65].map((minutes) => durationText(minutes * 60, 'en'))).toEqual([
      '0 min',
      '1 h',
      '1 h 5 min',
    ]);
  });

  it('birth years: counted by era, the first year is 元年', () => {
    // 1943 − 1926 + 1 = 18; 1989 is the first year of Heisei.
    expect([1943, 1989, 1926].map((year) => birthYearText(year, 'ja'))).toEqual([
      '昭和18年',
      '平成元年',
      '昭和元年',
    ]);
  });

  it('days and money', () => {
    expect([dayText('2026-11-22', 'ja'), yenText(1200, 'ja'), yenText(1200, 'en')]).toEqual([
      '11月22日（日）',
      '1,200円',
      '¥1,200',
    ]);
  });

  it('the service day starts at midnight in Japan, wherever the browser is', () => {
    const moment = Date.parse('2026-11-21T15:00:30Z');
    expect([serviceDayOf(moment), daySecondOf('2026-11-22', moment)]).toEqual(['2026-11-22', 30]);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
