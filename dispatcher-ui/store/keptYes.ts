import type { BookedAnswer, Bookings } from '../../backend/contract/index.ts';
import type { BookingDraft } from './bookingDraft.ts';

interface Spoken {
  readonly ja: string;
  readonly en: string;
}

/**
 * A rider's yes that could not be sent because the server was away: kept on this device under its idempotency key, sent
 * until there is an answer, and told to the operator when there is.
 */
export interface KeptYes {
  /** Idempotency key, the same however often it is sent. */
  readonly key: string;
  readonly bookings: Bookings;
  readonly riderName: string;
  /** What was read aloud. */
  readonly sentence: Spoken;
  /** What was typed, to go on from when the answer is no. */
  readonly draft: BookingDraft;
  readonly outcome:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'booked'; readonly answer: BookedAnswer }
    | { readonly kind: 'refused'; readonly sentence: Spoken; readonly action: Spoken };
}

/** The list with a further yes; one with the same key is not kept twice. */
export function keepYes(kept: readonly KeptYes[], yes: KeptYes): readonly KeptYes[] {
  return kept.some(({ key }) => key === yes.key) ? kept : [...kept, yes];
}

/** The list with the outcome of one; unchanged when it is not in it or is settled. */
export function settleYes(
  kept: readonly KeptYes[],
  key: string,
  outcome: KeptYes['outcome'],
): readonly KeptYes[] {
  return kept.map((yes) => (yes.key === key && yes.outcome.kind === 'waiting' ? { ...yes, outcome } : yes));
}

/** The list without one the operator has read. */
export function dropYes(kept: readonly KeptYes[], key: string): readonly KeptYes[] {
  return kept.filter((yes) => yes.key !== key);
}

export function waitingYes(kept: readonly KeptYes[]): readonly KeptYes[] {
  return kept.filter(({ outcome }) => outcome.kind === 'waiting');
}
