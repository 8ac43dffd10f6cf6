import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { nightBudget, nightImprovement } from '../../../backend/main/nightImprovement.ts';
import { FakeClock } from '../../../backend/simulation/index.ts';
import { RecordedLog } from '../../support/recordedLog.ts';

const DAY = '2026-06-10';
const RHYTHM = { seconds: 5, everySeconds: 60, nightSeconds: 120 };
const FIGURES = { costYen: 0, vehicleSeconds: 0, drivingMetres: 0 };
const at = (hour: number) => momentOf(DAY, hour * 3600);

describe('how long a night may look for better plans', () => {
  it('at half past one: each day two minutes, all together ten minutes', () => {
    expect(nightBudget(at(1.5), RHYTHM, 1)).toEqual({ each: 120, together: 600 });
  });

  it('short searches: ten of them', () => {
    expect(nightBudget(at(1.5), { ...RHYTHM, nightSeconds: 30 }, 1)).toEqual({ each: 30, together: 300 });
  });

  it('five minutes before five, or long before it on a clock that runs fast: to the end of the night', () => {
    expect(nightBudget(at(4 + 55 / 60), RHYTHM, 1).together).toBe(300);
    // 22:30 to 5:00 are 23,400 s of a clock at sixty times the wall's.
    expect(nightBudget(at(22.5), RHYTHM, 60).together).toBe(390);
  });

  it('made up for by day: the searches of the day, ten minutes together at most', () => {
    expect(nightBudget(at(10), RHYTHM, 1)).toEqual({ each: 5, together: 50 });
    expect(nightBudget(at(10), { ...RHYTHM, seconds: 300 }, 60)).toEqual({ each: 300, together: 600 });
  });
});

describe('the days of a night', () => {
  /** Every search takes all the seconds it was given, on the wall. */
  function begin({ fails = false, rhythm = RHYTHM } = {}) {
    const asked: [string, number][] = [];
    const wall = new FakeClock(at(1.5));
    const advance = (seconds: number) => wall.moveTo(wall.now() + seconds * 1000);
    const log = new RecordedLog();
    const dispatch = {
      async improveDay(day: string, seconds: number) {
        asked.push([day, seconds]);
        advance(seconds);
        if (fails) throw new Error('roads are away');
        const figures = { before: FIGURES, after: FIGURES };
        return { outcome: 'improved' as const, version: 2, movedRideIds: [], ...figures };
      },
    };
    const improve = nightImprovement(dispatch, rhythm, new FakeClock(at(1.5)), wall, log)();
    return { asked, advance, log, improve };
  }

  it('many days: equal shares of the one budget; what booking takes in between is taken off', async () => {
    const { asked, advance, improve } = begin();
    await improve!('2026-06-11', 10);
    advance(60);
    await improve!('2026-06-12', 9);
    // 600 s for ten days; then 600 - 60 - 60 = 480 s for nine.
    expect(asked).toEqual([
      ['2026-06-11', 60],
      ['2026-06-12', 480 / 9],
    ]);
  });

  it('few days: no longer than one search each; used up: the rest are left as they are', async () => {
    const { asked, advance, improve } = begin();
    await improve!('2026-06-11', 1);
    advance(600);
    await improve!('2026-06-12', 1);
    expect(asked).toEqual([['2026-06-11', 120]]);
  });

  it('a search that fails: said in the log, the night goes on', async () => {
    const { log, improve } = begin({ fails: true });
    await improve!('2026-06-11', 1);
    expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
  });

  it('plans are not improved at all: nothing to begin', () => {
    expect(begin({ rhythm: { ...RHYTHM, seconds: 0 } }).improve).toBeUndefined();
  });
});
