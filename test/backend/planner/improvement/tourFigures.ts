import type { Route } from '../../../../backend/planner/improvement/route.ts';
import type { PlanProblem } from '../../../../backend/planner/model/problem.ts';

const VISIT_FIGURES = ['location', 'dwell', 'earliest', 'latest', 'chain', 'load'] as const;
const LEG_FIGURES = ['legSeconds', 'legMetres', 'rideRoom'] as const;

/** Everything that the timing works out about a tour. */
export function figuresOf(route: Route) {
  const { size, cost, duration, isDutyFree, name } = route;
  const partners = [...route.partner.subarray(1, size + 1)].filter((_, k) => (route.node[k + 1]! & 1) === 1);
  return {
    visits: VISIT_FIGURES.map((figure) => [...route[figure].subarray(0, size + 2)].slice(0, size + 1)),
    ends: [route.earliest[size + 1], route.latest[size + 1], route.chain[size + 1]],
    legs: LEG_FIGURES.map((figure) => [...route[figure].subarray(0, size + 1)]),
    gaps: [...route.gaps.subarray(0, route.listGaps())],
    partners,
    ...{ size, cost, duration, isDutyFree, name },
  };
}

/** Whole seconds and metres: sums are the same whatever they begin with. */
export function inWholeNumbers(town: PlanProblem): PlanProblem {
  const layers = town.travel.layers.map((layer) => ({
    ...layer,
    seconds: layer.seconds.map(Math.ceil),
    metres: layer.metres.map(Math.ceil),
  }));
  return { ...town, travel: { ...town.travel, layers } };
}
