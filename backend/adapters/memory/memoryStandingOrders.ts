import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import { entryKey, type StandingEntry } from '../../domain/standingOrder/standingEntry.ts';
import type { StandingOrder } from '../../domain/standingOrder/standingOrder.ts';
import type { JobRunsTable, StandingOrdersTable } from '../../ports/standingTables.ts';
import type { Guarded, MemoryAccess } from './memoryAccess.ts';
import { clinicsOf } from './memoryRides.ts';
import { demandRow, insertNew, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Standing orders, and what became of their dates. */
export function memoryStandingOrders(
  transaction: MemoryTransaction,
  access: MemoryAccess,
): StandingOrdersTable {
  function find(id: string): StandingOrder | undefined {
    const order = transaction.get<Guarded<StandingOrder>>('standingOrder', id);
    return order && access.seesOwned(order) ? order.row : undefined;
  }
  function list(isWanted: (order: StandingOrder) => boolean): readonly StandingOrder[] {
    const seen = transaction
      .all<Guarded<StandingOrder>>('standingOrder')
      .filter((order) => isWanted(order.row) && access.seesOwned(order))
      .map(({ row }) => row);
    return sortedBy(seen, ({ id }) => id);
  }
  function guard(order: StandingOrder): Guarded<StandingOrder> {
    const guarded = { row: order, clinicIds: clinicsOf(transaction, order.personId, null) };
    access.demand(access.seesOwned(guarded));
    return guarded;
  }
  function findEntry(key: string): StandingEntry | undefined {
    const entry = transaction.get<StandingEntry>('standingEntry', key);
    return entry && find(entry.orderId) ? entry : undefined;
  }
  return {
    find: async (id) => find(id),
    listByPerson: async (personId) => list((order) => order.personId === personId),
    async listActive(day) {
      const withRides = new Set(
        transaction
          .all<StandingEntry>('standingEntry')
          .filter((entry) => entry.state === 'booked' && entry.day > day)
          .map(({ orderId }) => orderId),
      );
      return list(
        ({ id, state, recurrence: { endDay } }) =>
          (state === 'active' && (endDay === null || endDay >= day)) || withRides.has(id),
      );
    },
    async insert(order) {
      demandRow(transaction, 'person', order.personId);
      insertNew(transaction, 'standingOrder', order.id, guard(order));
    },
    async update(order, readRevision) {
      if (find(order.id)?.revision !== readRevision) transaction.refuse(new StaleWrite());
      transaction.set('standingOrder', order.id, guard(order));
    },
    async listEntries(orderIds, from, to) {
      const isBetween = (day: string) => from <= day && day <= to;
      const found = transaction
        .all<StandingEntry>('standingEntry')
        .filter((entry) => orderIds.includes(entry.orderId) && find(entry.orderId) !== undefined)
        .filter(({ day, seriesDay }) => isBetween(day) || isBetween(seriesDay));
      return sortedBy(found, entryKey);
    },
    async claim(entry, now) {
      if (!find(entry.orderId)) {
        return transaction.refuse(new StoreFault('unknownReference', 'There is no such standing order.'));
      }
      const known = findEntry(entryKey(entry));
      const isFree =
        known === undefined ||
        known.state === 'withdrawn' ||
        (known.state === 'refused' && known.orderRevision < entry.orderRevision) ||
        (known.state === 'claimed' && known.claimedUntil <= now);
      if (!isFree) return false;
      const claimed = { ...entry, state: 'claimed' as const, rideId: null, reason: null };
      transaction.set('standingEntry', entryKey(entry), claimed);
      return true;
    },
    async settle(entry, readState) {
      const known = findEntry(entryKey(entry));
      if (!known || known.claim !== entry.claim || known.state !== readState) return false;
      const { state, rideId, reason } = entry;
      transaction.set('standingEntry', entryKey(entry), { ...known, state, rideId, reason });
      return true;
    },
  };
}

/** Jobs that are done once for each service day. */
export function memoryJobRuns(transaction: MemoryTransaction): JobRunsTable {
  return {
    async lastDone(job) {
      const days = transaction
        .all<{ job: string; day: string }>('jobRun')
        .filter((run) => run.job === job)
        .map(({ day }) => day);
      return days.sort().at(-1);
    },
    async markDone(job, day) {
      transaction.set('jobRun', `${job} ${day}`, { job, day });
    },
  };
}
