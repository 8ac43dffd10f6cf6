import type { Rejection } from '../rejection/rejection.ts';
import { type Outcome, refusal, success } from '../units/outcome.ts';
import { decideRide } from './decideRide.ts';
import { evolveRideAll } from './evolveRide.ts';
import type { Ride } from './ride.ts';
import type { RideCommand, RideEvent } from './rideEvent.ts';

/** A ride before and after some commands, with the events in between. Whoever writes it writes all three. */
export interface RideStep {
  readonly before: Ride;
  readonly after: Ride;
  readonly events: readonly RideEvent[];
}

/** Decides commands one after the other; the first refusal ends it. */
export function stepRide(ride: Ride, ...commands: readonly RideCommand[]): Outcome<RideStep, Rejection> {
  let after = ride;
  const events: RideEvent[] = [];
  for (const command of commands) {
    const decided = decideRide(after, command);
    if (!decided.ok) return refusal(decided.reason);
    after = evolveRideAll(after, decided.value);
    events.push(...decided.value);
  }
  return success({ before: ride, after, events });
}
