import {
  applyInsertion,
  findInsertions,
  prepareProblem,
  prepareSchedules,
  replaceSchedule,
  type Schedule,
} from '../../planner/index.ts';
import type { LoosenedDay } from './loosenDay.ts';

/**
 * Puts loose rides in one by one where their promises hold, whoever is to be fetched first first: what fits without
 * changing anybody's order needs no search.
 * @returns the day with those that are left
 */
export function placeSingly(loosened: LoosenedDay): LoosenedDay {
  const { view, loose } = loosened;
  const schedules = [...loosened.schedules];
  // A tour that cannot be timed takes nobody.
  const vehicles = view.problem.vehicles.map((vehicle, v) =>
    schedules[v] ? vehicle : { ...vehicle, operator: 0 },
  );
  const prepared = prepareProblem({ ...view.problem, vehicles });
  const day = prepareSchedules(
    prepared,
    schedules.filter((schedule) => schedule !== undefined),
  );
  const windowOf = (request: number) => view.problem.requests[request]!.pickupWindow.earliest;
  const left: number[] = [];
  for (const request of [...loose].sort((a, b) => windowOf(a) - windowOf(b))) {
    const [insertion] = findInsertions(day, request, { limit: 1, explain: false }).insertions;
    if (!insertion) {
      left.push(request);
      continue;
    }
    const schedule: Schedule = applyInsertion(day, insertion, request);
    replaceSchedule(day, schedule);
    schedules[schedule.vehicle] = schedule;
  }
  return { ...loosened, schedules, loose: left };
}
