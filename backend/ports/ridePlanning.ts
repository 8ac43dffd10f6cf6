import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { Ride } from '../domain/ride/ride.ts';
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
export type Proposal = Omit<Offer, 'id' | 'rideId' | 'expiresAt' | 'state'>;

/** What booking asks of the plan of the day. */
export interface RidePlanning {
  /** Up to three proposals that differ in time, best first, or why there is none. Changes nothing. */
  propose(ride: Ride, choices: readonly ServiceChoice[]): Promise<Outcome<readonly Proposal[], Rejection>>;
  /**
   * Puts a ride into the plan within the offer's promise and commits plan, `bookIn`'s writes and events together.
   * Plans again when somebody else moved the plan first; never commits what the checker refuses.
   * @param bookIn called inside the transaction, before the assignment; a refusal rolls everything back
   * @returns the ride as assigned
   */
  commit(
    rideId: string,
    offer: Offer,
    actor: string,
    bookIn: (tables: Tables) => Promise<Outcome<Ride, Rejection>>,
  ): Promise<Outcome<Ride, Rejection>>;
  /**
   * Takes a ride out of the plan and commits together with `cancelIn`'s writes.
   * @returns the ride as `cancelIn` left it
   */
  withdraw(
    rideId: string,
    actor: string,
    cancelIn: (tables: Tables) => Promise<Outcome<Ride, Rejection>>,
  ): Promise<Outcome<Ride, Rejection>>;
}
