import type { EpochMs } from '../domain/units/time.ts';
import type { VoiceSession } from '../domain/voice/voiceSession.ts';

/** Calls of the voice line that go on or ended lately. The office's alone. */
export interface VoiceSessionsTable {
  find(callId: string): Promise<VoiceSession | undefined>;
  /**
   * Adds a session (revision 1) or writes one whose revision grew by one.
   * @throws StaleWrite when somebody else was first
   */
  save(session: VoiceSession): Promise<void>;
  /** Forgets those that have not changed since the moment. */
  forget(before: EpochMs): Promise<void>;
}
