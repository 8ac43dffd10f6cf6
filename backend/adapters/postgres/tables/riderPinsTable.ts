import { MOST_PIN_ATTEMPTS, type RiderPin } from '../../../domain/proxy/riderPin.ts';
import type { RiderPinsTable } from '../../../ports/proxyTables.ts';
import { momentText } from '../rows.ts';
import type { Session } from '../session.ts';

const SAVE = `
  INSERT INTO rider_pin (person_id, municipality, hash, set_by, set_at) VALUES ($1, $2, $3, $4, $5::timestamptz)
  ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, set_by = excluded.set_by, set_at = excluded.set_at`;

/** One statement, so that parallel guesses wait for one another and each is counted. */
const TAKE_ATTEMPT = `
  INSERT INTO caller_attempt AS kept (person_id, municipality, attempts, first_at) VALUES ($1, $2, 1, $3::timestamptz)
  ON CONFLICT (person_id) DO UPDATE SET
    attempts = CASE WHEN kept.first_at < $4::timestamptz THEN 1 ELSE kept.attempts + 1 END,
    first_at = CASE WHEN kept.first_at < $4::timestamptz THEN excluded.first_at ELSE kept.first_at END
  WHERE kept.attempts < $5::int OR kept.first_at < $4::timestamptz
  RETURNING person_id`;

/** What riders agreed on with the desk, and how often it was guessed at. */
export function riderPinsTable(session: Session): RiderPinsTable {
  return {
    async find(personId) {
      const rows = await session.query<RiderPin>(
        `SELECT person_id AS "personId", municipality, hash, set_by AS "setBy", set_at AS "setAt"
        FROM rider_pin WHERE person_id = $1`,
        [personId],
      );
      return rows[0];
    },
    async save({ personId, municipality, hash, setBy, setAt }) {
      await session.query(SAVE, [personId, municipality, hash, setBy, momentText(setAt)]);
    },
    async remove(personId) {
      const gone = await session.query('DELETE FROM rider_pin WHERE person_id = $1 RETURNING person_id', [
        personId,
      ]);
      return gone.length === 1;
    },
    async takeAttempt({ id, municipality }, now, since) {
      const values = [id, municipality, momentText(now), momentText(since), MOST_PIN_ATTEMPTS];
      return (await session.query(TAKE_ATTEMPT, values)).length === 1;
    },
    async returnAttempt(personId) {
      await session.query(
        'UPDATE caller_attempt SET attempts = attempts - 1 WHERE person_id = $1 AND attempts > 0',
        [personId],
      );
    },
    async countAttempts(personId) {
      const rows = await session.query<{ attempts: number }>(
        'SELECT attempts FROM caller_attempt WHERE person_id = $1',
        [personId],
      );
      return rows[0]?.attempts ?? 0;
    },
    async clearAttempts(personId) {
      await session.query('DELETE FROM caller_attempt WHERE person_id = $1', [personId]);
    },
  };
}
