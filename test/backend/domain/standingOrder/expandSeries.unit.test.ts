import { describe, expect, it } from 'vitest';
import { japaneseHolidays } from '../../../../backend/adapters/system/japaneseHolidays.ts';
import { closedOn } from '../../../../backend/domain/service/closedOn.ts';
import {
  expandSeries,
  type StandingCalendar,
} from '../../../../backend/domain/standingOrder/expandSeries.ts';
import type { StandingOrder } from '../../../../backend/domain/standingOrder/standingOrder.ts';
import { calendarWith, sampleOrder } from '../../../support/sampleSeries.ts';
import { valleyRules } from '../../../support/smallValley.ts';

const series = (weekdays: number[], startDay: string, everyWeeks = 1, endDay: string | null = null) => ({
  recurrence: { weekdays, everyWeeks, startDay, endDay },
});

/** `day` where it rides, `day: reason` where it is not as usual. */
function told(order: StandingOrder, calendar: StandingCalendar, from: string, to: string): string[] {
  return expandSeries(order, calendar, from, to).map(({ day, seriesDay, rides, reason, reasonName }) =>
    [
      rides ? day : `(${day})`,
      reason ?? '',
      day === seriesDay ? '' : `from ${seriesDay}`,
      reasonName?.ja ?? '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

const JAPAN: StandingCalendar = { holiday: (day) => japaneseHolidays.nameOf(day), closed: () => undefined };

describe('the dates of a series', () => {
  it('every Tuesday and Friday: both, from the first day on', () => {
    // 2026-06-10 is a Wednesday, so the first is Friday the 12th.
    const order = sampleOrder(series([2, 5], '2026-06-10'));
    expect(told(order, calendarWith([]), '2026-06-01', '2026-06-20')).toEqual([
      '2026-06-12',
      '2026-06-16',
      '2026-06-19',
    ]);
  });

  it('every second week: counted from the week of the first day, weeks begin on Monday', () => {
    // The week of Wednesday 3 June is 1 to 7 June; the next but one begins on the 15th, then on the 29th.
    const order = sampleOrder(series([0, 1], '2026-06-03', 2, '2026-07-05'));
    expect(told(order, calendarWith([]), '2026-06-01', '2026-07-31')).toEqual([
      '2026-06-07',
      '2026-06-15',
      '2026-06-21',
      '2026-06-29',
      '2026-07-05',
    ]);
  });

  it('お盆: left out with its name, the week after goes on', () => {
    const rules = valleyRules({
      closedPeriods: [{ name: 'お盆', nameEn: 'Obon', from: '2026-08-13', to: '2026-08-16' }],
    });
    const calendar = { ...JAPAN, closed: (day: string) => closedOn(rules, day) };
    const order = sampleOrder(series([2, 4], '2026-08-04'));
    // 11 August 2026, a Tuesday, is 山の日.
    expect(told(order, calendar, '2026-08-04', '2026-08-20')).toEqual([
      '2026-08-04',
      '2026-08-06',
      '(2026-08-11) holiday 山の日',
      '(2026-08-13) closedDay お盆',
      '2026-08-18',
      '2026-08-20',
    ]);
  });

  it('振替休日 and 国民の休日: holidays like the others', () => {
    // 3 May 2026 is a Sunday, so Wednesday 6 May is off; 22 September lies between two holidays.
    const order = sampleOrder(series([2, 3], '2026-05-01'));
    expect(told(order, JAPAN, '2026-05-05', '2026-05-06')).toEqual([
      '(2026-05-05) holiday こどもの日',
      '(2026-05-06) holiday こどもの日 振替休日',
    ]);
    expect(told(order, JAPAN, '2026-09-22', '2026-09-22')).toEqual(['(2026-09-22) holiday 国民の休日']);
  });

  it('an order that rides on holidays: rides, but not where no service runs', () => {
    const order = sampleOrder({ ...series([1], '2026-06-01'), holidayRule: 'ride' });
    const calendar = calendarWith(['2026-06-08'], ['2026-06-15']);
    expect(told(order, calendar, '2026-06-08', '2026-06-22')).toEqual([
      '2026-06-08',
      '(2026-06-15) closedDay お盆',
      '2026-06-22',
    ]);
  });

  it('an order that moves: to the chosen weekday of the same week, never twice on a day', () => {
    const monday = sampleOrder({ ...series([1], '2026-06-01'), holidayRule: 'move', moveToWeekday: 3 });
    expect(told(monday, calendarWith(['2026-06-08']), '2026-06-08', '2026-06-14')).toEqual([
      '2026-06-10 moved from 2026-06-08 祝日',
    ]);
    // Both days of the week are off: the earlier one takes the Wednesday.
    const two = sampleOrder({ ...series([1, 2], '2026-06-01'), holidayRule: 'move', moveToWeekday: 3 });
    expect(told(two, calendarWith(['2026-06-08', '2026-06-09']), '2026-06-08', '2026-06-14')).toEqual([
      '(2026-06-09) nowhereToMove 祝日',
      '2026-06-10 moved from 2026-06-08 祝日',
    ]);
    const own = sampleOrder({ ...series([1, 3], '2026-06-01'), holidayRule: 'move', moveToWeekday: 3 });
    expect(told(own, calendarWith(['2026-06-08']), '2026-06-08', '2026-06-14')).toEqual([
      '(2026-06-08) movedOntoOther 祝日',
      '2026-06-10',
    ]);
  });

  it('a moved date whose new day lies in the range and its old one does not: found', () => {
    const order = sampleOrder({ ...series([1], '2026-06-01'), holidayRule: 'move', moveToWeekday: 3 });
    expect(told(order, calendarWith(['2026-06-08']), '2026-06-10', '2026-06-10')).toEqual([
      '2026-06-10 moved from 2026-06-08 祝日',
    ]);
  });

  it('pauses and exceptions: a pause is both ends, an exception is stronger than pause and holiday', () => {
    const order = sampleOrder({
      ...series([1], '2026-06-01'),
      pauses: [{ from: '2026-06-08', to: '2026-06-15' }],
      exceptions: [
        { day: '2026-06-15', kind: 'ride' },
        { day: '2026-06-18', kind: 'ride' },
        { day: '2026-06-22', kind: 'skip' },
        { day: '2026-06-29', kind: 'ride', outbound: { kind: 'arriveBy', second: 36_000 } },
      ],
    });
    expect(told(order, calendarWith(['2026-06-29']), '2026-06-08', '2026-06-30')).toEqual([
      '(2026-06-08) paused',
      '2026-06-15',
      '2026-06-18 extra',
      '(2026-06-22) excepted',
      '2026-06-29 otherTimes',
    ]);
  });
});
