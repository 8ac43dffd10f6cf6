import type { Ride } from '../../domain/ride/ride.ts';
import {
  applyInsertion,
  checkSchedule,
  evaluateTour,
  explainRejection,
  findInsertions,
  type InsertionObstacle,
  isSchedule,
  type PlanProblem,
  type PlanRequest,
  type PreparedDay,
  prepareProblem,
  prepareSchedules,
  type Schedule,
} from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import { withoutApart } from '../findReason.ts';
import { RESERVE_SECONDS } from '../plannedWindows.ts';
import { type PlanView, viewDay } from '../planView.ts';
import { placeRequest, putIn, withRequest } from '../replan/placeRide.ts';
import { type ShiftWork, withChange } from '../replan/shiftWork.ts';
import { timeShift } from '../timeShift.ts';
import { loneShift } from './loneShift.ts';
import type { TakenOff } from './takeOff.ts';

/** The day with the ride on another vehicle; nothing of it is written. */
export interface TriedMove {
  readonly work: ShiftWork;
  /** Does it need the reserve that plans keep inside promises, or more? */
  readonly isTight: boolean;
}

/** The rule that stands in the way. `notTimed`: the vehicle's own plan cannot be kept any more. */
export type MoveObstacle = InsertionObstacle | 'notTimed';

/** What came of trying it. */
export type MoveTrial = TriedMove | { readonly obstacle: MoveObstacle };

/** In the log, why a ride changed over. */
const REASON = 'movedByHand';

const MOST: Allowance = { lateSeconds: 3600, whose: 'all' };

/**
 * How much later than planned somebody may be, tried in this order: first nobody, then the ride alone, then whoever rides
 * in that vehicle. Up to the reserve promises still hold. Whoever is to be an hour late is better asked to ride at another time.
 */
const ALLOWANCES: readonly Allowance[] = [
  { lateSeconds: 0, whose: 'ride' },
  { lateSeconds: RESERVE_SECONDS, whose: 'ride' },
  { lateSeconds: RESERVE_SECONDS, whose: 'all' },
  { lateSeconds: 1200, whose: 'ride' },
  { lateSeconds: 1200, whose: 'all' },
  { lateSeconds: 3600, whose: 'ride' },
  MOST,
];

interface Allowance {
  readonly lateSeconds: number;
  readonly whose: 'ride' | 'all';
}

/**
 * Tries a ride on a shift: as promised to all where that can be, else with as few promises broken by as little as can be.
 * Places, skills, providers, who is kept apart, the shift's hours and the law of drivers are never broken.
 */
export async function tryMove(desk: DayDesk, taken: TakenOff, shiftId: string): Promise<MoveTrial> {
  const { matrix, weights } = desk.world;
  const { ride, work } = taken;
  const lone = loneShift(work.snapshot, shiftId, ride.id);
  const view = await viewDay(lone, desk.nowSecond(lone.day), matrix, weights, true);
  const barrier = findBarrier(view, ride);
  if (barrier) return { obstacle: barrier };
  for (const allowance of ALLOWANCES) {
    const day = openDay(view, allowance);
    const request = placeRequest(view, ride, allowance.lateSeconds);
    const [insertion] = day ? findInsertions(day, request, { limit: 1, explain: false }).insertions : [];
    if (!day || !insertion) continue;
    const schedule = applyInsertion(day, insertion, request);
    const moved = await putOn(desk, taken, view, request, schedule, allowance);
    if (moved) return { work: moved, isTight: allowance.lateSeconds > 0 };
  }
  return { obstacle: findObstacle(view, ride) };
}

/** What no other order and no lateness would mend: whose vehicle it is, what it has, who drives, when it is out. */
function findBarrier(view: PlanView, ride: Ride): MoveObstacle | undefined {
  const { operator, skills, window } = view.problem.vehicles[0]!;
  const { allowedOperators, neededSkills, pickupWindow } = placeRequest(view, ride, MOST.lateSeconds);
  if ((operator & allowedOperators) === 0) return 'noOperatorAllowed';
  const lacking = neededSkills & ~skills;
  if (lacking !== 0) {
    const isDriver = (lacking & ~view.apart.needsOf(ride).neededSkills) === 0;
    return isDriver ? 'pairsApart' : 'noVehicleWithSkill';
  }
  const isOut = window.earliest <= pickupWindow.latest && window.latest >= pickupWindow.earliest;
  return isOut ? undefined : 'noVehicleOnDuty';
}

/** The shift ready for insertions, those aboard as late as allowed; undefined where it cannot be timed even so. */
function openDay({ problem, tours }: PlanView, { lateSeconds, whose }: Allowance): PreparedDay | undefined {
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

/** Puts the ride in as found, agreed to by the checker; what may be late is timed anew, so that it is as little as can be. */
async function putOn(
  desk: DayDesk,
  { ride, work }: TakenOff,
  view: PlanView,
  request: PlanRequest,
  schedule: Schedule,
  { lateSeconds }: Allowance,
): Promise<ShiftWork | undefined> {
  const extended = withRequest(view, request);
  const shiftId = view.snapshot.shifts[0]!.id;
  const put = putIn(desk, work, ride, { view: extended, schedule }, { reason: REASON });
  if (lateSeconds === 0) {
    const violations = checkSchedule(extended.problem, schedule);
    desk.world.onPlanChecked({ shiftId, violations });
    return violations.length === 0 ? put : undefined;
  }
  if (!put) return undefined;
  const timed = await timeShift(desk, put.snapshot, shiftId, new Set(), 'other');
  return timed.unlawful.length === 0 ? withChange(put, timed.schedule, timed.steps) : undefined;
}

/** What binds when everybody may be an hour late; where that lets the ride through, its times, worked out with the law, do not. */
function findObstacle(view: PlanView, ride: Ride): MoveObstacle {
  const day = openDay(view, MOST);
  if (!day) return 'notTimed';
  const request = placeRequest(view, ride, MOST.lateSeconds);
  if (isFeasible(day, request)) return 'breaksAndLimits';
  const free = withoutApart(request, view.apart.needsOf(ride));
  return free !== request && isFeasible(day, free) ? 'pairsApart' : explainRejection(day, free);
}

function isFeasible(day: PreparedDay, request: PlanRequest): boolean {
  return findInsertions(day, request, { limit: 1, explain: false }).insertions.length > 0;
}
