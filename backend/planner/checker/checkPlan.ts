import type { Plan, Schedule } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import type { Violation } from '../model/violation.ts';
import { checkSchedule } from './checkSchedule.ts';
import type { CheckOptions } from './judgement.ts';

/**
 * Judges a whole plan: every schedule by itself, then that each vehicle appears once, each request is carried once or
 * listed as unserved, and nobody who must be served is left out. Never throws.
 */
export function checkPlan(problem: PlanProblem, plan: Plan, options: CheckOptions = {}): Violation[] {
  const schedules: readonly Schedule[] = Array.isArray(plan?.schedules) ? plan.schedules : [];
  const violations = schedules.flatMap((schedule) => checkSchedule(problem, schedule, options));
  problem.vehicles.forEach((_, vehicle) => {
    if (schedules[vehicle]?.vehicle !== vehicle) violations.push({ code: 'wrongFigures', vehicle });
  });
  if (schedules.length > problem.vehicles.length) violations.push({ code: 'wrongFigures' });
  const unserved = Array.isArray(plan?.unserved) ? plan.unserved : [];
  return [...violations, ...judgeService(problem, carriersOf(schedules), unserved)];
}

/** `[r]` lists the vehicles whose schedules hold a visit of request r. */
function carriersOf(schedules: readonly Schedule[]): Map<number, number[]> {
  const carriers = new Map<number, number[]>();
  for (const schedule of schedules) {
    const visits: readonly unknown[] = Array.isArray(schedule?.visits) ? schedule.visits : [];
    const served = visits.filter((visit): visit is number => Number.isInteger(visit) && Number(visit) >= 0);
    const carried = new Set(served.map((visit) => Math.floor(visit / 2)));
    for (const request of carried)
      carriers.set(request, [...(carriers.get(request) ?? []), schedule.vehicle]);
  }
  return carriers;
}

function judgeService(
  problem: PlanProblem,
  carriers: ReadonlyMap<number, readonly number[]>,
  unserved: readonly number[],
): Violation[] {
  const violations: Violation[] = [];
  const leftOut = new Set(unserved);
  if (leftOut.size < unserved.length) violations.push({ code: 'wrongFigures' });
  problem.requests.forEach((data, request) => {
    const vehicles = carriers.get(request) ?? [];
    for (const vehicle of vehicles.slice(1)) violations.push({ code: 'duplicateVisit', vehicle, request });
    if (vehicles.length > 0 && leftOut.has(request)) violations.push({ code: 'wrongFigures', request });
    if (vehicles.length > 0) return;
    if (data.penalty === undefined) violations.push({ code: 'unservedRequest', request });
    else if (!leftOut.has(request)) violations.push({ code: 'missingVisit', request });
  });
  for (const request of leftOut) {
    if (!problem.requests[request]) violations.push({ code: 'wrongFigures', request });
  }
  return violations;
}
