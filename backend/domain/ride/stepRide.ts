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

/** Steps that follow each other made one a ride, from the first state to the last; the rides keep their order. */
export function joinSteps(first: readonly RideStep[], then: readonly RideStep[]): RideStep[] {
  const joined = new Map(first.map((step) => [step.after.id, step]));
  for (const step of then) {
    const earlier = joined.get(step.after.id);
    const both = earlier
      ? { ...step, before: earlier.before, events: [...earlier.events, ...step.events] }
      : step;
    joined.set(step.after.id, both);
  }
  return [...joined.values()];
}
