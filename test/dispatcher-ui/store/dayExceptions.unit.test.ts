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

describe('otherTimes', () => {
  it('on a date that rides: pauses and holidays still count for it', () => {
    expect(otherTimes([], { seriesDay: DAY, rides: true }, TIMES)).toEqual({
      day: DAY,
      kind: 'times',
      ...TIMES,
    });
  });

  it('on a date that does not ride, or that was added: it rides', () => {
    const taken = { day: DAY, kind: 'ride', ...TIMES };
    expect(otherTimes([], { seriesDay: DAY, rides: false }, TIMES)).toEqual(taken);
    expect(otherTimes([{ day: DAY, kind: 'ride' }], { seriesDay: DAY, rides: true }, TIMES)).toEqual(taken);
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
