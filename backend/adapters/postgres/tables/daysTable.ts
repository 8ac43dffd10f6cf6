import type { DutyEnd } from '../../../domain/fleet/offDuty.ts';
import type { ShiftSchedule } from '../../../domain/schedule/shiftSchedule.ts';
import type { DaysTable } from '../../../ports/tables.ts';
import { portions, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const VERSION = 'SELECT version FROM service_day WHERE day = $1::date';

/** The first plan of a day makes its row; whoever comes second waits for the first and then finds version 1. */
const ADVANCE_FIRST = `
  INSERT INTO service_day (day, version) VALUES ($1::date, 1)
  ON CONFLICT (day) DO UPDATE SET version = 1 WHERE service_day.version = 0
  RETURNING version`;
const ADVANCE = `
  UPDATE service_day SET version = version + 1 WHERE day = $1::date AND version = $2::int RETURNING version`;

/** Rows are held in the order of the calendar, like those of writers of several days. */
const ADVANCE_FROM = `
  UPDATE service_day SET version = version + 1
  WHERE day IN (SELECT day FROM service_day WHERE day >= $1::date ORDER BY day FOR UPDATE)`;

const LIST_SCHEDULES = `
  SELECT shift_id AS "shiftId", day, version, details FROM shift_schedule WHERE day = $1::date
  ORDER BY shift_id COLLATE "C"`;
const LIST_DUTY_ENDS = `
  SELECT shift_id AS "shiftId", (details ->> 'finish')::float8 AS finish, (details ->> 'ended')::float8 AS ended
  FROM shift_schedule WHERE day = $1::date ORDER BY shift_id COLLATE "C"`;
const SAVE_SCHEDULES = `
  INSERT INTO shift_schedule (shift_id, day, version, details)
  SELECT "shiftId", day, version, details
  FROM jsonb_to_recordset($1::jsonb) AS r ("shiftId" text, day date, version integer, details jsonb)
  ON CONFLICT (shift_id) DO UPDATE SET day = excluded.day, version = excluded.version, details = excluded.details`;

type Details = Omit<ShiftSchedule, 'shiftId' | 'day' | 'version'>;
type ScheduleRow = Pick<ShiftSchedule, 'shiftId' | 'day' | 'version'> & { readonly details: Details };
type DutyEndRow = Pick<DutyEnd, 'shiftId' | 'finish'> & { readonly ended: number | null };

/** The plan of a service day. */
export function daysTable(session: Session): DaysTable {
  return {
    async version(day) {
      return (await session.query<{ version: number }>(VERSION, [day]))[0]?.version ?? 0;
    },
    async advance(day, expected) {
      const moved =
        expected === 0
          ? await session.query(ADVANCE_FIRST, [day])
          : await session.query(ADVANCE, [day, expected]);
      return moved.length === 1;
    },
    async advanceFrom(day) {
      await session.query(ADVANCE_FROM, [day]);
    },
    async listSchedules(day) {
      const rows = await session.query<ScheduleRow>(LIST_SCHEDULES, [day]);
      return rows.map(({ details, ...columns }) => ({ ...columns, ...details }));
    },
    async listDutyEnds(day) {
      const rows = await session.query<DutyEndRow>(LIST_DUTY_ENDS, [day]);
      return rows.map(({ ended, ...row }) => ({ ...row, ...(ended !== null && { ended }) }));
    },
    async saveSchedules(schedules) {
      const rows = schedules.map(({ shiftId, day, version, ...details }) => ({
        shiftId,
        day,
        version,
        details,
      }));
      for (const portion of portions(rows)) await session.query(SAVE_SCHEDULES, [rowsAsJson(portion)]);
    },
  };
}
