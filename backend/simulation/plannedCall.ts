import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { EpochMs } from '../domain/units/time.ts';

/** An invented person's call: when it comes in, and what is asked. */
export interface PlannedCall {
  readonly at: EpochMs;
  readonly input: RequestInput;
  /** Cancelled again this many seconds after the call; null: kept. */
  readonly cancelAfterSeconds: number | null;
  /**
   * A way home, asked for as such where the way there was booked: with the time of `input`, or on call, the rider
   * ringing about then. Absent: a ride of its own.
   */
  readonly home?: 'timed' | 'onCall';
  /** Takes a time as far as this from the nearest one where it is shared. Absent: the nearest one. */
  readonly flexibleSeconds?: number;
}
