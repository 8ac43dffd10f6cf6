import {
  type EvaluatedTours,
  evaluateTour,
  evaluateTours,
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
  /** What came of the stored tours. */
  readonly evaluated: EvaluatedTours;
}

/**
 * Prepares a view for insertions.
 * @param before an earlier view of the same day: what it knows of roads and of tours that stayed the same is not worked
 * out again, so that a booking costs as much as the one vehicle it changed
 */
export function prepareView(view: PlanView, before?: PreparedView): PreparedView {
  const prepared = prepareProblem(view.problem);
  const evaluated = evaluateTours(prepared, view.tours, before?.evaluated);
  const { schedules, untimed } = sortOut(view, evaluated);
  if (untimed.length === 0) {
    return { view, day: prepareSchedules(prepared, schedules, before?.day), untimed, evaluated };
  }
  const barred = new Set(untimed.map(({ vehicle }) => vehicle));
  const vehicles = view.problem.vehicles.map((vehicle, v) =>
    barred.has(v) ? { ...vehicle, operator: 0 } : vehicle,
  );
  const usable = { ...view, problem: { ...view.problem, vehicles } };
  const day = prepareSchedules(prepareProblem(usable.problem), schedules, before?.day);
  return { view: usable, day, untimed, evaluated };
}

function sortOut(
  view: PlanView,
  { prepared, evaluations }: EvaluatedTours,
): { schedules: Schedule[]; untimed: PreparedView['untimed'] } {
  const untimed: { vehicle: number; violations: readonly Violation[] }[] = [];
  const schedules = evaluations.map((timed, t) => {
    if (!('violations' in timed)) return timed;
    const { vehicle } = view.tours[t]!;
    untimed.push({ vehicle, violations: timed.violations });
    return emptyTour(view, prepared, vehicle);
  });
  return { schedules, untimed };
}

function emptyTour(view: PlanView, prepared: PreparedProblem, vehicle: number): Schedule {
  const empty = evaluateTour(prepared, { vehicle, visits: [], fixedCount: 0, fixedStarts: [] });
  if (!('violations' in empty)) return empty;
  throw new Error(`Shift ${view.snapshot.shifts[vehicle]?.id} cannot even stay in the depot.`);
}
