import type { Actor } from '../../domain/account/actor.ts';
import type { CallBack, CallClaim, CallOutcome } from '../../domain/callBack/callBack.ts';
import type { CallGroup } from '../../domain/callBack/sortCalls.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import type { EpochMs } from '../../domain/units/time.ts';

/** The queue as it stands: groups in the order in which they should be rung, with all that is said about them. */
export interface CallQueue {
  readonly groups: readonly CallGroup[];
  readonly claims: readonly CallClaim[];
  readonly people: ReadonlyMap<string, Person>;
  readonly rides: ReadonlyMap<string, Ride>;
  readonly now: EpochMs;
}

/** Somebody at the desk. */
export interface DeskHand {
  readonly accountId: string;
  readonly displayName: string;
}

/** Calls we owe: taken, made, recorded. */
export interface CallDesk {
  queue(actor: Actor): Promise<CallQueue>;
  /** Takes the telephone of the call's household for some minutes; refused while a colleague has it. */
  take(callId: string, hand: DeskHand, actor: Actor): Promise<Outcome<CallClaim, Rejection>>;
  /** Puts it down without a call. */
  putDown(callId: string, hand: DeskHand, actor: Actor): Promise<Outcome<null, Rejection>>;
  /**
   * Records how a call ended, by whoever has the telephone. A place that was held is kept or given back with it.
   * @param later with `callLater`: when the rider wants to be rung
   */
  record(
    callId: string,
    outcome: CallOutcome,
    later: EpochMs | undefined,
    hand: DeskHand,
    actor: Actor,
  ): Promise<Outcome<CallBack, Rejection>>;
  /** Takes back the last outcome of one's own. */
  undo(callId: string, hand: DeskHand, actor: Actor): Promise<Outcome<CallBack, Rejection>>;
  /** Closes calls about which there is nothing left to say. Idempotent. */
  closeOvertaken(): Promise<number>;
}
