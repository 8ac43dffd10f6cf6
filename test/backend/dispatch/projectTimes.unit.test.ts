import { expect, it } from 'vitest';
import { projectTimes } from '../../../backend/dispatch/projectTimes.ts';
import type { PlanVehicle, Tour } from '../../../backend/planner/index.ts';
import { lineProblem, rider, van } from '../planner/insertion/lineTown.ts';

/** From stop 1 to stop 2, 600 s apart; 30 s to get in, 20 s to get out. */
const RIDE = rider('ride', 1, 2, { pickupDwellSeconds: 30, dropoffDwellSeconds: 20 });

/** @param vehicle on duty from 1,000 on */
function projected(vehicle: Partial<PlanVehicle>, tour: Partial<Tour> = {}) {
  const window = { earliest: 1_000, latest: 20_000 };
  const problem = lineProblem({ requests: [RIDE], vehicles: [van('van', { window, ...vehicle })] });
  return projectTimes(problem, { vehicle: 0, visits: [0, 1], fixedCount: 0, fixedStarts: [], ...tour });
}

it.each<[string, Partial<PlanVehicle>, Partial<Tour>, number]>([
  ['from the beginning of its hours on', {}, {}, 1_000],
  ['once its driver is rested', { restedFrom: 1_500 }, {}, 1_500],
  ['now, where that is later than both', { restedFrom: 1_500 }, { earliestDeparture: 1_700 }, 1_700],
])('a tour that has not left leaves %s', (_, vehicle, tour, leaves) => {
  // 600 s to stop 1, 30 s there, 600 s to stop 2, 20 s there, 1,200 s home
  expect(projected(vehicle, tour)).toEqual({
    starts: [leaves + 600, leaves + 1_230],
    ends: [leaves + 630, leaves + 1_250],
    finish: leaves + 2_450,
  });
});

it('a tour that has left goes on from what it did, however little its driver has rested', () => {
  // 1,600 + 30 s there + 600 s to stop 2
  const { starts } = projected({ restedFrom: 5_000 }, { fixedCount: 1, fixedStarts: [1_600] });
  expect(starts).toEqual([1_600, 2_230]);
});
