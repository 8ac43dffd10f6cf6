import type { Insertion } from '../model/insertion.ts';
import type { Schedule, Tour } from '../model/plan.ts';
import type { PlanRequest } from '../model/request.ts';
import { evaluateTour, isSchedule, type TourEvaluation } from '../schedule/evaluateTour.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';
import { withNumber } from './findInsertions.ts';
import type { PreparedDay } from './preparedDay.ts';

/**
 * The vehicle's schedule with the request put in; the day stays as it is. A request that is not yet among the
 * problem's carries the number it will get from `addRequest`.
 * @throws PlanProblemError `staleInsertion` when the insertion no longer fits the day's schedules.
 */
export function applyInsertion(
  day: PreparedDay,
  insertion: Insertion,
  request: PlanRequest | number,
): Schedule {
  return withNumber(day, request, (r) => {
    const present = day.vehicles[insertion.vehicle];
    const { pickupPosition: p, dropoffPosition: d } = insertion;
    if (!present || p < present.schedule.fixedCount || d < p || d > present.schedule.visits.length) {
      throw new PlanProblemError(
        'staleInsertion',
        'the insertion was found for another schedule of this vehicle',
      );
    }
    const { visits } = present.schedule;
    const changed = [...visits.slice(0, p), r * 2, ...visits.slice(p, d), r * 2 + 1, ...visits.slice(d)];
    const evaluation = evaluateTour(day.prepared, tourWith(present.schedule, changed));
    if (isSchedule(evaluation)) return evaluation;
    const codes = evaluation.violations.map((violation) => violation.code).join(', ');
    throw new PlanProblemError('staleInsertion', `the insertion no longer keeps the rules: ${codes}`);
  });
}

/**
 * The vehicle's schedule without the request; the day stays as it is. Violations only where the roads make the shorter
 * tour slower or a broken tour stays broken.
 * @throws PlanProblemError `unknownRequest` when no schedule carries it, `fixedVisit` when it is already picked up or
 * the vehicle is committed to the pickup.
 */
export function removeRequest(day: PreparedDay, request: number): TourEvaluation {
  for (const { schedule } of day.vehicles) {
    const at = schedule.visits.indexOf(request * 2);
    if (at < 0) continue;
    if (at < schedule.fixedCount) {
      throw new PlanProblemError('fixedVisit', `the pickup of request ${request} is fixed`);
    }
    const visits = schedule.visits.filter((visit) => visit < 0 || visit >> 1 !== request);
    return evaluateTour(day.prepared, tourWith(schedule, visits));
  }
  throw new PlanProblemError('unknownRequest', `no schedule carries request ${request}`);
}

function tourWith(schedule: Schedule, visits: readonly number[]): Tour {
  return {
    vehicle: schedule.vehicle,
    visits,
    fixedCount: schedule.fixedCount,
    fixedStarts: schedule.fixedStarts,
    ...(schedule.earliestDeparture === undefined ? {} : { earliestDeparture: schedule.earliestDeparture }),
  };
}
