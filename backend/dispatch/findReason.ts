import type { Rejection } from '../domain/rejection/rejection.ts';
import { findInsertions, isBinding, listSuspects, type PlanRequest } from '../planner/index.ts';
import type { ApartNeeds } from './apart/apartRules.ts';
import type { DispatchWorld } from './dispatchWorld.ts';
import { obstacleRejection } from './obstacleRejection.ts';
import type { PreparedView } from './preparedView.ts';

/** A caller hears the reason within this time, or that it could not be found out. */
const REASON_MS = 500;

/**
 * The rule that binds a request for which there is no place: the first of those whose lifting alone would mend it. One
 * rule is tried after the other, with room for other callers in between, for as long as somebody can wait on the
 * telephone. That it is who else is aboard, or who drives, is never the reason told: whoever rings may be the other one.
 * @returns `reasonUnproved` where the time was over first
 */
export async function findReason(
  { stopwatch }: Pick<DispatchWorld, 'stopwatch'>,
  { day }: PreparedView,
  asked: PlanRequest,
  apart: ApartNeeds,
): Promise<Rejection> {
  const request = withoutApart(asked, apart);
  if (request !== asked && isFeasible(day, request)) return obstacleRejection('pairsApart');
  const began = stopwatch?.() ?? 0;
  for (const rule of listSuspects(day, request)) {
    if (stopwatch && stopwatch() - began > REASON_MS) return { code: 'reasonUnproved' };
    await letOthersIn();
    if (isBinding(day, request, rule)) return obstacleRejection(rule);
  }
  return obstacleRejection('severalRules');
}

/** The request as if nobody were kept apart from its rider. */
export function withoutApart(request: PlanRequest, { apartFrom, neededSkills }: ApartNeeds): PlanRequest {
  if (apartFrom.length === 0 && neededSkills === 0) return request;
  return { ...request, apartFrom: [], neededSkills: request.neededSkills & ~neededSkills };
}

function isFeasible(day: PreparedView['day'], request: PlanRequest): boolean {
  return findInsertions(day, request, { limit: 1, explain: false }).insertions.length > 0;
}

function letOthersIn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
