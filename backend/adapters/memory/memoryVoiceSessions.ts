import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { VoiceSession } from '../../domain/voice/voiceSession.ts';
import type { VoiceSessionsTable } from '../../ports/voiceTables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Calls of the voice line: the office's alone. A forgotten one leaves null in its place. */
export function memoryVoiceSessions(
  transaction: MemoryTransaction,
  access: MemoryAccess,
): VoiceSessionsTable {
  const find = (callId: string) => transaction.get<VoiceSession | null>('voiceSession', callId) ?? undefined;
  return {
    find: async (callId) => (access.isOffice ? find(callId) : undefined),
    async save(session) {
      access.demand(access.isOffice);
      const before = find(session.callId);
      if ((before?.revision ?? 0) !== session.revision - 1) transaction.refuse(new StaleWrite());
      transaction.set('voiceSession', session.callId, session);
    },
    async forget(before) {
      access.demand(access.isOffice);
      for (const session of transaction.all<VoiceSession | null>('voiceSession')) {
        if (session && session.changedAt < before) transaction.set('voiceSession', session.callId, null);
      }
    },
  };
}
