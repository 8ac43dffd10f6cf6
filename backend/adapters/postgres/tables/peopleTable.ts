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
import { searchPeople } from './searchPeople.ts';

const INSERT = `
  INSERT INTO person (id, household_id, family_name, given_name, family_kana, given_kana, birth_year, municipality,
    hamlet, house_name, house_kana, phone, other_phones, home, needs, care_level, certificates, note, clinic_id,
    consent_on, revision, search_terms, search_grams, keys_version)
  SELECT id, "householdId", "familyName", "givenName", "familyKana", "givenKana", "birthYear", municipality,
    hamlet, "houseName", "houseKana", phone, "otherPhones", ST_SetSRID(ST_MakePoint(lon, lat), 4326), needs, "careLevel",
    certificates, note, "clinicId", "consentOn", revision, terms, grams, ${KEYS_VERSION}
  FROM ${PERSON_RECORD}`;
    hamlet, "houseName", "houseKana", phone, "otherPhones", ST_SetSRID(ST_MakePoint(lon, lat), 4326), needs, note,
    "clinicId", "consentOn", revision, terms, grams, ${KEYS_VERSION}
  FROM ${PERSON_RECORD}`;
