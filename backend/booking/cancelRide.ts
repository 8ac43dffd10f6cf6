import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { CancelReason, Ride } from '../domain/ride/ride.ts';
import { type CancelledBy, type DoneBy, handOfActor } from '../domain/ride/rideHand.ts';
import { stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { Tables } from '../ports/tables.ts';
import { type Alongside, nothingElse, withAlongside } from './alongside.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { changeUnplanned, stepAgain } from './changeRide.ts';

/**
 * Ends a ride that has not begun; a ride in the plan leaves it in the same transaction. Said again by the same hand,
 * because the first answer was lost, it is done already.
 * @param alongside written in the same transaction; with it a second time is refused, because nothing is written then
 * @param by who cancels instead of the rider
 */
export async function cancelRide(
  world: BookingWorld,
  rideId: string,
  reason: CancelReason,
  actor: Actor,
  alongside: Alongside = nothingElse,
  by: CancelledBy | null = null,
): Promise<Outcome<Ride, Rejection>> {
  const ride = await world.store.read(actor.scope, (tables) => tables.rides.find(rideId));
  if (!ride) return refusal({ code: 'unknownRide' });
  const hand = handOfActor(actor);
  if (alongside === nothingElse && isEndedBy(ride, reason, hand)) return success(ride);
  const command = { type: 'cancel', reason, at: world.clock.now(), hand, ...(by && { by }) } as const;
  const judged = stepRide(ride, command);
  if (!judged.ok) return judged;
  const end = async (tables: Tables) =>
    withAlongside(tables, await stepAgain(tables, rideId, command), alongside);
  return ride.shiftId === null
    ? changeUnplanned(world, actor, end)
    : world.planning.withdraw(ride, actor, end);
}

function isEndedBy({ status, endReason, endedBy }: Ride, reason: CancelReason, hand: DoneBy): boolean {
  const isSameHand = endedBy?.kind === hand.kind && endedBy.name === hand.name;
  return status === 'cancelled' && endReason === reason && isSameHand;
}
