import type { DriverCommandsTable } from '../../../ports/tables.ts';
import { momentText } from '../rows.ts';
import type { Session } from '../session.ts';

const FIND_RESULT = 'SELECT result FROM driver_command WHERE id = $1';
const INSERT = `
  INSERT INTO driver_command (id, shift_id, result, at) VALUES ($1, $2, $3, $4::timestamptz)`;

/** Driver commands that were applied already. */
export function driverCommandsTable(session: Session): DriverCommandsTable {
  return {
    async findResult(id) {
      return (await session.query<{ result: string }>(FIND_RESULT, [id]))[0]?.result;
    },
    async insert(id, shiftId, result, at) {
      await session.query(INSERT, [id, shiftId, result, momentText(at)]);
    },
  };
}
