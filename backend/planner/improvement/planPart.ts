import type { Plan, Schedule } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import type { PlanRequest } from '../model/request.ts';
import { withPlacesOf } from './placesOf.ts';

/** Some vehicles of a plan and whom they carry, as a problem of its own with numbers and travel times of its own. */
export interface PlanPart {
  readonly problem: PlanProblem;
  readonly plan: Plan;
  /** `[v]` = number in the whole of the part's vehicle v, `[r]` = number in the whole of its request r. */
  readonly vehicleOf: readonly number[];
  readonly requestOf: readonly number[];
}

/**
 * Cuts the vehicles of some schedules out of a plan. Travel times are copied for the places of the part only, so that
 * they lie close together in memory and are quickly handed to another thread.
 * @param unserved requests left out so far that the part may take in
 */
export function extractPart(
  problem: PlanProblem,
  wholeSchedules: readonly Schedule[],
  unserved: readonly number[] = [],
): PlanPart {
  const requestOf: number[] = [];
  const numberOf = new Map<number, number>();
  const renumber = (request: number): number => {
    const known = numberOf.get(request);
    if (known !== undefined) return known;
    numberOf.set(request, requestOf.length);
    return requestOf.push(request) - 1;
  };
  const schedules = wholeSchedules.map((schedule, v): Schedule => {
    const visits = schedule.visits.map((visit) =>
      visit < 0 ? visit : renumber(visit >> 1) * 2 + (visit & 1),
    );
    return { ...schedule, vehicle: v, visits };
  });
  const left = unserved.map(renumber);
  const vehicles = wholeSchedules.map(({ vehicle }) => vehicle);
  return {
    problem: partProblem(problem, vehicles, requestOf),
    plan: { schedules, unserved: left },
    vehicleOf: vehicles,
    requestOf,
  };
}

/** The whole plan with a part of it replaced. */
export function putBackPart(whole: Plan, part: PlanPart, plan: Plan): Plan {
  const schedules = [...whole.schedules];
  plan.schedules.forEach((schedule, v) => {
    const vehicle = part.vehicleOf[v]!;
    const visits = schedule.visits.map((visit) =>
      visit < 0 ? visit : part.requestOf[visit >> 1]! * 2 + (visit & 1),
    );
    schedules[vehicle] = { ...schedule, vehicle, visits };
  });
  const ofPart = new Set(part.plan.unserved.map((r) => part.requestOf[r]!));
  const left = plan.unserved.map((r) => part.requestOf[r]!);
  return { schedules, unserved: [...whole.unserved.filter((r) => !ofPart.has(r)), ...left] };
}

function partProblem(
  problem: PlanProblem,
  vehicles: readonly number[],
  requestOf: readonly number[],
): PlanProblem {
  const ids = new Set(requestOf.map((r) => problem.requests[r]!.id));
  const requests = requestOf.map((r): PlanRequest => {
    const request = problem.requests[r]!;
    return {
      ...request,
      ...(request.apartFrom && { apartFrom: request.apartFrom.filter((id) => ids.has(id)) }),
    };
  });
  return withPlacesOf(
    problem,
    requests,
    vehicles.map((v) => problem.vehicles[v]!),
  );
}
