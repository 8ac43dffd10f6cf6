import type { Depot, Driver, Provider, Shift, ShiftTemplate, Vehicle } from '../../../domain/fleet/fleet.ts';
import type { Coordinates } from '../../../domain/units/coordinates.ts';
import type { FleetTable } from '../../../ports/tables.ts';
import { portions, rowsAsJson, validPoint } from '../rows.ts';
import type { Session } from '../session.ts';

const LIST_PROVIDERS = `
  SELECT id, name, name_en AS "nameEn", category, phone FROM provider ORDER BY id COLLATE "C"`;
const LIST_DEPOTS = `
  SELECT id, name, municipality, ST_X(location) AS lon, ST_Y(location) AS lat FROM depot ORDER BY id COLLATE "C"`;
const LIST_VEHICLES = `
  SELECT id, name, provider_id AS "providerId", depot_id AS "depotId", configurations, skills,
    cost_per_hour_yen AS "costPerHourYen", cost_per_kilometre_yen AS "costPerKilometreYen"
  FROM vehicle ORDER BY id COLLATE "C"`;
const LIST_TEMPLATES = `
  SELECT vehicle_id AS "vehicleId", weekdays, start_second AS start, end_second AS "end", breaks,
    driver_name AS "driverName", valid_from AS "validFrom", valid_to AS "validTo"
  FROM shift_template ORDER BY vehicle_id COLLATE "C", valid_from, start_second`;
const LIST_DRIVERS = `
  SELECT provider_id AS "providerId", name, phone FROM driver ORDER BY provider_id COLLATE "C", name COLLATE "C"`;
const SHIFT = `
  id, day, vehicle_id AS "vehicleId", provider_id AS "providerId", depot_id AS "depotId",
  driver_name AS "driverName", start_second AS start, end_second AS "end", breaks`;

const INSERT_PROVIDERS = `
  INSERT INTO provider (id, name, name_en, category, phone)
  SELECT id, name, "nameEn", category, phone
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, name text, "nameEn" text, category text, phone text)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, category = excluded.category,
    phone = excluded.phone`;
const INSERT_DEPOTS = `
  INSERT INTO depot (id, name, municipality, location)
  SELECT id, name, municipality, ST_SetSRID(ST_MakePoint(lon, lat), 4326)
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, name text, municipality text, lon float8, lat float8)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, municipality = excluded.municipality,
    location = excluded.location`;
const INSERT_VEHICLES = `
  INSERT INTO vehicle (id, name, provider_id, depot_id, configurations, skills, cost_per_hour_yen,
    cost_per_kilometre_yen)
  SELECT id, name, "providerId", "depotId", configurations, skills, "costPerHourYen", "costPerKilometreYen"
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, name text, "providerId" text, "depotId" text,
    configurations jsonb, skills text[], "costPerHourYen" float8, "costPerKilometreYen" float8)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, provider_id = excluded.provider_id,
    depot_id = excluded.depot_id, configurations = excluded.configurations, skills = excluded.skills,
    cost_per_hour_yen = excluded.cost_per_hour_yen, cost_per_kilometre_yen = excluded.cost_per_kilometre_yen`;
const INSERT_TEMPLATES = `
  INSERT INTO shift_template (vehicle_id, weekdays, start_second, end_second, breaks, driver_name, valid_from,
    valid_to)
  SELECT "vehicleId", weekdays, start, "end", breaks, "driverName", "validFrom", "validTo"
  FROM jsonb_to_recordset($1::jsonb) AS r ("vehicleId" text, weekdays jsonb, start integer, "end" integer,
    breaks jsonb, "driverName" text, "validFrom" date, "validTo" date)
  ON CONFLICT (vehicle_id, valid_from, start_second, weekdays) DO UPDATE SET end_second = excluded.end_second,
    breaks = excluded.breaks, driver_name = excluded.driver_name, valid_to = excluded.valid_to`;
const INSERT_DRIVERS = `
  INSERT INTO driver (provider_id, name, phone)
  SELECT "providerId", name, phone
  FROM jsonb_to_recordset($1::jsonb) AS r ("providerId" text, name text, phone text)
  ON CONFLICT (provider_id, name) DO UPDATE SET phone = excluded.phone`;
const INSERT_SHIFTS = `
  INSERT INTO shift (id, day, vehicle_id, provider_id, depot_id, driver_name, start_second, end_second, breaks)
  SELECT id, day, "vehicleId", "providerId", "depotId", "driverName", start, "end", breaks
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, day date, "vehicleId" text, "providerId" text, "depotId" text,
    "driverName" text, start integer, "end" integer, breaks jsonb)
  ON CONFLICT (id) DO NOTHING`;

type DepotRow = Omit<Depot, 'coordinates'> & Coordinates;

/** Providers, depots, vehicles and shifts. */
export function fleetTable(session: Session): FleetTable {
  async function insert(statement: string, rows: readonly object[]): Promise<void> {
    for (const portion of portions(rows)) await session.query(statement, [rowsAsJson(portion)]);
  }
  return {
    listProviders: () => session.query<Provider>(LIST_PROVIDERS),
    async listDepots() {
      const rows = await session.query<DepotRow>(LIST_DEPOTS);
      return rows.map(({ lon, lat, ...rest }) => ({ ...rest, coordinates: { lon, lat } }));
    },
    listVehicles: () => session.query<Vehicle>(LIST_VEHICLES),
    listShiftTemplates: () => session.query<ShiftTemplate>(LIST_TEMPLATES),
    listShifts: (day) =>
      session.query<Shift>(`SELECT ${SHIFT} FROM shift WHERE day = $1::date ORDER BY id COLLATE "C"`, [day]),
    async findShift(id) {
      return (await session.query<Shift>(`SELECT ${SHIFT} FROM shift WHERE id = $1`, [id]))[0];
    },
    listDrivers: () => session.query<Driver>(LIST_DRIVERS),
    insertProviders: (rows) => insert(INSERT_PROVIDERS, rows),
    insertDepots: (rows) =>
      insert(
        INSERT_DEPOTS,
        rows.map(({ coordinates, ...rest }) => ({ ...rest, ...validPoint(coordinates) })),
      ),
    insertVehicles: (rows) => insert(INSERT_VEHICLES, rows),
    insertShiftTemplates: (rows) => insert(INSERT_TEMPLATES, rows),
    insertDrivers: (rows) => insert(INSERT_DRIVERS, rows),
    insertShifts: (rows) => insert(INSERT_SHIFTS, rows),
  };
}
