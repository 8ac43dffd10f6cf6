import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { isUndoOver } from '../domain/units/undoTime.ts';
import type { Tables } from '../ports/tables.ts';
import { type Alongside, nothingElse, withAlongside } from './alongside.ts';
import { undoChange } from './bookChange.ts';
import type { Offered } from './booking.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { changeUnplanned, stepAgain } from './changeRide.ts';
import { plannedAsBefore } from './plannedAsBefore.ts';

/**
 * Takes a booking back; see `Booking.undoBooking`.
 * @param alongside written in the same transaction; not again where the booking was taken back before
 */
export async function undoBooking(
  world: BookingWorld,
  rideId: string,
  actor: Actor,
  alongside: Alongside = nothingElse,
): Promise<Outcome<Offered, Rejection>> {
  const ride = await world.store.read(actor.scope, ({ rides }) => rides.find(rideId));
  if (!ride) return refusal({ code: 'unknownRide' });
  // Pressed again because the first answer was lost: it is done already.
  if (isUndone(ride)) return success(await withOpenOffers(world, ride, actor));
  if (isUndoOver(ride.bookedAt, world.clock.now(), world.clock.speed))
    return refusal({ code: 'undoTooLate' });
  const takeBack = async (tables: Tables) => withAlongside(tables, await stepBack(tables, rideId), alongside);
  const undone =
    ride.replaces && ride.changedFrom
      ? await undoChange(world, ride, ride.replaces, actor, takeBack)
      : ride.shiftId === null
        ? await changeUnplanned(world, actor, takeBack)
        : await world.planning.withdraw(ride, actor, takeBack);
  // A change that is undone answers with the old ride; and where two press at once, the later one finds it done.
  const now =
    undone.ok && undone.value.id === rideId
      ? undone.value
      : await world.store.read(actor.scope, ({ rides }) => rides.find(rideId));
  const isDone = undone.ok || (now !== undefined && isUndone(now));
  return isDone ? success(await withOpenOffers(world, now ?? ride, actor)) : undone;
}

/** Its booking was taken back, or it was never booked. */
export function isUndone({ status, bookedAt }: Ride): boolean {
  return status === 'offered' && bookedAt === null;
}

async function withOpenOffers(world: BookingWorld, ride: Ride, actor: Actor): Promise<Offered> {
  const offers = await world.store.read(actor.scope, (tables) => tables.offers.listByRide(ride.id));
  const now = world.clock.now();
  return { ride, offers: offers.filter(({ state, expiresAt }) => state === 'open' && expiresAt > now) };
}

/** Its offer is open again; an alternative's belongs to the refused request, and the ride itself is no more. */
async function stepBack(tables: Tables, rideId: string): Promise<Outcome<RideStep, Rejection>> {
  const ride = await tables.rides.find(rideId);
  if (!ride) return refusal({ code: 'unknownRide' });
  if (ride.offerId !== null) await tables.offers.reopen(ride.offerId);
  return ride.insteadOf === null
    ? stepRide(ride, { type: 'undoBooking' })
    : stepRide(ride, { type: 'undoBooking' }, { type: 'lapse' });
}

/** Takes a cancellation back; see `Booking.undoCancellation`. */
export async function undoCancellation(
  world: BookingWorld,
  rideId: string,
  actor: Actor,
): Promise<Outcome<Ride, Rejection>> {
  const ride = await world.store.read(actor.scope, ({ rides }) => rides.find(rideId));
  if (!ride) return refusal({ code: 'unknownRide' });
  const stand = (tables: Tables) => stepAgain(tables, rideId, { type: 'undoCancellation' });
  const judged = stepRide(ride, { type: 'undoCancellation' });
  if (!judged.ok) return judged;
  if (isUndoOver(ride.cancelledAt, world.clock.now(), world.clock.speed))
    return refusal({ code: 'undoTooLate' });
  if (judged.value.after.status !== 'booked') return changeUnplanned(world, actor, stand);
  return standAgain(world, ride, actor, stand);
}

/**
 * Puts a cancelled ride back into the plan under its promise.
 * @param stand called inside the transaction: tells the ride's step, which must leave it `booked`
 * @returns `undoNotPossible` where its place is gone
 */
export async function standAgain(
  world: BookingWorld,
  ride: Ride,
  actor: Actor,
  stand: (tables: Tables) => Promise<Outcome<RideStep, Rejection>>,
): Promise<Outcome<Ride, Rejection>> {
  const promise = plannedAsBefore(ride);
  if (promise === null) return changeUnplanned(world, actor, stand);
  const restored = await world.planning.commit(ride, promise, actor, stand);
  if (restored.ok || restored.reason.code !== 'offerNoLongerPossible') return restored;
  return refusal({ code: 'undoNotPossible' });
}
