import type { OfferView, Problem, RideView } from '../../backend/contract/index.ts';

interface Spoken {
  readonly ja: string;
  readonly en: string;
}

/** A "no" to a request, with all the desk can do about it. */
export interface Refusal {
  readonly code: string;
  /** To be said to the caller. */
  readonly sentence: Spoken;
  /** For the operator. */
  readonly action: Spoken;
  /** Path of the input field at fault. */
  readonly field: string | null;
  /** The search that was refused, for the rider's answer; null where nothing was kept. */
  readonly requestId: string | null;
  /** What could be booked instead, nearest first. */
  readonly alternatives: readonly OfferView[];
  readonly mayOverride: NonNullable<Problem['mayOverride']> | null;
  readonly otherRide: RideView | null;
}

/** A refusal out of the server's problem details. */
export function refusalOf(problem: Problem): Refusal {
  return {
    code: problem.code,
    sentence: problem.sentence,
    action: problem.action,
    field: problem.field ?? problem.fields?.[0]?.field ?? null,
    requestId: problem.requestId ?? null,
    alternatives: problem.alternatives ?? [],
    mayOverride: problem.mayOverride ?? null,
    otherRide: problem.otherRide ?? null,
  };
}
