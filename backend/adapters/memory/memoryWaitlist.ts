import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { WaitlistEntry } from '../../domain/waitlist/waitlistEntry.ts';
import type { WaitlistTable } from '../../ports/callTables.ts';
import type { Guarded, MemoryAccess } from './memoryAccess.ts';
import { compareText, countWrite, demandRow, insertNew, writesOf } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Refused requests that wait for a place. */
export function memoryWaitlist(transaction: MemoryTransaction, access: MemoryAccess): WaitlistTable {
  function list(isWanted: (entry: WaitlistEntry) => boolean): readonly WaitlistEntry[] {
    return transaction
      .all<WaitlistEntry>('waitlist')
      .filter((entry) => isWanted(entry) && access.seesOwned(guard(entry)))
      .sort((a, b) => a.createdAt - b.createdAt || compareText(a.id, b.id));
  }
  function guard(entry: WaitlistEntry): Guarded<WaitlistEntry> {
    const ride = transaction.get<Guarded<Ride>>('ride', entry.deniedRideId);
    return { row: entry, clinicIds: ride?.clinicIds ?? [] };
  }
  const isOpen = ({ state }: WaitlistEntry) => state === 'waiting' || state === 'held';
  return {
    find: async (id) => list((entry) => entry.id === id)[0],
    findByDeniedRide: async (rideId) => list((entry) => entry.deniedRideId === rideId)[0],
    listOpen: async () => list(isOpen),
    listByDay: async (day) => list((entry) => entry.day === day),
    async insertNew(entry) {
      demandRow(transaction, 'ride', entry.deniedRideId);
      access.demand(access.seesOwned(guard(entry)));
      const isThere = transaction
        .all<WaitlistEntry>('waitlist')
        .some(({ deniedRideId }) => deniedRideId === entry.deniedRideId);
      if (isThere) return false;
      insertNew(transaction, 'waitlist', entry.id, entry);
      countWrite(transaction, 'waitlist');
      return true;
    },
    async update(entry, readRevision) {
      const known = list(({ id }) => id === entry.id)[0];
      if (known?.revision !== readRevision) transaction.refuse(new StaleWrite());
      transaction.set('waitlist', entry.id, entry);
      countWrite(transaction, 'waitlist');
    },
    async state() {
      return { open: list(isOpen).length, version: writesOf(transaction, 'waitlist') };
    },
  };
}
