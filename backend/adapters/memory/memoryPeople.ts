import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import { hasPhone, type Person } from '../../domain/person/person.ts';
import { beginsAsTyped, matchScore, personTerms, searchWords } from '../../domain/person/searchKeys.ts';
import type { PeopleTable } from '../../ports/tables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { compareText, demandValidPoint, insertNew, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** A rider with the normalised terms that a search looks through. */
interface PersonRow {
  readonly person: Person;
  readonly terms: string;
}

/** Riders. */
export function memoryPeople(transaction: MemoryTransaction, access: MemoryAccess): PeopleTable {
  function visible(): readonly PersonRow[] {
    return transaction.all<PersonRow>('person').filter(({ person }) => access.seesPerson(person));
  }
  function find(id: string): Person | undefined {
    const row = transaction.get<PersonRow>('person', id);
    return row && access.seesPerson(row.person) ? row.person : undefined;
  }
  return {
    find: async (id) => find(id),
    async listByIds(ids) {
      const people = [...new Set(ids)].map(find).filter((person) => person !== undefined);
      return sortedBy(people, ({ id }) => id);
    },
    async search(text, limit) {
      const words = searchWords(text);
      return visible()
        .flatMap(({ person, terms }) => {
          const score = matchScore(terms, words);
          return score === undefined
            ? []
            : [{ person, score: score + (beginsAsTyped(person, text) ? 0.5 : 0) }];
        })
        .sort((a, b) => b.score - a.score || compareReading(a.person, b.person))
        .slice(0, limit)
        .map(({ person }) => person);
    },
    async listByHousehold(householdId) {
      const members = visible().filter(({ person }) => person.householdId === householdId);
      return sortedBy(
        members.map(({ person }) => person),
        ({ id }) => id,
      );
    },
    async listByPhone(digits) {
      const owners = visible().filter(({ person }) => hasPhone(person, digits));
      const byId = sortedBy(
        owners.map(({ person }) => person),
        ({ id }) => id,
      );
      return [...byId].sort((a, b) => a.birthYear - b.birthYear);
    },
    async insertMany(people) {
      for (const person of people) {
        demandValidPoint(person.home);
        access.demand(access.seesPerson(person));
        insertNew(transaction, 'person', person.id, { person, terms: personTerms(person) });
      }
    },
    async update(person) {
      demandValidPoint(person.home);
      const before = transaction.get<PersonRow>('person', person.id);
      if (!before || before.person.revision !== person.revision - 1) transaction.refuse(new StaleWrite());
      access.demand(access.seesPerson(before.person) && access.seesPerson(person));
      transaction.set('person', person.id, { ...before, person, terms: personTerms(person) });
    },
    count: async () => (access.isOffice ? transaction.count('person') : visible().length),
  };
}

function compareReading(a: Person, b: Person): number {
  return (
    compareText(a.familyKana, b.familyKana) ||
    compareText(a.givenKana, b.givenKana) ||
    compareText(a.id, b.id)
  );
}
