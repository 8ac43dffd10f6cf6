import type { KeptNotice } from '../../../domain/notice/notice.ts';
import type { NoticesTable } from '../../../ports/callTables.ts';
import { momentText, momentTextOrNull, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const COLUMNS = `
  id, person_id AS "personId", municipality, ride_id AS "rideId", reason, state, created_at AS "createdAt",
  send_at AS "sendAt", settled_at AS "settledAt", failure, details`;

const INSERT = `
  INSERT INTO notice (id, person_id, municipality, ride_id, reason, state, created_at, send_at, settled_at, failure,
    details)
  SELECT id, "personId", municipality, "rideId", reason, state, "createdAt", "sendAt", "settledAt", failure, details
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, "personId" text, municipality text, "rideId" text, reason text,
    state text, "createdAt" timestamptz, "sendAt" timestamptz, "settledAt" timestamptz, failure text, details jsonb)
  ON CONFLICT (id) DO NOTHING`;

/** Rows that another process is just taking are left to it. */
const TAKE = `
  WITH taken AS (
    UPDATE notice SET claim = $3, claimed_until = $2::timestamptz
    WHERE id IN (
      SELECT id FROM notice
      WHERE state = 'waiting' AND send_at <= $1::timestamptz
        AND (claimed_until IS NULL OR claimed_until <= $1::timestamptz)
      ORDER BY send_at, id COLLATE "C" LIMIT $4::int FOR UPDATE SKIP LOCKED)
    RETURNING *)
  SELECT ${COLUMNS} FROM taken ORDER BY send_at, id COLLATE "C"`;

const SETTLE = `
  UPDATE notice SET state = $2, settled_at = $3::timestamptz, failure = $4
  WHERE id = $1 AND state = 'waiting' RETURNING 1`;

type NoticeRow = Omit<KeptNotice, 'to' | 'text'> & { readonly details: Pick<KeptNotice, 'to' | 'text'> };

function noticeOf({ details, ...columns }: NoticeRow): KeptNotice {
  return { ...columns, ...details };
}

/** Automatic notices. */
export function noticesTable(session: Session): NoticesTable {
  return {
    async insertNew(notices) {
      if (notices.length === 0) return;
      const rows = notices.map(({ to, text, ...columns }) => ({
        ...columns,
        createdAt: momentText(columns.createdAt),
        sendAt: momentText(columns.sendAt),
        settledAt: momentTextOrNull(columns.settledAt),
        details: { to, text },
      }));
      await session.query(INSERT, [rowsAsJson(rows)]);
    },
    async listByPerson(personId, limit) {
      const rows = await session.query<NoticeRow>(
        `SELECT ${COLUMNS} FROM notice WHERE person_id = $1 ORDER BY created_at DESC, id COLLATE "C" LIMIT $2::int`,
        [personId, limit],
      );
      return rows.map(noticeOf);
    },
    async takeDue(now, until, claim, limit) {
      const values = [momentText(now), momentText(until), claim, limit];
      return (await session.query<NoticeRow>(TAKE, values)).map(noticeOf);
    },
    async settle(id, state, at, failure) {
      return (await session.query(SETTLE, [id, state, momentText(at), failure])).length === 1;
    },
  };
}
