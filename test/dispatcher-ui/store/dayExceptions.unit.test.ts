import { describe, expect, it } from 'vitest';
import type { DayExceptionInput } from '../../../backend/contract/index.ts';
import { otherTimes, toggleRide, withChange } from '../../../dispatcher-ui/store/dayExceptions.ts';

const DAY = '2026-11-25';
const TIMES = {
  outbound: { kind: 'arriveBy', at: '11:00' },
  homeward: null,
} as const satisfies Partial<DayExceptionInput>;

describe('toggleRide', () => {
  it.each<[string, DayExceptionInput[], boolean, object]>([
    ['a date that rides: left out', [], true, { kind: 'skip' }],
    ['a date left out by the series: taken in', [], false, { kind: 'ride' }],
    ['a date that was left out: as usual again', [{ day: DAY, kind: 'skip' }], false, { kind: null }],
    ['a date that was added: as usual again', [{ day: DAY, kind: 'ride' }], true, { kind: null }],
    ['a date with other times: left out', [{ day: DAY, kind: 'times', ...TIMES }], true, { kind: 'skip' }],
    [
      'a date with other times that a pause takes: taken in at those times',
      [{ day: DAY, kind: 'times', ...TIMES }],
      false,
      { kind: 'ride', ...TIMES },
    ],
  ])('%s', (_, exceptions, rides, change) => {
    expect(toggleRide(exceptions, { seriesDay: DAY, rides })).toEqual({ day: DAY, ...change });
  });
});

const USUAL = {
  outbound: { kind: 'arriveBy', at: '10:00' },
  homeward: { kind: 'departAfter', at: '13:00' },
} as const;

describe('otherTimes', () => {
  const asUsual = { seriesDay: DAY, rides: true, ...USUAL };
  const left = { ...asUsual, rides: false };
  const timed = { seriesDay: DAY, rides: true, ...TIMES };

  it.each<
    [string, DayExceptionInput[], typeof asUsual | typeof timed, typeof USUAL | typeof TIMES, object | null]
  >([
    ['a date that rides: pauses and holidays still count', [], asUsual, TIMES, { kind: 'times', ...TIMES }],
    ['a date that does not ride: it rides', [], left, TIMES, { kind: 'ride', ...TIMES }],
    [
      'a date that was added: it rides',
      [{ day: DAY, kind: 'ride' }],
      asUsual,
      TIMES,
      { kind: 'ride', ...TIMES },
    ],
    ['a date that rides, its times confirmed: nothing changes', [], asUsual, USUAL, null],
    [
      'a date with other times, confirmed: nothing changes',
      [{ day: DAY, kind: 'times', ...TIMES }],
      timed,
      TIMES,
      null,
    ],
    [
      'a date with other times, the usual ones again: as the series says',
      [{ day: DAY, kind: 'times', ...TIMES }],
      timed,
      USUAL,
      { kind: null },
    ],
    ['a date that does not ride, its usual times confirmed: taken in', [], left, USUAL, { kind: 'ride' }],
    [
      'a date that was added at other times, the usual ones again: it stays added',
      [{ day: DAY, kind: 'ride', ...TIMES }],
      timed,
      USUAL,
      { kind: 'ride' },
    ],
  ])('%s', (_, exceptions, date, times, change) => {
    const expected = change && { day: DAY, ...change };
    expect(otherTimes(exceptions, date, USUAL, times)).toEqual(expected);
  });
});

describe('withChange', () => {
  const other: DayExceptionInput = { day: '2026-11-27', kind: 'skip' };

  it('a change: one exception a date, in the order of the calendar', () => {
    const before: DayExceptionInput[] = [other, { day: DAY, kind: 'skip' }];
    expect(withChange(before, { day: DAY, kind: 'ride' })).toEqual([{ day: DAY, kind: 'ride' }, other]);
  });

  it('taken away: the others stay', () => {
    expect(withChange([{ day: DAY, kind: 'skip' }, other], { day: DAY, kind: null })).toEqual([other]);
  });
});
