import { normaliseKana } from '../../domain/person/normaliseKana.ts';
import type { Person } from '../../domain/person/person.ts';
import { normalisePhone } from '../../domain/person/phoneNumber.ts';
import type { PeopleTable } from '../../ports/tables.ts';

/** What of a rider tells whether they are registered already. */
export type Likeness = Pick<Person, 'familyKana' | 'givenKana' | 'phone' | 'otherPhones' | 'hamlet'> & {
  readonly birthYear: number | null;
};

/** How many of the same name are looked at. */
const NAMESAKES = 200;
/** A year of birth is often off by one or two where it was converted from an era. */
const YEARS_OFF = 2;

/**
 * Riders who may be the same: same sound of the whole name, and one thing more in common (year of birth, number, hamlet);
 * best first.
 */
export async function listSimilar(people: PeopleTable, wanted: Likeness): Promise<readonly Person[]> {
  const name = wanted.familyKana + wanted.givenKana;
  const found = new Map<string, Person>();
  if (name !== '')
    for (const person of await people.listByReading(name, NAMESAKES)) found.set(person.id, person);
  for (const phone of [wanted.phone, ...wanted.otherPhones]) {
    const digits = normalisePhone(phone);
    for (const person of digits ? await people.listByPhone(digits) : []) found.set(person.id, person);
  }
  return [...found.values()]
    .map((person) => ({ person, score: likeness(person, wanted) }))
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score)
    .map(({ person }) => person);
}

/** 2 and more: may be the same. Without the same name it never is. */
export function likeness(person: Person, wanted: Likeness): number {
  const own = normaliseKana(person.familyKana + person.givenKana);
  if (own !== normaliseKana(wanted.familyKana + wanted.givenKana)) return 0;
  const numbers = (phones: readonly string[]) => phones.map((phone) => normalisePhone(phone));
  const known = numbers([person.phone, ...person.otherPhones]);
  const sharesPhone = numbers([wanted.phone, ...wanted.otherPhones]).some(
    (digits) => digits !== undefined && known.includes(digits),
  );
  const years = wanted.birthYear === null ? null : Math.abs(person.birthYear - wanted.birthYear);
  const isOtherAge = years !== null && years > YEARS_OFF;
  const sameYear = years === 0 ? 1 : years !== null && !isOtherAge ? 0.5 : 0;
  const sameHamlet = wanted.hamlet !== '' && person.hamlet === wanted.hamlet ? 1 : 0;
  return isOtherAge ? 0 : 1 + sameYear + (sharesPhone ? 1.5 : 0) + sameHamlet;
}
