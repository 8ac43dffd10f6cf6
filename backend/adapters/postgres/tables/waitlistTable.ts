import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import type { WaitlistEntry } from '../../../domain/waitlist/waitlistEntry.ts';
import type { QueueState, WaitlistTable } from '../../../ports/callTables.ts';
import { queueState } from '../queueState.ts';
import { momentText, momentTextOrNull, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const COLUMNS = `
  id, revision, person_id AS "personId", municipality, denied_ride_id AS "deniedRideId", day, state, reason,
  ride_id AS "rideId", held_until AS "heldUntil", tries, created_at AS "createdAt", changed_at AS "changedAt", input`;

const RECORD = `
  jsonb_to_recordset($1::jsonb) AS r (id text, revision integer, "personId" text, municipality text,
    "deniedRideId" text, day date, state text, reason text, "rideId" text, "heldUntil" timestamptz, tries integer,
    "createdAt" timestamptz, "changedAt" timestamptz, input jsonb)`;

const INSERT = `
  INSERT INTO waitlist_entry (id, revision, person_id, municipality, clinic_ids, denied_ride_id, day, state, reason,
    ride_id, held_until, tries, created_at, changed_at, input)
  SELECT r.id, r.revision, r."personId", r.municipality,
    coalesce((SELECT ride.clinic_ids FROM ride WHERE ride.id = r."deniedRideId"), '{}'), r."deniedRideId", r.day,
    r.state, r.reason, r."rideId", r."heldUntil", r.tries, r."createdAt", r."changedAt", r.input
  FROM ${RECORD}
  ON CONFLICT (denied_ride_id) DO NOTHING
  RETURNING id`;

const UPDATE = `
  UPDATE waitlist_entry SET revision = r.revision, state = r.state, reason = r.reason, ride_id = r."rideId",
    held_until = r."heldUntil", tries = r.tries, created_at = r."createdAt", changed_at = r."changedAt"
  FROM ${RECORD}
  WHERE waitlist_entry.id = r.id AND waitlist_entry.revision = $2::int
  RETURNING waitlist_entry.id`;

const OPEN = `state IN ('waiting', 'held')`;
const STATE = queueState('waitlist_entry', OPEN);

function rowOf(entry: WaitlistEntry): object {
  return {
    ...entry,
    heldUntil: momentTextOrNull(entry.heldUntil),
    createdAt: momentText(entry.createdAt),
    changedAt: momentText(entry.changedAt),
  };
}

/** Refused requests that wait for a place. */
export function waitlistTable(session: Session): WaitlistTable {
  const list = (condition: string, values: readonly string[] = []) =>
    session.query<WaitlistEntry>(
      `SELECT ${COLUMNS} FROM waitlist_entry WHERE ${condition} ORDER BY created_at, id COLLATE "C"`,
      values,
    );
  return {
    find: async (id) => (await list('id = $1', [id]))[0],
    findByDeniedRide: async (rideId) => (await list('denied_ride_id = $1', [rideId]))[0],
    listOpen: () => list(OPEN),
    listByDay: (day) => list('day = $1::date', [day]),
    async insertNew(entry) {
      return (await session.query(INSERT, [rowsAsJson([rowOf(entry)])])).length === 1;
    },
    async update(entry, readRevision) {
      const written = await session.query(UPDATE, [rowsAsJson([rowOf(entry)]), readRevision]);
      if (written.length !== 1) session.refuse(new StaleWrite());
    },
    async state() {
      return (await session.query<QueueState>(STATE))[0]!;
    },
  };
}
