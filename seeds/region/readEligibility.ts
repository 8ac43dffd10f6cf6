import { ROLES } from '../../backend/domain/account/account.ts';
import { CARE_LEVELS, CERTIFICATES } from '../../backend/domain/person/person.ts';
import type { Eligibility, EligibilityClause } from '../../backend/domain/service/eligibility.ts';
import { JsonEntry } from './jsonEntry.ts';
import { RowRefusal } from './rowRefusal.ts';

const OLDEST = 120;

/** Who may ride, as the dated rules of a service say. */
export function readEligibility(entry: JsonEntry): Eligibility {
  return {
    residentsOnly: entry.yesNo('residentsOnly'),
    minimumAge: entry.orNull('minimumAge', () => entry.integer('minimumAge', 0, OLDEST)),
    ...entry.optional('anyOf', () =>
      entry.list('anyOf', (clause, path) => readClause(JsonEntry.of(clause, path))),
    ),
    ...entry.optional('overridableBy', () => entry.list('overridableBy', oneOf(ROLES))),
  };
}

function readClause(entry: JsonEntry): EligibilityClause {
  const clause: EligibilityClause = {
    ...entry.optional('minimumAge', () => entry.integer('minimumAge', 0, OLDEST)),
    ...entry.optional('minimumCareLevel', () => entry.oneOf('minimumCareLevel', CARE_LEVELS)),
    ...entry.optional('certificates', () => entry.list('certificates', oneOf(CERTIFICATES))),
    ...entry.optional('season', () => readSeason(entry.entry('season'))),
    ...entry.optional('afterDark', () => entry.yesNo('afterDark')),
  };
  if (Object.keys(clause).length === 0) {
    throw new RowRefusal('emptyField', 'a member of "anyOf" must state something');
  }
  return clause;
}

function readSeason(entry: JsonEntry): { from: string; to: string } {
  return { from: readMonthDay(entry, 'from'), to: readMonthDay(entry, 'to') };
}

function readMonthDay(entry: JsonEntry, field: string): string {
  const text = entry.text(field);
  if (!/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) {
    throw new RowRefusal('outOfRange', `"${field}" must be a day of the year as MM-DD: ${text}`);
  }
  return text;
}

/** For `list`: one of these words. */
function oneOf<Value extends string>(values: readonly Value[]): (value: unknown, path: string) => Value {
  return (value, path) => JsonEntry.of({ value }, path).oneOf('value', values);
}
