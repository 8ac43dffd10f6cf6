import { StoreFault } from '../../domain/fault/storeFault.ts';
import type { RoadClosure } from '../../domain/road/roadClosure.ts';
import type { RoadSeason } from '../../domain/road/roadSeason.ts';
import { runsOver } from '../../domain/road/runsOver.ts';
import type { RoadConditionsTable } from '../../ports/roadTables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { insertNew, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Closures and seasons of the roads. */
export function memoryRoadConditions(
  transaction: MemoryTransaction,
  access: MemoryAccess,
): RoadConditionsTable {
  return {
    async listClosures(since = Number.NEGATIVE_INFINITY) {
      const isEnded = (end: number | null) => end !== null && end <= since;
      const standing = transaction
        .all<RoadClosure>('roadClosure')
        .filter(({ reopenedAt, times }) => !isEnded(reopenedAt) && !isEnded(times.to));
      const byId = sortedBy(standing, ({ id }) => id);
      return [...byId].sort((a, b) => a.enteredAt - b.enteredAt);
    },
    async insertClosure(closure) {
      access.demand(access.writesRoads);
      if (closure.lines.length === 0) {
        transaction.refuse(new StoreFault('invalidValue', 'A closure must close something.'));
      }
      insertNew(transaction, 'roadClosure', closure.id, closure);
    },
    async reopen(id, at) {
      const closure = transaction.get<RoadClosure>('roadClosure', id);
      if (!closure || closure.reopenedAt !== null || !access.writesRoads) return false;
      transaction.set('roadClosure', id, { ...closure, reopenedAt: at });
      return true;
    },
    listSeasons: async () => sortedBy(transaction.all<RoadSeason>('roadSeason'), ({ id }) => id),
    async saveSeasons(seasons) {
      access.demand(access.writesRoads);
      for (const season of seasons) transaction.set('roadSeason', season.id, season);
    },
    async listCrossing(lines) {
      const crossing = lines.filter(({ line, closureIds }) =>
        closureIds.some((id) => {
          const closure = transaction.get<RoadClosure>('roadClosure', id);
          return closure !== undefined && runsOver(line, closure.lines);
        }),
      );
      return crossing.map(({ key }) => key);
    },
  };
}
