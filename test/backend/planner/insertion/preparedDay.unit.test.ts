import { describe, expect, it } from 'vitest';
import {
  type EvaluatedTours,
  evaluateTours,
  isSchedule,
  type PreparedDay,
  prepareProblem,
  prepareSchedules,
  replaceSchedule,
  type Schedule,
} from '../../../../backend/planner/index.ts';
import { askEverything, listVersions } from '../../../support/versionedDay.ts';

const SEEDS = 300;
const VERSIONS = 8;

/** Schedules of the tours that can be timed. */
function timedOf({ evaluations }: EvaluatedTours): Schedule[] {
  return evaluations.filter(isSchedule);
}

describe('prepareSchedules', () => {
  it('a version of a day prepared from the one before it: answers exactly as one prepared from nothing', {
    timeout: 600_000,
  }, () => {
    let asked = 0;
    let kept = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      let before: { readonly evaluated: EvaluatedTours; readonly day: PreparedDay } | undefined;
      for (const [v, { problem, tours, probes }] of listVersions(seed, VERSIONS).entries()) {
        const evaluated = evaluateTours(prepareProblem(problem), tours, before?.evaluated);
        const fresh = evaluateTours(prepareProblem(problem), tours);
        expect([seed, v, evaluated.evaluations]).toEqual([seed, v, fresh.evaluations]);
        const day = prepareSchedules(evaluated.prepared, timedOf(evaluated), before?.day);
        const scratch = prepareSchedules(fresh.prepared, timedOf(fresh));
        const answers = askEverything(day, probes);
        expect([seed, v, answers]).toEqual([seed, v, askEverything(scratch, probes)]);
        asked += answers.reduce((sum, { length }) => sum + length, 0);
        // What was recalled shares its figures with the version before.
        kept += day.vehicles.filter((own, k) => own.figures === before?.day.vehicles[k]?.figures).length;
        before = { evaluated, day };
      }
    }
    // The versions have room for insertions, and most vehicles are not prepared anew.
    expect(asked).toBeGreaterThan(3000);
    expect(kept).toBeGreaterThan(SEEDS * VERSIONS * 0.5);
  });

  it('vehicles replaced one by one in any order: answers exactly as a day prepared from nothing', {
    timeout: 600_000,
  }, () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const versions = listVersions(seed, VERSIONS);
      // The versions' tours over the last version's problem, by the ids of their requests.
      const { problem, probes } = versions.at(-1)!;
      const prepared = prepareProblem(problem);
      const numbers = new Map(problem.requests.map(({ id }, r) => [id, r]));
      const day = prepareSchedules(prepared, []);
      const present = new Map<number, Schedule>();
      for (const version of versions) {
        const renumbered = version.tours.map((tour) => ({
          ...tour,
          visits: tour.visits.map(
            (visit) => numbers.get(version.problem.requests[visit >> 1]!.id)! * 2 + (visit & 1),
          ),
        }));
        for (const schedule of timedOf(evaluateTours(prepared, renumbered))) {
          replaceSchedule(day, schedule);
          present.set(schedule.vehicle, schedule);
        }
      }
      const scratch = prepareSchedules(prepared, [...present.values()]);
      expect([seed, askEverything(day, probes)]).toEqual([seed, askEverything(scratch, probes)]);
    }
  });
});
