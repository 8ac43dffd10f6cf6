import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { CancelReason, Ride } from '../domain/ride/ride.ts';
import type { Outcome } from '../domain/units/outcome.ts';

/** A refused request: kept as a denied ride when the request could be understood (`ride`), else not kept. */
export interface RequestRefusal {
  readonly rejection: Rejection;
  readonly ride: Ride | null;
}

/** Stage ①: request → offers → booking. */
export interface Booking {
  /** Judges a request, asks the plan for offers, keeps both. */
  request(
    input: RequestInput,
    actor: Actor,
  ): Promise<Outcome<{ ride: Ride; offers: readonly Offer[] }, RequestRefusal>>;
  /** Turns an open offer into a booking and an assignment, in one transaction. */
  accept(offerId: string, actor: Actor): Promise<Outcome<Ride, Rejection>>;
  /** Ends a ride that has not begun and takes it out of the schedule. */
  cancel(rideId: string, reason: CancelReason, actor: Actor): Promise<Outcome<Ride, Rejection>>;
}
