import type { JobRunsTable } from '../../../ports/standingTables.ts';
import { momentText } from '../rows.ts';
import type { Session } from '../session.ts';

const LAST = 'SELECT max(day) AS day FROM job_run WHERE job = $1';
const MARK = `
  INSERT INTO job_run (job, day, done_at) VALUES ($1, $2::date, $3::timestamptz) ON CONFLICT (job, day) DO NOTHING`;

/** Jobs that are done once for each service day. */
export function jobRunsTable(session: Session): JobRunsTable {
  return {
    async lastDone(job) {
      return (await session.query<{ day: string | null }>(LAST, [job]))[0]?.day ?? undefined;
    },
    async markDone(job, day, at) {
      await session.query(MARK, [job, day, momentText(at)]);
    },
  };
}
