import type { VehiclePosition } from '../../../domain/schedule/shiftSchedule.ts';
import type { PositionsTable } from '../../../ports/tables.ts';
import { momentText, validPoint } from '../rows.ts';
import type { Session } from '../session.ts';

const LIST = `
  SELECT shift_id AS "shiftId", day, ST_X(location) AS lon, ST_Y(location) AS lat, at
  FROM vehicle_position WHERE day = $1::date ORDER BY shift_id COLLATE "C"`;

/** A position older than the one known (a device that was without a network) changes nothing. */
const SAVE = `
  INSERT INTO vehicle_position (shift_id, day, location, at)
  VALUES ($1, $2::date, ST_SetSRID(ST_MakePoint($3::float8, $4::float8), 4326), $5::timestamptz)
  ON CONFLICT (shift_id) DO UPDATE SET day = excluded.day, location = excluded.location, at = excluded.at
  WHERE vehicle_position.at <= excluded.at`;

/** Where vehicles were last seen. */
export function positionsTable(session: Session): PositionsTable {
  return {
    list: (day) => session.query<VehiclePosition>(LIST, [day]),
    async save({ shiftId, day, lon, lat, at }) {
      validPoint({ lon, lat });
      await session.query(SAVE, [shiftId, day, lon, lat, momentText(at)]);
    },
  };
}
