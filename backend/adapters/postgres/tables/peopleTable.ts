import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import { plainReading } from '../../../domain/person/normaliseKana.ts';
import { hasPhone, type Person } from '../../../domain/person/person.ts';
import {
  beginningWordGrams,
  KEYS_VERSION,
  personTerms,
  searchWords,
  termGrams,
  wholeWordGrams,
  wordGrams,
} from '../../../domain/person/searchKeys.ts';
import type { PeopleTable } from '../../../ports/tables.ts';
import { portions, rowsAsJson, validPoint } from '../rows.ts';
import type { Session } from '../session.ts';

const COLUMNS = `
  id, household_id AS "householdId", family_name AS "familyName", given_name AS "givenName",
  family_kana AS "familyKana", given_kana AS "givenKana", birth_year AS "birthYear", municipality, hamlet,
  house_name AS "houseName", house_kana AS "houseKana", phone, other_phones AS "otherPhones", ST_X(home) AS lon,
  ST_Y(home) AS lat, needs, care_level AS "careLevel", certificates, note,
  clinic_id AS "clinicId", consent_on AS "consentOn", revision`;

const RECORD = `
  jsonb_to_recordset($1::jsonb) AS r (id text, "householdId" text, "familyName" text, "givenName" text,
    "familyKana" text, "givenKana" text, "birthYear" integer, municipality text, hamlet text, "houseName" text,
    "houseKana" text, phone text, "otherPhones" text[], lon float8, lat float8, needs text[], "careLevel" text,
    certificates text[], note text, "clinicId" text, "consentOn" date, revision integer, terms text, grams text[])`;

const INSERT = `
  INSERT INTO person (id, household_id, family_name, given_name, family_kana, given_kana, birth_year, municipality,
    hamlet, house_name, house_kana, phone, other_phones, home, needs, care_level, certificates, note, clinic_id,
    consent_on, revision, search_terms, search_grams, keys_version)
  SELECT id, "householdId", "familyName", "givenName", "familyKana", "givenKana", "birthYear", municipality,
    hamlet, "houseName", "houseKana", phone, "otherPhones", ST_SetSRID(ST_MakePoint(lon, lat), 4326), needs, "careLevel",
    certificates, note, "clinicId", "consentOn", revision, terms, grams, ${KEYS_VERSION}
  FROM ${RECORD}`;

/** The rider as somebody read it, changed: their revision is one more than the stored one's. */
const UPDATE = `
  UPDATE person SET household_id = "householdId", family_name = "familyName", given_name = "givenName",
    family_kana = "familyKana", given_kana = "givenKana", birth_year = "birthYear", municipality = r.municipality,
    hamlet = r.hamlet, house_name = "houseName", house_kana = "houseKana", phone = r.phone,
    other_phones = "otherPhones", home = ST_SetSRID(ST_MakePoint(lon, lat), 4326), needs = r.needs,
    care_level = "careLevel", certificates = r.certificates, note = r.note,
    clinic_id = "clinicId", consent_on = "consentOn", revision = r.revision, search_terms = terms,
    search_grams = grams, keys_version = ${KEYS_VERSION}
  FROM ${RECORD}
  WHERE person.id = r.id AND person.revision = r.revision - 1
  RETURNING person.id`;

/** How many candidates of each kind are looked at; whoever finds more must type more. */
const CANDIDATES = 300;
const CANDIDATES_BY_SCAN = 3000;

/** Who sees a part of the riders only may not use the index (its operator could tell of other rows): one look at all. */
const BY_INDEX = "current_user = 'ainori_office'";

/**
 * Candidates by index: rows that have all words as whole terms ($1), that begin with them ($2), that hold them ($3). Of
 * a name that thousands have, some of the best are taken, not all of them sorted. A word scores 3 as a whole term, 2 as
 * the beginning of one, 1 as a part: as `matchScore` counts. Of equal
 * scores, names that begin as typed to the letter ($6) come first: `beginsAsTyped`.
 */
