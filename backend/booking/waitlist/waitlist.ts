import type { Actor } from '../../domain/account/actor.ts';
import type { CallOutcome } from '../../domain/callBack/callBack.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { WaitlistEntry } from '../../domain/waitlist/waitlistEntry.ts';
import type { Alongside } from '../alongside.ts';

/** Refused requests that wait for a place. */
export interface Waitlist {
  /**
   * Puts a refused request on it. One that waits goes on as it is, one that was taken off waits again.
   * @returns `waitlistEntryClosed` where the rider has said yes to a place already
   */
  add(deniedRideId: string, actor: Actor): Promise<Outcome<WaitlistEntry, Rejection>>;
  /** Takes an entry off it; a place that is held is given back. */
  withdraw(entryId: string, actor: Actor): Promise<Outcome<WaitlistEntry, Rejection>>;
  /**
   * What the rider said to the place that is held: kept or given back. For outcomes with a `stepOfAnswer` only.
   * @param alongside written in the same transaction
   */
  settle(
    entryId: string,
    outcome: CallOutcome,
    actor: Actor,
    alongside: Alongside,
  ): Promise<Outcome<WaitlistEntry, Rejection>>;
  /**
   * Takes an answer back: the place is held again by the same ride, for a quarter of an hour from now.
   * @returns `undoNotPossible` where somebody else has the place, `undoTooLate` where there is no time left to ask
   */
  restore(
    entryId: string,
    rideId: string,
    actor: Actor,
    alongside: Alongside,
  ): Promise<Outcome<WaitlistEntry, Rejection>>;
  /**
   * Tries waiting entries of these days again, oldest first, a bounded number. Where there is a place it is booked and
   * held, and the rider is to be rung. @returns how many got one
   */
  retry(days: ReadonlySet<ServiceDay>): Promise<number>;
  /** Gives back places whose time to answer is over, and closes what cannot be served any more. */
  tidy(): Promise<number>;
}
