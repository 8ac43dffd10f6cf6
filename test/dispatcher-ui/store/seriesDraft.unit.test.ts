import { describe, expect, it } from 'vitest';
import { type StandingOrderView, standingWishSchema } from '../../../backend/contract/index.ts';
import {
  checkSeries,
  draftOf,
  emptySeries,
  isChanged,
  type SeriesDraft,
  wishOf,
} from '../../../dispatcher-ui/store/seriesDraft.ts';
import { wishInput } from '../../support/wishInput.ts';

/** Dialysis: Monday, Wednesday, Friday, there by nine and home after half past one, with two breaks behind and ahead. */
const KEPT: StandingOrderView = {
  id: 'order-1',
  revision: 4,
  personId: 'person-1',
  state: 'active',
  wish: wishInput({
    to: { kind: 'place', id: 'clinic-1' },
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
    homeward: { kind: 'arriveBy', at: '13:30' },
    companions: 1,
    attendants: 1,
    luggage: 1,
    needs: ['wheelchair'],
    note: '玄関わきで待つ',
  }),
  exceptions: [{ day: '2026-11-23', kind: 'ride' }],
  dates: [],
};
const whole: SeriesDraft = draftOf(KEPT);

describe('a kept order in the editor', () => {
  it('kept again without a change: the same order', () => {
    expect(wishOf(whole)).toEqual(KEPT.wish);
    expect(standingWishSchema.parse(wishOf(whole))).toEqual(KEPT.wish);
    expect(whole.exceptions).toEqual(KEPT.exceptions);
  });

  it('pauses: added, taken away, in the order of the calendar; an empty row is none', () => {
    const [first, second] = whole.pauses;
    const added = { from: '2026-12-01', to: '2026-12-05' };
    const wish = wishOf({ ...whole, pauses: [second!, { from: '', to: '' }, added, first!] });
    expect(wish?.pauses).toEqual([first, added, second]);
    expect(wishOf({ ...whole, pauses: [second!] })?.pauses).toEqual([second]);
  });

  it('changed: only where something else is typed, whatever became of single dates', () => {
    expect(isChanged({ ...whole, revision: 9, exceptions: [] }, whole)).toBe(false);
    expect(isChanged({ ...whole, needs: [] }, whole)).toBe(true);
    expect(isChanged({ ...whole, pauses: [] }, whole)).toBe(true);
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
    ['half a pause', { pauses: [{ from: '2027-01-04', to: '' }] }, { pauses: 'dayMissing' }],
    [
      'the second pause backwards',
      { pauses: [...whole.pauses.slice(0, 1), { from: '2027-01-04', to: '2027-01-01' }] },
      { pauses: 'endsBeforeItBegins' },
    ],
    ['moved, but to no weekday', { moveTo: '' }, { moveTo: 'weekdayMissing' }],
  ])('%s: told beside the field, and nothing to send unless it is fine', (_, change, problems) => {
    const draft = { ...whole, ...change };
    expect(checkSeries(draft)).toEqual(problems);
    expect(wishOf(draft) === null).toBe(Object.keys(problems).length > 0);
  });
});
