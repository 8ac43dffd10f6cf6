import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { RideStep } from '../domain/ride/stepRide.ts';
import type { Service, ServiceRules } from '../domain/service/service.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { Tables } from './tables.ts';

/** A service that may carry a ride, with the rules in force on its day. */
export interface ServiceChoice {
  readonly service: Service;
  readonly rules: ServiceRules;
  readonly fareYen: number;
}

/** An offer without id and expiry: what the plan could promise now. */
export type Proposal = Omit<Offer, 'id' | 'rideId' | 'expiresAt' | 'state' | 'instead'>;

/** How a proposal is asked for. */
export interface ProposeTerms {
  /** `false`: where there is none, nobody wants to know why (finding out costs several searches). */
  readonly explain?: boolean;
}

/** What a ride is put into the plan by: the windows that were told, and where its times were planned to lie in them. */
export type PlannedPromise = Pick<
  Offer,
  'promise' | 'providerId' | 'maxRideSeconds' | 'pickupSecond' | 'dropoffSecond'
>;

/** Two rides of which one takes the other's place. */
export interface RideExchange {
  readonly leaving: Ride;
  /** As read; only what planning needs of it is used. */
  readonly entering: Ride;
  /** Null: the entering ride waits for a call and needs no place in the plan. */
  readonly promise: PlannedPromise | null;
}

/** What the transaction decides about both, and about rides that hang on them. */
export interface ExchangedSteps {
  readonly entering: RideStep;
  readonly leaving: RideStep;
  readonly beside: readonly RideStep[];
}

/** What booking asks of the plan of the day. */
export interface RidePlanning {
  /**
   * Up to three proposals that differ in time, best first, or why there is none. Changes nothing. The seat of the ride
   * that it would replace counts as free.
   */
  propose(
    ride: Ride,
    choices: readonly ServiceChoice[],
    terms?: ProposeTerms,
  ): Promise<Outcome<readonly Proposal[], Rejection>>;
  /**
   * Puts a ride into the plan within the offer's promise and commits plan, step, assignment and events together.
   * Plans again when somebody else moved the plan first; never commits what the checker refuses.
   * @param ride the ride as read; only what planning needs of it is used
   * @param bookIn called inside the transaction: judges again and tells the ride's step; a refusal rolls back
   * @returns the ride as assigned, or `offerNoLongerPossible`
   */
  commit(
    ride: Ride,
    offer: PlannedPromise,
    actor: Actor,
    bookIn: (tables: Tables) => Promise<Outcome<RideStep, Rejection>>,
  ): Promise<Outcome<Ride, Rejection>>;
  /**
   * Takes a ride out of the plan and commits together with the step that `endIn` tells.
   * @returns the ride as the step left it
   */
  withdraw(
    ride: Ride,
    actor: Actor,
    endIn: (tables: Tables) => Promise<Outcome<RideStep, Rejection>>,
  ): Promise<Outcome<Ride, Rejection>>;
  /**
   * Takes one ride out of the plan and puts the other one in, on the same day or on two, in one transaction: both, or
   * neither. The place of the leaving one counts as free for the other.
   * @param decide called inside the transaction: judges both again; a refusal rolls back
   * @returns the entering ride, or `offerNoLongerPossible`
   */
  exchange(
    exchange: RideExchange,
    actor: Actor,
    decide: (tables: Tables) => Promise<Outcome<ExchangedSteps, Rejection>>,
  ): Promise<Outcome<Ride, Rejection>>;
}
