import type { Tour } from '../model/plan.ts';
import { evaluateTour, isSchedule, type TourEvaluation } from './evaluateTour.ts';
import type { PreparedProblem } from './preparedProblem.ts';
import { areSameRoadsAndWeights, type Renumbering, renumberSameTour } from './sameTour.ts';
import { TourTimer } from './tourTimer.ts';

/** Tours of a problem and what came of each; `evaluations[i]` belongs to `tours[i]`. */
export interface EvaluatedTours {
  readonly prepared: PreparedProblem;
  readonly tours: readonly Tour[];
  readonly evaluations: readonly TourEvaluation[];
}

/**
 * `evaluateTour` of every tour.
 * @param before an earlier version of the day: tours that are the same as then, by the data of their requests and not by
 * their numbers, are not timed again where roads and weights are the same too
 */
export function evaluateTours(
  prepared: PreparedProblem,
  tours: readonly Tour[],
  before?: EvaluatedTours,
): EvaluatedTours {
  const timer = new TourTimer(prepared);
  const recalled = before && areSameRoadsAndWeights(before.prepared, prepared) ? before : undefined;
  const known = new Map(recalled?.tours.map((tour, i) => [tour.vehicle, i]));
  const evaluations = tours.map((tour) => {
    const i = known.get(tour.vehicle);
    const numbers =
      recalled && i !== undefined
        ? renumberSameTour(recalled.prepared, recalled.tours[i]!, prepared, tour)
        : undefined;
    return numbers
      ? renumberEvaluation(recalled!.evaluations[i!]!, numbers, tour)
      : evaluateTour(prepared, tour, timer);
  });
  return { prepared, tours, evaluations };
}

function renumberEvaluation(evaluation: TourEvaluation, numbers: Renumbering, tour: Tour): TourEvaluation {
  if (isSchedule(evaluation)) {
    const { earliestDeparture: _, ...schedule } = evaluation;
    return {
      ...schedule,
      visits: schedule.visits.map((visit) =>
        visit < 0 ? visit : numbers.get(visit >> 1)! * 2 + (visit & 1),
      ),
      ...(tour.earliestDeparture === undefined ? {} : { earliestDeparture: tour.earliestDeparture }),
    };
  }
  return {
    violations: evaluation.violations.map((violation) =>
      violation.request === undefined
        ? violation
        : { ...violation, request: numbers.get(violation.request)! },
    ),
  };
}
