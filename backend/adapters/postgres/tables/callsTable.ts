import type { PhoneCall } from '../../../domain/call/phoneCall.ts';
import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import type { CallsTable } from '../../../ports/tables.ts';
import { momentText, momentTextOrNull, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const COLUMNS = `
  id, revision, state, number, line, station, account_id AS "accountId", rang_at AS "rangAt",
  answered_at AS "answeredAt", ended_at AS "endedAt", confirmed_at AS "confirmedAt", confirmed_by AS "confirmedBy",
  person_id AS "personId", caller_kind AS "callerKind", closed_at AS "closedAt", changed_at AS "changedAt"`;

/** A new call is revision 1; a changed one follows on the revision that was read. */
const SAVE = `
  INSERT INTO phone_call (id, revision, state, number, line, station, account_id, rang_at, answered_at, ended_at,
    confirmed_at, confirmed_by, person_id, caller_kind, closed_at, changed_at)
  SELECT id, revision, state, number, line, station, "accountId", "rangAt", "answeredAt", "endedAt", "confirmedAt",
    "confirmedBy", "personId", "callerKind", "closedAt", "changedAt"
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, revision integer, state text, number text, line text,
    station text, "accountId" text, "rangAt" timestamptz, "answeredAt" timestamptz, "endedAt" timestamptz,
    "confirmedAt" timestamptz, "confirmedBy" text, "personId" text, "callerKind" text, "closedAt" timestamptz,
    "changedAt" timestamptz)
  ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, state = excluded.state, number = excluded.number,
    station = excluded.station, account_id = excluded.account_id, answered_at = excluded.answered_at,
    ended_at = excluded.ended_at, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by,
    person_id = excluded.person_id, caller_kind = excluded.caller_kind, closed_at = excluded.closed_at,
    changed_at = excluded.changed_at
  WHERE phone_call.revision = excluded.revision - 1
  RETURNING id`;

/** Calls that came in, and desk telephones. */
export function callsTable(session: Session): CallsTable {
  return {
    async find(id) {
      return (await session.query<PhoneCall>(`SELECT ${COLUMNS} FROM phone_call WHERE id = $1`, [id]))[0];
    },
    listChangedSince: (since) =>
      session.query<PhoneCall>(
        `SELECT ${COLUMNS} FROM phone_call WHERE changed_at >= $1::timestamptz ORDER BY rang_at DESC, id COLLATE "C"`,
        [momentText(since)],
      ),
    async save(call) {
      const row = {
        ...call,
        rangAt: momentText(call.rangAt),
        answeredAt: momentTextOrNull(call.answeredAt),
        endedAt: momentTextOrNull(call.endedAt),
        confirmedAt: momentTextOrNull(call.confirmedAt),
        closedAt: momentTextOrNull(call.closedAt),
        changedAt: momentText(call.changedAt),
      };
      const written = await session.query(SAVE, [rowsAsJson([row])]);
      if (written.length !== 1) session.refuse(new StaleWrite());
    },
    async findStationAccount(station) {
      const rows = await session.query<{ accountId: string }>(
        'SELECT account_id AS "accountId" FROM desk_station WHERE station = $1',
        [station],
      );
      return rows[0]?.accountId;
    },
    async findStationOf(accountId) {
      const rows = await session.query<{ station: string }>(
        'SELECT station FROM desk_station WHERE account_id = $1 ORDER BY claimed_at DESC LIMIT 1',
        [accountId],
      );
      return rows[0]?.station;
    },
    async claimStation(station, accountId, at) {
      await session.query('DELETE FROM desk_station WHERE account_id = $1 AND station <> $2', [
        accountId,
        station,
      ]);
      await session.query(
        `INSERT INTO desk_station (station, account_id, claimed_at) VALUES ($1, $2, $3::timestamptz)
        ON CONFLICT (station) DO UPDATE SET account_id = excluded.account_id, claimed_at = excluded.claimed_at`,
        [station, accountId, momentText(at)],
      );
    },
  };
}
