import type { SecretHasher } from '../../ports/accounts.ts';
import type { Clock } from '../../ports/clock.ts';
import { databaseFault } from './databaseFault.ts';
import { pgBell } from './pgBell.ts';
import { openPgDatabase } from './pgDatabase.ts';
import { type PostgresStore, postgresStore } from './postgresStore.ts';
import type { StoreLog } from './session.ts';

/** What a store on a PostgreSQL server needs. */
export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database` */
  readonly connectionString: string;
  /** How many transactions may run at once. */
  readonly poolSize: number;
  /** Says which days are a driver's "today" and "tomorrow". */
  readonly clock: Clock;
  readonly hasher: SecretHasher;
  readonly log: StoreLog;
}

/**
 * A store on a PostgreSQL server with PostGIS. Call `migrate` before anything else.
 * @throws StoreFault `unreachable` when the server does not answer
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<PostgresStore> {
  const { connectionString, poolSize, clock, hasher, log } = options;
  const database = openPgDatabase(connectionString, poolSize, log);
  try {
    await database.transaction({ readOnly: true, opening: '' }, (session) => session.query('SELECT 1'));
  } catch (thrown) {
    await database.close();
    throw databaseFault(thrown);
  }
  const bell = pgBell(connectionString, log);
  return postgresStore({ database, bell, clock, hasher, release: async () => {} });
}
