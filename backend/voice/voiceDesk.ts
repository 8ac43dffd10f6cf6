import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { VoiceAnswer, VoiceHeard } from '../domain/voice/voiceState.ts';

/** One turn of a call, as a telephone system sends it. */
export interface VoiceTurn {
  readonly callId: string;
  readonly line: string;
  /** Normalised digits; null when withheld. */
  readonly number: string | null;
  /** 1 for the first, counted by the telephone system. The same again gets the same answer. */
  readonly turn: number;
  readonly heard: VoiceHeard;
}

/** The line that answers by itself: a resident hears where their ride is, cancels, books the usual ride, rings for home. */
export interface VoiceDesk {
  /**
   * Takes one turn. Where anything fails the answer hands over to a person.
   * @returns refused as `turnOutOfOrder` for a turn that is not the next, nor the last one again
   */
  take(turn: VoiceTurn): Promise<Outcome<VoiceAnswer, Rejection>>;
}
