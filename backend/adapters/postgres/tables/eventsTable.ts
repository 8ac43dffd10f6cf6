import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import { UnknownCursor } from '../../../domain/fault/unknownCursor.ts';
import type { EventsTable, StoredEvent } from '../../../ports/tables.ts';
import { momentText, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

/** The cursor before the first event. */
const BEGINNING = '0.0.0';

const COLUMNS = `
  occurred_at AS "occurredAt", day, ride_id AS "rideId", shift_id AS "shiftId", municipality,
  person_id AS "personId", actor, body, era || '.' || xid::text || '.' || position AS cursor`;

/** Rows that nothing can get in front of any more: in this database, all transactions up to theirs have ended. */
const READABLE = `
  (era < (SELECT l.era FROM event_log l) OR xid < (SELECT event_bound()))`;

/**
 * Appends in the order given. The log's order is that of transaction ids; a transaction that took its id early and
 * then waited for another one's work on the same ride, shift or plan would stand before it: it finds the other's
 * events, writes nothing and must be done again under a new id.
 */
const APPEND = `
  WITH incoming AS (
    SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("occurredAt" timestamptz, day date, "rideId" text,
      "shiftId" text, municipality text, "personId" text, actor text, body jsonb)) WITH ORDINALITY
  ), overtaken AS (
    SELECT FROM event e
    WHERE e.era = (SELECT l.era FROM event_log l) AND e.xid > pg_current_xact_id()
      AND EXISTS (SELECT FROM incoming i WHERE i."rideId" = e.ride_id OR i."shiftId" = e.shift_id
        OR (i.day = e.day AND i.body->>'type' = 'ScheduleRevised' AND e.type = 'ScheduleRevised'))
  )
  INSERT INTO event (era, xid, occurred_at, day, ride_id, shift_id, municipality, person_id, clinic_ids, actor, type,
    body)
  SELECT (SELECT l.era FROM event_log l), pg_current_xact_id(), "occurredAt", day, "rideId", "shiftId",
    i.municipality, "personId",
    coalesce(
      (SELECT r.clinic_ids FROM ride r WHERE r.id = "rideId"),
      (SELECT ARRAY[p.clinic_id] FROM person p WHERE p.id = "personId" AND p.clinic_id IS NOT NULL),
      '{}'),
    actor, body->>'type', body
  FROM incoming i
  WHERE NOT EXISTS (SELECT FROM overtaken)
  ORDER BY ordinality
  RETURNING 1`;

const READ_AFTER = `
  SELECT ${COLUMNS} FROM event
  WHERE (era, xid, position) > ($1::int, $2::xid8, $3::bigint) AND ${READABLE}
  ORDER BY era, xid, position LIMIT $4::int`;

/**
 * Is it a cursor of this log? Either its event is there; or, for those who see a part of the log only, it is of this
 * era and of a transaction that has ended.
 */
const IS_KNOWN = `
  SELECT EXISTS (SELECT FROM event WHERE era = $1::int AND xid = $2::xid8 AND position = $3::bigint)
    OR (current_user <> 'ainori_office' AND $1::int = (SELECT l.era FROM event_log l)
      AND pg_visible_in_snapshot($2::xid8, pg_current_snapshot())) AS known`;

const HEAD = `
  SELECT ${COLUMNS} FROM event WHERE ${READABLE}
  ORDER BY era DESC, xid DESC, position DESC LIMIT 1`;

const CURSOR = /^(\d{1,9})\.(\d{1,19})\.(\d{1,18})$/;

/** The append-only log. */
export function eventsTable(session: Session, onAppend: () => void): EventsTable {
  return {
    async append(events) {
      if (events.length === 0) return;
      const rows = events.map((event) => ({ ...event, occurredAt: momentText(event.occurredAt) }));
      const written = await session.query(APPEND, [rowsAsJson(rows)]);
      if (written.length !== events.length) session.refuse(new StaleWrite());
      onAppend();
    },
    async readAfter(cursor, limit) {
      const place = await findPlace(session, cursor ?? BEGINNING);
      return session.query<StoredEvent>(READ_AFTER, [...place, limit]);
    },
    async head() {
      return (await session.query<StoredEvent>(HEAD))[0]?.cursor ?? BEGINNING;
    },
    listByRide: (rideId) =>
      session.query<StoredEvent>(
        `SELECT ${COLUMNS} FROM event WHERE ride_id = $1 ORDER BY era, xid, position`,
        [rideId],
      ),
    listByDay: (day) =>
      session.query<StoredEvent>(
        `SELECT ${COLUMNS} FROM event WHERE day = $1::date ORDER BY era, xid, position`,
        [day],
      ),
  };
}

/** @throws UnknownCursor */
async function findPlace(session: Session, cursor: string): Promise<readonly [number, string, string]> {
  const match = CURSOR.exec(cursor);
  if (!match) throw new UnknownCursor();
  const [, era = '', xid = '', position = ''] = match;
  const place = [Number(era), xid, position] as const;
  if (cursor === BEGINNING) return place;
  const [row] = await session.query<{ known: boolean }>(IS_KNOWN, place);
  if (row?.known !== true) throw new UnknownCursor();
  return place;
}
