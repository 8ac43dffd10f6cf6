import type { Actor } from '../domain/account/actor.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { RideEvent } from '../domain/ride/rideEvent.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { type AttemptTerms, attemptRequest } from './attemptRequest.ts';
import type { RequestRefusal } from './booking.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { findAlternatives } from './findAlternatives.ts';
import { judgeBooker } from './judgeBooker.ts';
import { judgeChange } from './judgeChange.ts';
import { keepRequest, toOffer } from './keepRequest.ts';

/**
 * Judges a request, asks the plan for offers, and keeps request and offers (or the refusal with what could be had
 * instead) with their events. A ride without a time gets no offers; it waits to be booked as a will-call.
 */
export async function requestRide(
  world: BookingWorld,
  asked: RequestInput,
  actor: Actor,
  after?: number,
): Promise<Outcome<{ ride: Ride; offers: readonly Offer[] }, RequestRefusal>> {
  const judged = await judgeBooker(world, asked, actor);
  if (!judged.ok) return refusal({ rejection: judged.reason, ride: null, alternatives: [] });
  const changing = await judgeChange(world, judged.value, actor);
  if (!changing.ok) return refusal({ rejection: changing.reason, ride: null, alternatives: [] });
  const { input, notBefore = after } = changing.value;
  const now = world.clock.now();
  const rideId = world.ids.next('ride');
  const terms: AttemptTerms = { rideId, now, ...(notBefore === undefined ? {} : { notBefore }) };
  const attempt = await attemptRequest(world, input, actor, terms);
  if (!attempt.ok) return refusal({ rejection: attempt.reason, ride: null, alternatives: [] });
  const { ride, outcome } = attempt.value;
  const overridden = overrideEvents(input, outcome.ok);
  if (!outcome.ok) {
    const rejection = outcome.reason;
    const alternatives = await findAlternatives(world, input, attempt.value, rejection.code, actor, terms);
    const events: RideEvent[] = [{ type: 'RequestRejected', reason: rejection.code }];
    const kept = await keepRequest(world, ride, events, alternatives, actor);
    return refusal({ rejection, ride: kept, alternatives });
  }
  if (input.isWillCall) {
    return success({ ride: await keepRequest(world, ride, overridden, [], actor), offers: [] });
  }
  const { proposals, choices } = outcome.value;
  const offers = proposals.map((proposal) => toOffer(world, ride.id, proposal, choices, now));
  const offered: RideEvent = { type: 'RideOffered', offerIds: offers.map(({ id }) => id) };
  const kept = await keepRequest(world, ride, [...overridden, offered], offers, actor);
  return success({ ride: kept, offers });
}

/** A rule that was set aside stands in the log with its reason. */
function overrideEvents({ override }: RequestInput, isAllowed: boolean): RideEvent[] {
  return override && isAllowed ? [{ type: 'RuleOverridden', ...override }] : [];
}
