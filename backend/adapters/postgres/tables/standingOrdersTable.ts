import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import type { StandingEntry } from '../../../domain/standingOrder/standingEntry.ts';
import type { StandingOrder } from '../../../domain/standingOrder/standingOrder.ts';
import type { StandingOrdersTable } from '../../../ports/standingTables.ts';
import { momentText, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const COLUMNS = `
  id, revision, person_id AS "personId", municipality, state, changed_at AS "changedAt", details`;

const RECORD = `
  jsonb_to_recordset($1::jsonb) AS r (id text, revision integer, "personId" text, municipality text, state text,
    "startDay" date, "endDay" date, "changedAt" timestamptz, details jsonb)`;

const CLINIC_IDS = `
  coalesce((SELECT array_remove(ARRAY[p.clinic_id], NULL) FROM person p WHERE p.id = r."personId"), '{}')`;

const INSERT = `
  INSERT INTO standing_order (id, revision, person_id, municipality, clinic_ids, state, start_day, end_day, changed_at,
    details)
  SELECT id, revision, "personId", municipality, ${CLINIC_IDS}, state, "startDay", "endDay", "changedAt", details
  FROM ${RECORD}`;

const UPDATE = `
  UPDATE standing_order SET revision = r.revision, state = r.state, start_day = r."startDay", end_day = r."endDay",
    changed_at = r."changedAt", details = r.details
  FROM ${RECORD}
  WHERE standing_order.id = r.id AND standing_order.revision = $2::int
  RETURNING standing_order.id`;

/** An order that ended or was shortened is at work until its last ride is taken back or past. */
const STILL_AT_WORK = `
  (state = 'active' AND coalesce(end_day, 'infinity') >= $1::date)
  OR EXISTS (SELECT FROM standing_entry e
    WHERE e.order_id = standing_order.id AND e.state = 'booked' AND e.day > $1::date)`;

const ENTRY_COLUMNS = `
  order_id AS "orderId", series_day AS "seriesDay", leg, day, state, ride_id AS "rideId", reason,
  order_revision AS "orderRevision", claim, claimed_until AS "claimedUntil", input`;

const LIST_ENTRIES = `
  SELECT ${ENTRY_COLUMNS} FROM standing_entry
  WHERE order_id = ANY ($1::text[])
    AND (day BETWEEN $2::date AND $3::date OR series_day BETWEEN $2::date AND $3::date)
  ORDER BY order_id COLLATE "C", series_day, leg COLLATE "C"`;

/** Whose the entry is comes from the order, so that it cannot differ from it. */
const CLAIM = `
  INSERT INTO standing_entry (order_id, series_day, leg, day, state, ride_id, reason, order_revision, claim,
    claimed_until, person_id, municipality, clinic_ids, input)
  SELECT o.id, r."seriesDay", r.leg, r.day, 'claimed', NULL, NULL, r."orderRevision", r.claim, r."claimedUntil",
    o.person_id, o.municipality, o.clinic_ids, r.input
  FROM jsonb_to_recordset($1::jsonb) AS r ("orderId" text, "seriesDay" date, leg text, day date,
    "orderRevision" integer, claim text, "claimedUntil" timestamptz, input jsonb)
  JOIN standing_order o ON o.id = r."orderId"
  ON CONFLICT (order_id, series_day, leg) DO UPDATE SET day = excluded.day, state = 'claimed', ride_id = NULL,
    reason = NULL, order_revision = excluded.order_revision, claim = excluded.claim,
    claimed_until = excluded.claimed_until, input = excluded.input
  WHERE standing_entry.state = 'withdrawn'
    OR (standing_entry.state = 'refused' AND standing_entry.order_revision < excluded.order_revision)
    OR (standing_entry.state = 'claimed' AND standing_entry.claimed_until <= $2::timestamptz)
  RETURNING 1`;

const SETTLE = `
  UPDATE standing_entry SET state = $5, ride_id = $6, reason = $7
  WHERE order_id = $1 AND series_day = $2::date AND leg = $3 AND claim = $4 AND state = $8
  RETURNING 1`;

type Details = Omit<StandingOrder, 'id' | 'revision' | 'personId' | 'municipality' | 'state' | 'changedAt'>;
type OrderRow = Omit<StandingOrder, keyof Details> & { readonly details: Details };

function orderOf({ details, ...columns }: OrderRow): StandingOrder {
  return { ...columns, ...details };
}

function rowOf(order: StandingOrder): object {
  const { id, revision, personId, municipality, state, changedAt, ...details } = order;
  const { startDay, endDay } = order.recurrence;
  const columns = { id, revision, personId, municipality, state, startDay, endDay };
  return { ...columns, changedAt: momentText(changedAt), details };
}

/** Standing orders, and what became of their dates. */
export function standingOrdersTable(session: Session): StandingOrdersTable {
  async function list(condition: string, values: readonly string[]): Promise<StandingOrder[]> {
    const rows = await session.query<OrderRow>(
      `SELECT ${COLUMNS} FROM standing_order WHERE ${condition} ORDER BY id COLLATE "C"`,
      values,
    );
    return rows.map(orderOf);
  }
  return {
    find: async (id) => (await list('id = $1', [id]))[0],
    listByPerson: (personId) => list('person_id = $1', [personId]),
    listActive: (day) => list(STILL_AT_WORK, [day]),
    async insert(order) {
      await session.query(INSERT, [rowsAsJson([rowOf(order)])]);
    },
    async update(order, readRevision) {
      const written = await session.query(UPDATE, [rowsAsJson([rowOf(order)]), readRevision]);
      if (written.length !== 1) session.refuse(new StaleWrite());
    },
    async listEntries(orderIds, from, to) {
      if (orderIds.length === 0) return [];
      return session.query<StandingEntry>(LIST_ENTRIES, [orderIds, from, to]);
    },
    async claim(entry, now) {
      const row = { ...entry, claimedUntil: momentText(entry.claimedUntil) };
      return (await session.query(CLAIM, [rowsAsJson([row]), momentText(now)])).length === 1;
    },
    async settle({ orderId, seriesDay, leg, claim, state, rideId, reason }, readState) {
      const values = [orderId, seriesDay, leg, claim, state, rideId, reason, readState];
      return (await session.query(SETTLE, values)).length === 1;
    },
  };
}
