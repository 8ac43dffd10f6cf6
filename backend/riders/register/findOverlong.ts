import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { PlainEntry } from './riderEntry.ts';

/** The longest texts that the register keeps, in characters as a form's field counts them. */
const LONGEST = {
  familyName: 80,
  givenName: 80,
  familyKana: 80,
  givenKana: 80,
  hamlet: 80,
  houseName: 80,
  houseKana: 80,
  note: 500,
} as const satisfies Partial<Record<keyof PlainEntry, number>>;
const MOST_OTHER_PHONES = 8;

/** The first part of an entry that is too long for the register, wherever it came from. */
export function findOverlong(entry: PlainEntry): Rejection | undefined {
  for (const [field, most] of Object.entries(LONGEST)) {
    const length = entry[field as keyof typeof LONGEST]?.length ?? 0;
    if (length > most) return { code: 'textTooLong', field, details: { most } };
  }
  if (entry.otherPhones.length <= MOST_OTHER_PHONES) return undefined;
  return { code: 'tooManyPhones', field: 'otherPhones', details: { most: MOST_OTHER_PHONES } };
}
