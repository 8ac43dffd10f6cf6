import type { Plan } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import { mayLeaveFrom } from '../model/vehicle.ts';

/** The plan in which no vehicle moves and nobody is served: where planning a day from nothing begins. */
export function createEmptyPlan(problem: PlanProblem): Plan {
  return {
    schedules: problem.vehicles.map((carrier, vehicle) => ({
      vehicle,
      visits: [],
      fixedCount: 0,
      fixedStarts: [],
      departure: mayLeaveFrom(carrier),
      arrivals: [],
      starts: [],
      ends: [],
      departures: [],
      slacks: [],
      loads: [],
      finish: mayLeaveFrom(carrier),
      drivingSeconds: 0,
      drivingMetres: 0,
    })),
    unserved: problem.requests.map((_, r) => r),
  };
}
