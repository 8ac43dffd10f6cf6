import type { AccessScope } from '../domain/account/account.ts';
import type { Tables } from './tables.ts';

/**
 * Where state is kept. Every piece of work runs in one transaction and sees only what its scope may see. Transactions
 * are not nested: hand the tables on. Throws `StaleWrite` when somebody else was first, `StoreFault` when the store
 * cannot do its work; either way nothing is written, even if the work itself caught the fault.
 */
export interface Store {
  /** A consistent picture (repeatable read), nothing written. */
  read<Value>(scope: AccessScope, work: (tables: Tables) => Promise<Value>): Promise<Value>;
  /** All or nothing. A throw rolls back. */
  write<Value>(scope: AccessScope, work: (tables: Tables) => Promise<Value>): Promise<Value>;
  /** Calls back soon after new events were committed, by whichever process. @returns a function that stops it */
  onNewEvents(ring: () => void): () => void;
  close(): Promise<void>;
}
