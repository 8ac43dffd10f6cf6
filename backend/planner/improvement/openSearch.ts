import type { Plan, Schedule, Tour } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import { evaluateCost, evaluateTour, isSchedule } from '../schedule/evaluateTour.ts';
import { type PreparedProblem, prepareProblem } from '../schedule/preparedProblem.ts';
import { Annealing } from './anneal.ts';
import { compile, MUST_SERVE } from './compile.ts';
import { type FixedParts, readFixedParts } from './fixedParts.ts';
import { orderAboard } from './orderAboard.ts';
import { withPlacesOf } from './placesOf.ts';
import type { SearchSettings } from './settings.ts';
import { createTourJudge } from './tourJudge.ts';

/** A search that holds a plan's tours, and what is needed to read a plan off it again. */
export interface OpenedSearch {
  readonly search: Annealing;
  readonly plan: Plan;
  readonly prepared: PreparedProblem;
  readonly parts: FixedParts;
  /** `[v]` = vehicle v's schedule stays as it is. */
  readonly closed: readonly boolean[];
}

/**
 * Lays a plan into a search; undefined where its tours cannot be laid, so that it has to stay as it is.
 * @throws PlanProblemError when the problem itself is broken
 */
export function openSearch(
  problem: PlanProblem,
  given: Plan,
  seed: number,
  settings?: Partial<SearchSettings>,
): OpenedSearch | undefined {
  const prepared = prepareProblem(problem);
  if (problem.requests.length === 0) return undefined;
  const plan = orderAboard(prepared, given);
  const closed = plan.schedules.map((schedule) => !isSchedule(evaluateTour(prepared, schedule)));
  const near = withPlacesOf(problem, problem.requests, problem.vehicles);
  const parts = readFixedParts(near, plan, (vehicle) => closed[vehicle]!);
  const compiled = compile(near, parts.prefixes);
  const judge = needsJudge(problem) ? createTourJudge(prepared, parts.fixed) : undefined;
  const search = new Annealing(compiled, seed, judge, settings);
  parts.open.forEach((nodes, vehicle) => {
    if (!closed[vehicle] && !search.tours.lay(vehicle, nodes, 0, nodes.length)) closed[vehicle] = true;
  });
  if (parts.prefixes.some((prefix, vehicle) => closed[vehicle] && !prefix?.isClosed)) return undefined;
  search.tours.settleAbsent();
  return { search, plan, prepared, parts, closed };
}

/** The best plan of a search; the one it was opened with where that is no dearer. */
export function closeSearch({ search, plan, prepared, parts, closed }: OpenedSearch): Plan {
  const found = rebuild(prepared, plan, parts, search.best.orders(), closed);
  const isCheaper = found && planCost(prepared, found) < planCost(prepared, plan) - 1e-9;
  return isCheaper ? orderAboard(prepared, found) : plan;
}

/** Is there anything that the search's own arithmetic leaves out? */
function needsJudge(problem: PlanProblem): boolean {
  const { weights, travel, vehicles } = problem;
  if (weights.excessRideHour !== 0 || weights.waitHour !== 0 || travel.layers.length > 1) return true;
  return vehicles.some((vehicle) => vehicle.breaks.length > 0 || vehicle.drivingLimit !== undefined);
}

/** The orders found as a plan; undefined when the exact timing refuses one of them. */
function rebuild(
  prepared: PreparedProblem,
  plan: Plan,
  parts: FixedParts,
  orders: readonly (readonly number[])[],
  closed: readonly boolean[],
): Plan | undefined {
  const schedules: Schedule[] = [];
  for (const [vehicle, old] of plan.schedules.entries()) {
    const order = orders[vehicle]!;
    const isSame =
      order.length === parts.open[vehicle]!.length &&
      order.every((node, i) => node === parts.open[vehicle]![i]);
    if (closed[vehicle] || isSame) {
      schedules.push(old);
      continue;
    }
    const tour: Tour = {
      vehicle,
      visits: [...parts.fixed[vehicle]!.visits, ...order],
      fixedCount: old.fixedCount,
      fixedStarts: old.fixedStarts,
      ...(old.earliestDeparture === undefined ? {} : { earliestDeparture: old.earliestDeparture }),
    };
    const schedule = evaluateTour(prepared, tour);
    if (!isSchedule(schedule)) return undefined;
    schedules.push(schedule);
  }
  const served = new Set(
    schedules.flatMap(({ visits }) => visits.filter((visit) => visit >= 0).map((visit) => visit >> 1)),
  );
  return { schedules, unserved: prepared.requests.map((_, r) => r).filter((r) => !served.has(r)) };
}

function planCost(prepared: PreparedProblem, plan: Plan): number {
  const driven = plan.schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
  return plan.unserved.reduce((sum, r) => sum + (prepared.requests[r]!.penalty ?? MUST_SERVE), driven);
}
