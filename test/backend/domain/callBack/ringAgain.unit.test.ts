import { describe, expect, it } from 'vitest';
import { ringAgainAt } from '../../../../backend/domain/callBack/ringAgain.ts';
import { momentOf, weekdayOf } from '../../../../backend/domain/units/time.ts';

/** A Friday; nobody is at the desk on Saturday and Sunday. */
const FRIDAY = '2026-06-12';
const MONDAY = '2026-06-15';
const HOUR = 3600;
const desk = (day: string) =>
  [0, 6].includes(weekdayOf(day)) ? undefined : { earliest: 8 * HOUR, latest: 17 * HOUR };
const at = (day: string, hour: number) => momentOf(day, hour * HOUR);
const EVENING = { earliest: 16 * HOUR, latest: 20 * HOUR };
const MORNING = { earliest: 7 * HOUR, latest: 10 * HOUR };

describe('a rider who wants to be rung later', () => {
  it.each([
    ['no best hours: an hour later', null, null, at(FRIDAY, 10), at(FRIDAY, 11)],
    [
      'no best hours, shortly before the desk closes: at its next opening',
      null,
      null,
      at(FRIDAY, 16),
      at(MONDAY, 8),
    ],
    ['inside the best hours: an hour later', MORNING, null, at(FRIDAY, 8), at(FRIDAY, 9)],
    ['before the best hours: when they begin', EVENING, null, at(FRIDAY, 10), at(FRIDAY, 16)],
    [
      'an hour later is after them: the next morning with somebody at the desk',
      MORNING,
      null,
      at(FRIDAY, 9.5),
      at(MONDAY, 8),
    ],
    ['best hours begin before the desk opens: when it opens', MORNING, null, at(FRIDAY, 6), at(FRIDAY, 8)],
    [
      'never while somebody is at the desk: as was noted',
      { earliest: 18 * HOUR, latest: 20 * HOUR },
      null,
      at(FRIDAY, 10),
      at(FRIDAY, 18),
    ],
    [
      'the best hours come too late for it: an hour later',
      EVENING,
      at(FRIDAY, 14),
      at(FRIDAY, 10),
      at(FRIDAY, 11),
    ],
    ['an hour later is too late, too: half way', null, at(FRIDAY, 10.5), at(FRIDAY, 10), at(FRIDAY, 10.25)],
    [
      'of no use any more, but still to be explained: an hour later',
      null,
      at(FRIDAY, 9),
      at(FRIDAY, 10),
      at(FRIDAY, 11),
    ],
  ])('%s', (_, bestHours, usefulUntil, now, expected) => {
    expect(ringAgainAt({ bestHours, usefulUntil }, now, desk)).toBe(expected);
  });

  it('in the middle of a minute: at the next whole one', () => {
    const now = at(FRIDAY, 10) + 20_500;
    expect(ringAgainAt({ bestHours: null, usefulUntil: null }, now, desk)).toBe(at(FRIDAY, 11) + 60_000);
  });

  it('nobody is ever at the desk: an hour later all the same', () => {
    expect(ringAgainAt({ bestHours: MORNING, usefulUntil: null }, at(FRIDAY, 12), () => undefined)).toBe(
      at(FRIDAY, 13),
    );
  });

  it('a minute before it is of no use: in a minute, never now', () => {
    const usefulUntil = at(FRIDAY, 10) + 60_000;
    expect(ringAgainAt({ bestHours: null, usefulUntil }, at(FRIDAY, 10), desk)).toBe(at(FRIDAY, 10) + 60_000);
  });
});
