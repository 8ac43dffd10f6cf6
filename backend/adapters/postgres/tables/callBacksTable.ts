import type { CallBack, CallClaim, CallOwed } from '../../../domain/callBack/callBack.ts';
import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import { StoreFault } from '../../../domain/fault/storeFault.ts';
import type { CallBacksTable, QueueState } from '../../../ports/callTables.ts';
import { queueState } from '../queueState.ts';
import { momentText, momentTextOrNull, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const COLUMNS = `
  id, revision, person_id AS "personId", household_id AS "householdId", municipality, reason, subject,
  ride_id AS "rideId", state, due_at AS "dueAt", useful_until AS "usefulUntil", created_at AS "createdAt",
  changed_at AS "changedAt",
  details || jsonb_build_object('bestHours',
    (SELECT w.best_hours FROM contact_wish w WHERE w.person_id = call_back.person_id)) AS details`;

const RECORD = `
  jsonb_to_recordset($1::jsonb) AS r (id text, revision integer, "personId" text, "householdId" text,
    municipality text, reason text, subject text, "rideId" text, state text, "dueAt" timestamptz,
    "usefulUntil" timestamptz, "createdAt" timestamptz, "changedAt" timestamptz, details jsonb)`;

/** Household and municipality are the rider's own, so that they cannot differ from them. */
const OWE = `
  INSERT INTO call_back (id, revision, person_id, household_id, municipality, reason, subject, ride_id, state, due_at,
    useful_until, created_at, changed_at, details)
  SELECT 'call_' || replace(gen_random_uuid()::text, '-', ''), 1, p.id, p.household_id, p.municipality, r.reason,
    r.subject, r."rideId", 'open', r."dueAt", r."usefulUntil", $2::timestamptz, $2::timestamptz,
    r.details
  FROM ${RECORD}
  JOIN person p ON p.id = r."personId"
  ON CONFLICT (subject, reason) WHERE state = 'open' DO UPDATE SET revision = call_back.revision + 1,
    due_at = least(call_back.due_at, excluded.due_at), useful_until = excluded.useful_until,
    changed_at = excluded.changed_at
  RETURNING 1`;

const UPDATE = `
  UPDATE call_back SET revision = r.revision, state = r.state, due_at = r."dueAt", useful_until = r."usefulUntil",
    changed_at = r."changedAt", details = r.details
  FROM ${RECORD}
  WHERE call_back.id = r.id AND call_back.revision = $2::int
  RETURNING call_back.id`;

const STATE = queueState('call_back', `state = 'open'`);

const KNOWN = 'SELECT DISTINCT subject FROM call_back WHERE reason = $1 AND subject = ANY ($2::text[])';

/** Whoever comes second waits for the row and then finds it taken. */
const TAKE = `
  INSERT INTO call_claim (household_id, account_id, display_name, until)
  VALUES ($1, $2, $3, $4::timestamptz)
  ON CONFLICT (household_id) DO UPDATE SET account_id = excluded.account_id, display_name = excluded.display_name,
    until = excluded.until
  WHERE call_claim.account_id = excluded.account_id OR call_claim.until <= $5::timestamptz
  RETURNING 1`;

const RELEASE = 'DELETE FROM call_claim WHERE household_id = $1 AND account_id = $2';
const TOUCH = `UPDATE call_back SET changed_at = $2::timestamptz WHERE household_id = $1 AND state = 'open'`;
const CLAIMS = `
  SELECT household_id AS "householdId", account_id AS "accountId", display_name AS "displayName", until
  FROM call_claim WHERE until > $1::timestamptz ORDER BY household_id COLLATE "C"`;

type Details = Pick<
  CallBack,
  'standingOrderId' | 'waitlistId' | 'day' | 'rejection' | 'bestHours' | 'attempts'
>;
type CallRow = Omit<CallBack, keyof Details> & { readonly details: Details };

function callOf({ details, ...columns }: CallRow): CallBack {
  return { ...columns, ...details };
}

function rowOf(call: CallBack): object {
  const { standingOrderId, waitlistId, day, rejection, bestHours: _, attempts, ...columns } = call;
  return {
    ...columns,
    dueAt: momentText(call.dueAt),
    usefulUntil: momentTextOrNull(call.usefulUntil),
    createdAt: momentText(call.createdAt),
    changedAt: momentText(call.changedAt),
    details: { standingOrderId, waitlistId, day, rejection, attempts },
  };
}

function owedRow(owed: CallOwed): object {
  const { personId, reason, subject, day, dueAt, usefulUntil, rideId = null } = owed;
  const { standingOrderId = null, waitlistId = null, rejection = null } = owed;
  const columns = { personId, reason, subject, rideId };
  const moments = { dueAt: momentText(dueAt), usefulUntil: momentTextOrNull(usefulUntil) };
  return { ...columns, ...moments, details: { standingOrderId, waitlistId, day, rejection, attempts: [] } };
}

/** Calls we owe. */
export function callBacksTable(session: Session): CallBacksTable {
  async function list(condition: string, values: readonly string[]): Promise<CallBack[]> {
    const rows = await session.query<CallRow>(
      `SELECT ${COLUMNS} FROM call_back WHERE ${condition} ORDER BY created_at, id COLLATE "C"`,
      values,
    );
    return rows.map(callOf);
  }
  return {
    find: async (id) => (await list('id = $1', [id]))[0],
    listOpen: () => list(`state = 'open'`, []),
    listOpenOf: (householdId) => list(`household_id = $1 AND state = 'open'`, [householdId]),
    listByRide: (rideId) => list('ride_id = $1', [rideId]),
    async owe(calls, now) {
      // One by one: a statement may not meet the same open call twice.
      for (const owed of calls) {
        const written = await session.query(OWE, [rowsAsJson([owedRow(owed)]), momentText(now)]);
        if (written.length !== 1) {
          session.refuse(new StoreFault('unknownReference', 'A call is owed to somebody who is not there.'));
        }
      }
    },
    async listKnownSubjects(reason, subjects) {
      const rows = await session.query<{ subject: string }>(KNOWN, [reason, subjects]);
      return rows.map(({ subject }) => subject);
    },
    async update(call, readRevision) {
      const written = await session.query(UPDATE, [rowsAsJson([rowOf(call)]), readRevision]);
      if (written.length !== 1) session.refuse(new StaleWrite());
    },
    async state() {
      return (await session.query<QueueState>(STATE))[0]!;
    },
    async take({ householdId, accountId, displayName, until }, now) {
      const values = [householdId, accountId, displayName, momentText(until), momentText(now)];
      const isTaken = (await session.query(TAKE, values)).length === 1;
      if (isTaken) await session.query(TOUCH, [householdId, momentText(now)]);
      return isTaken;
    },
    async release(householdId, accountId, now) {
      await session.query(RELEASE, [householdId, accountId]);
      await session.query(TOUCH, [householdId, momentText(now)]);
    },
    listClaims: (now) => session.query<CallClaim>(CLAIMS, [momentText(now)]),
  };
}
