import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import { normaliseKana } from '../../../domain/person/normaliseKana.ts';
import { hasPhone } from '../../../domain/person/person.ts';
import { KEYS_VERSION, wholeWordGrams } from '../../../domain/person/searchKeys.ts';
import type { PeopleTable } from '../../../ports/tables.ts';
import { portions, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';
import { listPeopleNear } from './listPeopleNear.ts';
import { moveBelongings } from './moveBelongings.ts';
import {
  PERSON_COLUMNS,
  PERSON_RECORD,
  type PersonRow,
  personOf,
  personRecords,
  renewPersonKeys,
} from './personRows.ts';
import { listReadings, searchPeople } from './searchPeople.ts';

const INSERT = `
  INSERT INTO person (id, household_id, family_name, given_name, family_kana, given_kana, birth_year, municipality,
    hamlet, house_name, house_kana, phone, other_phones, home, needs, care_level, certificates, note, clinic_id,
    consent_on, revision, search_terms, search_grams, keys_version)
  SELECT id, "householdId", "familyName", "givenName", "familyKana", "givenKana", "birthYear", municipality,
    hamlet, "houseName", "houseKana", phone, "otherPhones", ST_SetSRID(ST_MakePoint(lon, lat), 4326), needs, "careLevel",
    certificates, note, "clinicId", "consentOn", revision, terms, grams, ${KEYS_VERSION}
  FROM ${PERSON_RECORD}`;

/** The rider as somebody read it, changed: their revision is one more than the stored one's. */
const UPDATE = `
  UPDATE person SET household_id = "householdId", family_name = "familyName", given_name = "givenName",
    family_kana = "familyKana", given_kana = "givenKana", birth_year = "birthYear", municipality = r.municipality,
    hamlet = r.hamlet, house_name = "houseName", house_kana = "houseKana", phone = r.phone,
    other_phones = "otherPhones", home = ST_SetSRID(ST_MakePoint(lon, lat), 4326), needs = r.needs,
    care_level = "careLevel", certificates = r.certificates, note = r.note,
    clinic_id = "clinicId", consent_on = "consentOn", revision = r.revision, search_terms = terms,
    search_grams = grams, keys_version = ${KEYS_VERSION}
  FROM ${PERSON_RECORD}
  WHERE person.id = r.id AND person.revision = r.revision - 1
  RETURNING person.id`;

/** So many people may share one telephone: a home for the elderly has one number for all. */
const MOST_OF_ONE = 500;

const SET_MERGED = `
  UPDATE person SET merged_into = $3, revision = revision + 1 WHERE id = $1 AND revision = $2::int RETURNING id`;

const REMOVE_UNTOUCHED = `
  DELETE FROM person
  WHERE id = ANY ($1::text[]) AND revision = 1 AND merged_into IS NULL
    AND NOT EXISTS (SELECT FROM ride r WHERE r.person_id = person.id)
    AND NOT EXISTS (SELECT FROM standing_order o WHERE o.person_id = person.id)
    AND NOT EXISTS (SELECT FROM call_back c WHERE c.person_id = person.id)
    AND NOT EXISTS (SELECT FROM contact_wish w WHERE w.person_id = person.id)
    AND NOT EXISTS (SELECT FROM proxy_grant g WHERE g.person_id = person.id)
    AND NOT EXISTS (SELECT FROM rider_pin n WHERE n.person_id = person.id)
    AND NOT EXISTS (SELECT FROM apart_pair a WHERE person.id IN (a.person_id, a.other_person_id))
    AND NOT EXISTS (SELECT FROM person other WHERE other.merged_into = person.id)
  RETURNING id`;

/** Same reading, same municipality, years of birth at most two apart or the same telephone. */
const LIST_NAMESAKES = `
  SELECT a.id AS a, b.id AS b
  FROM person a JOIN person b
    ON a.family_kana = b.family_kana AND a.given_kana = b.given_kana AND a.municipality = b.municipality
    AND a.id < b.id AND abs(a.birth_year - b.birth_year) <= 2
  WHERE a.merged_into IS NULL AND b.merged_into IS NULL AND (a.id, b.id) NOT IN (
    SELECT least(kept_entry(d.person_id), kept_entry(d.other_id)),
      greatest(kept_entry(d.person_id), kept_entry(d.other_id))
    FROM distinct_pair d WHERE d.undone_at IS NULL)
  ORDER BY (a.phone = b.phone AND a.phone <> '')::int + (a.birth_year = b.birth_year)::int +
    (a.hamlet = b.hamlet)::int DESC, a.id COLLATE "C", b.id COLLATE "C"
  LIMIT $1::int`;

/** Whoever was found to be the same as somebody else is found as them, however many steps away. */
const FIND = `
  WITH RECURSIVE same (id, merged_into) AS (
    SELECT id, merged_into FROM person WHERE id = $1
    UNION SELECT p.id, p.merged_into FROM person p JOIN same ON p.id = same.merged_into
  )
  SELECT ${PERSON_COLUMNS} FROM person WHERE id = (SELECT id FROM same WHERE merged_into IS NULL)`;

/** Riders. */
export function peopleTable(session: Session): PeopleTable {
  return {
    async find(id) {
      const rows = await session.query<PersonRow>(FIND, [id]);
      return rows.map(personOf)[0];
    },
    async listByIds(ids) {
      const rows = await session.query<PersonRow>(
        `SELECT ${PERSON_COLUMNS} FROM person WHERE id = ANY ($1::text[]) ORDER BY id COLLATE "C"`,
        [ids],
      );
      return rows.map(personOf);
    },
    search: (text, limit) => searchPeople(session, text, limit),
    async listByHousehold(householdId) {
      const rows = await session.query<PersonRow>(
        `SELECT ${PERSON_COLUMNS} FROM person WHERE household_id = $1 AND merged_into IS NULL ORDER BY id COLLATE "C"`,
        [householdId],
      );
      return rows.map(personOf);
    },
    async listByPhone(digits) {
      const rows = await session.query<PersonRow>(
        `SELECT ${PERSON_COLUMNS} FROM person
        WHERE id = ANY (ARRAY(SELECT people_having($1::text[], ${MOST_OF_ONE}))) AND merged_into IS NULL
        ORDER BY birth_year, id COLLATE "C"`,
        [wholeWordGrams([digits])],
      );
      return rows.map(personOf).filter((person) => hasPhone(person, digits));
    },
    async listByReading(kana, limit) {
      const rows = await session.query<PersonRow>(
        `SELECT ${PERSON_COLUMNS} FROM person
        WHERE id = ANY (ARRAY(SELECT people_having($1::text[], $2::int))) AND merged_into IS NULL
        ORDER BY id COLLATE "C"`,
        [wholeWordGrams([normaliseKana(kana)]), limit],
      );
      return rows.map(personOf);
    },
    listNear: (names, places, within, limit) => listPeopleNear(session, names, places, within, limit),
    readingsOf: (name) => listReadings(session, name),
    async insertMany(people) {
      for (const portion of portions(people)) {
        await session.query(INSERT, [rowsAsJson(await personRecords(session, portion))]);
      }
    },
    async update(person) {
      const written = await session.query(UPDATE, [rowsAsJson(await personRecords(session, [person]))]);
      if (written.length !== 1) session.refuse(new StaleWrite());
    },
    async setMergedInto(personId, readRevision, keptId) {
      const written = await session.query(SET_MERGED, [personId, readRevision, keptId]);
      if (written.length !== 1) session.refuse(new StaleWrite());
    },
    async findEntry(id) {
      const [row] = await session.query<PersonRow & { readonly mergedInto: string | null }>(
        `SELECT ${PERSON_COLUMNS}, merged_into AS "mergedInto" FROM person WHERE id = $1`,
        [id],
      );
      if (!row) return undefined;
      const { mergedInto, ...person } = row;
      return { person: personOf(person), mergedInto };
    },
    moveBelongings: (fromId, to, named) => moveBelongings(session, fromId, to, named),
    async removeUntouched(ids) {
      const removed = await session.query<{ id: string }>(REMOVE_UNTOUCHED, [ids]);
      const gone = new Set(removed.map(({ id }) => id));
      return ids.filter((id) => !gone.has(id));
    },
    async listNamesakes(limit) {
      const pairs = await session.query<{ a: string; b: string }>(LIST_NAMESAKES, [limit]);
      const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
      const rows = await session.query<PersonRow>(
        `SELECT ${PERSON_COLUMNS} FROM person WHERE id = ANY ($1::text[])`,
        [ids],
      );
      const people = new Map(rows.map((row) => [row.id, personOf(row)]));
      return pairs.map(({ a, b }) => [people.get(a)!, people.get(b)!] as const);
    },
    renewKeys: (limit) => renewPersonKeys(session, limit),
    async count() {
      const rows = await session.query<{ count: number }>('SELECT count(*) AS count FROM person');
      return rows[0]?.count ?? 0;
    },
  };
}
