import type { Rejection } from '../domain/rejection/rejection.ts';
import type { RideStatus } from '../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { ShiftPicture, StreetChange } from '../ports/shiftRevision.ts';
import { leaveStop } from './leaveStop.ts';

/**
 * A driver goes home: the stop where the vehicle stands is left, and nothing more is planned for it. Refused while
 * somebody is aboard or still to be fetched: whom others are to carry is for a dispatcher to decide.
 */
export function endShift(picture: ShiftPicture, second: number): Outcome<StreetChange, Rejection> {
  const { stops } = picture.schedule;
  const aboard = countRides(picture, ['onBoard']);
  if (aboard > 0) return refusal({ code: 'ridersAboard', details: { count: aboard } });
  const awaited = countRides(picture, ['assigned', 'vehicleArrived']);
  if (awaited > 0) return refusal({ code: 'ridesStillAssigned', details: { count: awaited } });
  return success({
    stops: stops
      .filter(({ state }) => state !== 'planned')
      .map((stop) => (stop.state === 'arrived' ? { ...leaveStop(stop, second), departure: second } : stop)),
    commands: [],
    events: [{ type: 'ShiftEnded', second }],
    ended: second,
  });
}

/** The driver goes on after all; once the hours of the shift are over, there is nothing left to go on with. */
export function takeBackEnd(
  { schedule, shift }: ShiftPicture,
  second: number,
): Outcome<StreetChange, Rejection> {
  if (schedule.ended === undefined) return refusal({ code: 'shiftNotEnded' });
  if (second >= shift.end) return refusal({ code: 'shiftHoursOver' });
  return success({
    stops: schedule.stops,
    commands: [],
    events: [{ type: 'ShiftEndTakenBack', second }],
    ended: null,
  });
}

function countRides({ schedule, rides }: ShiftPicture, statuses: readonly RideStatus[]): number {
  const ids = new Set(schedule.stops.flatMap(({ pickups, dropoffs }) => [...pickups, ...dropoffs]));
  return [...ids].filter((id) => statuses.includes(rides.get(id)?.status ?? 'done')).length;
}
