import { FINAL_STATUSES, type Ride, standingPromise } from '../ride/ride.ts';
import type { RideStep } from '../ride/stepRide.ts';
import { type EpochMs, momentOf } from '../units/time.ts';
import type { CallBack, CallOwed } from './callBack.ts';

/** The calls that a change of the plan owes: one for each ride whose promise broke or that nobody carries any more. */
export function callsOwed(steps: readonly RideStep[], now: EpochMs): CallOwed[] {
  return steps.flatMap(({ after, events }) =>
    events.flatMap((event) =>
      event.type === 'CallBackCreated' ? [{ ...aboutRide(after), reason: event.reason, dueAt: now }] : [],
    ),
  );
}

/** What a call about a ride has in common, whatever its reason. */
export function aboutRide(
  ride: Ride,
): Pick<CallOwed, 'personId' | 'rideId' | 'subject' | 'day' | 'usefulUntil'> {
  const pickup = standingPromise(ride)?.pickup.latest ?? ride.requested.second;
  return {
    personId: ride.personId,
    rideId: ride.id,
    subject: ride.id,
    day: ride.day,
    usefulUntil: momentOf(ride.day, pickup),
  };
}

/** Is there nothing left to say: the ride was cancelled, or it is over (a broken promise is still to be explained)? */
export function isOvertaken(call: CallBack, ride: Ride | undefined, now: EpochMs): boolean {
  if (!ride) return false;
  if (call.reason === 'standingNotPlanned') return call.usefulUntil !== null && call.usefulUntil <= now;
  if (ride.status === 'cancelled' || ride.status === 'done') return true;
  if (call.reason === 'rideUnassigned') return ride.status === 'assigned';
  if (call.reason !== 'eveningBefore' && call.reason !== 'promiseRestored') return false;
  return FINAL_STATUSES.includes(ride.status) || (call.usefulUntil !== null && call.usefulUntil <= now);
}

/** Can a call about this ride only explain what has happened: its rider is aboard, or was not met? */
export function isAfterwards(ride: Pick<Ride, 'status'> | undefined): boolean {
  return ride !== undefined && ['onBoard', 'noShow', 'missed'].includes(ride.status);
}

/**
 * Is it not to be said any more: the promise that holds again has broken once more since? Where that was taken back, too, it
 * is to be said after all.
 * @param aboutRide every call about the same ride
 */
export function isOverruled(call: CallBack, aboutRide: readonly CallBack[]): boolean {
  return call.reason === 'promiseRestored' && aboutRide.some((other) => overrules(other, call));
}

function overrules({ reason, createdAt, attempts }: CallBack, call: CallBack): boolean {
  return reason === 'promiseBroken' && createdAt > call.createdAt && attempts.at(-1)?.outcome !== 'overtaken';
}
