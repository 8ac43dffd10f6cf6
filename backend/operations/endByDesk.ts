import type { Rejection, RejectionCode } from '../domain/rejection/rejection.ts';
import type { DoneBy } from '../domain/ride/rideHand.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { ShiftPicture, StreetChange } from '../ports/shiftRevision.ts';
import { endShift } from './endShift.ts';

/** What a driver is told to do about it is not what the desk can do. */
const FOR_DESK: Readonly<Partial<Record<RejectionCode, RejectionCode>>> = {
  ridersAboard: 'driverHasRidersAboard',
  ridesStillAssigned: 'driverHasRidesLeft',
};

/** The desk ends the shift for a driver who has no device at hand, as the driver would; it is kept who did. Pure. */
export function endByDesk(
  picture: ShiftPicture,
  second: number,
  by: DoneBy,
): Outcome<StreetChange, Rejection> {
  if (picture.schedule.ended !== undefined) return refusal({ code: 'shiftEnded' });
  const end = endShift(picture, second);
  if (end.ok) return success({ ...end.value, endedBy: by });
  return refusal({ ...end.reason, code: FOR_DESK[end.reason.code] ?? end.reason.code });
}
