import type { EpochMs } from '../units/time.ts';

export const CALL_STATES = ['ringing', 'answered', 'ended'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** Who speaks for a rider on the telephone. */
export const CALLER_KINDS = ['self', 'family', 'careManager', 'clinic', 'townOffice', 'other'] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

/** A call that came in, as a telephone system told of it. */
export interface PhoneCall {
  /** The telephone system's own id. */
  readonly id: string;
  /** Counts changes. */
  readonly revision: number;
  readonly state: CallState;
  /** Normalised digits; null when withheld. */
  readonly number: string | null;
  /** The line it came in on. */
  readonly line: string;
  /** The desk telephone that rings, where the system says so. */
  readonly station: string | null;
  /** The account on whose screen it belongs; null: on everybody's. */
  readonly accountId: string | null;
  readonly rangAt: EpochMs;
  readonly answeredAt: EpochMs | null;
  readonly endedAt: EpochMs | null;
  /** When the operator heard who is calling, and whom they found; before that nothing personal is shown. */
  readonly confirmedAt: EpochMs | null;
  readonly confirmedBy: string | null;
  readonly personId: string | null;
  readonly callerKind: CallerKind | null;
  /** Put away by the operator. */
  readonly closedAt: EpochMs | null;
  readonly changedAt: EpochMs;
}

/** What a telephone system reports. */
export interface CallReport {
  readonly id: string;
  readonly state: CallState;
  readonly number: string | null;
  readonly line: string;
  readonly station: string | null;
}

/**
 * The call after a report. Reports may come twice or late: a call never goes back to an earlier state, and a report that
 * brings nothing new leaves it as it is.
 * @param accountId whose screen it belongs on, as far as the report tells
 */
export function applyReport(
  call: PhoneCall | undefined,
  report: CallReport,
  accountId: string | null,
  now: EpochMs,
): PhoneCall {
  if (!call) return newCall(report, accountId, now);
  if (CALL_STATES.indexOf(report.state) < CALL_STATES.indexOf(call.state)) return call;
  // Whoever lifts the receiver has the call; an ended call stays where it was.
  const isTaken = report.state !== 'ended' || call.accountId === null;
  const after: PhoneCall = {
    ...call,
    state: report.state,
    number: call.number ?? report.number,
    station: (isTaken ? report.station : null) ?? call.station,
    accountId: (isTaken ? accountId : null) ?? call.accountId,
    answeredAt: call.answeredAt ?? (report.state === 'answered' ? now : null),
    endedAt: call.endedAt ?? (report.state === 'ended' ? now : null),
  };
  const isSame = (Object.keys(after) as (keyof PhoneCall)[]).every((key) => after[key] === call[key]);
  return isSame ? call : { ...after, revision: call.revision + 1, changedAt: now };
}

function newCall(report: CallReport, accountId: string | null, now: EpochMs): PhoneCall {
  const { id, state, number, line, station } = report;
  return {
    id,
    revision: 1,
    state,
    number,
    line,
    station,
    accountId,
    rangAt: now,
    answeredAt: state === 'answered' ? now : null,
    endedAt: state === 'ended' ? now : null,
    confirmedAt: null,
    confirmedBy: null,
    personId: null,
    callerKind: null,
    closedAt: null,
    changedAt: now,
  };
}
