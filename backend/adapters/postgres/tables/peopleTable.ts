import { StaleWrite } from '../../../domain/fault/staleWrite.ts';
import { hasPhone } from '../../../domain/person/person.ts';
import { KEYS_VERSION, wholeWordGrams } from '../../../domain/person/searchKeys.ts';
import type { PeopleTable } from '../../../ports/tables.ts';
import { portions, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';
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
        `SELECT ${PERSON_COLUMNS} FROM person WHERE search_grams @> $1::text[] AND merged_into IS NULL
        ORDER BY birth_year, id COLLATE "C"`,
        [wholeWordGrams([digits])],
      );
      return rows.map(personOf).filter((person) => hasPhone(person, digits));
    },
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
    renewKeys: (limit) => renewPersonKeys(session, limit),
    async count() {
      const rows = await session.query<{ count: number }>('SELECT count(*) AS count FROM person');
      return rows[0]?.count ?? 0;
    },
  };
}
