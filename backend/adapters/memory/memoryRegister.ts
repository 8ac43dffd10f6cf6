import { type DistinctPair, distinctKey } from '../../domain/person/distinctPair.ts';
import type { RiderMerge } from '../../domain/person/riderMerge.ts';
import type { RegisterTable, RiderImport } from '../../ports/registerTables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { demandRow, insertNew, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** What was done to the register as a whole: imports and merges, the office's alone; and who is not the same. */
export function memoryRegister(transaction: MemoryTransaction, access: MemoryAccess): RegisterTable {
  const imports = () => (access.isOffice ? transaction.all<RiderImport>('riderImport') : []);
  const merges = () => (access.isOffice ? transaction.all<RiderMerge>('riderMerge') : []);
  const distinct = () =>
    transaction.all<DistinctPair>('distinctPair').filter((pair) => access.seesResident(pair));
  return {
    async listImports(limit) {
      const byId = sortedBy(imports(), ({ id }) => id);
      return [...byId].sort((a, b) => b.importedAt - a.importedAt).slice(0, limit);
    },
    findImport: async (id) => imports().find((one) => one.id === id),
    async insertImport(done) {
      access.demand(access.isOffice);
      insertNew(transaction, 'riderImport', done.id, done);
    },
    async closeImport(id, at) {
      const done = imports().find((one) => one.id === id);
      if (!done || done.rolledBackAt !== null) return false;
      transaction.set('riderImport', id, { ...done, rolledBackAt: at });
      return true;
    },
    async listMerges(limit) {
      const standing = merges().filter(({ undoneAt }) => undoneAt === null);
      const byId = sortedBy(standing, ({ id }) => id);
      return [...byId].sort((a, b) => b.mergedAt - a.mergedAt).slice(0, limit);
    },
    findMerge: async (id) => merges().find((one) => one.id === id),
    async insertMerge(merge) {
      access.demand(access.isOffice);
      insertNew(transaction, 'riderMerge', merge.id, merge);
    },
    async undoMerge(id, at) {
      const merge = merges().find((one) => one.id === id);
      if (!merge || merge.undoneAt !== null) return false;
      transaction.set('riderMerge', id, { ...merge, undoneAt: at });
      return true;
    },
    async listDistinct(limit) {
      const byId = sortedBy(
        distinct().filter(({ undoneAt }) => undoneAt === null),
        ({ id }) => id,
      );
      return [...byId].sort((a, b) => b.notedAt - a.notedAt).slice(0, limit);
    },
    findDistinct: async (id) => distinct().find((one) => one.id === id),
    async insertDistinct(pair) {
      access.demand(access.isOffice);
      demandRow(transaction, 'person', pair.personId);
      demandRow(transaction, 'person', pair.otherId);
      const known = distinct().find(
        ({ personId, otherId, undoneAt }) =>
          undoneAt === null && distinctKey(personId, otherId) === distinctKey(pair.personId, pair.otherId),
      );
      if (!known) insertNew(transaction, 'distinctPair', pair.id, pair);
      return known?.id ?? pair.id;
    },
    async undoDistinct(id, at) {
      const pair = access.isOffice ? distinct().find((one) => one.id === id) : undefined;
      if (!pair || pair.undoneAt !== null) return false;
      transaction.set('distinctPair', id, { ...pair, undoneAt: at });
      return true;
    },
  };
}
