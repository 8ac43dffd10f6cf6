import type { Person } from '../../../domain/person/person.ts';
import {
  type HomeNames,
  KEYS_VERSION,
  NO_HOME_NAMES,
  personTerms,
  termGrams,
} from '../../../domain/person/searchKeys.ts';
import { validPoint } from '../rows.ts';
import type { Session } from '../session.ts';

/** The columns of a rider, under the names of the domain. */
export const PERSON_COLUMNS = `
  id, household_id AS "householdId", family_name AS "familyName", given_name AS "givenName",
  family_kana AS "familyKana", given_kana AS "givenKana", birth_year AS "birthYear", municipality, hamlet,
  house_name AS "houseName", house_kana AS "houseKana", phone, other_phones AS "otherPhones", ST_X(home) AS lon,
  ST_Y(home) AS lat, needs, care_level AS "careLevel", certificates, note, clinic_id AS "clinicId",
  consent_on AS "consentOn", revision`;

/** Riders as `personRecords` makes them, in a statement's FROM. */
export const PERSON_RECORD = `
  jsonb_to_recordset($1::jsonb) AS r (id text, "householdId" text, "familyName" text, "givenName" text,
    "familyKana" text, "givenKana" text, "birthYear" integer, municipality text, hamlet text, "houseName" text,
    "houseKana" text, phone text, "otherPhones" text[], lon float8, lat float8, needs text[],
    "careLevel" text, certificates text[], note text, "clinicId" text, "consentOn" date, revision integer, terms text, grams text[])`;

export type PersonRow = Omit<Person, 'home'> & { readonly lon: number; readonly lat: number };

export function personOf({ lon, lat, ...rest }: PersonRow): Person {
  return { ...rest, home: { lon, lat } };
}

/** Riders as records of a statement, with their search keys. */
export async function personRecords(session: Session, people: readonly Person[]): Promise<object[]> {
  const namesOf = await readHomeNames(session, people);
  return people.map(({ home, ...rest }) => {
    const person = { home, ...rest };
    const terms = personTerms(person, namesOf(person));
    return { ...rest, ...validPoint(home), terms, grams: termGrams(terms) };
  });
}

/** What the surroundings of riders' homes are called, by the region's places. */
async function readHomeNames(
  session: Session,
  people: readonly Person[],
): Promise<(person: Person) => HomeNames> {
  const hamlets = [...new Set(people.map(({ hamlet }) => hamlet))];
  const kana = await session.query<{ name: string; municipality: string; kana: string }>(
    `SELECT name, municipality, kana FROM place WHERE kind = 'hamlet' AND name = ANY ($1::text[])`,
    [hamlets],
  );
  const kanaOf = new Map(kana.map((row) => [`${row.municipality} ${row.name}`, row.kana]));
  const towns = await session.query<{ code: string; name: string; kana: string }>(
    'SELECT code, name, kana FROM municipality',
  );
  const townOf = new Map(towns.map((town) => [town.code, [town.name, town.kana]]));
  return ({ municipality, hamlet }) => ({
    hamletKana: kanaOf.get(`${municipality} ${hamlet}`) ?? null,
    municipality: townOf.get(municipality) ?? NO_HOME_NAMES.municipality,
  });
}

const LIST_OUTDATED = `
  SELECT ${PERSON_COLUMNS} FROM person WHERE keys_version < ${KEYS_VERSION}
  ORDER BY id COLLATE "C" LIMIT $1::int FOR UPDATE SKIP LOCKED`;
const RENEW = `
  UPDATE person SET search_terms = terms, search_grams = grams, keys_version = ${KEYS_VERSION}
  FROM ${PERSON_RECORD} WHERE person.id = r.id`;

/** Writes search keys of an earlier form anew. */
export async function renewPersonKeys(session: Session, limit: number): Promise<number> {
  const rows = await session.query<PersonRow>(LIST_OUTDATED, [limit]);
  if (rows.length === 0) return 0;
  await session.query(RENEW, [JSON.stringify(await personRecords(session, rows.map(personOf)))]);
  return rows.length;
}
