import type { Actor } from '../account/actor.ts';
import type { Ride } from '../ride/ride.ts';
import type { RideEvent } from '../ride/rideEvent.ts';
import { loggedHand } from '../ride/rideHand.ts';
import type { EpochMs } from '../units/time.ts';
import type { LogEvent } from './logEvent.ts';

/**
 * The log lines of what happened to a ride.
 * @param shiftId the shift whose driver has to know, where it is not the ride's own any more
 */
export function rideLogEvents(
  ride: Ride,
  events: readonly RideEvent[],
  actor: Actor,
  at: EpochMs,
  shiftId: string | null = ride.shiftId,
): LogEvent[] {
  return events.map((event) => ({
    occurredAt: at,
    day: ride.day,
    rideId: ride.id,
    shiftId,
    municipality: ride.municipality,
    personId: ride.personId,
    actor: actor.name,
    body: bodyOf(event),
  }));
}

/** What the log keeps of an event: whose hand it was by id and kind, never by name. */
function bodyOf(event: RideEvent): LogEvent['body'] {
  if (event.type === 'RideRequested') {
    const { bookedBy } = event.ride;
    return { type: 'RideRequested', ...(bookedBy ? { by: loggedHand({ who: 'proxy', ...bookedBy }) } : {}) };
  }
  if (event.type === 'RideChanged') return { type: 'RideChanged', replaces: event.from.rideId };
  if (event.type === 'RideKeptByHand') {
    const { fromShiftId } = event.kept;
    return { type: 'RideKeptByHand', ...(fromShiftId !== undefined && { fromShiftId }) };
  }
  if (event.type === 'RideReplaced') {
    const { hand: _hand, ...rest } = event;
    return rest;
  }
  if (event.type !== 'RideCancelled') return event;
  const { by, hand: _hand, ...rest } = event;
  return by ? { ...rest, by: loggedHand(by) } : rest;
}
