import type { CareLevel, Certificate, Need, Person } from '../../domain/person/person.ts';
import { normalisePhone, phoneText } from '../../domain/person/phoneNumber.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { readEraYear } from '../../domain/search/eraYear.ts';
import type { Coordinates } from '../../domain/units/coordinates.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { EpochMs, ServiceDay } from '../../domain/units/time.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import { findOverlong } from './findOverlong.ts';

/** Where a rider lives, as said: a named place, a point on the map, or with somebody who is registered. */
export type HomeSaid =
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'coordinates'; readonly at: Coordinates }
  | { readonly kind: 'with'; readonly personId: string };

/** A rider as entered, before it is understood. */
export interface RiderEntry {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  /** `昭18`, `S18`, `1943`. */
  readonly birth: string;
  /** Null: as it was (a new rider needs one). */
  readonly home: HomeSaid | null;
  /** As people call it; empty: the name of the place. */
  readonly hamlet: string;
  readonly houseName: string | null;
  readonly houseKana: string | null;
  readonly phone: string;
  readonly otherPhones: readonly string[];
  readonly needs: readonly Need[];
  readonly careLevel: CareLevel | null;
  readonly certificates: readonly Certificate[];
  readonly note: string | null;
  readonly consentOn: ServiceDay | null;
}

/** What of an entry needs no look at the region. */
export type PlainEntry = Omit<
  Person,
  'id' | 'householdId' | 'municipality' | 'home' | 'clinicId' | 'revision'
>;

const OLDEST = 125;

/** Reads an entry's texts: names without odd spaces, kana as hiragana, the year, numbers with hyphens. */
export function readEntry(entry: RiderEntry, now: EpochMs): Outcome<PlainEntry, Rejection> {
  const names = readNames(entry);
  if (!names.ok) return names;
  const birthYear = readEraYear(entry.birth);
  const thisYear = Number(serviceDayOf(now).slice(0, 4));
  if (birthYear === undefined || birthYear > thisYear || birthYear < thisYear - OLDEST) {
    return refusal({ code: 'birthYearUnreadable', field: 'birth' });
  }
  const numbers: string[] = [];
  for (const [i, text] of [entry.phone, ...entry.otherPhones].entries()) {
    if (text.trim() === '') continue;
    const digits = normalisePhone(text);
    const field = i === 0 ? 'phone' : `otherPhones.${i - 1}`;
    if (digits === undefined) return refusal({ code: 'phoneUnreadable', field });
    numbers.push(phoneText(digits));
  }
  const [phone = '', ...otherPhones] = [...new Set(numbers)];
  const { hamlet, houseName, houseKana, needs, careLevel, certificates, note, consentOn } = entry;
  const house = { houseName: tidyOrNull(houseName), houseKana: kanaOrNull(houseKana) };
  const read: PlainEntry = {
    ...names.value,
    ...house,
    birthYear,
    phone,
    otherPhones,
    hamlet: tidy(hamlet),
    needs: [...new Set(needs)],
    careLevel,
    certificates: [...new Set(certificates)],
    note: tidyOrNull(note),
    consentOn,
  };
  const overlong = findOverlong(read);
  return overlong ? refusal(overlong) : success(read);
}

type Names = Pick<Person, 'familyName' | 'givenName' | 'familyKana' | 'givenKana'>;

function readNames(entry: RiderEntry): Outcome<Names, Rejection> {
  for (const field of ['familyName', 'givenName'] as const) {
    if (tidy(entry[field]) === '') return refusal({ code: 'nameMissing', field });
  }
  for (const field of ['familyKana', 'givenKana'] as const) {
    if (!isKana(toHiragana(entry[field]))) return refusal({ code: 'kanaUnreadable', field });
  }
  return success({
    familyName: tidy(entry.familyName),
    givenName: tidy(entry.givenName),
    familyKana: toHiragana(entry.familyKana),
    givenKana: toHiragana(entry.givenKana),
  });
}

/** One line, without spaces at its ends and with single ones inside. */
function tidy(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

function tidyOrNull(text: string | null): string | null {
  return text === null || tidy(text) === '' ? null : text.trim();
}

function kanaOrNull(text: string | null): string | null {
  const kana = toHiragana(text ?? '');
  return kana === '' ? null : kana;
}

/** Kana in any writing as hiragana without spaces. */
export function toHiragana(text: string): string {
  return tidy(text)
    .replace(/\s+/g, '')
    .replace(/[ァ-ヶ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60));
}

export function isKana(text: string): boolean {
  return /^[ぁ-ゖー]+$/.test(text);
}
