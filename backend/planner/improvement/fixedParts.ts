import type { Plan, Schedule } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import { mayLeaveFrom } from '../model/vehicle.ts';
import type { Prefix } from './compile.ts';
import type { FixedPart } from './tourJudge.ts';

/** What is fixed of each vehicle's tour, as the search and as the exact timing want it, and the visits open to change. */
export interface FixedParts {
  readonly prefixes: (Prefix | undefined)[];
  readonly fixed: FixedPart[];
  /** `[v]` = pickups and dropoffs behind the fixed part, in order. */
  readonly open: number[][];
}

/** Reads the fixed parts off a plan. `isClosed(v)`: vehicle v's schedule must stay as it is. */
export function readFixedParts(
  problem: PlanProblem,
  plan: Plan,
  isClosed: (vehicle: number) => boolean,
): FixedParts {
  const parts: FixedParts = { prefixes: [], fixed: [], open: [] };
  problem.vehicles.forEach((_, v) => {
    const schedule = plan.schedules[v]!;
    const visits = schedule.visits.slice(0, schedule.fixedCount);
    parts.fixed.push({
      visits,
      starts: schedule.fixedStarts,
      earliestDeparture: schedule.earliestDeparture ?? Number.NEGATIVE_INFINITY,
    });
    parts.open.push(
      isClosed(v) ? [] : schedule.visits.slice(schedule.fixedCount).filter((visit) => visit >= 0),
    );
    parts.prefixes.push(prefixOf(problem, schedule, isClosed(v)));
  });
  return parts;
}

function prefixOf(problem: PlanProblem, schedule: Schedule, isClosed: boolean): Prefix | undefined {
  const { fixedCount, visits, ends } = schedule;
  const vehicle = problem.vehicles[schedule.vehicle]!;
  const from = schedule.earliestDeparture ?? Number.NEGATIVE_INFINITY;
  if (fixedCount === 0 && !isClosed && !(from > mayLeaveFrom(vehicle))) return undefined;
  const isUnderWay = fixedCount > 0;
  const done = isUnderWay ? ends[fixedCount - 1]! : mayLeaveFrom(vehicle);
  let location = vehicle.startLocation ?? -1;
  const aboard = new Map<number, number>();
  const served: number[] = isClosed
    ? visits.filter((visit) => visit >= 0 && visit % 2 === 0).map((visit) => visit / 2)
    : [];
  visits.slice(0, fixedCount).forEach((visit, i) => {
    if (visit < 0) return;
    const request = problem.requests[visit >> 1]!;
    if (visit % 2 === 0) aboard.set(visit >> 1, ends[i]! + request.maxRideSeconds);
    else if (aboard.delete(visit >> 1)) served.push(visit >> 1);
    location = visit % 2 === 0 ? request.pickupLocation : request.dropoffLocation;
  });
  if (isClosed) for (const request of aboard.keys()) served.push(request);
  return {
    location,
    isUnderWay,
    free: Math.max(from, done),
    done,
    finishBy:
      isUnderWay && vehicle.maxDurationSeconds !== undefined
        ? schedule.departure + vehicle.maxDurationSeconds
        : Number.POSITIVE_INFINITY,
    aboard: isClosed ? new Map() : aboard,
    served,
    isClosed,
  };
}
