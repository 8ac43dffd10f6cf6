import { readEraYear, yearWord } from '../search/eraYear.ts';
import { romajiToKana } from '../search/romajiToKana.ts';
import { slipForms } from '../search/slips.ts';
import { normaliseKana, plainReading } from './normaliseKana.ts';
import type { Person } from './person.ts';
import { normalisePhone } from './phoneNumber.ts';
import { otherReadings } from './surnameReadings.ts';

/** Grows whenever the keys of the same rider come out differently: rows of an older version are written anew. */
export const KEYS_VERSION = 2;

/** Stands between the terms of one row; no normalised term holds it. */
export const TERM_BORDER = '\n';

/** A row's normalised terms in one text: each has a border before and behind it. */
export function joinTerms(texts: readonly (string | null)[]): string {
  const terms = new Set(texts.map((text) => normaliseKana(text ?? '')).filter((term) => term !== ''));
  return TERM_BORDER + [...terms].map((term) => term + TERM_BORDER).join('');
}

/** What a rider's surroundings are called. */
export interface HomeNames {
  /** Reading of the hamlet, where it is known. */
  readonly hamletKana: string | null;
  /** Name and reading of the municipality, as far as they are known. */
  readonly municipality: readonly string[];
}

export const NO_HOME_NAMES: HomeNames = { hamletKana: null, municipality: [] };

/** What a rider is found by: names and readings, telephones, hamlet, house name, year of birth, municipality. */
export function personTerms(person: Person, { hamletKana, municipality }: HomeNames): string {
  return joinTerms([
    person.familyKana + person.givenKana,
    person.familyKana,
    person.givenKana,
    person.familyName + person.givenName,
    person.familyName,
    person.givenName,
    ...[person.phone, ...person.otherPhones].map((phone) => normalisePhone(phone) ?? phone),
    person.hamlet,
    person.houseName,
    hamletKana,
    person.houseKana,
    yearWord(person.birthYear),
    ...otherReadings(person.familyName, person.familyKana),
    ...municipality,
  ]);
}

/** What somebody typed, word by word, normalised; empty words are dropped. */
export function searchWords(text: string): readonly string[] {
  const words = typedPieces(text).map((piece) => {
    const phone = /^[+\d][\d()+-]*$/.test(piece) ? normalisePhone(piece) : undefined;
    return phone ?? yearOf(piece) ?? normaliseKana(kanaOf(piece));
  });
  return [...new Set(words)].filter((word) => word !== '');
}

/** What somebody typed, piece by piece. A number with spaces in it is one piece. */
function typedPieces(text: string): readonly string[] {
  const plain = text.normalize('NFKC').trim();
  return /^\+?[\d\s()-]{9,}$/.test(plain) ? [plain.replace(/\s+/g, '')] : plain.split(/\s+/);
}

/** A year of birth needs its era or four digits; anything else with digits is part of a number. */
function yearOf(piece: string): string | undefined {
  const year = readEraYear(piece);
  return year === undefined || /^\d+$/.test(piece) ? undefined : yearWord(year);
}

/**
 * A rider's name as typed, in hiragana and as it is written, family and given name together.
 * @returns undefined when anything else than kana or Latin letters was typed, or more than two words
 */
export function typedReading(text: string): string | undefined {
  const pieces = typedPieces(text);
  const reading = pieces.map((piece) => plainReading(kanaOf(piece))).join('');
  return pieces.length <= 2 && /^[ぁ-ゖー]+$/.test(reading) ? reading : undefined;
}

/** Latin letters as kana where they are Japanese syllables. */
function kanaOf(piece: string): string {
  const letters = /^[a-z\u00c0-\u024f'-]{2,}$/i.test(piece) ? romajiToKana(piece) : undefined;
  return letters ?? piece;
}

/**
 * The pieces of terms by which an index finds candidates: pairs of neighbouring characters (triples of digits), `^` with
 * the first one and the first two characters of a term, `=` with a whole term.
 * @param terms as `joinTerms` makes them
 */
export function termGrams(terms: string): readonly string[] {
  const grams = new Set<string>();
  for (const term of terms.split(TERM_BORDER)) {
    if (term === '') continue;
    const slips = /^[ぁ-ん]+$/.test(term) ? slipForms(term) : [];
    for (const gram of [wholeGram(term), ...beginningGrams(term), ...innerGrams(term), ...slips])
      grams.add(gram);
  }
  return [...grams];
}

/** The pieces that a row has if each word is a whole term of it. */
export function wholeWordGrams(words: readonly string[]): readonly string[] {
  return words.map(wholeGram);
}

/** The pieces that a row has if each word begins a term of it. */
export function beginningWordGrams(words: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap((word) => [beginningGrams(word).at(-1)!, ...innerGrams(word)]))];
}

/** The pieces that a row has if it holds each word; a word of one character must begin a term. */
export function wordGrams(words: readonly string[]): readonly string[] {
  const grams = words.flatMap((word) => {
    const inner = innerGrams(word);
    return inner.length > 0 ? inner : [beginningGrams(word).at(-1)!];
  });
  return [...new Set(grams)];
}

function wholeGram(term: string): string {
  return `=${term}`;
}

/** `^` with the first character and, where there are two, with both. */
function beginningGrams(term: string): readonly string[] {
  const characters = [...term];
  const first = `^${characters[0] ?? ''}`;
  return characters.length === 1 ? [first] : [first, first + characters[1]];
}

function innerGrams(term: string): readonly string[] {
  const characters = [...term];
  const size = /^\d{3,}$/.test(term) ? 3 : 2;
  return characters.slice(size - 1).map((_, i) => characters.slice(i, i + size).join(''));
}

/**
 * How well a row's terms answer the words: for each word 3 for a whole term, 2 for the beginning of one, 1 for a part.
 * @returns undefined when a word is not there at all
 */
export function matchScore(terms: string, words: readonly string[]): number | undefined {
  let score = 0;
  for (const word of words) {
    if (terms.includes(TERM_BORDER + word + TERM_BORDER)) score += 3;
    else if (terms.includes(TERM_BORDER + word)) score += 2;
    else if (terms.includes(word)) score += 1;
    else return undefined;
  }
  return words.length === 0 ? undefined : score;
}

/**
 * Does the rider's name begin as typed, to the letter? Of all who sound alike, those come first: whoever types すずき
 * does not mean すすき.
 */
export function beginsAsTyped(person: Person, text: string): boolean {
  const typed = plainReading(kanaOf(text.trim()));
  const { familyKana, givenKana, familyName, givenName } = person;
  return (familyKana + givenKana).startsWith(typed) || (familyName + givenName).startsWith(typed);
}
