import type { Ride } from '../../domain/ride/ride.ts';
import {
  applyInsertion,
  checkSchedule,
  findInsertions,
  type PlanRequest,
  type Schedule,
} from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import { type PlanView, viewDay } from '../planView.ts';
import { placeRequest, putIn, withRequest } from '../replan/placeRide.ts';
import { type ShiftWork, withChange } from '../replan/shiftWork.ts';
import { timeShift } from '../timeShift.ts';
import { ALLOWANCES, type Allowance, openDay } from './allowance.ts';
import { loneShift } from './loneShift.ts';
import { isBroken } from './moveEffect.ts';
import { findBarrier, findObstacle, type MoveObstacle } from './moveObstacle.ts';
import type { TakenOff } from './takeOff.ts';

/** The day with the ride on another vehicle; nothing of it is written. */
export interface TriedMove {
  readonly work: ShiftWork;
  /** Does it need the reserve that plans keep inside promises, or more? */
  readonly isTight: boolean;
}

/** What came of trying it. */
export type MoveTrial = TriedMove | { readonly obstacle: MoveObstacle };

/** How many orders are timed where somebody may be late: the cheapest one may make the most people late. */
const LATE_ORDERS = 3;

/** In the log, why a ride changed over. */
const REASON = 'movedByHand';

/**
 * Tries a ride on a shift: as promised to all where that can be, else with as few promises broken by as little as can be.
 * Places, skills, providers outside its service, who is kept apart, the shift's hours and the law of drivers are never broken.
 */
export async function tryMove(desk: DayDesk, taken: TakenOff, shiftId: string): Promise<MoveTrial> {
  const { matrix, weights } = desk.world;
  const { work } = taken;
  const lone = loneShift(work.snapshot, shiftId, taken.ride.id);
  const view = await viewDay(lone, desk.nowSecond(lone.day), matrix, weights, true);
  const ride = asCarried(taken, lone.shifts[0]!.providerId);
  const barrier = findBarrier(view, ride);
  if (barrier) return { obstacle: barrier };
  for (const allowance of ALLOWANCES) {
    const moved = await tryWithin(desk, taken, ride, view, allowance);
    if (moved) return { work: moved, isTight: allowance.lateSeconds > 0 };
  }
  return { obstacle: findObstacle(view, ride) };
}

/** The ride as the provider of a shift would carry it, where its service lets that one. */
function asCarried({ ride, providerIds }: TakenOff, providerId: string): Ride {
  return providerIds.includes(providerId) ? { ...ride, providerId } : ride;
}

/** The order in which the fewest promises break, of the cheapest ones. */
async function tryWithin(
  desk: DayDesk,
  taken: TakenOff,
  ride: Ride,
  view: PlanView,
  allowance: Allowance,
): Promise<ShiftWork | undefined> {
  const day = openDay(view, allowance);
  if (!day) return undefined;
  const request = placeRequest(view, ride, allowance.lateSeconds);
  const limit = allowance.lateSeconds === 0 ? 1 : LATE_ORDERS;
  let best: ShiftWork | undefined;
  for (const insertion of findInsertions(day, request, { limit, explain: false }).insertions) {
    const schedule = applyInsertion(day, insertion, request);
    const moved = await putOn(desk, taken, view, request, schedule, allowance);
    if (moved && (!best || countBroken(moved) < countBroken(best))) best = moved;
  }
  return best;
}

function countBroken({ steps }: ShiftWork): number {
  return steps.filter(isBroken).length;
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
