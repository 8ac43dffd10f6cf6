import type { Ride } from '../../domain/ride/ride.ts';
import {
  explainRejection,
  findInsertions,
  type InsertionObstacle,
  type PlanRequest,
  type PreparedDay,
} from '../../planner/index.ts';
import { withoutApart } from '../findReason.ts';
import type { PlanView } from '../planView.ts';
import { placeRequest } from '../replan/placeRide.ts';
import { MOST, openDay } from './allowance.ts';

/** The rule that stands in the way. `notTimed`: the vehicle's own plan cannot be kept any more. */
export type MoveObstacle = InsertionObstacle | 'notTimed';

/** What no other order and no lateness would mend: whose vehicle it is, what it has, who drives, when it is out. */
export function findBarrier(view: PlanView, ride: Ride): MoveObstacle | undefined {
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

/** What binds when everybody may be an hour late; where that lets the ride through, its times, worked out with the law, do not. */
export function findObstacle(view: PlanView, ride: Ride): MoveObstacle {
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
