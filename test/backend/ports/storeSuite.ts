import { afterAll, beforeAll } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import type { Accounts } from '../../../backend/ports/accounts.ts';
import type { Store } from '../../../backend/ports/store.ts';
import type { Tables } from '../../../backend/ports/tables.ts';
import { accountsSuite } from './accountsSuite.ts';
import { apartSuite } from './apartSuite.ts';
import { eventsSuite } from './eventsSuite.ts';
import { owedSuite } from './owedSuite.ts';
import { planSuite } from './planSuite.ts';
import { regionSuite } from './regionSuite.ts';
import { registerSuite } from './registerSuite.ts';
import { ridesSuite } from './ridesSuite.ts';
import { roadsSuite } from './roadsSuite.ts';
import { scopesSuite } from './scopesSuite.ts';
import { searchSuite } from './searchSuite.ts';
import { transactionsSuite } from './transactionsSuite.ts';
import { voiceSuite } from './voiceSuite.ts';

/** What every engine must offer. */
export interface StoreUnderTest extends Store {
  readonly accounts: Accounts;
}

/** An empty store for each group of tests, and short ways to use it as the system. */
export interface StoreBench {
  readonly store: StoreUnderTest;
  read<Value>(work: (tables: Tables) => Promise<Value>): Promise<Value>;
  write<Value>(work: (tables: Tables) => Promise<Value>): Promise<Value>;
}

/** Lends one store to a suite. */
export function benchOf(store: () => StoreUnderTest): StoreBench {
  return {
    get store() {
      return store();
    },
    read: (work) => store().read(SYSTEM_SCOPE, work),
    write: (work) => store().write(SYSTEM_SCOPE, work),
  };
}

/**
 * What the ports promise, asked of one engine.
 * @param open makes the store, empty and ready; closing it is the caller's
 */
export function storeSuite(open: () => Promise<StoreUnderTest>): void {
  let store: StoreUnderTest;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => {
    await store?.close();
  });
  const bench = benchOf(() => store);
  regionSuite(bench);
  searchSuite(bench);
  ridesSuite(bench);
  planSuite(bench);
  eventsSuite(bench);
  roadsSuite(bench);
  owedSuite(bench);
  registerSuite(bench);
  apartSuite(bench);
  voiceSuite(bench);
  transactionsSuite(bench);
  scopesSuite(bench);
  accountsSuite(bench);
}
