import type { Actor } from '../../domain/account/actor.ts';
import type { CallBack, CallClaim, CallOutcome } from '../../domain/callBack/callBack.ts';
import type { CallGroup } from '../../domain/callBack/sortCalls.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { RequestedTime, Ride } from '../../domain/ride/ride.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { Offered, RequestRefusal } from '../booking.ts';

/** The queue as it stands: groups in the order in which they should be rung, with all that is said about them. */
export interface CallQueue {
  readonly groups: readonly CallGroup[];
  readonly claims: readonly CallClaim[];
  readonly people: ReadonlyMap<string, Person>;
  readonly rides: ReadonlyMap<string, Ride>;
  /** When each call is made again that the rider has no time for now, by its id. */
  readonly ringAgain: ReadonlyMap<string, EpochMs>;
  readonly now: EpochMs;
}

/** Somebody at the desk. */
export interface DeskHand {
  readonly accountId: string;
  readonly displayName: string;
}

/** How a call ended. */
export interface SaidOnPhone {
  readonly outcome: CallOutcome;
  /** With `callLater`: when the rider wants to be rung. */
  readonly later?: EpochMs;
  /** With `tookOther`: the offer that is booked. */
  readonly offerId?: string;
  /** With `waitlisted`: the refused request that waits. */
  readonly requestId?: string;
}

/** Another time that a rider would take. */
export type OtherTime = Pick<RequestedTime, 'kind' | 'second'>;

/** Calls we owe: taken, made, recorded. */
export interface CallDesk {
  queue(actor: Actor): Promise<CallQueue>;
  /** Takes the telephone of the call's household for some minutes; refused while a colleague has it. */
  take(callId: string, hand: DeskHand, actor: Actor): Promise<Outcome<CallClaim, Rejection>>;
  /** Puts it down without a call. */
  putDown(callId: string, hand: DeskHand, actor: Actor): Promise<Outcome<null, Rejection>>;
  /** Other times for what the call is about, by whoever has the telephone; nothing is given up before one is taken. */
  findOthers(
    callId: string,
    time: OtherTime | null,
    hand: DeskHand,
    actor: Actor,
  ): Promise<Outcome<Offered, RequestRefusal>>;
  /**
   * Records how a call ended, by whoever has the telephone, and does what was said in the same transaction: a held place
   * is kept or given back, a ride in question is cancelled, another time is booked, the rider waits for a place.
   */
  record(
    callId: string,
    said: SaidOnPhone,
    hand: DeskHand,
    actor: Actor,
  ): Promise<Outcome<CallBack, Rejection>>;
  /**
   * Takes back the last outcome of one's own with what it did: the place is held again, the ride stands again.
   * @returns `undoNotPossible` where the place is gone; then the outcome stands, too
   */
  undo(callId: string, hand: DeskHand, actor: Actor): Promise<Outcome<CallBack, Rejection>>;
  /** Closes calls about which there is nothing left to say. Idempotent. */
  closeOvertaken(): Promise<number>;
}
