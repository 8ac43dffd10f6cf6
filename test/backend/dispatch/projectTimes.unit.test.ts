import { expect, it } from 'vitest';
import { projectTimes } from '../../../backend/dispatch/projectTimes.ts';
import type { PlanProblem, PlanRequest, PlanVehicle, Tour } from '../../../backend/planner/index.ts';

/** Three places in a row, 100 s from each to the next; the depot is the first. */
const TRAVEL = {
  size: 3,
  stride: 3,
  layers: [
    {
      fromSecond: 0,
      seconds: new Int32Array([0, 100, 200, 100, 0, 100, 200, 100, 0]),
      metres: new Int32Array(9),
    },
  ],
};
const ANY_TIME = { earliest: 0, latest: 90_000 };

/** From place 1 to place 2; 30 s to get in, 20 s to get out. */
const RIDE: PlanRequest = {
  id: 'ride',
  pickupLocation: 1,
  dropoffLocation: 2,
  pickupWindow: ANY_TIME,
  dropoffWindow: ANY_TIME,
  maxRideSeconds: 9_000,
  load: [1],
  pickupDwellSeconds: 30,
  pickupJoinSeconds: 10,
  dropoffDwellSeconds: 20,
  dropoffJoinSeconds: 10,
  neededSkills: 0,
  allowedOperators: -1,
};

/** On duty from 1,000 on. */
const VEHICLE: PlanVehicle = {
  id: 'vehicle',
  startLocation: 0,
  endLocation: 0,
  window: { earliest: 1_000, latest: 90_000 },
  configurations: [[4]],
  skills: 0,
  operator: 1,
  breaks: [],
  costPerHour: 0,
  costPerKilometre: 0,
  fixedCost: 0,
};

function projected(vehicle: Partial<PlanVehicle>, tour: Partial<Tour> = {}) {
  const problem: PlanProblem = {
    travel: TRAVEL,
    requests: [RIDE],
    vehicles: [{ ...VEHICLE, ...vehicle }],
    placeUse: [[0]],
    weights: { excessRideHour: 0, waitHour: 0 },
  };
  return projectTimes(problem, { vehicle: 0, visits: [0, 1], fixedCount: 0, fixedStarts: [], ...tour });
}

it.each<[string, Partial<PlanVehicle>, Partial<Tour>, number]>([
  ['from the beginning of its hours on', {}, {}, 1_000],
  ['once its driver is rested', { restedFrom: 1_500 }, {}, 1_500],
  ['now, where that is later than both', { restedFrom: 1_500 }, { earliestDeparture: 1_700 }, 1_700],
])('a tour that has not left leaves %s', (_, vehicle, tour, leaves) => {
  // 100 s to place 1, 30 s there, 100 s to place 2, 20 s there, 200 s home
  expect(projected(vehicle, tour)).toEqual({
    starts: [leaves + 100, leaves + 230],
    ends: [leaves + 130, leaves + 250],
    finish: leaves + 450,
  });
});

it('a tour that has left goes on from what it did, however little its driver has rested', () => {
  const { starts } = projected({ restedFrom: 5_000 }, { fixedCount: 1, fixedStarts: [1_100] });
  expect(starts).toEqual([1_100, 1_230]);
});
