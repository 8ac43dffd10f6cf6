import { describe, expect, it } from 'vitest';
import { type StandingOrderView, standingWishSchema } from '../../../backend/contract/index.ts';
import {
  checkSeries,
  draftOf,
  emptySeries,
  type SeriesDraft,
  toggleException,
  wishOf,
} from '../../../dispatcher-ui/store/seriesDraft.ts';

/** Dialysis: Monday, Wednesday, Friday, there by nine and home after half past one, with two breaks behind and ahead. */
const KEPT: StandingOrderView = {
  id: 'order-1',
  revision: 4,
  personId: 'person-1',
  state: 'active',
  wish: {
    from: { kind: 'home' },
    to: { kind: 'place', id: 'clinic-1' },
    fromName: '自宅',
    toName: '診療所',
    weekdays: [1, 3, 5],
    everyWeeks: 2,
    startDay: '2026-11-02',
    endDay: '2027-03-31',
    pauses: [
      { from: '2026-11-16', to: '2026-11-20' },
      { from: '2027-01-04', to: '2027-01-08' },
    ],
    holidayRule: 'move',
    moveToWeekday: 6,
    outbound: { kind: 'arriveBy', at: '09:00' },
    homeward: { kind: 'arriveBy', at: '13:30' },
    companions: 1,
    attendants: 1,
    children: 0,
    luggage: 1,
    needs: ['wheelchair'],
    note: '玄関わきで待つ',
  },
  exceptions: [{ day: '2026-11-23', kind: 'ride' }],
  dates: [],
};
const whole: SeriesDraft = draftOf(KEPT);

describe('a kept order in the editor', () => {
  it('kept again without a change: the same order, with what the editor does not show', () => {
    expect(wishOf(whole, '自宅')).toEqual(KEPT.wish);
    expect(standingWishSchema.parse(wishOf(whole, '自宅'))).toEqual(KEPT.wish);
    expect(whole.exceptions).toEqual(KEPT.exceptions);
  });

  it('the pause shown is taken away: those before it stay', () => {
    const wish = wishOf({ ...whole, pauseFrom: '', pauseTo: '' }, '自宅');
    expect(wish?.pauses).toEqual([{ from: '2026-11-16', to: '2026-11-20' }]);
  });
});

describe('checkSeries', () => {
  it('an empty form: places, weekdays and times are asked for', () => {
    expect(checkSeries(emptySeries('2026-11-24'))).toEqual({
      from: 'placeMissing',
      to: 'placeMissing',
      weekdays: 'weekdayMissing',
      time: 'timeUnreadable',
      return: 'timeUnreadable',
    });
  });

  it.each<[string, Partial<SeriesDraft>, object]>([
    ['home to home', { to: { kind: 'home' } }, { to: 'samePlace' }],
    ['home before it gets there', { returnText: '8' }, { return: 'returnTooEarly' }],
    ['no way home: its time is not asked for', { hasReturn: 'no', returnText: '' }, {}],
    ['an end before the beginning', { endDay: '2026-11-01' }, { endDay: 'endsBeforeItBegins' }],
    ['half a pause', { pauseTo: '' }, { pause: 'dayMissing' }],
    ['a pause backwards', { pauseTo: '2027-01-01' }, { pause: 'endsBeforeItBegins' }],
    ['moved, but to no weekday', { moveTo: '' }, { moveTo: 'weekdayMissing' }],
  ])('%s: told beside the field, and nothing to send unless it is fine', (_, change, problems) => {
    const draft = { ...whole, ...change };
    expect(checkSeries(draft)).toEqual(problems);
    expect(wishOf(draft, '自宅') === null).toBe(Object.keys(problems).length > 0);
  });
});

describe('toggleException', () => {
  it.each([
    ['a date that rides: left out', [], true, 'skip'],
    ['a date left out by the series: taken in', [], false, 'ride'],
    ['a date that is an exception: as usual again', [{ day: '2026-11-25', kind: 'skip' }], false, null],
  ] as const)('%s', (_, exceptions, rides, kind) => {
    expect(toggleException(exceptions, { seriesDay: '2026-11-25', rides })).toEqual({
      day: '2026-11-25',
      kind,
    });
  });
});
