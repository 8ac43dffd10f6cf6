import type { Ride } from '../../domain/ride/ride.ts';
import { UNREACHABLE } from '../../planner/index.ts';
import { drivingSeconds } from '../drivingSeconds.ts';
import type { PlanView } from '../planView.ts';

/**
 * How long somebody may ride on the roads as they are now. The limit was set by the direct way at the time of booking:
 * where that has become longer, it grows with it, so that a detour alone does not break a promise whose times hold.
 */
export function rideLimit({ problem, locations }: PlanView, ride: Ride): number {
  const limit = ride.maxRideSeconds ?? 0;
  const from = locations.get(ride.from.id);
  const to = locations.get(ride.to.id);
  if (!ride.directSeconds || from === undefined || to === undefined) return limit;
  const direct = drivingSeconds(problem.travel, from, to, ride.scheduled.pickup ?? 0);
  if (direct >= UNREACHABLE || direct <= ride.directSeconds) return limit;
  return Math.ceil(limit * (direct / ride.directSeconds));
}
