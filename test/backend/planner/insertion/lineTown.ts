import type {
  PlanProblem,
  PlanRequest,
  PlanVehicle,
  PreparedDay,
  Tour,
} from '../../../../backend/planner/index.ts';
import {
  evaluateTours,
  isSchedule,
  prepareProblem,
  prepareSchedules,
} from '../../../../backend/planner/index.ts';

/**
 * A valley with one road and a stop every 600 s and 6 km: 0 is the depot, 5 its far end. A stop takes no time unless a
 * test says so.
 */
export const LINE = 6;
const seconds = new Int32Array(LINE * LINE).map(
  (_, cell) => Math.abs(Math.floor(cell / LINE) - (cell % LINE)) * 600,
);
export const lineTravel = {
  stride: LINE,
  size: LINE,
  layers: [{ fromSecond: 0, seconds, metres: seconds.map((second) => second * 10) }],
};

/** Somebody who goes from one stop to another, at any time unless a test says otherwise. */
export function rider(
  id: string,
  pickupLocation: number,
  dropoffLocation: number,
  changes: Partial<PlanRequest> = {},
): PlanRequest {
  return {
    id,
    pickupLocation,
    dropoffLocation,
    pickupWindow: { earliest: 0, latest: 86_400 },
    dropoffWindow: { earliest: 0, latest: 86_400 },
    maxRideSeconds: 7_200,
    load: [1],
    pickupDwellSeconds: 0,
    pickupJoinSeconds: 0,
    dropoffDwellSeconds: 0,
    dropoffJoinSeconds: 0,
    neededSkills: 0,
    allowedOperators: 1,
    ...changes,
  };
}

/** A van of four seats at the depot, on duty from 0 to 20,000; an hour costs 3,600 and a kilometre 100. */
export function van(id: string, changes: Partial<PlanVehicle> = {}): PlanVehicle {
  return {
    id,
    startLocation: 0,
    endLocation: 0,
    window: { earliest: 0, latest: 20_000 },
    configurations: [[4]],
    skills: 0,
    operator: 1,
    breaks: [],
    costPerHour: 3_600,
    costPerKilometre: 100,
    fixedCost: 0,
    ...changes,
  };
}

/** The valley with these people in these vans; hours and kilometres alone count. */
export function lineProblem(changes: Partial<PlanProblem>): PlanProblem {
  return {
    travel: lineTravel,
    requests: [],
    vehicles: [van('van')],
    placeUse: [[0]],
    weights: { excessRideHour: 0, waitHour: 0 },
    ...changes,
  };
}

/** The day with these tours, by vehicle; every tour has to be possible. `now`: nobody leaves before it. */
export function lineDay(
  problem: PlanProblem,
  tours: readonly (readonly number[])[] = [],
  now?: number,
): PreparedDay {
  const prepared = prepareProblem(problem);
  const held = now === undefined ? {} : { earliestDeparture: now };
  const asked = tours.map(
    (visits, vehicle): Tour => ({ vehicle, visits, fixedCount: 0, fixedStarts: [], ...held }),
  );
  const schedules = evaluateTours(prepared, asked).evaluations.filter(isSchedule);
  if (schedules.length < tours.length) throw new Error('a tour of this test is not possible');
  return prepareSchedules(prepared, schedules);
}
