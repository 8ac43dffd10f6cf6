import {
  evaluateTour,
  type PreparedDay,
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

/** Prepares a view for insertions. */
export function prepareView(view: PlanView): PreparedView {
  const { schedules, untimed } = timeTours(view);
  if (untimed.length === 0) {
    return { view, day: prepareSchedules(prepareProblem(view.problem), schedules), untimed };
  }
  const barred = new Set(untimed.map(({ vehicle }) => vehicle));
  const vehicles = view.problem.vehicles.map((vehicle, v) =>
    barred.has(v) ? { ...vehicle, operator: 0 } : vehicle,
  );
  const usable = { ...view, problem: { ...view.problem, vehicles } };
  return { view: usable, day: prepareSchedules(prepareProblem(usable.problem), schedules), untimed };
}

function timeTours(view: PlanView): { schedules: Schedule[]; untimed: PreparedView['untimed'] } {
  const prepared = prepareProblem(view.problem);
  const untimed: { vehicle: number; violations: readonly Violation[] }[] = [];
  const schedules = view.tours.map((tour) => {
    const timed = evaluateTour(prepared, tour);
    if (!('violations' in timed)) return timed;
    untimed.push({ vehicle: tour.vehicle, violations: timed.violations });
    return emptyTour(view, tour.vehicle);
  });
  return { schedules, untimed };

  function emptyTour(of: PlanView, vehicle: number): Schedule {
    const empty = evaluateTour(prepared, { vehicle, visits: [], fixedCount: 0, fixedStarts: [] });
    if ('violations' in empty)
      throw new Error(`Shift ${of.snapshot.shifts[vehicle]?.id} cannot even stay in the depot.`);
    return empty;
  }
}
