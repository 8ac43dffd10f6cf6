import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { CancelReason, ReadySource, RequestedTime, Ride, RiderAnswer } from '../domain/ride/ride.ts';
import type { BookedBy, CancelledBy } from '../domain/ride/rideHand.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { ServiceDay } from '../domain/units/time.ts';

/** A request with what can be promised; a ride without a time has no offers and waits to be booked. */
export interface Offered {
  readonly ride: Ride;
  readonly offers: readonly Offer[];
}

/**
 * A refused request: kept as a denied ride when the request could be understood (`ride`), with what could be booked
 * instead as open offers; else not kept.
 */
export interface RequestRefusal {
  readonly rejection: Rejection;
  readonly ride: Ride | null;
  readonly alternatives: readonly Offer[];
}

/** When somebody wants to go home: with a time, or whenever they ring; `expectedSecond` null: two hours later. */
export type ReturnWish =
  | { readonly kind: 'timed'; readonly requested: RequestedTime }
  | { readonly kind: 'willCall'; readonly expectedSecond: number | null };

/** By whom a way home is asked for, and what it takes the place of. */
export interface ReturnTerms {
  /** Who asks now; absent: the rider. It need not be who booked the way there. */
  readonly proxyId?: string | null;
  readonly bookedBy?: BookedBy | null;
  /** The way home that is changed. */
  readonly replaces?: string | null;
}

/** One of several dates: what came of it. */
export interface AskedDay {
  readonly day: ServiceDay;
  readonly outcome: Outcome<Offered, RequestRefusal>;
  /** The way home, where one was asked for and there is a way there. */
  readonly home: Outcome<Offered, RequestRefusal> | null;
}

/** Stage ①: request → offers → booking. */
export interface Booking {
  /** Judges a request, asks the plan for offers, keeps both. */
  request(input: RequestInput, actor: Actor): Promise<Outcome<Offered, RequestRefusal>>;
  /** The same on several dates, each offered or refused for itself, with the way home where one is wanted; one group. */
  requestDays(
    input: RequestInput,
    days: readonly ServiceDay[],
    wayHome: ReturnWish | null,
    actor: Actor,
  ): Promise<{ readonly groupId: string; readonly asked: readonly AskedDay[] }>;
  /**
   * Asks for the way home of a ride that is booked, or offered in the same call: reverse places, the same party, no
   * earlier than the outbound ride arrives. Who asks now is its booker.
   */
  requestReturn(
    rideId: string,
    wish: ReturnWish,
    actor: Actor,
    terms?: ReturnTerms,
  ): Promise<Outcome<Offered, RequestRefusal>>;
  /** Turns an open offer into a booking and an assignment, in one transaction. */
  accept(offerId: string, actor: Actor): Promise<Outcome<Ride, Rejection>>;
  /** Books a way home without a time. */
  bookWillCall(requestId: string, actor: Actor): Promise<Outcome<Ride, Rejection>>;
  /**
   * The rider is ready: offers at once. Where no vehicle can come the ride stays open and a call-back is owed.
   * @param rideId the will-call ride, or its outbound ride
   */
  activate(rideId: string, by: ReadySource, actor: Actor): Promise<Outcome<Offered, Rejection>>;
  /**
   * Ends a ride that has not begun and takes it out of the schedule.
   * @param by who cancels instead of the rider
   */
  cancel(
    rideId: string,
    reason: CancelReason,
    actor: Actor,
    by?: CancelledBy | null,
  ): Promise<Outcome<Ride, Rejection>>;
  /** Records what the rider said to offers or to a refusal. */
  answer(requestId: string, answer: RiderAnswer, actor: Actor): Promise<Outcome<Ride, Rejection>>;
  /** Takes a booking back within seconds, as if the offer had not been accepted; it is open again. */
  undoBooking(rideId: string, actor: Actor): Promise<Outcome<Offered, Rejection>>;
  /** Takes a cancellation back within seconds: the ride stands again under its promise. */
  undoCancellation(rideId: string, actor: Actor): Promise<Outcome<Ride, Rejection>>;
  /** Ends what nobody answered and the ways home that nobody rang for. Idempotent. @returns how many ended */
  closeDay(day: ServiceDay): Promise<number>;
}
