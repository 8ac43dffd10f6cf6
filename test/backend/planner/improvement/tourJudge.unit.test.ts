import { describe, expect, it } from 'vitest';
import { createTourJudge } from '../../../../backend/planner/improvement/tourJudge.ts';
import { evaluateCost, evaluateTour, isSchedule, prepareProblem } from '../../../../backend/planner/index.ts';
import { createTown } from './town.ts';

const LIMIT = { maxDrivingSeconds: 900, restSeconds: 300, minPartSeconds: 100 };

describe('the judge of tours', () => {
  it('asked about a tour with less, as much and more to spend than it costs: its exact cost where that is less, else none', () => {
    let judged = 0;
    let rested = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const town = createTown(seed, { requests: 6, vehicles: 1, vehicle: { drivingLimit: LIMIT } });
      const problem = { ...town, weights: { excessRideHour: 3, waitHour: 1 } };
      const prepared = prepareProblem(problem);
      const judge = createTourJudge(prepared, [{ visits: [], starts: [], earliestDeparture: 0 }]);
      for (let request = 1; request < 6; request++) {
        // Request 0's tour, the other one put in before, around, within and behind it.
        for (const [i, j] of [
          [0, 0],
          [0, 2],
          [1, 1],
          [2, 2],
        ] as const) {
          const visits = [0, 1];
          visits.splice(j, 0, request * 2 + 1);
          visits.splice(i, 0, request * 2);
          const exact = evaluateTour(prepared, {
            vehicle: 0,
            visits,
            fixedCount: 0,
            fixedStarts: [],
          });
          const cost = isSchedule(exact) ? evaluateCost(prepared, exact) : Number.POSITIVE_INFINITY;
          const within = (most: number) => judge.costWith(0, Int32Array.of(-1, 0, 1), 2, request, i, j, most);
          if (cost < Number.POSITIVE_INFINITY) {
            judged++;
            if (isSchedule(exact) && exact.departures.some((leave, k) => leave > exact.starts[k]! + 200))
              rested++;
            expect(within(cost * 0.9)).toBe(Number.POSITIVE_INFINITY);
            expect(within(cost * 1.1)).toBeCloseTo(cost, 9);
            expect(within(cost * 0.9)).toBe(Number.POSITIVE_INFINITY);
          }
          const found = within(Number.POSITIVE_INFINITY);
          if (cost === Number.POSITIVE_INFINITY) expect(found).toBe(cost);
          else expect(found).toBeCloseTo(cost, 9);
          expect(judge.cost(0, Int32Array.of(-1, ...visits), 4)).toBe(found);
        }
      }
    }
    expect(judged).toBeGreaterThan(100);
    expect(rested).toBeGreaterThan(10);
  });
});
