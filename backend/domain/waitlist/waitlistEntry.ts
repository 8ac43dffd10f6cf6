import type { CallOutcome } from '../callBack/callBack.ts';
import type { Rejection, RejectionCode } from '../rejection/rejection.ts';
import type { RequestInput } from '../ride/requestInput.ts';
import { type Outcome, refusal, success } from '../units/outcome.ts';
import { type EpochMs, momentOf, type ServiceDay } from '../units/time.ts';

/**
 * `waiting`: no place yet; `held`: a place is booked for the rider until they have been asked; `booked`: they said yes;
 * `unmet`: the day is over and there was none; `withdrawn`: they do not want it any more.
 */
export type WaitlistState = 'waiting' | 'held' | 'booked' | 'unmet' | 'withdrawn';

/** A refused request that waits for a place. Personal data. */
export interface WaitlistEntry {
  readonly id: string;
  readonly revision: number;
  readonly personId: string;
  readonly municipality: string;
  /** The refused request. */
  readonly deniedRideId: string;
  readonly input: RequestInput;
  readonly day: ServiceDay;
  /** Why there was no place; of the last try. */
  readonly reason: RejectionCode;
  readonly state: WaitlistState;
  /** The ride that holds the place. */
  readonly rideId: string | null;
  readonly heldUntil: EpochMs | null;
  readonly tries: number;
  /** Since when they wait; whoever has waited longest is tried first. */
  readonly createdAt: EpochMs;
  readonly changedAt: EpochMs;
}

/** What happens to an entry. */
export type WaitlistStep =
  | { readonly type: 'hold'; readonly rideId: string; readonly until: EpochMs }
  | { readonly type: 'tried'; readonly reason: RejectionCode }
  | { readonly type: 'accept' }
  /** An answer was taken back: the place is held again. */
  | { readonly type: 'holdAgain'; readonly rideId: string; readonly until: EpochMs }
  | { readonly type: 'lapse' }
  | { readonly type: 'withdraw' }
  /** They want it after all, and come after those who have waited meanwhile. */
  | { readonly type: 'waitAgain' }
  | { readonly type: 'close' };

const ALLOWED: Readonly<Record<WaitlistStep['type'], readonly WaitlistState[]>> = {
  hold: ['waiting'],
  tried: ['waiting'],
  accept: ['held'],
  holdAgain: ['booked', 'withdrawn', 'waiting'],
  lapse: ['held'],
  withdraw: ['waiting', 'held'],
  waitAgain: ['withdrawn'],
  close: ['waiting'],
};

const STEP_OF: Readonly<Partial<Record<CallOutcome, 'accept' | 'withdraw' | 'lapse'>>> = {
  accepted: 'accept',
  told: 'accept',
  declined: 'withdraw',
  notNeeded: 'withdraw',
  unreachable: 'lapse',
};

/** What the outcome of the call makes of a held place; undefined: it says nothing about it. */
export function stepOfAnswer(outcome: CallOutcome): 'accept' | 'withdraw' | 'lapse' | undefined {
  return STEP_OF[outcome];
}

/** The entry after a step, or `waitlistEntryClosed`. */
export function stepWaitlist(
  entry: WaitlistEntry,
  step: WaitlistStep,
  at: EpochMs,
): Outcome<WaitlistEntry, Rejection> {
  if (!ALLOWED[step.type].includes(entry.state)) return refusal({ code: 'waitlistEntryClosed' });
  const after = { ...entry, revision: entry.revision + 1, changedAt: at };
  switch (step.type) {
    case 'hold':
    case 'holdAgain':
      return success({ ...after, state: 'held', rideId: step.rideId, heldUntil: step.until });
    case 'tried':
      return success({ ...after, reason: step.reason, tries: entry.tries + 1 });
    case 'accept':
      return success({ ...after, state: 'booked', heldUntil: null });
    case 'lapse':
      return success({ ...after, state: 'waiting', rideId: null, heldUntil: null });
    case 'withdraw':
      return success({ ...after, state: 'withdrawn', heldUntil: null });
    case 'waitAgain':
      return success({ ...after, state: 'waiting', rideId: null, tries: 0, createdAt: at });
    case 'close':
      return success({ ...after, state: 'unmet' });
  }
}

/** A place is held this long, but not beyond the moment at which the vehicle has to know. */
const HOLD_MS = 15 * 60_000;
const BEFORE_PICKUP_MS = 10 * 60_000;

/** Until when a place found now is held for a rider who is to be asked; undefined when there is no time to ask. */
export function holdUntil(day: ServiceDay, pickupSecond: number, now: EpochMs): EpochMs | undefined {
  const until = Math.min(now + HOLD_MS, momentOf(day, pickupSecond) - BEFORE_PICKUP_MS);
  return until > now ? until : undefined;
}

/** Can the request not be served any more, whatever becomes free? */
export function isTooLate({ day, input }: WaitlistEntry, now: EpochMs): boolean {
  return momentOf(day, input.requested.second) <= now;
}
