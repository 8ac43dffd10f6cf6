import type { PhoneCall } from '../../domain/call/phoneCall.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { CallsTable } from '../../ports/tables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

interface StationRow {
  readonly station: string;
  /** Null once somebody has moved to another desk telephone. */
  readonly accountId: string | null;
  readonly at: EpochMs;
}

/** Calls that came in, and desk telephones: the office's alone. */
export function memoryCalls(transaction: MemoryTransaction, access: MemoryAccess): CallsTable {
  const calls = () => (access.isOffice ? transaction.all<PhoneCall>('phoneCall') : []);
  const stations = () => (access.isOffice ? transaction.all<StationRow>('deskStation') : []);
  return {
    find: async (id) => calls().find((call) => call.id === id),
    async listChangedSince(since) {
      const changed = sortedBy(
        calls().filter(({ changedAt }) => changedAt >= since),
        ({ id }) => id,
      );
      return [...changed].sort((a, b) => b.rangAt - a.rangAt);
    },
    async save(call) {
      access.demand(access.isOffice);
      const before = transaction.get<PhoneCall>('phoneCall', call.id);
      if ((before?.revision ?? 0) !== call.revision - 1) transaction.refuse(new StaleWrite());
      transaction.set('phoneCall', call.id, call);
    },
    findStationAccount: async (station) =>
      stations().find((row) => row.station === station)?.accountId ?? undefined,
    findStationOf: async (accountId) => stations().find((row) => row.accountId === accountId)?.station,
    async claimStation(station, accountId, at) {
      access.demand(access.isOffice);
      for (const row of stations()) {
        if (row.accountId === accountId)
          transaction.set('deskStation', row.station, { ...row, accountId: null });
      }
      transaction.set('deskStation', station, { station, accountId, at });
    },
  };
}
