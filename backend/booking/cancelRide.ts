import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Actor } from '../domain/account/actor.ts';
import { rideLogEvents } from '../domain/event/rideLogEvents.ts';
import { Refused } from '../domain/fault/refused.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { CancelReason, Ride } from '../domain/ride/ride.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { Tables } from '../ports/tables.ts';
import type { BookingWorld } from './bookingWorld.ts';

/** Ends a ride that has not begun; a ride in the plan leaves it in the same transaction. */
export async function cancelRide(
  world: BookingWorld,
  rideId: string,
  reason: CancelReason,
  actor: Actor,
): Promise<Outcome<Ride, Rejection>> {
  const ride = await world.store.read(actor.scope, (tables) => tables.rides.find(rideId));
  if (!ride) return refusal({ code: 'unknownRide' });
  const judged = stepRide(ride, { type: 'cancel', reason });
  if (!judged.ok) return judged;
  const end = (tables: Tables) => cancelAgain(tables, rideId, reason);
  return ride.shiftId === null ? endUnplanned(world, actor, end) : world.planning.withdraw(ride, actor, end);
}

async function cancelAgain(
  tables: Tables,
  rideId: string,
  reason: CancelReason,
): Promise<Outcome<RideStep, Rejection>> {
  const ride = await tables.rides.find(rideId);
  return ride ? stepRide(ride, { type: 'cancel', reason }) : refusal({ code: 'unknownRide' });
}

async function endUnplanned(
  world: BookingWorld,
  actor: Actor,
  end: (tables: Tables) => Promise<Outcome<RideStep, Rejection>>,
): Promise<Outcome<Ride, Rejection>> {
  try {
    return await world.store.write(SYSTEM_SCOPE, async (tables) => {
      const step = await end(tables);
      if (!step.ok) throw new Refused(step.reason);
      const { before, after, events } = step.value;
      await tables.rides.update([after], [before.revision]);
      await tables.events.append(rideLogEvents(after, events, actor, world.clock.now()));
      return success(after);
    });
  } catch (fault) {
    if (fault instanceof Refused) return refusal(fault.rejection);
    throw fault;
  }
}
