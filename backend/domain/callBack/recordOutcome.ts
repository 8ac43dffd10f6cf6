import type { Rejection } from '../rejection/rejection.ts';
import { type Outcome, refusal, success } from '../units/outcome.ts';
import type { EpochMs } from '../units/time.ts';
import { isUndoOver } from '../units/undoTime.ts';
import type { CallBack, CallOutcome } from './callBack.ts';

/** After a call that reached nobody the next try comes this much later, by the number of tries so far. */
const RETRY_MINUTES = [15, 30, 60] as const;
/** A line that is busy is tried again this soon. */
const BUSY_MINUTES = 5;
/** So many calls that reached nobody before a rider may be given up. */
export const TRIES_BEFORE_GIVING_UP = 3;
/** A slip of the finger can be taken back this long. */
export const UNDO_MS = 10 * 60_000;

/** Nobody was reached: tried again, and counted. */
const REACHED_NOBODY: readonly CallOutcome[] = ['noAnswer', 'busy', 'answeringMachine'];
const STAYS_OPEN: readonly CallOutcome[] = [...REACHED_NOBODY, 'callLater'];

/** How a call ended, as the operator says it. */
export interface OutcomeRecord {
  readonly outcome: CallOutcome;
  readonly by: string;
  readonly at: EpochMs;
  /** With `callLater`: when the rider wants to be rung. */
  readonly later?: EpochMs;
  /** The ride that the outcome cancels or books. */
  readonly rideId?: string;
}

/** How many calls reached nobody. */
export function unansweredTries({ attempts }: CallBack): number {
  return attempts.filter(({ outcome }) => REACHED_NOBODY.includes(outcome)).length;
}

/** The call after an outcome: closed, or waiting for its next try. */
export function recordOutcome(call: CallBack, record: OutcomeRecord): Outcome<CallBack, Rejection> {
  const { outcome, by, at, later, rideId } = record;
  if (call.state === 'done') return refusal({ code: 'callBackClosed' });
  if (outcome === 'unreachable' && unansweredTries(call) < TRIES_BEFORE_GIVING_UP) {
    return refusal({ code: 'tooFewTries', field: 'outcome', details: { tries: TRIES_BEFORE_GIVING_UP } });
  }
  if (outcome === 'callLater' && (later === undefined || later <= at)) {
    return refusal({ code: 'timeInPast', field: 'later' });
  }
  const attempts = [...call.attempts, { at, by, outcome, ...(rideId === undefined ? {} : { rideId }) }];
  const after = { ...call, attempts, revision: call.revision + 1, changedAt: at };
  if (!STAYS_OPEN.includes(outcome)) return success({ ...after, state: 'done' });
  return success({ ...after, dueAt: outcome === 'callLater' ? later! : at + retryMs(after) });
}

function retryMs(call: CallBack): number {
  if (call.attempts.at(-1)?.outcome === 'busy') return BUSY_MINUTES * 60_000;
  const minutes = RETRY_MINUTES[unansweredTries(call) - 1] ?? RETRY_MINUTES.at(-1)!;
  return minutes * 60_000;
}

/** Takes back the last outcome, soon after and by whoever recorded it. @param speed of the clock that `at` is of */
export function undoOutcome(
  call: CallBack,
  by: string,
  at: EpochMs,
  speed?: number,
): Outcome<CallBack, Rejection> {
  const last = call.attempts.at(-1);
  if (!last || last.by !== by || isUndoOver(last.at, at, speed, UNDO_MS))
    return refusal({ code: 'nothingToUndo' });
  return success({
    ...call,
    attempts: call.attempts.slice(0, -1),
    state: 'open',
    dueAt: Math.min(call.dueAt, at),
    revision: call.revision + 1,
    changedAt: at,
  });
}
