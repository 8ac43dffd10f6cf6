import { describe, expect, it } from 'vitest';
import { MOST_DATES, readWhen, type WhenReading } from '../../../dispatcher-ui/store/readWhen.ts';

/** A Friday. */
const TODAY = '2026-11-27';
const read = (text: string) => readWhen(text, TODAY, TODAY);
const moments = (text: string) =>
  (read(text) as WhenReading).moments.map(({ day, at }) => `${day.slice(5)} ${at}`);

describe('readWhen', () => {
  it.each([
    ['10', '11-27 10:00'],
    ['1030', '11-27 10:30'],
    ['10時半', '11-27 10:30'],
    ['あす10時', '11-28 10:00'],
    ['あした 9時15分', '11-28 09:15'],
    ['明後日2時', '11-29 14:00'],
    ['しあさって10時', '11-30 10:00'],
    ['金曜10時', '11-27 10:00'],
    ['月曜日の10時', '11-30 10:00'],
    ['水10時', '12-02 10:00'],
    ['げつよう10じ', '11-30 10:00'],
    ['来週の金曜10時', '12-04 10:00'],
    ['来週火10時', '12-01 10:00'],
    ['再来週の月曜 9', '12-07 09:00'],
    ['12月5日10時', '12-05 10:00'],
    ['12/5 930', '12-05 09:30'],
    ['１２／５　９時半', '12-05 09:30'],
    ['28日10時', '11-28 10:00'],
    ['5日10時', '12-05 10:00'],
    ['1月8日 午後1時', '01-08 13:00'],
    ['tomorrow 2pm', '11-28 14:00'],
    ['wed 10', '12-02 10:00'],
  ])('%s: %s', (typed, expected) => {
    expect(moments(typed)).toEqual([expected]);
  });

  it('several dates in one breath: each with its time, in order, none twice', () => {
    expect(moments('火・金10時')).toEqual(['11-27 10:00', '12-01 10:00']);
    expect(moments('28日10時、12/5 9時半')).toEqual(['11-28 10:00', '12-05 09:30']);
    expect(moments('あす10時とあさって')).toEqual(['11-28 10:00', '11-29 10:00']);
    expect(moments('あす10時、2時')).toEqual(['11-28 10:00', '11-28 14:00']);
    expect(moments('あす10時、あす10時')).toEqual(['11-28 10:00']);
  });

  it.each([
    ['10時の予約', 'arriveBy'],
    ['10時までに', 'arriveBy'],
    ['あす10時着', 'arriveBy'],
    ['10時から', 'departAfter'],
    ['10時以降', 'departAfter'],
    ['金曜10時発', 'departAfter'],
    ['10時半に出る', 'departAfter'],
    ['after 10', 'departAfter'],
    ['10', null],
  ])('%s is said of %s', (typed, kind) => {
    expect((read(typed) as WhenReading).kind).toBe(kind);
    expect(moments(typed)[0]).toMatch(/ 10:/);
  });

  it.each([
    ['', 'timeMissing'],
    ['あす', 'timeMissing'],
    ['十時', 'timeUnreadable'],
    ['2月30日10時', 'noSuchDay'],
    ['13/5 10', 'noSuchDay'],
    ['あす99', 'timeUnreadable'],
  ])('%s: %s', (typed, problem) => {
    expect(read(typed)).toBe(problem);
  });

  it('more dates than one call should hold: said, not cut off', () => {
    const days = Array.from({ length: MOST_DATES + 1 }, (_, i) => `12/${i + 1}`).join('、');
    expect(read(`${days} 10時`)).toBe('tooManyDates');
  });

  it('a time without a day belongs to the usual day', () => {
    expect(readWhen('10', TODAY, '2026-12-01')).toMatchObject({
      moments: [{ day: '2026-12-01', at: '10:00' }],
      hasDay: false,
    });
  });
});
