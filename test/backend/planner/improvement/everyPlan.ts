import {
  evaluateCost,
  evaluateTour,
  isSchedule,
  type Plan,
  type PlanProblem,
  type PreparedProblem,
  prepareProblem,
  type Schedule,
} from '../../../../backend/planner/index.ts';

/** What must be served costs so much when it is not. */
const MUST_SERVE = 1e9;

/** Cost of a plan with the penalties of whoever is left out. */
export function planCost(problem: PlanProblem, plan: Plan): number {
  const prepared = prepareProblem(problem);
  const driven = plan.schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
  return plan.unserved.reduce((sum, r) => sum + (problem.requests[r]!.penalty ?? MUST_SERVE), driven);
}

/**
 * The least that a day can cost from where it stands, by trying every way to share its requests out over its vehicles,
 * whatever these are, and every order of visits behind what is fixed. For up to four requests.
 */
export function leastPlanCost(problem: PlanProblem, schedules: readonly Schedule[]): number {
  const prepared = prepareProblem(problem);
  const fixed = schedules.map(({ visits, fixedCount }) => visits.slice(0, fixedCount));
  const begun = new Set(
    fixed
      .flat()
      .filter((visit) => visit >= 0)
      .map((visit) => visit >> 1),
  );
  const open = problem.requests.map((_, r) => r).filter((r) => !begun.has(r));
  const tours = schedules.map((schedule) => tourCosts(prepared, schedule, open));
  const shareOut = (v: number, left: number): number => {
    if (v === tours.length) {
      return open.reduce(
        (sum, r, k) => sum + (left & (1 << k) ? (problem.requests[r]!.penalty ?? MUST_SERVE) : 0),
        0,
      );
    }
    let least = Number.POSITIVE_INFINITY;
    for (let taken = left; ; taken = (taken - 1) & left) {
      const cost = tours[v]![taken]!;
      if (cost < least) least = Math.min(least, cost + shareOut(v + 1, left & ~taken));
      if (taken === 0) return least;
    }
  };
  return shareOut(0, (1 << open.length) - 1);
}

/** `[set]` = least cost of the vehicle's tour when it takes these of the open requests; `Infinity` when it cannot. */
function tourCosts(prepared: PreparedProblem, schedule: Schedule, open: readonly number[]): number[] {
  const front = schedule.visits.slice(0, schedule.fixedCount);
  const aboard = front.filter((visit) => visit >= 0 && visit % 2 === 0 && !front.includes(visit + 1));
  return Array.from({ length: 1 << open.length }, (_, set) => {
    const taken = open.filter((_, k) => set & (1 << k));
    let least = Number.POSITIVE_INFINITY;
    const visits = [...aboard.map((visit) => visit + 1), ...taken.map((r) => r * 2)];
    for (const order of ordersOf(visits)) {
      const tour = { ...schedule, visits: [...front, ...order] };
      const timed = evaluateTour(prepared, tour);
      if (isSchedule(timed)) least = Math.min(least, evaluateCost(prepared, timed));
    }
    return least;
  });
}

/** Every order of these visits and of the dropoffs that follow from the pickups among them. */
function* ordersOf(visits: readonly number[]): Generator<number[]> {
  if (visits.length === 0) yield [];
  for (const visit of visits) {
    const others = visits.filter((other) => other !== visit);
    const rest = visit % 2 === 0 ? [...others, visit + 1] : others;
    for (const order of ordersOf(rest)) yield [visit, ...order];
  }
}
