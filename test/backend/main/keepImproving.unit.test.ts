import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DayImprovement, ImproveDayOptions } from '../../../backend/dispatch/index.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { daysToImprove, keepImproving } from '../../../backend/main/keepImproving.ts';
import { FakeClock } from '../../../backend/simulation/index.ts';
import { RecordedLog } from '../../support/recordedLog.ts';

const DAY = '2026-06-10';
const RHYTHM = { seconds: 5, everySeconds: 60, nightSeconds: 120 };
const FIGURES = { costYen: 0, vehicleSeconds: 0, drivingMetres: 0 };
const at = (hour: number) => momentOf(DAY, hour * 3600);

describe('which day is improved when', () => {
  it('by day: today and tomorrow, shortly', () => {
    expect(daysToImprove(at(10), RHYTHM)).toEqual([
      { day: DAY, seconds: 5 },
      { day: '2026-06-11', seconds: 5 },
    ]);
  });

  it('at night: the day that comes, at length, before midnight and after it', () => {
    expect(daysToImprove(at(23), RHYTHM)).toEqual([{ day: '2026-06-11', seconds: 120 }]);
    expect(daysToImprove(at(3), RHYTHM)).toEqual([{ day: DAY, seconds: 120 }]);
  });
});

describe('improving all day', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function start(answer: (day: string) => Promise<Partial<DayImprovement>>, rhythm = RHYTHM) {
    const asked: [string, number, ImproveDayOptions | undefined][] = [];
    const log = new RecordedLog();
    const dispatch = {
      async improveDay(day: string, seconds: number, options?: ImproveDayOptions): Promise<DayImprovement> {
        asked.push([day, seconds, options]);
        const found = await answer(day);
        return {
          outcome: 'nothingBetter',
          version: 7,
          movedRideIds: [],
          before: FIGURES,
          after: FIGURES,
          ...found,
        };
      },
    };
    let closed = 0;
    const improver = { close: async () => void closed++ };
    const stop = keepImproving(dispatch, improver, new FakeClock(at(10)), rhythm, log);
    return { asked, log, stop, closedCount: () => closed };
  }

  it('one round after the other, each search with a seed of its own', async () => {
    const { asked, stop } = start(async () => ({ outcome: 'improved' }));
    await vi.advanceTimersByTimeAsync(121_000);
    expect(asked.map(([day, seconds]) => [day, seconds])).toEqual([
      [DAY, 5],
      ['2026-06-11', 5],
      [DAY, 5],
      ['2026-06-11', 5],
    ]);
    expect(new Set(asked.map(([, , options]) => options?.seed)).size).toBe(4);
    await stop();
  });

  it('three searches in vain: the day rests until its plan moves', async () => {
    const { asked, stop } = start(async () => ({ version: 7 }));
    await vi.advanceTimersByTimeAsync(4 * 60_000 + 1000);
    const today = asked.filter(([day]) => day === DAY).map(([, , options]) => options?.unlessVersion);
    expect(today).toEqual([undefined, undefined, undefined, 7]);
    await stop();
  });

  it('a search that fails: it is logged, and the next round comes', async () => {
    const { asked, log, stop } = start(async () => Promise.reject(new Error('roads are away')));
    await vi.advanceTimersByTimeAsync(121_000);
    expect(asked).toHaveLength(4);
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(4);
    await stop();
  });

  it('switched off: nothing is searched for; stopped: no further round, the search closed', async () => {
    const off = start(async () => ({}), { ...RHYTHM, seconds: 0 });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(off.asked).toEqual([]);
    await off.stop();
    const on = start(async () => ({}));
    await on.stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect([on.asked.length, on.closedCount()]).toEqual([0, 1]);
  });
});
