import { type DistinctPair, distinctKey } from '../../domain/person/distinctPair.ts';
import type { Person } from '../../domain/person/person.ts';
import { keptEntry, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Pairs of these people who may be one and were not said to be two, the likeliest first, at most so many. */
export function listNamesakes(
  transaction: MemoryTransaction,
  found: readonly Person[],
  limit: number,
): (readonly [Person, Person])[] {
  const distinct = distinctKeys(transaction);
  const people = sortedBy(found, ({ id }) => id);
  return people
    .flatMap((a, i) => people.slice(i + 1).flatMap((b) => (areNamesakes(a, b) ? [[a, b] as const] : [])))
    .filter(([a, b]) => !distinct.has(distinctKey(a.id, b.id)))
    .sort(([a, b], [c, d]) => likeness(c, d) - likeness(a, b))
    .slice(0, limit);
}

/** Pairs said to be two people, by the entries that they stand under now. */
function distinctKeys(transaction: MemoryTransaction): ReadonlySet<string> {
  const pairs = transaction
    .all<DistinctPair>('distinctPair')
    .filter(({ undoneAt }) => undoneAt === null)
    .map(({ personId, otherId }) =>
      distinctKey(keptEntry(transaction, personId), keptEntry(transaction, otherId)),
    );
  return new Set(pairs);
}

function areNamesakes(a: Person, b: Person): boolean {
  return (
    a.familyKana === b.familyKana &&
    a.givenKana === b.givenKana &&
    a.municipality === b.municipality &&
    Math.abs(a.birthYear - b.birthYear) <= 2
  );
}

/** How much of two namesakes is the same, besides the name. */
function likeness(a: Person, b: Person): number {
  const isSame = [a.phone !== '' && a.phone === b.phone, a.birthYear === b.birthYear, a.hamlet === b.hamlet];
  return isSame.filter(Boolean).length;
}
