import type { Visit } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import type { PlanRequest } from '../model/request.ts';

/** What a visit number stands for. `unknown` when the problem has no such request or break. */
export type VisitMeaning =
  | { readonly kind: 'pickup' | 'dropoff'; readonly request: number; readonly data: PlanRequest }
  | { readonly kind: 'break'; readonly break: number }
  | { readonly kind: 'unknown' };

const UNKNOWN: VisitMeaning = { kind: 'unknown' };

/** Reads a visit number of a vehicle's tour; never throws, whatever the number. */
export function meaningOf(problem: PlanProblem, vehicle: number, visit: Visit): VisitMeaning {
  if (!Number.isInteger(visit)) return UNKNOWN;
  if (visit < 0) {
    const number = -1 - visit;
    return problem.vehicles[vehicle]?.breaks[number] ? { kind: 'break', break: number } : UNKNOWN;
  }
  const request = Math.floor(visit / 2);
  const data = problem.requests[request];
  if (!data) return UNKNOWN;
  return { kind: visit % 2 === 0 ? 'pickup' : 'dropoff', request, data };
}

/** The place of a pickup or dropoff; undefined for breaks and unknown visits. */
export function locationOf(meaning: VisitMeaning): number | undefined {
  if (meaning.kind === 'pickup') return meaning.data.pickupLocation;
  if (meaning.kind === 'dropoff') return meaning.data.dropoffLocation;
  return undefined;
}
