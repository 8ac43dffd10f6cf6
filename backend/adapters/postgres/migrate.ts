import { readdir, readFile } from 'node:fs/promises';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import { prepareDatabase } from './prepareDatabase.ts';
import type { Database, Session } from './session.ts';

/** Told before each migration: how many are done, how many there are to do, and its name. */
export type MigrationProgress = (done: number, total: number, name: string) => void;

/** The advisory lock under which databases are migrated; any number does, as long as nobody else uses it. */
const MIGRATION_LOCK = 7_202_407;

const FOLDER = new URL('./migrations/', import.meta.url);

const MIGRATION_TABLE = `
  CREATE TABLE IF NOT EXISTS migration (
    name text PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`;

/**
 * Applies the numbered migrations that the database does not have yet, all in one transaction.
 * @throws StoreFault `notPrepared` when the database has a migration that this version does not know
 */
export async function migrate(database: Database, progress: MigrationProgress = () => {}): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}\w*\.sql$/.test(name)).sort();
  await database.transaction(
    { readOnly: false, opening: 'SET LOCAL lock_timeout = 120000;' },
    async (session) => {
      await session.query('SELECT pg_advisory_xact_lock($1::bigint)', [MIGRATION_LOCK]);
      await session.script(MIGRATION_TABLE);
      const missing = await missingMigrations(session, names);
      if (missing.length > 0) await prepareDatabase(session);
      for (const [i, name] of missing.entries()) {
        progress(i, missing.length, name);
        await session.script(await readFile(new URL(name, FOLDER), 'utf8'));
        await session.query('INSERT INTO migration (name) VALUES ($1)', [name]);
      }
      await beginEraOfCopy(session);
    },
  );
}

async function missingMigrations(session: Session, names: readonly string[]): Promise<readonly string[]> {
  const rows = await session.query<{ name: string }>('SELECT name FROM migration ORDER BY name');
  const applied = new Set(rows.map(({ name }) => name));
  const unknown = [...applied].filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new StoreFault(
      'notPrepared',
      `The database is newer than this version: it has ${unknown.join(', ')}. Start the newer version.`,
    );
  }
  return names.filter((name) => !applied.has(name));
}

/**
 * A copy of the database (restored, or moved to another server) counts its transactions from elsewhere: events from
 * before begin an earlier era, so that new ones stand behind them whatever their transaction ids.
 */
async function beginEraOfCopy(session: Session): Promise<void> {
  // The owner of the tables need not see their rows; the office does.
  await session.script('SET LOCAL ROLE ainori_office');
  const [ahead] = await session.query<{ found: boolean }>(`
    SELECT EXISTS (SELECT FROM event WHERE era = (SELECT era FROM event_log) AND xid >= pg_current_xact_id()) AS found`);
  await session.script('RESET ROLE');
  await session.query(
    `UPDATE event_log SET era = era + 1, database_oid = own.oid
    FROM pg_database own
    WHERE own.datname = current_database() AND (event_log.database_oid <> own.oid OR $1::boolean)`,
    [ahead?.found === true],
  );
}
