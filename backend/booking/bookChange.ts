import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { handOfActor } from '../domain/ride/rideHand.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { Tables } from '../ports/tables.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { barredFromChange, changedFrom, relinkWayHome, replace } from './judgeChange.ts';
import { plannedAsBefore } from './plannedAsBefore.ts';

/** The ride that a booking of this one takes the place of; null: none, or that has happened. */
export function toBeReplaced({ replaces = null, changedFrom = null }: Ride): string | null {
  return changedFrom === null ? replaces : null;
}

/**
 * Books a ride in the place of the one that it replaces, in one transaction: where the new one cannot be had, the old
 * one stands. The way home follows to the new ride.
 * @param offer null: the new ride waits for a call, and needs no place in the plan
 * @param bookIn called inside the transaction: books the new ride, or refuses
 */
export async function bookChange(
  world: BookingWorld,
  entering: Ride,
  oldId: string,
  offer: Offer | null,
  actor: Actor,
  bookIn: (tables: Tables) => Promise<Outcome<RideStep, Rejection>>,
): Promise<Outcome<Ride, Rejection>> {
  const leaving = await world.store.read(actor.scope, ({ rides }) => rides.find(oldId));
  if (!leaving) return refusal({ code: 'unknownRide' });
  const barred = barredFromChange(actor, leaving);
  if (barred) return refusal(barred);
  const at = world.clock.now();
  const hand = handOfActor(actor);
  return world.planning.exchange({ leaving, entering, promise: offer }, actor, async (tables) => {
    const old = (await tables.rides.find(leaving.id)) ?? leaving;
    // First of all: whoever was late is told of the other change, not of a clash with it.
    const left = replace(old, entering.id, at, hand);
    if (!left.ok) return left;
    const booked = await bookIn(tables);
    if (!booked.ok) return booked;
    const changed = stepRide(booked.value.after, { type: 'change', from: changedFrom(old, at, hand) });
    if (!changed.ok) return changed;
    const step: RideStep = {
      before: booked.value.before,
      after: changed.value.after,
      events: [...booked.value.events, ...changed.value.events],
    };
    const beside = await relinkWayHome(tables, old.id, step.after);
    return success({ entering: step, leaving: left.value, beside });
  });
}

/**
 * Takes a change back: the old ride stands again under its promise and the new one's offers are open again; where the
 * old place is gone, the new ride stands.
 * @param stepBack called inside the transaction: takes the new ride's booking back
 */
export async function undoChange(
  world: BookingWorld,
  changed: Ride,
  oldId: string,
  actor: Actor,
  stepBack: (tables: Tables) => Promise<Outcome<RideStep, Rejection>>,
): Promise<Outcome<Ride, Rejection>> {
  const old = await world.store.read(actor.scope, ({ rides }) => rides.find(oldId));
  if (!old) return refusal({ code: 'unknownRide' });
  const exchange = { leaving: changed, entering: old, promise: plannedAsBefore(old) };
  const undone = await world.planning.exchange(exchange, actor, async (tables) => {
    const now = (await tables.rides.find(old.id)) ?? old;
    if (now.replacedBy?.rideId !== changed.id) return refusal({ code: 'undoNotPossible' });
    const back = stepRide(now, { type: 'undoReplacement' });
    if (!back.ok) return back;
    const left = await stepBack(tables);
    if (!left.ok) return left;
    const beside = await relinkWayHome(tables, changed.id, now);
    return success({ entering: back.value, leaving: left.value, beside });
  });
  if (undone.ok || undone.reason.code !== 'offerNoLongerPossible') return undone;
  return refusal({ code: 'changeNotUndoable' });
}
