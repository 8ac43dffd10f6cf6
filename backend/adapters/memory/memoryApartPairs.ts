import { type ApartPair, isSamePair } from '../../domain/apart/apartPair.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { ApartPairsTable } from '../../ports/apartTables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { demandRow, insertNew, keptEntry, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Who is not to ride with whom. */
export function memoryApartPairs(transaction: MemoryTransaction, access: MemoryAccess): ApartPairsTable {
  const rows = () => transaction.all<ApartPair>('apartPair');
  const standing = () => rows().filter(({ endedAt }) => endedAt === null);

  /** Riders who were merged into another stand under the other's id. */
  function asKept(pair: ApartPair): ApartPair {
    const { from } = pair;
    const kept = from.kind === 'rider' ? { ...from, personId: keptEntry(transaction, from.personId) } : from;
    return { ...pair, personId: keptEntry(transaction, pair.personId), from: kept };
  }
  function refuseDouble(pair: ApartPair): void {
    const isDouble = standing().some((other) => other.id !== pair.id && isSamePair(other, pair));
    if (isDouble) transaction.refuse(new StaleWrite());
  }
  const seen = (pairs: readonly ApartPair[]) => (access.knowsApart ? pairs.map(asKept) : []);

  return {
    find: async (id) => seen(rows()).find((pair) => pair.id === id),
    async listOf(personId) {
      const own = seen(standing()).filter(
        ({ personId: one, from }) =>
          one === personId || (from.kind === 'rider' && from.personId === personId),
      );
      return [...sortedBy(own, ({ id }) => id)].sort((a, b) => a.recordedAt - b.recordedAt);
    },
    async listRules() {
      return sortedBy(seen(standing()), ({ id }) => id).map(({ personId, from }) => ({ personId, from }));
    },
    async insert(pair) {
      access.demand(access.knowsApart);
      demandRow(transaction, 'person', pair.personId);
      if (pair.from.kind === 'rider') demandRow(transaction, 'person', pair.from.personId);
      refuseDouble(pair);
      insertNew(transaction, 'apartPair', pair.id, pair);
    },
    async setEnded(id, at) {
      const pair = access.knowsApart ? transaction.get<ApartPair>('apartPair', id) : undefined;
      if (!pair || (pair.endedAt === null) === (at === null)) return false;
      if (at === null) refuseDouble(pair);
      transaction.set('apartPair', id, { ...pair, endedAt: at });
      return true;
    },
    async forgetReasons(before) {
      const old = access.knowsApart ? rows() : [];
      for (const pair of old.filter(({ endedAt }) => endedAt !== null && endedAt < before)) {
        transaction.set('apartPair', pair.id, { ...pair, reason: '' });
      }
    },
  };
}
