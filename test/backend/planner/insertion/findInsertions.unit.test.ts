import { describe, expect, it } from 'vitest';
import {
  applyInsertion,
  checkSchedule,
  evaluateTour,
  explainRejection,
  findInsertions,
  isSchedule,
  prepareSchedules,
  removeRequest,
  replaceSchedule,
} from '../../../../backend/planner/index.ts';
import { withoutRule } from '../../../../backend/planner/insertion/explainRejection.ts';
import { listInsertionsByBruteForce } from '../../../support/bruteInsertion.ts';
import { countDifferences, countSeedDifferences } from '../../../support/compareInsertions.ts';
import { createSmallDay, type SmallDayRules } from '../../../support/smallProblem.ts';

/** Seeds `from` … `from + count − 1` at which the search differs from brute force. */
function differingSeeds(from: number, count: number, rules: SmallDayRules = {}): number[] {
  const seeds = Array.from({ length: count }, (_, i) => from + i);
  return seeds.filter((seed) => countSeedDifferences(seed, rules) > 0);
}

describe('findInsertions', () => {
  it.each<[string, number, number, SmallDayRules]>([
    ['every rule now and then', 0, 14_000, {}],
    ['breaks on every shift', 100_000, 2000, { breaks: true }],
    ['driving limits on every shift', 200_000, 1500, { drivingLimit: true }],
    ['roads that change during the day', 300_000, 1500, { layers: true }],
    ['drivers who are still to rest', 500_000, 1000, { rests: true }],
    ['travel times that are no whole numbers', 400_000, 1000, { doubles: true }],
  ])('%s: equal to trying every pair of every vehicle', { timeout: 600_000 }, (_, from, count, rules) => {
    expect(differingSeeds(from, count, rules)).toEqual([]);
  });

  it('the best insertion applied: the checker finds nothing, and the figures are those that were told', {
    timeout: 300_000,
  }, () => {
    let applied = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const { problem, prepared, schedules, probe } = createSmallDay(seed);
      const day = prepareSchedules(prepared, schedules);
      const [insertion] = findInsertions(day, probe, { explain: false }).insertions;
      if (!insertion) continue;
      const schedule = applyInsertion(day, insertion, probe);
      expect([seed, checkSchedule(problem, schedule)]).toEqual([seed, []]);
      expect(schedule.starts[schedule.visits.indexOf(probe * 2)]).toBeCloseTo(insertion.pickupStart, 6);
      expect(schedule.starts[schedule.visits.indexOf(probe * 2 + 1)]).toBeCloseTo(insertion.dropoffStart, 6);
      applied += 1;
    }
    // a test of nothing would pass as well: most of the small days have room for one more
    expect(applied).toBeGreaterThan(500);
  });

  it('one vehicle changed after the day was prepared: as if the day were prepared anew', {
    timeout: 300_000,
  }, () => {
    for (let seed = 0; seed < 600; seed++) {
      const { prepared, schedules, probe } = createSmallDay(seed);
      const day = prepareSchedules(prepared, schedules);
      const [insertion] = findInsertions(day, probe, { explain: false }).insertions;
      if (!insertion) continue;
      const changed = applyInsertion(day, insertion, probe);
      replaceSchedule(day, changed);
      const taken = removeRequest(day, probe);
      if (!isSchedule(taken)) continue;
      replaceSchedule(day, taken);
      const now = schedules.map((schedule) => (schedule.vehicle === taken.vehicle ? taken : schedule));
      const all = listInsertionsByBruteForce(prepared, now, probe);
      const { insertions } = findInsertions(day, probe, { limit: 1000, explain: false });
      expect([seed, countDifferences(insertions, all, 1000)]).toEqual([seed, 0]);
    }
  });
});

describe('explainRejection', () => {
  it('no insertion: lifting the named rule alone makes one possible', { timeout: 600_000 }, () => {
    const named = new Set<string>();
    for (let seed = 0; seed < 1200; seed++) {
      const { prepared, schedules, probe } = createSmallDay(seed);
      const day = prepareSchedules(prepared, schedules);
      const { insertions, obstacle } = findInsertions(day, probe);
      if (insertions.length > 0) {
        expect([seed, obstacle]).toEqual([seed, undefined]);
        continue;
      }
      expect(explainRejection(day, probe)).toBe(obstacle);
      if (obstacle === undefined || obstacle === 'severalRules') continue;
      named.add(obstacle);
      const relaxed = prepareSchedules(withoutRule(prepared, probe, obstacle), schedules);
      const found = findInsertions(relaxed, probe, { explain: false }).insertions;
      expect([seed, obstacle, found.length]).toEqual([seed, obstacle, 1]);
    }
    expect(named.size).toBeGreaterThanOrEqual(5);
  });
});

describe('evaluateTour', () => {
  it('tours of made-up days: what it times, the checker finds nothing wrong with', {
    timeout: 300_000,
  }, () => {
    let timed = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const { problem, prepared, schedules } = createSmallDay(seed);
      for (const schedule of schedules) {
        const again = evaluateTour(prepared, schedule);
        if (!isSchedule(again)) throw new Error(`seed ${seed}: a timed tour cannot be timed again`);
        expect([seed, checkSchedule(problem, again)]).toEqual([seed, []]);
        timed += 1;
      }
    }
    expect(timed).toBeGreaterThan(1500);
  });
});
