import type { Rejection, RejectionCode } from '../domain/rejection/rejection.ts';
import type { InsertionObstacle } from '../planner/index.ts';

const CODES: Readonly<Record<InsertionObstacle, RejectionCode>> = {
  noVehicleWithSkill: 'noVehicleWithEquipment',
  noOperatorAllowed: 'noProviderAllowed',
  noVehicleOnDuty: 'noVehicleOnDuty',
  noCapacity: 'noCapacity',
  noRoad: 'noRoad',
  pickupWindow: 'noTimeLeft',
  dropoffWindow: 'noTimeLeft',
  maxRide: 'rideWouldBeTooLong',
  otherPromises: 'wouldBreakPromises',
  breaksAndLimits: 'driversNeedTheirBreaks',
  // Whoever rings may be the one from whom somebody is kept apart: nobody is told that this is why.
  pairsApart: 'noFeasibleInsertion',
  severalRules: 'noFeasibleInsertion',
};

/** The binding rule of the plan in the words of refusals. */
export function obstacleRejection(obstacle: InsertionObstacle): Rejection {
  return { code: CODES[obstacle] };
}
