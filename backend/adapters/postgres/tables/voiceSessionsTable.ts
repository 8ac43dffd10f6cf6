import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import type { VoiceSession } from '../../../domain/voice/voiceSession.ts';
import type { VoiceSessionsTable } from '../../../ports/voiceTables.ts';
import { asJson, momentText, momentTextOrNull } from '../rows.ts';
import type { Session } from '../session.ts';

const FIND = `
  SELECT call_id AS "callId", revision, line, number, person_id AS "personId", municipality, turn, heard, state, answer,
    claimed_until AS "claimedUntil", began_at AS "beganAt", changed_at AS "changedAt"
  FROM voice_session WHERE call_id = $1`;

/** A new session is revision 1; a changed one follows on the revision that was read. */
const SAVE = `
  INSERT INTO voice_session (call_id, revision, line, number, person_id, municipality, turn, heard, state, answer,
    claimed_until, began_at, changed_at)
  SELECT $1, $2::integer, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11::timestamptz, $12::timestamptz,
    $13::timestamptz
  WHERE $2::integer = 1 OR EXISTS (SELECT FROM voice_session WHERE call_id = $1)
  ON CONFLICT (call_id) DO UPDATE SET revision = excluded.revision, line = excluded.line, number = excluded.number,
    person_id = excluded.person_id, municipality = excluded.municipality, turn = excluded.turn, heard = excluded.heard,
    state = excluded.state, answer = excluded.answer, claimed_until = excluded.claimed_until,
    began_at = excluded.began_at, changed_at = excluded.changed_at
  WHERE voice_session.revision = excluded.revision - 1
  RETURNING call_id`;

/** Calls of the voice line. */
export function voiceSessionsTable(session: Session): VoiceSessionsTable {
  return {
    find: async (callId) => (await session.query<VoiceSession>(FIND, [callId]))[0],
    async save(row) {
      const values = [
        row.callId,
        row.revision,
        row.line,
        row.number,
        row.personId,
        row.municipality,
        row.turn,
        row.heard,
        asJson(row.state),
        row.answer && asJson(row.answer),
        momentTextOrNull(row.claimedUntil),
        momentText(row.beganAt),
        momentText(row.changedAt),
      ];
      const written = await session.query(SAVE, values);
      if (written.length !== 1) session.refuse(new StaleWrite());
    },
    async forget(before) {
      await session.query('DELETE FROM voice_session WHERE changed_at < $1::timestamptz', [
        momentText(before),
      ]);
    },
  };
}
