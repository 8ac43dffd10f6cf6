import {
  evaluateTour,
  type PreparedDay,
  type PreparedProblem,
  prepareProblem,
  prepareSchedules,
  type Schedule,
  type Violation,
} from '../planner/index.ts';
import type { PlanView } from './planView.ts';

/** A view with everything the planner works out once, so that trying an insertion is arithmetic. */
export interface PreparedView {
  readonly view: PlanView;
  readonly day: PreparedDay;
  /** Vehicles whose stored schedule cannot be timed: they take no more rides until somebody has looked. */
  readonly untimed: readonly { readonly vehicle: number; readonly violations: readonly Violation[] }[];
}

/**
 * Prepares a view for insertions.
 * @param before an earlier view of the same day, so that work on the roads is not done again
 */
export function prepareView(view: PlanView, before?: PreparedView): PreparedView {
  const prepared = prepareProblem(view.problem);
  const { schedules, untimed } = timeTours(view, prepared);
  if (untimed.length === 0) return { view, day: prepareSchedules(prepared, schedules, before?.day), untimed };
  const barred = new Set(untimed.map(({ vehicle }) => vehicle));
  const vehicles = view.problem.vehicles.map((vehicle, v) =>
    barred.has(v) ? { ...vehicle, operator: 0 } : vehicle,
  );
  const usable = { ...view, problem: { ...view.problem, vehicles } };
  const day = prepareSchedules(prepareProblem(usable.problem), schedules, before?.day);
  return { view: usable, day, untimed };
}

function timeTours(
  view: PlanView,
  prepared: PreparedProblem,
): { schedules: Schedule[]; untimed: PreparedView['untimed'] } {
  const untimed: { vehicle: number; violations: readonly Violation[] }[] = [];
  const schedules = view.tours.map((tour) => {
    const timed = evaluateTour(prepared, tour);
    if (!('violations' in timed)) return timed;
    untimed.push({ vehicle: tour.vehicle, violations: timed.violations });
    return emptyTour(view, prepared, tour.vehicle);
  });
  return { schedules, untimed };
}

function emptyTour(view: PlanView, prepared: PreparedProblem, vehicle: number): Schedule {
  const empty = evaluateTour(prepared, { vehicle, visits: [], fixedCount: 0, fixedStarts: [] });
  if (!('violations' in empty)) return empty;
  throw new Error(`Shift ${view.snapshot.shifts[vehicle]?.id} cannot even stay in the depot.`);
}
