import type { VoiceSession } from '../../backend/domain/voice/voiceSession.ts';
import { NEW_CALL } from '../../backend/voice/dialogue/converse.ts';
import { SAMPLE_NOW } from './sampleRows.ts';

/** A call of the voice line that was answered once. */
export function sampleVoiceSession(given: Partial<VoiceSession> = {}): VoiceSession {
  return {
    callId: 'voice-1',
    revision: 1,
    line: 'line',
    number: '0242001234',
    personId: null,
    municipality: null,
    turn: 1,
    heard: '{"kind":"start"}',
    state: { ...NEW_CALL, place: { at: 'name', personIds: ['anna', 'bert'] }, toldCalls: ['call-1'] },
    answer: {
      turn: 1,
      language: 'ja',
      say: [{ ja: 'お電話ありがとうございます。', en: 'Thank you for calling.' }],
      next: { do: 'listen', mostKeys: 1, firstSeconds: 8, nextSeconds: 3 },
    },
    claimedUntil: null,
    beganAt: SAMPLE_NOW,
    changedAt: SAMPLE_NOW,
    ...given,
  };
}
