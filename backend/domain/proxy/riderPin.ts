import type { EpochMs } from '../units/time.ts';

/** What a rider and the desk agreed on, so that nobody else cancels by telephone: kept as a hash. */
export interface RiderPin {
  readonly personId: string;
  readonly municipality: string;
  readonly hash: string;
  /** Account id. */
  readonly setBy: string;
  readonly setAt: EpochMs;
}

/** So many wrong answers in a row, then the telephone rests. */
export const MOST_PIN_ATTEMPTS = 5;
/** Attempts are counted over this time. */
export const PIN_ATTEMPTS_WITHIN_MS = 15 * 60_000;

/** Four digits, as said on the telephone? */
export function isPin(text: string): boolean {
  return /^\d{4}$/.test(text);
}
