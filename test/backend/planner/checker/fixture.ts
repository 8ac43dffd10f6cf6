import type { Plan, Schedule } from '../../../../backend/planner/model/plan.ts';
import type { PlanProblem } from '../../../../backend/planner/model/problem.ts';
import type { PlanRequest } from '../../../../backend/planner/model/request.ts';
import type { PlanVehicle } from '../../../../backend/planner/model/vehicle.ts';

/**
 * A straight road with six places, one every 600 s and 5,000 m: 0 the depot, 1 … 5. Place 6 exists but no road leads
 * there.
 */
const PLACES = 7;

function roadMatrix(perStep: number): Float64Array {
  const matrix = new Float64Array(PLACES * PLACES);
  for (let from = 0; from < PLACES; from++) {
    for (let to = 0; to < PLACES; to++) {
      const isCutOff = from !== to && (from === 6 || to === 6);
      matrix[from * PLACES + to] = isCutOff ? Number.POSITIVE_INFINITY : Math.abs(from - to) * perStep;
    }
  }
  return matrix;
}

function party(id: string, from: number, to: number, rest: Partial<PlanRequest> = {}): PlanRequest {
  return {
    id,
    pickupLocation: from,
    dropoffLocation: to,
    pickupWindow: { earliest: 0, latest: 20_000 },
    dropoffWindow: { earliest: 0, latest: 20_000 },
    maxRideSeconds: 3_000,
    load: [1, 0, 0],
    pickupDwellSeconds: 60,
    pickupJoinSeconds: 20,
    dropoffDwellSeconds: 60,
    dropoffJoinSeconds: 20,
    neededSkills: 0,
    allowedOperators: 1,
    ...rest,
  };
}

const van: PlanVehicle = {
  id: 'van',
  startLocation: 0,
  endLocation: 0,
  window: { earliest: 0, latest: 30_000 },
  maxDurationSeconds: 12_000,
  configurations: [
    [2, 0, 0],
    [1, 1, 0],
  ],
  skills: 1,
  operator: 1,
  breaks: [{ window: { earliest: 3_000, latest: 6_000 }, seconds: 600 }],
  drivingLimit: { maxDrivingSeconds: 3_600, restSeconds: 600, minPartSeconds: 300 },
  costPerHour: 0,
  costPerKilometre: 1,
  fixedCost: 0,
};

/** Ann and Bo get on together at place 1; Cho, who may be left out, rides later from 2 to 1. */
export const problem: PlanProblem = {
  travel: {
    stride: PLACES,
    size: PLACES,
    layers: [{ fromSecond: 0, seconds: roadMatrix(600), metres: roadMatrix(5_000) }],
  },
  requests: [
    party('Ann', 1, 3, { neededSkills: 1 }),
    party('Bo', 1, 4, { pickupWindow: { earliest: 1_000, latest: 2_000 } }),
    party('Cho', 2, 1, { load: [0, 1, 0], apartFrom: ['Ann'], penalty: 100 }),
  ],
  vehicles: [van, { ...van, id: 'taxi', skills: 0, operator: 2 }],
  placeUse: [[0], [1], [2]],
  weights: { excessRideHour: 0, waitHour: 0 },
};

/**
 * depot 400 → 1: arrive 1,000, Ann 1,000–1,060, Bo joins 1,060–1,080 → 3 (1,200 s): Ann off 2,280–2,340
 * → 4 (600 s): Bo off 2,940–3,000; break 3,000–3,600 where she stands → 2 (1,200 s): Cho on 4,800–4,860
 * → 1 (600 s): Cho off 5,460–5,520 → depot (600 s): 6,120.
 * Driving 600 + 1,200 + 600 + 1,200 + 600 + 600 = 4,800 s; 8 steps of 5 km = 40,000 m.
 */
export const goodSchedule: Schedule = {
  vehicle: 0,
  visits: [0, 2, 1, 3, -1, 4, 5],
  fixedCount: 0,
  fixedStarts: [],
  departure: 400,
  arrivals: [1_000, 1_060, 2_280, 2_940, 3_000, 4_800, 5_460],
  starts: [1_000, 1_060, 2_280, 2_940, 3_000, 4_800, 5_460],
  ends: [1_060, 1_080, 2_340, 3_000, 3_600, 4_860, 5_520],
  departures: [1_060, 1_080, 2_340, 3_000, 3_600, 4_860, 5_520],
  slacks: [900, 900, 1_700, 2_000, 3_000, 2_300, 2_300],
  loads: [
    [1, 0, 0],
    [2, 0, 0],
    [1, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ],
  finish: 6_120,
  drivingSeconds: 4_800,
  drivingMetres: 40_000,
};

export const idleSchedule: Schedule = {
  vehicle: 1,
  visits: [],
  fixedCount: 0,
  fixedStarts: [],
  departure: 0,
  arrivals: [],
  starts: [],
  ends: [],
  departures: [],
  slacks: [],
  loads: [],
  finish: 0,
  drivingSeconds: 0,
  drivingMetres: 0,
};

export const goodPlan: Plan = { schedules: [goodSchedule, idleSchedule], unserved: [] };

/** The good plan with the first schedule changed. */
export function withSchedule(change: Partial<Schedule>): Plan {
  return { schedules: [{ ...goodSchedule, ...change }, idleSchedule], unserved: [] };
}

/** The problem with one request changed. */
export function withRequest(number: number, change: Partial<PlanRequest>): PlanProblem {
  const requests = problem.requests.map((request, r) => (r === number ? { ...request, ...change } : request));
  return { ...problem, requests };
}

/** The problem with the first vehicle changed. */
export function withVehicle(change: Partial<PlanVehicle>): PlanProblem {
  return { ...problem, vehicles: [{ ...van, ...change }, problem.vehicles[1]!] };
}

/** `[i]` replaced by `value`. */
export function replaced<T>(list: readonly T[], i: number, value: T): T[] {
  return list.map((old, at) => (at === i ? value : old));
}
