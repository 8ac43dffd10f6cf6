import { AsyncLocalStorage } from 'node:async_hooks';
import type { AccessScope } from '../../domain/account/account.ts';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import type { Accounts, SecretHasher } from '../../ports/accounts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Tables } from '../../ports/tables.ts';
import { enterScope } from './accessSettings.ts';
import type { EventBell } from './eventBell.ts';
import { type MigrationProgress, migrate } from './migrate.ts';
import { postgresAccounts } from './postgresAccounts.ts';
import { postgresTables } from './postgresTables.ts';
import type { Database } from './session.ts';

/** A store on SQL, with what only the process that owns it may do. */
export interface PostgresStore extends Store {
  readonly accounts: Accounts;
  /**
   * Brings the database to the newest form; safe when many processes do it at once. Nothing else works before.
   * @throws StoreFault `notPrepared` with a sentence that says what an administrator must do first
   */
  migrate(progress?: MigrationProgress): Promise<void>;
}

/** What a store on SQL is made of. */
export interface StoreParts {
  readonly database: Database;
  readonly bell: EventBell;
  readonly clock: Clock;
  readonly hasher: SecretHasher;
  /** Ends what belongs to the store besides database and bell. */
  release(): Promise<void>;
}

/** Joins an engine, its bell and the tables. */
export function postgresStore({ database, bell, clock, hasher, release }: StoreParts): PostgresStore {
  let closing: Promise<void> | undefined;
  const inside = new AsyncLocalStorage<{ active: boolean }>();

  async function run<Value>(
    readOnly: boolean,
    scope: AccessScope,
    work: (tables: Tables) => Promise<Value>,
  ): Promise<Value> {
    // A second transaction would wait for the connection that the first one holds.
    if (inside.getStore()?.active) {
      throw new StoreFault(
        'nested',
        'A transaction was opened inside another one: pass its tables on instead.',
      );
    }
    const state = { active: true };
    let appended = false;
    const opening = enterScope(scope, clock.now());
    try {
      return await database.transaction({ readOnly, opening }, (session) =>
        inside.run(state, () =>
          work(
            postgresTables(session, () => {
              appended = true;
            }),
          ),
        ),
      );
    } finally {
      state.active = false;
      // After a rollback, too: what the transaction held back can be read now.
      if (appended) bell.ring();
    }
  }

  return {
    read: (scope, work) => run(true, scope, work),
    write: (scope, work) => run(false, scope, work),
    onNewEvents: (ring) => bell.listen(ring),
    accounts: postgresAccounts(database, hasher, clock),
    migrate: (progress) => migrate(database, progress),
    close() {
      closing ??= (async () => {
        await bell.close();
        await database.close();
        await release();
      })();
      return closing;
    },
  };
}
