import { type AccessScope, SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Actor } from '../domain/account/actor.ts';
import { rideLogEvents } from '../domain/event/rideLogEvents.ts';
import { Refused } from '../domain/fault/refused.ts';
import { StaleWrite } from '../domain/fault/staleWrite.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { RideCommand } from '../domain/ride/rideEvent.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { Tables } from '../ports/tables.ts';
import type { BookingWorld } from './bookingWorld.ts';

/** Reads a ride again inside the writing transaction and decides commands on it. */
export async function stepAgain(
  tables: Tables,
  rideId: string,
  ...commands: readonly RideCommand[]
): Promise<Outcome<RideStep, Rejection>> {
  const ride = await tables.rides.find(rideId);
  return ride ? stepRide(ride, ...commands) : refusal({ code: 'unknownRide' });
}

/** How often a change is decided again when somebody else was first. */
const MAX_TRIES = 4;

/** Decides and writes in one transaction, which a refusal rolls back. Decides again when somebody else was first. */
export async function writeAgain<Value>(
  world: BookingWorld,
  scope: AccessScope,
  work: (tables: Tables) => Promise<Outcome<Value, Rejection>>,
): Promise<Outcome<Value, Rejection>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await world.store.write(scope, async (tables) => {
        const done = await work(tables);
        if (!done.ok) throw new Refused(done.reason);
        return done;
      });
    } catch (fault) {
      if (fault instanceof Refused) return refusal(fault.rejection);
      if (!(fault instanceof StaleWrite) || attempt === MAX_TRIES) throw fault;
    }
  }
}

/** Changes a ride that stands in no schedule: the step with its events, decided again when somebody else was first. */
export function changeUnplanned(
  world: BookingWorld,
  actor: Actor,
  decide: (tables: Tables) => Promise<Outcome<RideStep, Rejection>>,
): Promise<Outcome<Ride, Rejection>> {
  return writeAgain(world, SYSTEM_SCOPE, async (tables) => {
    const step = await decide(tables);
    if (!step.ok) return step;
    await writeStep(tables, step.value, actor, world.clock.now());
    return success(step.value.after);
  });
}

/** Writes a step and its events; the revision read is the one it began with. */
export async function writeStep(tables: Tables, step: RideStep, actor: Actor, at: number): Promise<void> {
  const { before, after, events } = step;
  await tables.rides.update([after], [before.revision]);
  await tables.events.append(rideLogEvents(after, events, actor, at));
}
