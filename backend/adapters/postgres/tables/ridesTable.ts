import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import type { Ride } from '../../../domain/ride/ride.ts';
import type { RidesTable } from '../../../ports/tables.ts';
import { momentText, momentTextOrNull, portions, rowsAsJson, validPoint } from '../rows.ts';
import type { Session } from '../session.ts';

const COLUMNS = `
  id, revision, status, end_reason AS "endReason", person_id AS "personId", municipality, clinic_id AS "clinicId",
  service_id AS "serviceId", provider_id AS "providerId", channel, day, fare_yen AS "fareYen", shift_id AS "shiftId",
  return_of AS "returnOf", group_id AS "groupId", requested_at AS "requestedAt", booked_at AS "bookedAt", details`;

const RECORD = `
  jsonb_to_recordset($1::jsonb) AS r (id text, revision integer, "readRevision" integer, status text,
    "endReason" text, "personId" text, municipality text, "clinicId" text, "serviceId" text, "providerId" text,
    "returnOf" text, "groupId" text, channel text, day date, "fromMunicipality" text, "toMunicipality" text, "fareYen" float8, "shiftId" text,
    "requestedAt" timestamptz, "bookedAt" timestamptz, details jsonb)`;

const CLINIC_IDS = `array_remove(ARRAY[r."clinicId", (SELECT p.clinic_id FROM person p WHERE p.id = r."personId")], NULL)`;

const INSERT = `
  INSERT INTO ride (id, revision, status, end_reason, person_id, municipality, clinic_id, clinic_ids, service_id,
    provider_id, channel, day, from_municipality, to_municipality, fare_yen, shift_id, return_of, group_id, requested_at,
    booked_at, details)
  SELECT id, revision, status, "endReason", "personId", municipality, "clinicId", ${CLINIC_IDS}, "serviceId",
    "providerId", channel, day, "fromMunicipality", "toMunicipality", "fareYen", "shiftId", "returnOf", "groupId",
    "requestedAt", "bookedAt", details
  FROM ${RECORD}`;

const UPDATE = `
  UPDATE ride SET revision = r.revision, status = r.status, end_reason = r."endReason", clinic_id = r."clinicId",
    clinic_ids = ${CLINIC_IDS}, service_id = r."serviceId", provider_id = r."providerId", day = r.day,
    from_municipality = r."fromMunicipality", to_municipality = r."toMunicipality", fare_yen = r."fareYen",
    shift_id = r."shiftId", booked_at = r."bookedAt", details = r.details
  FROM ${RECORD}
  WHERE ride.id = r.id AND ride.revision = r."readRevision"
  RETURNING ride.id`;

/** What has columns of its own; everything else of a ride is in its details. */
const COLUMN_FIELDS = [
  'id',
  'revision',
  'status',
  'endReason',
  'personId',
  'municipality',
  'clinicId',
  'serviceId',
  'providerId',
  'channel',
  'day',
  'fareYen',
  'shiftId',
  'returnOf',
  'groupId',
  'requestedAt',
  'bookedAt',
] as const satisfies readonly (keyof Ride)[];
type Details = Omit<Ride, (typeof COLUMN_FIELDS)[number]>;
type RideRow = Omit<Ride, keyof Details> & { readonly details: Details };

const columnNames: ReadonlySet<string> = new Set(COLUMN_FIELDS);

function rideOf({ details, ...columns }: RideRow): Ride {
  return { ...columns, ...details };
}

function rowOf(ride: Ride): object {
  validPoint(ride.from.coordinates);
  validPoint(ride.to.coordinates);
  return {
    ...ride,
    requestedAt: momentText(ride.requestedAt),
    bookedAt: momentTextOrNull(ride.bookedAt),
    fromMunicipality: ride.from.municipality,
    toMunicipality: ride.to.municipality,
    details: Object.fromEntries(Object.entries(ride).filter(([field]) => !columnNames.has(field))),
  };
}

/** Rides from request to end. */
export function ridesTable(session: Session): RidesTable {
  async function list(condition: string, values: readonly (string | readonly string[])[]): Promise<Ride[]> {
    const rows = await session.query<RideRow>(
      `SELECT ${COLUMNS} FROM ride WHERE ${condition} ORDER BY requested_at, id COLLATE "C"`,
      values,
    );
    return rows.map(rideOf);
  }
  return {
    find: async (id) => (await list('id = $1', [id]))[0],
    listByIds: (ids) => list('id = ANY ($1::text[])', [ids]),
    listByDay: (day) => list('day = $1::date', [day]),
    listReturns: (rideId) => list('return_of = $1', [rideId]),
    listByGroup: (groupId) => list('group_id = $1', [groupId]),
    listByPerson: (personId, fromDay, toDay) =>
      list('person_id = $1 AND day BETWEEN $2::date AND $3::date', [personId, fromDay, toDay]),
    async insert(ride) {
      await session.query(INSERT, [rowsAsJson([rowOf(ride)])]);
    },
    async insertMany(rides) {
      for (const portion of portions(rides)) await session.query(INSERT, [rowsAsJson(portion.map(rowOf))]);
    },
    async update(rides, readRevisions) {
      if (rides.length === 0) return;
      const rows = rides.map((ride, i) => ({ ...rowOf(ride), readRevision: readRevisions[i] ?? null }));
      const written = await session.query(UPDATE, [rowsAsJson(rows)]);
      if (written.length !== rides.length) session.refuse(new StaleWrite());
    },
  };
}
