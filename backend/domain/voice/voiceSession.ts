import type { EpochMs } from '../units/time.ts';
import type { VoiceAnswer, VoiceState } from './voiceState.ts';

/** A call of the voice line, kept so that any process can go on with it. Personal data. */
export interface VoiceSession {
  /** The telephone system's own id. */
  readonly callId: string;
  /** Counts changes. */
  readonly revision: number;
  readonly line: string;
  /** Normalised digits; null when withheld. */
  readonly number: string | null;
  readonly personId: string | null;
  /** The rider's, once it is known who calls. */
  readonly municipality: string | null;
  /** The last turn that was answered; 0: none yet. */
  readonly turn: number;
  /**
   * What was heard in it, so that a repeated request gets the same answer and another one does not. Null where it would be
   * a secret (a PIN, a year of birth): then whatever comes under that turn gets its answer.
   */
  readonly heard: string | null;
  readonly state: VoiceState;
  readonly answer: VoiceAnswer | null;
  /** Somebody is at the next turn until this moment; null: nobody. */
  readonly claimedUntil: EpochMs | null;
  readonly beganAt: EpochMs;
  readonly changedAt: EpochMs;
}

/** A call without a word for so long is over. */
export const VOICE_SESSION_MS = 10 * 60_000;
/** A turn that is not answered after this long is anybody's again: whoever was at it has died. */
export const VOICE_CLAIM_MS = 30_000;
/** What was said on the telephone is kept for the desk for so long, and then forgotten. */
export const VOICE_KEPT_MS = 24 * 3_600_000;
