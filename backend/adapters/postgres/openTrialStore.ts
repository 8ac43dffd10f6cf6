import type { SecretHasher } from '../../ports/accounts.ts';
import type { Clock } from '../../ports/clock.ts';
import { type DirectoryLock, lockDirectory } from './directoryLock.ts';
import { localBell } from './eventBell.ts';
import { type PostgresStore, postgresStore } from './postgresStore.ts';
import type { StoreLog } from './session.ts';
import { openTrialDatabase } from './trialDatabase.ts';

/** What the embedded store needs. */
export interface TrialStoreOptions {
  /** Where its files are; undefined keeps everything in memory. */
  readonly directory: string | undefined;
  /** Says which days are a driver's "today" and "tomorrow". */
  readonly clock: Clock;
  readonly hasher: SecretHasher;
  readonly log: StoreLog;
}

const NO_LOCK: DirectoryLock = { release: async () => {} };

/**
 * The embedded store, for trials only: one session, one process. Call `migrate` before anything else.
 * @throws StoreFault `notPrepared` when another process has the directory open
 */
export async function openTrialStore(options: TrialStoreOptions): Promise<PostgresStore> {
  const { directory, clock, hasher, log } = options;
  const lock = directory === undefined ? NO_LOCK : await lockDirectory(directory);
  try {
    const database = await openTrialDatabase(directory);
    log.info({ directory: directory ?? 'memory' }, 'embedded database open');
    return postgresStore({ database, bell: localBell(), clock, hasher, release: lock.release });
  } catch (thrown) {
    await lock.release();
    throw thrown;
  }
}
