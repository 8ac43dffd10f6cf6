import { describe, expect, it } from 'vitest';
import {
  createEmptyPlan,
  evaluateTour,
  improvePlan,
  isSchedule,
  type PlanProblem,
  type PlanRequest,
  prepareProblem,
  type Schedule,
} from '../../../../backend/planner/index.ts';
import { createTown } from './town.ts';

/** Places 0, 1 and 2 in a line, 100 seconds from each to the next; a vehicle's second costs 1. */
function createLine(rides: readonly { from: 1 | 2; at: number }[]): PlanProblem {
  const town = createTown(1, { requests: rides.length, vehicles: 2, places: 3 });
  const seconds = Float64Array.from([0, 100, 200, 100, 0, 100, 200, 100, 0]);
  return {
    ...town,
    travel: { ...town.travel, layers: [{ fromSecond: 0, seconds, metres: seconds }] },
    vehicles: town.vehicles.map((vehicle) => ({ ...vehicle, costPerHour: 3_600, costPerKilometre: 0 })),
    requests: rides.map(({ from, at }, r): PlanRequest => {
      const atOnce = {
        pickupDwellSeconds: 0,
        pickupJoinSeconds: 0,
        dropoffDwellSeconds: 0,
        dropoffJoinSeconds: 0,
      };
      return {
        ...town.requests[r]!,
        ...atOnce,
        load: [1],
        pickupLocation: from,
        dropoffLocation: 3 - from,
        pickupWindow: { earliest: at, latest: at },
        dropoffWindow: { earliest: at, latest: at + 100 },
        maxRideSeconds: 100,
      };
    }),
  };
}

describe('a tour under way, paid by the hour', () => {
  // Vehicle 0 has set its rider down at 200 and is paid until it is home at 400. At 5,400 somebody asks to be fetched.
  const planWith = (from: 1 | 2, at: number) => {
    const problem = createLine([
      { from: 1, at: 100 },
      { from, at },
    ]);
    const tour = {
      vehicle: 0,
      visits: [0, 1],
      fixedCount: 2,
      fixedStarts: [100, 200],
      earliestDeparture: 5_400,
    };
    const done = evaluateTour(prepareProblem(problem), tour) as Schedule;
    const free = createEmptyPlan(problem).schedules[1]!;
    const fresh = evaluateTour(prepareProblem(problem), { ...free, earliestDeparture: 5_400 });
    if (!isSchedule(fresh)) throw new Error('an unused vehicle can be held back');
    return improvePlan(problem, { schedules: [done, fresh], unserved: [1] }, { seed: 1, iterations: 50 });
  };

  it('long at its last stop: pays for the wait, so that a vehicle from the depot is sent', () => {
    // Vehicle 0: home at 5,600 + 100 + 200 = 5,900 in place of 400, 5,500 more. Vehicle 1: 5,500 to 5,900, 400.
    expect(planWith(1, 5_600).schedules.map(({ visits }) => visits)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('the only one that is there in time: is used however long it has waited', () => {
    // Place 2 is 200 from the depot: 5,600 at the earliest. Vehicle 0 stands there.
    expect(planWith(2, 5_450).schedules.map(({ visits }) => visits)).toEqual([[0, 1, 2, 3], []]);
  });
});
