import type { Actor } from '../../domain/account/actor.ts';
import type { CallOutcome } from '../../domain/callBack/callBack.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { WaitlistEntry } from '../../domain/waitlist/waitlistEntry.ts';

/** Refused requests that wait for a place. */
export interface Waitlist {
  /** Puts a refused request on it; the same again changes nothing. */
  add(deniedRideId: string, actor: Actor): Promise<Outcome<WaitlistEntry, Rejection>>;
  /** Takes an entry off it; a place that is held is given back. */
  withdraw(entryId: string, actor: Actor): Promise<Outcome<WaitlistEntry, Rejection>>;
  /** What the rider said to the place that is held. */
  settle(entryId: string, outcome: CallOutcome, actor: Actor): Promise<void>;
  /**
   * Tries waiting entries of these days again, oldest first, a bounded number. Where there is a place it is booked and
   * held, and the rider is to be rung. @returns how many got one
   */
  retry(days: ReadonlySet<ServiceDay>): Promise<number>;
  /** Gives back places whose time to answer is over, and closes what cannot be served any more. */
  tidy(): Promise<number>;
}
