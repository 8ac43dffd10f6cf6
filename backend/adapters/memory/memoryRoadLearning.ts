import type { PerformedLeg } from '../../domain/road/performedLeg.ts';
import type { RoadSuggestion } from '../../domain/road/roadSuggestion.ts';
import type { RoadLearningTable } from '../../ports/roadTables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { compareText, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** What the street teaches. */
export function memoryRoadLearning(transaction: MemoryTransaction, access: MemoryAccess): RoadLearningTable {
  const legs = () => (access.isOffice ? transaction.all<PerformedLeg>('roadLeg') : []);
  return {
    async listLegs(fromDay, toDay) {
      const asked = legs().filter(({ day }) => day >= fromDay && day <= toDay);
      return [...asked].sort((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id));
    },
    listLegIds: async (day) =>
      legs()
        .filter((leg) => leg.day === day)
        .map(({ id }) => id),
    async insertLegs(fresh) {
      access.demand(access.isSystem);
      for (const leg of fresh) {
        if (transaction.get('roadLeg', leg.id) === undefined) transaction.set('roadLeg', leg.id, leg);
      }
    },
    async listSuggestions() {
      if (!access.isOffice) return [];
      const byId = sortedBy(transaction.all<RoadSuggestion>('roadSuggestion'), ({ id }) => id);
      return [...byId].sort((a, b) => a.madeAt - b.madeAt);
    },
    async saveSuggestions(suggestions) {
      access.demand(access.writesRoads);
      for (const suggestion of suggestions) transaction.set('roadSuggestion', suggestion.id, suggestion);
    },
  };
}
