import type { Plan, Schedule, Tour } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import { evaluateTour, isSchedule } from '../schedule/evaluateTour.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';
import { type PreparedProblem, prepareProblem } from '../schedule/preparedProblem.ts';
import { createEmptyPlan } from './emptyPlan.ts';

/** Orders of setting down those aboard that are tried for one vehicle: all of six riders. */
const MOST_ORDERS = 720;

/**
 * The plan in which nothing is driven but what is fixed: those aboard are set down in the first order that keeps the
 * rules, nobody else is served. Where planning a day under way begins.
 * @param tours `[v]` = the fixed visits of vehicle v
 * @throws PlanProblemError when a vehicle cannot go on from there by the rules
 */
export function createPlanUnderWay(problem: PlanProblem, tours: readonly Tour[]): Plan {
  const prepared = prepareProblem(problem);
  const empty = createEmptyPlan(problem);
  const schedules = tours.map((tour, v): Schedule => {
    if (tour.visits.length > 0) return goOn(prepared, tour);
    const { earliestDeparture } = tour;
    return { ...empty.schedules[v]!, ...(earliestDeparture !== undefined && { earliestDeparture }) };
  });
  const served = new Set(schedules.flatMap(({ visits }) => visits.map((visit) => visit >> 1)));
  return { schedules, unserved: empty.unserved.filter((r) => !served.has(r)) };
}

function goOn(prepared: PreparedProblem, tour: Tour): Schedule {
  const { visits } = tour;
  const dropoffs = visits
    .filter((visit) => visit >= 0 && visit % 2 === 0 && !visits.includes(visit + 1))
    .map((visit) => visit + 1)
    .sort((a, b) => prepared.latest[a]! - prepared.latest[b]!);
  let tried = 0;
  let broken = 'none';
  for (const order of ordersOf(dropoffs)) {
    if (tried++ === MOST_ORDERS) break;
    const found = evaluateTour(prepared, { ...tour, visits: [...visits, ...order] });
    if (isSchedule(found)) return found;
    if (tried === 1) broken = found.violations.map(({ code }) => code).join(', ');
  }
  const { id } = prepared.vehicles[tour.vehicle]!;
  throw new PlanProblemError('fixedVisit', `vehicle "${id}" cannot go on from its fixed visits: ${broken}`);
}

/** Every order, the one given first. */
function* ordersOf(visits: readonly number[]): Generator<number[]> {
  if (visits.length === 0) yield [];
  for (const first of visits) {
    for (const rest of ordersOf(visits.filter((visit) => visit !== first))) yield [first, ...rest];
  }
}
