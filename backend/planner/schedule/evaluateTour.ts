import type { Schedule, Tour } from '../model/plan.ts';
import type { Violation } from '../model/violation.ts';
import { listOrderViolations, listRidingViolations } from './checkTour.ts';
import { coreTourOf } from './coreTour.ts';
import { listTimeViolations } from './explainTimes.ts';
import { PlanProblemError } from './planProblemError.ts';
import type { PreparedProblem } from './preparedProblem.ts';
import type { TimedTour } from './timedTour.ts';
import { TourTimer } from './tourTimer.ts';

/** A schedule, or the rules that no times of this tour can keep. */
export type TourEvaluation = Schedule | { readonly violations: readonly Violation[] };

/** Is this evaluation a schedule? */
export function isSchedule(evaluation: TourEvaluation): evaluation is Schedule {
  return 'starts' in evaluation;
}

/**
 * The cheapest feasible times of a tour, exactly. Breaks that are due are put where they cost least, whatever breaks
 * the unfixed part of `tour.visits` names; so the visits of the answer may hold breaks the tour did not.
 * @param timer one for this problem: whoever evaluates many tours saves making its working arrays
 * @throws PlanProblemError when the vehicle is unknown.
 */
export function evaluateTour(
  prepared: PreparedProblem,
  tour: Tour,
  timer: TourTimer = new TourTimer(prepared),
): TourEvaluation {
  const vehicle = prepared.vehicles[tour.vehicle];
  if (!vehicle) throw new PlanProblemError('unknownVehicle', `there is no vehicle number ${tour.vehicle}`);
  const disorder = listOrderViolations(prepared, tour);
  if (disorder.length > 0) return { violations: disorder };
  const riding = listRidingViolations(prepared, tour);
  if (riding.length > 0) return { violations: riding };
  const core = coreTourOf(tour);
  const timed = timer.findBestTimes(core, {}, true);
  if (!timed) return { violations: listTimeViolations(prepared, timer, core) };
  return scheduleOf(prepared, tour, timed);
}

/** The objective of one schedule: hours, kilometres, fixed cost, excess ride and wait. 0 when the vehicle is unused. */
export function evaluateCost(prepared: PreparedProblem, schedule: Schedule): number {
  if (schedule.visits.length === 0) return 0;
  const vehicle = prepared.vehicles[schedule.vehicle]!;
  let excess = 0;
  let waited = 0;
  const pickupEnd = new Map<number, number>();
  schedule.visits.forEach((visit, i) => {
    if (visit < 0) return;
    const r = visit >> 1;
    if (visit & 1) {
      excess += schedule.starts[i]! - pickupEnd.get(r)! - prepared.direct[r]!;
    } else {
      pickupEnd.set(r, schedule.ends[i]!);
      waited += schedule.starts[i]! - prepared.earliest[visit]!;
    }
  });
  return (
    vehicle.fixedCost +
    ((schedule.finish - schedule.departure) * vehicle.costPerHour) / 3600 +
    (schedule.drivingMetres * vehicle.costPerKilometre) / 1000 +
    (excess * prepared.weights.excessRideHour) / 3600 +
    (waited * prepared.weights.waitHour) / 3600
  );
}

/** The timed tour as a schedule, with loads. */
function scheduleOf(prepared: PreparedProblem, tour: Tour, timed: TimedTour): Schedule {
  const load = new Array<number>(prepared.kinds).fill(0);
  const loads = timed.visits.map((visit) => {
    if (visit >= 0) {
      const request = prepared.requests[visit >> 1]!;
      for (let k = 0; k < load.length; k++) load[k]! += visit & 1 ? -request.load[k]! : request.load[k]!;
    }
    return [...load];
  });
  const { cost: _, ...times } = timed;
  return {
    vehicle: tour.vehicle,
    fixedCount: tour.fixedCount,
    fixedStarts: tour.fixedStarts.slice(0, tour.fixedCount),
    ...(tour.earliestDeparture === undefined ? {} : { earliestDeparture: tour.earliestDeparture }),
    ...times,
    loads,
  };
}