const SEARCH = `
  WITH candidate AS (
    (SELECT id FROM person WHERE ${BY_INDEX} AND search_grams @> $1::text[] LIMIT ${CANDIDATES})
    UNION (SELECT id FROM person WHERE ${BY_INDEX} AND search_grams @> $2::text[] LIMIT ${CANDIDATES})
    UNION (SELECT id FROM person WHERE search_grams @> $3::text[]
      LIMIT CASE WHEN ${BY_INDEX} THEN ${CANDIDATES} ELSE ${CANDIDATES_BY_SCAN} END)
  )
  SELECT ${COLUMNS}
  FROM person JOIN candidate USING (id), LATERAL (
    SELECT min(score) AS lowest, sum(score) AS score FROM (
      SELECT CASE
        WHEN position(E'\\n' || word || E'\\n' IN search_terms) > 0 THEN 3
        WHEN position(E'\\n' || word IN search_terms) > 0 THEN 2
        WHEN position(word IN search_terms) > 0 THEN 1
        ELSE 0 END AS score
      FROM unnest($4::text[]) AS word
    ) AS words
  ) AS scored
  WHERE lowest > 0
  ORDER BY score DESC,
    (starts_with(family_kana || given_kana, $6) OR starts_with(family_name || given_name, $6)) DESC, family_kana COLLATE "C", given_kana COLLATE "C", id COLLATE "C"
  LIMIT $5::int`;

type PersonRow = Omit<Person, 'home'> & { readonly lon: number; readonly lat: number };

function personOf({ lon, lat, ...rest }: PersonRow): Person {
  return { ...rest, home: { lon, lat } };
}

function rowOf({ home, ...rest }: Person): object {
  const terms = personTerms({ home, ...rest });
  return { ...rest, ...validPoint(home), terms, grams: termGrams(terms) };
}

/** Riders. */
export function peopleTable(session: Session): PeopleTable {
  return {
    async find(id) {
      const rows = await session.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE id = $1`, [id]);
      return rows.map(personOf)[0];
    },
    async listByIds(ids) {
      const rows = await session.query<PersonRow>(
        `SELECT ${COLUMNS} FROM person WHERE id = ANY ($1::text[]) ORDER BY id COLLATE "C"`,
        [ids],
      );
      return rows.map(personOf);
    },
    async search(text, limit) {
      const words = searchWords(text);
      if (words.length === 0) return [];
      const rows = await session.query<PersonRow>(SEARCH, [
        wholeWordGrams(words),
        beginningWordGrams(words),
        wordGrams(words),
        words,
        limit,
        plainReading(text),
      ]);
      return rows.map(personOf);
    },
    async listByHousehold(householdId) {
      const rows = await session.query<PersonRow>(
        `SELECT ${COLUMNS} FROM person WHERE household_id = $1 ORDER BY id COLLATE "C"`,
        [householdId],
      );
      return rows.map(personOf);
    },
    async listByPhone(digits) {
      const rows = await session.query<PersonRow>(
        `SELECT ${COLUMNS} FROM person WHERE search_grams @> $1::text[] AND merged_into IS NULL
        ORDER BY birth_year, id COLLATE "C"`,
        [wholeWordGrams([digits])],
      );
      return rows.map(personOf).filter((person) => hasPhone(person, digits));
    },
    async insertMany(people) {
      for (const portion of portions(people)) {
        await session.query(INSERT, [rowsAsJson(portion.map(rowOf))]);
      }
    },
    async update(person) {
      const written = await session.query(UPDATE, [rowsAsJson([rowOf(person)])]);
      if (written.length !== 1) session.refuse(new StaleWrite());
    },
    async count() {
      const rows = await session.query<{ count: number }>('SELECT count(*) AS count FROM person');
      return rows[0]?.count ?? 0;
    },
  };
}
