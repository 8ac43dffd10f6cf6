import type { AccessScope } from '../../domain/account/account.ts';
import type { Accounts, SecretHasher } from '../../ports/accounts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Tables } from '../../ports/tables.ts';
import { MemoryAccess } from './memoryAccess.ts';
import { memoryAccounts } from './memoryAccounts.ts';
import { memoryApartPairs } from './memoryApartPairs.ts';
import { memoryCallBacks, memoryContactWishes, memoryNotices } from './memoryCallBacks.ts';
import { memoryCalls } from './memoryCalls.ts';
import { memoryDays, memoryPositions } from './memoryDays.ts';
import { memoryAnswers, memoryDriverCommands, memoryEvents } from './memoryEvents.ts';
import { memoryFleet, memoryServices } from './memoryFleet.ts';
import { memoryPeople } from './memoryPeople.ts';
import { memoryPlaces } from './memoryPlaces.ts';
import { memoryProxyGrants, memoryRiderPins } from './memoryProxies.ts';
import { memoryProxyInvitations } from './memoryProxyInvitations.ts';
import { memoryRegister } from './memoryRegister.ts';
import { memoryOffers, memoryRides } from './memoryRides.ts';
import { memoryRoadConditions } from './memoryRoadConditions.ts';
import { memoryRoadLearning } from './memoryRoadLearning.ts';
import { memoryJobRuns, memoryStandingOrders } from './memoryStandingOrders.ts';
import { MemoryKeeper, MemoryTransaction } from './memoryTable.ts';
import { memoryVoiceSessions } from './memoryVoiceSessions.ts';
import { memoryWaitlist } from './memoryWaitlist.ts';

/** What the store in memory can be given. */
export interface MemoryStoreOptions {
  /** Says which days are a driver's "today" and "tomorrow"; the machine's clock unless given. */
  readonly clock?: Clock;
  /** Secrets are kept as they are unless given: this store is for simulations and tests. */
  readonly hasher?: SecretHasher;
}

const PLAIN: SecretHasher = {
  hash: async (secret) => secret,
  verify: async (hash, secret) => hash === secret,
};

/**
 * A store that keeps everything in memory, by the same rules as the real one. Writing transactions run one after the
 * other; readers see the picture of the moment they began. A write inside a write would wait for itself for ever.
 */
export function openMemoryStore(options: MemoryStoreOptions = {}): Store & { readonly accounts: Accounts } {
  const clock = options.clock ?? { now: Date.now };
  const keeper = new MemoryKeeper();
  const listeners = new Set<{ ring: () => void }>();
  let lastWrite: Promise<unknown> = Promise.resolve();

  function tablesOf(transaction: MemoryTransaction, scope: AccessScope, onAppend: () => void): Tables {
    const access = new MemoryAccess(scope, transaction, clock.now());
    return {
      people: memoryPeople(transaction, access),
      rides: memoryRides(transaction, access),
      offers: memoryOffers(transaction, access),
      places: memoryPlaces(transaction, access),
      fleet: memoryFleet(transaction, access),
      services: memoryServices(transaction, access),
      days: memoryDays(transaction, access),
      positions: memoryPositions(transaction, access),
      events: memoryEvents(transaction, access, onAppend),
      answers: memoryAnswers(transaction, access),
      driverCommands: memoryDriverCommands(transaction, access),
      roadConditions: memoryRoadConditions(transaction, access),
      calls: memoryCalls(transaction, access),
      register: memoryRegister(transaction, access),
      roadLearning: memoryRoadLearning(transaction, access),
      standingOrders: memoryStandingOrders(transaction, access),
      jobRuns: memoryJobRuns(transaction),
      callBacks: memoryCallBacks(transaction, access),
      contactWishes: memoryContactWishes(transaction, access),
      notices: memoryNotices(transaction, access),
      waitlist: memoryWaitlist(transaction, access),
      proxyGrants: memoryProxyGrants(transaction, access),
      proxyInvitations: memoryProxyInvitations(transaction, access),
      riderPins: memoryRiderPins(transaction, access),
      voiceSessions: memoryVoiceSessions(transaction, access),
      apartPairs: memoryApartPairs(transaction, access),
    };
  }

  async function write<Value>(scope: AccessScope, work: (tables: Tables) => Promise<Value>): Promise<Value> {
    const transaction = new MemoryTransaction(keeper.present, false);
    let appended = false;
    const tables = tablesOf(transaction, scope, () => {
      appended = true;
    });
    const value = await work(tables);
    if (transaction.fault) throw transaction.fault;
    keeper.commit(transaction.changes);
    if (appended) for (const { ring } of listeners) queueMicrotask(ring);
    return value;
  }

  return {
    async read(scope, work) {
      const { picture, release } = keeper.hold();
      try {
        return await work(tablesOf(new MemoryTransaction(picture, true), scope, () => {}));
      } finally {
        release();
      }
    },
    write(scope, work) {
      const turn = lastWrite.then(() => write(scope, work));
      lastWrite = turn.catch(() => undefined);
      return turn;
    },
    onNewEvents(ring) {
      const listener = { ring };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accounts: memoryAccounts(options.hasher ?? PLAIN),
    close: async () => {},
  };
}
