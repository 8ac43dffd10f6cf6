import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import { hasPhone, type Person } from '../../domain/person/person.ts';
import {
  beginsAsTyped,
  type HomeNames,
  joinTerms,
  matchScore,
  NO_HOME_NAMES,
  personTerms,
  searchWords,
} from '../../domain/person/searchKeys.ts';
import type { Municipality, Place } from '../../domain/place/place.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { loneName } from '../../domain/search/loneName.ts';
import { compareLoose, isOneSlipAway, RIDES_WITHIN_DAYS, typedName } from '../../domain/search/looseNames.ts';
import {
  FEW_FOUND,
  type LooseWay,
  looseScore,
  looseWays,
  readingsFrom,
} from '../../domain/search/looseWords.ts';
import { distanceMetres } from '../../domain/units/coordinates.ts';
import type { PeopleTable } from '../../ports/tables.ts';
import type { Guarded, MemoryAccess } from './memoryAccess.ts';
import { moveBelongings, peopleWithBelongings } from './memoryBelongings.ts';
import { listNamesakes } from './memoryNamesakes.ts';
import { compareText, demandValidPoint, insertNew, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** A rider with the normalised terms that a search looks through. */
interface PersonRow {
  readonly person: Person;
  readonly terms: string;
  /** The rider that this one was found to be the same as. */
  readonly mergedInto?: string | null;
}

/** Riders. */
export function memoryPeople(transaction: MemoryTransaction, access: MemoryAccess): PeopleTable {
  function visible(): readonly PersonRow[] {
    return transaction
      .all<PersonRow>('person')
      .filter(({ person, mergedInto }) => !mergedInto && !isRemoved(person) && access.seesPerson(person));
  }
  function isRemoved({ id }: Person): boolean {
    return transaction.get('removedPerson', id) !== undefined;
  }
  function find(id: string): Person | undefined {
    const row = transaction.get<PersonRow>('person', id);
    if (row?.mergedInto) return find(row.mergedInto);
    return row && !isRemoved(row.person) && access.seesPerson(row.person) ? row.person : undefined;
  }
  /** The entry itself, whoever it was found to be the same as. */
  function findEntry(id: string): PersonRow | undefined {
    const row = transaction.get<PersonRow>('person', id);
    return row && !isRemoved(row.person) && access.seesPerson(row.person) ? row : undefined;
  }
  return {
    find: async (id) => find(id),
    async listByIds(ids) {
      const entries = [...new Set(ids)].map(findEntry).filter((entry) => entry !== undefined);
      return sortedBy(
        entries.map(({ person }) => person),
        ({ id }) => id,
      );
    },
    search: async (text, limit) => searchRows(visible(), text, limit, ridingNow(transaction, access)),
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
    async listByReading(kana, limit) {
      const term = joinTerms([kana]);
      const named = visible().filter(({ terms }) => terms.includes(term));
      return sortedBy(
        named.map(({ person }) => person),
        ({ id }) => id,
      ).slice(0, limit);
    },
    async listNear(names, places, withinMetres, limit) {
      const named = visible().filter(({ terms }) => names.some((name) => terms.includes(joinTerms([name]))));
      const near = named.flatMap(({ person }) => {
        const [nearest] = places
          .map(({ id, coordinates }) => ({ placeId: id, metres: distanceMetres(person.home, coordinates) }))
          .sort((a, b) => a.metres - b.metres || compareText(a.placeId, b.placeId));
        return nearest && nearest.metres <= withinMetres ? [{ person, ...nearest }] : [];
      });
      return near
        .sort((a, b) => a.metres - b.metres || compareText(a.person.id, b.person.id))
        .slice(0, limit);
    },
    readingsOf: async (name) => usualReadings(visible(), name),
    async insertMany(people) {
      const namesOf = homeNames(transaction);
      for (const person of people) {
        demandValidPoint(person.home);
        access.demand(access.seesPerson(person));
        insertNew(transaction, 'person', person.id, { person, terms: personTerms(person, namesOf(person)) });
      }
    },
    async update(person) {
      demandValidPoint(person.home);
      const before = transaction.get<PersonRow>('person', person.id);
      if (!before || before.person.revision !== person.revision - 1) transaction.refuse(new StaleWrite());
      access.demand(access.seesPerson(before.person) && access.seesPerson(person));
      const terms = personTerms(person, homeNames(transaction)(person));
      transaction.set('person', person.id, { ...before, person, terms });
    },
    async setMergedInto(personId, readRevision, keptId) {
      const row = transaction.get<PersonRow>('person', personId);
      if (row?.person.revision !== readRevision) transaction.refuse(new StaleWrite());
      const person = { ...row!.person, revision: readRevision + 1 };
      transaction.set('person', personId, { ...row, person, mergedInto: keptId });
    },
    async findEntry(id) {
      const row = findEntry(id);
      return row && { person: row.person, mergedInto: row.mergedInto ?? null };
    },
    moveBelongings: async (fromId, to, named) => moveBelongings(transaction, fromId, to, named),
    async removeUntouched(ids) {
      const bound = peopleWithBelongings(transaction);
      const rows = transaction.all<PersonRow>('person');
      const hasOthers = new Set(rows.map(({ mergedInto }) => mergedInto));
      const isUntouched = (id: string) => {
        const entry = findEntry(id);
        return entry?.person.revision === 1 && !entry.mergedInto && !bound.has(id) && !hasOthers.has(id);
      };
      for (const id of ids.filter(isUntouched)) transaction.set('removedPerson', id, true);
      return ids.filter((id) => transaction.get('removedPerson', id) === undefined);
    },
    async listNamesakes(limit) {
      return listNamesakes(
        transaction,
        visible().map(({ person }) => person),
        limit,
      );
    },
    // What is kept in memory was written by this process.
    renewKeys: async () => 0,
    count: async () => (access.isOffice ? transaction.count('person') : visible().length),
  };
}

/** Who has a ride of late, or one to come, that the asker sees. */
function ridingNow(transaction: MemoryTransaction, access: MemoryAccess): (personId: string) => boolean {
  let riding: ReadonlySet<string> | undefined;
  return (personId) => {
    riding ??= new Set(
      transaction
        .all<Guarded<Ride>>('ride')
        .filter(
          (ride) => ride.row.status !== 'cancelled' && ride.row.day >= access.daysAgo(RIDES_WITHIN_DAYS),
        )
        .filter((ride) => access.seesRide(ride))
        .map(({ row }) => row.personId),
    );
    return riding.has(personId);
  };
}

/** Those who are there as typed, then, where they are few, those who may be meant. */
function searchRows(
  rows: readonly PersonRow[],
  text: string,
  limit: number,
  isRiding: (personId: string) => boolean,
): readonly Person[] {
  const words = searchWords(text);
  const lone = loneName(text);
  const best = bestRows(rows, limit, ({ person, terms }) => {
    const score = matchScore(terms, words);
    if (score === undefined) return undefined;
    return score + (beginsAsTyped(person, text) ? 0.5 : 0) + (isRiding(person.id) ? 0.25 : 0);
  });
  const found = (lone?.withoutStrays(best) ?? best).map(({ person }) => person);
  if (found.length >= Math.min(limit, FEW_FOUND)) return found;
  const names = rows.flatMap(({ person: { familyName, familyKana, givenName, givenKana } }) => [
    { name: familyName, kana: familyKana },
    { name: givenName, kana: givenKana },
  ]);
  const ways = looseWays(text, readingsFrom(names));
  const known = new Set(found.map(({ id }) => id));
  const mayBeMeant = lone?.mayBeMeant(found) ?? (() => true);
  const others = rows.filter(({ person }) => !known.has(person.id) && mayBeMeant(person));
  return [...found, ...whoMayBeMeant(found, others, text, ways, isRiding).slice(0, limit - found.length)];
}

/** By their words, or, where nobody's name is near the typed one, by a name one slip away from it. */
function whoMayBeMeant(
  found: readonly Person[],
  others: readonly PersonRow[],
  text: string,
  ways: readonly LooseWay[],
  isRiding: (personId: string) => boolean,
): readonly Person[] {
  const name = typedName(text);
  const answers = others.map(({ person, terms }) => ({
    person,
    score: looseScore(terms, ways),
    distance: name.distanceTo(person),
    isRiding: isRiding(person.id),
  }));
  const loosely = answers.filter(({ score }) => score !== undefined).map(({ person }) => person);
  const isNamed = name.namesOneOf([...found, ...loosely]);
  return answers
    .filter(({ score, distance }) => score !== undefined || (!isNamed && isOneSlipAway(distance)))
    .map(({ score = 0, ...answer }) => ({ ...answer, score }))
    .sort((a, b) => compareLoose(a, b) || compareReading(a.person, b.person))
    .map(({ person }) => person);
}

function usualReadings(rows: readonly PersonRow[], name: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { person } of rows) {
    const { familyName, familyKana, givenName, givenKana } = person;
    for (const [own, kana] of [
      [familyName, familyKana],
      [givenName, givenKana],
    ] as const) {
      if (own === name) counts.set(kana, (counts.get(kana) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([kana]) => kana);
}

function bestRows(
  rows: readonly PersonRow[],
  limit: number,
  scoreOf: (row: PersonRow) => number | undefined,
): readonly PersonRow[] {
  return rows
    .flatMap((row) => {
      const score = scoreOf(row);
      return score === undefined ? [] : [{ row, score }];
    })
    .sort((a, b) => b.score - a.score || compareReading(a.row.person, b.row.person))
    .slice(0, limit)
    .map(({ row }) => row);
}

/** What the surroundings of a rider's home are called, by the region's places. */
function homeNames(transaction: MemoryTransaction): (person: Person) => HomeNames {
  const hamlets = new Map(
    transaction
      .all<{ place: Place }>('place')
      .filter(({ place }) => place.kind === 'hamlet')
      .map(({ place }) => [`${place.municipality} ${place.name}`, place.kana]),
  );
  return ({ municipality: code, hamlet }) => {
    const row = transaction.get<{ municipality: Municipality }>('municipality', code);
    if (!row && hamlets.size === 0) return NO_HOME_NAMES;
    return {
      hamletKana: hamlets.get(`${code} ${hamlet}`) ?? null,
      municipality: row ? [row.municipality.name, row.municipality.kana] : [],
    };
  };
}

function compareReading(a: Person, b: Person): number {
  return (
    compareText(a.familyKana, b.familyKana) ||
    compareText(a.givenKana, b.givenKana) ||
    compareText(a.id, b.id)
  );
}
