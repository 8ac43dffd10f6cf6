import { normaliseKana, plainReading } from './normaliseKana.ts';
import type { Person } from './person.ts';
import { normalisePhone } from './phoneNumber.ts';

/** Grows whenever the keys of the same rider come out differently: rows of an older version are written anew. */
export const KEYS_VERSION = 2;

/** Stands between the terms of one row; no normalised term holds it. */
export const TERM_BORDER = '\n';

/** A row's normalised terms in one text: each has a border before and behind it. */
export function joinTerms(texts: readonly (string | null)[]): string {
  const terms = new Set(texts.map((text) => normaliseKana(text ?? '')).filter((term) => term !== ''));
  return TERM_BORDER + [...terms].map((term) => term + TERM_BORDER).join('');
}

/** What a rider is found by: names and readings, telephone, hamlet, house name. */
export function personTerms(person: Person): string {
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
    person.houseKana,
  ]);
}

/** What somebody typed, word by word, normalised; empty words are dropped. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(text.normalize('NFKC').split(/\s+/).map(normaliseKana))].filter((word) => word !== '');
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
    for (const gram of [wholeGram(term), ...beginningGrams(term), ...innerGrams(term)]) grams.add(gram);
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
  const typed = plainReading(text);
  const { familyKana, givenKana, familyName, givenName } = person;
  return (familyKana + givenKana).startsWith(typed) || (familyName + givenName).startsWith(typed);
}
