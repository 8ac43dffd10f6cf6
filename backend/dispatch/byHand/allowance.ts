import {
  evaluateTour,
  isSchedule,
  type PlanProblem,
  type PreparedDay,
  prepareProblem,
  prepareSchedules,
} from '../../planner/index.ts';
import { RESERVE_SECONDS } from '../plannedWindows.ts';
import type { PlanView } from '../planView.ts';

/** The most that is tried. */
export const MOST: Allowance = { lateSeconds: 3600, whose: 'all' };

/**
 * How much later than planned somebody may be, tried in this order: first nobody, then the ride alone, then whoever rides
 * in that vehicle. Up to the reserve promises still hold. Whoever is to be an hour late is better asked to ride at another time.
 */
export const ALLOWANCES: readonly Allowance[] = [
  { lateSeconds: 0, whose: 'ride' },
  { lateSeconds: RESERVE_SECONDS, whose: 'ride' },
  { lateSeconds: RESERVE_SECONDS, whose: 'all' },
  { lateSeconds: 1200, whose: 'ride' },
  { lateSeconds: 1200, whose: 'all' },
  { lateSeconds: 3600, whose: 'ride' },
  MOST,
];

/** Who may be how much later than planned. */
export interface Allowance {
  readonly lateSeconds: number;
  readonly whose: 'ride' | 'all';
}

/** The shift ready for insertions, those aboard as late as allowed; undefined where it cannot be timed even so. */
export function openDay(
  { problem, tours }: PlanView,
  { lateSeconds, whose }: Allowance,
): PreparedDay | undefined {
  const prepared = prepareProblem(whose === 'all' ? loosened(problem, lateSeconds) : problem);
  const timed = evaluateTour(prepared, tours[0]!);
  return isSchedule(timed) ? prepareSchedules(prepared, [timed]) : undefined;
}

function loosened(problem: PlanProblem, seconds: number): PlanProblem {
  const requests = problem.requests.map((request) => ({
    ...request,
    pickupWindow: { ...request.pickupWindow, latest: request.pickupWindow.latest + seconds },
    dropoffWindow: { ...request.dropoffWindow, latest: request.dropoffWindow.latest + seconds },
    maxRideSeconds: request.maxRideSeconds + seconds,
  }));
  return { ...problem, requests };
}
