import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { EpochMs } from '../domain/units/time.ts';

/** An invented person's call: when it comes in, and what is asked. */
export interface PlannedCall {
  readonly at: EpochMs;
  readonly input: RequestInput;
  /** Cancelled again this many seconds after the call; null: kept. */
  readonly cancelAfterSeconds: number | null;
}
