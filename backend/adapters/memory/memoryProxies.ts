import { covers, type ProxyGrant } from '../../domain/proxy/proxyGrant.ts';
import { MOST_PIN_ATTEMPTS, type RiderPin } from '../../domain/proxy/riderPin.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { ProxyGrantsTable, RiderPinsTable } from '../../ports/proxyTables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { demandRow, insertNew, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Who may act for whom. */
export function memoryProxyGrants(transaction: MemoryTransaction, access: MemoryAccess): ProxyGrantsTable {
  const asKept = (grant: ProxyGrant): ProxyGrant => ({ ...grant, scope: access.keptScope(grant.scope) });
  function list(isWanted: (grant: ProxyGrant) => boolean): readonly ProxyGrant[] {
    const seen = transaction.all<ProxyGrant>('proxyGrant').filter((grant) => access.seesGrant(grant));
    const byId = sortedBy(seen.map(asKept).filter(isWanted), ({ id }) => id);
    return [...byId].sort((a, b) => a.recordedAt - b.recordedAt);
  }
  return {
    find: async (id) => list((grant) => grant.id === id)[0],
    listFor: async (person) => list(({ scope }) => covers(scope, person)),
    listByAccount: async (accountId) => list((grant) => grant.accountId === accountId),
    async insert(grant) {
      access.demand(access.isOffice);
      demandRow(transaction, 'person', grant.personId);
      insertNew(transaction, 'proxyGrant', grant.id, grant);
    },
    // Whoever writes here is alone.
    async takeTurn() {},
    async setAccount(id, accountId) {
      access.demand(access.isOffice);
      const grant = transaction.get<ProxyGrant>('proxyGrant', id);
      if (!grant) return false;
      transaction.set('proxyGrant', id, { ...grant, accountId });
      return true;
    },
    async setEnded(id, at) {
      access.demand(access.isOffice);
      const grant = transaction.get<ProxyGrant>('proxyGrant', id);
      if (!grant || (grant.endedAt === null) === (at === null)) return false;
      transaction.set('proxyGrant', id, { ...grant, endedAt: at });
      return true;
    },
  };
}

interface Attempts {
  readonly count: number;
  readonly firstAt: EpochMs;
}

/** What riders agreed on with the desk, and how often it was guessed at: the office's alone. */
export function memoryRiderPins(transaction: MemoryTransaction, access: MemoryAccess): RiderPinsTable {
  return {
    find: async (personId) =>
      access.isOffice ? (transaction.get<RiderPin | null>('riderPin', personId) ?? undefined) : undefined,
    async save(pin) {
      access.demand(access.isOffice);
      demandRow(transaction, 'person', pin.personId);
      transaction.set('riderPin', pin.personId, pin);
    },
    async remove(personId) {
      access.demand(access.isOffice);
      if (!transaction.get<RiderPin | null>('riderPin', personId)) return false;
      transaction.set('riderPin', personId, null);
      return true;
    },
    async takeAttempt({ id }, now, since) {
      access.demand(access.isOffice);
      const kept = transaction.get<Attempts>('callerAttempt', id);
      if (!kept || kept.firstAt < since) {
        transaction.set('callerAttempt', id, { count: 1, firstAt: now });
        return true;
      }
      if (kept.count >= MOST_PIN_ATTEMPTS) return false;
      transaction.set('callerAttempt', id, { ...kept, count: kept.count + 1 });
      return true;
    },
    async returnAttempt(personId) {
      access.demand(access.isOffice);
      const kept = transaction.get<Attempts>('callerAttempt', personId);
      if (!kept || kept.count === 0) return;
      transaction.set('callerAttempt', personId, { ...kept, count: kept.count - 1 });
    },
    countAttempts: async (personId) =>
      access.isOffice ? (transaction.get<Attempts>('callerAttempt', personId)?.count ?? 0) : 0,
    async clearAttempts(personId) {
      access.demand(access.isOffice);
      transaction.set('callerAttempt', personId, { count: 0, firstAt: 0 });
    },
  };
}
