import { join } from 'node:path';
import { openPostgresStore, openTrialStore, type PostgresStore } from '../adapters/postgres/index.ts';
import { argonHasher } from '../adapters/system/argonHasher.ts';
import { StoreFault } from '../domain/fault/storeFault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { PlainFault } from './plainFault.ts';
import type { Progress } from './progress.ts';
import type { Settings } from './settings.ts';

/** The database, brought to its newest form. @throws PlainFault with what the administrator has to do */
export async function openStore(
  settings: Settings,
  regionId: string,
  clock: Clock,
  log: Log,
  progress: Progress,
): Promise<PostgresStore> {
  try {
    const store = await progress.step('database', () => open(settings, regionId, clock, log));
    try {
      await progress.step('migrations', (note) =>
        store.migrate((done, total, name) => note(`${done + 1} of ${total}, ${name}`)),
      );
    } catch (fault) {
      await store.close();
      throw fault;
    }
    return store;
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault;
    throw new PlainFault(`The database cannot be used (${fault.code}): ${fault.message}`);
  }
}

async function open(settings: Settings, regionId: string, clock: Clock, log: Log): Promise<PostgresStore> {
  const { databaseUrl, poolSize, varFolder } = settings;
  if (databaseUrl !== null) {
    return openPostgresStore({ connectionString: databaseUrl, poolSize, clock, hasher: argonHasher, log });
  }
  const directory = join(varFolder, 'trial', regionId);
  try {
    return await openTrialStore({ directory, clock, hasher: argonHasher, log });
  } catch (fault) {
    if (fault instanceof StoreFault && fault.code !== 'internal') throw fault;
    // A first start that was killed halfway may leave files that no database can be made of.
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new PlainFault(
      `The embedded database in ${directory} cannot be opened (${reason}). Delete that folder to begin the trial anew.`,
    );
  }
}
