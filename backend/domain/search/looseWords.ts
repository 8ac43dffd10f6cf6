import { normaliseKana } from '../person/normaliseKana.ts';
import { matchScore, searchWords, TERM_BORDER, typedReading } from '../person/searchKeys.ts';
import { COMMON_SURNAMES } from '../person/surnameReadings.ts';
import { isOneSlip, slipForms } from './slips.ts';
import { shortNamesOneSlipAway } from './typedName.ts';

/** A search that finds fewer to the letter goes on to those who may be meant. */
export const FEW_FOUND = 5;

/** One word of a search that forgives slips. */
export interface LooseWord {
  /** Any of these as a whole term will do: the word itself (empty: none), or how its kanji are read. */
  readonly wholes: readonly string[];
  /** A term at most one slip away from any of these will do. */
  readonly near: readonly string[];
}

/** All its words must be there. */
export type LooseWay = readonly LooseWord[];

/** How kanji may be read, in normalised kana; empty where nobody is so called. */
export type ReadingsOf = (kanji: string) => readonly string[];

const POLITE_END = /(?:さん|さま|様|氏|ちゃん)$/u;
/** Words joined without a space are parted only where either side keeps this many characters. */
const SHORTEST_PART = 2;
const LONGEST_JOINED = 14;

/**
 * The ways in which a search may have been meant when what was typed is not there to the letter: with one slip in a name,
 * in another kanji for the same reading, family and given name run together or changed about, a hamlet before the name
 * (`高田の佐藤キヨさん`).
 */
export function looseWays(text: string, readingsOf: ReadingsOf): readonly LooseWay[] {
  const words = searchWords(withoutManners(text));
  const [joinedWord, ...more] = searchWords(text);
  const plain = words.map((word) => looseWord(word, readingsOf));
  const ways: LooseWay[] = words.length === 0 ? [] : [plain];
  const names = words.filter((word) => !/\d/.test(word));
  if (names.length === 2) {
    const others = words.filter((word) => /\d/.test(word)).map((word) => looseWord(word, readingsOf));
    for (const [first = '', second = ''] of [names, [...names].reverse()]) {
      const joined = joinReadings(first, second, readingsOf);
      if (joined.length > 0) ways.push([{ wholes: ['', ...joined], near: joined }, ...others]);
    }
  }
  if (words.length === 1) {
    ways.push(...partings(words[0] ?? ''));
    const short = shortNamesOneSlipAway(typedReading(withoutManners(text)) ?? '');
    if (short.length > 0) ways.push([{ wholes: ['', ...short], near: [] }]);
  }
  // A の may be part of a name and not the word between hamlet and name.
  if (joinedWord !== undefined && more.length === 0 && words.length > 1) {
    ways.push([looseWord(joinedWord, readingsOf)]);
  }
  return ways;
}

/** Without さん and the like, and with the の between hamlet and name as a space. */
export function withoutManners(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .split(/\s+/)
    .map((word) => ([...word].length > 3 ? word.replace(POLITE_END, '') : word))
    .map((word) => word.replace(/^(.{2,}|\p{Script=Han})の(.{2,}|\p{Script=Han})$/u, '$1 $2'))
    .join(' ');
}

function looseWord(word: string, readingsOf: ReadingsOf): LooseWord {
  const readings = isKana(word) ? [word] : readingsOf(word);
  return { wholes: [...new Set([word, ...readings])], near: readings };
}

/** Two names as one reading: long vowels may meet at the seam, so the whole is normalised once more. */
function joinReadings(first: string, second: string, readingsOf: ReadingsOf): string[] {
  const of = (word: string) => (isKana(word) ? [word] : readingsOf(word));
  return of(first).flatMap((a) => of(second).map((b) => normaliseKana(a + b)));
}

/** A word in two whole parts: a hamlet and a name, or two names, without a space between. */
function partings(word: string): readonly LooseWay[] {
  const characters = [...word];
  if (characters.length > LONGEST_JOINED || /\d/.test(word)) return [];
  const cuts = characters.map((_, i) => i).slice(SHORTEST_PART, 1 - SHORTEST_PART);
  return cuts.map((cut) =>
    [characters.slice(0, cut), characters.slice(cut)].map((part) => ({ wholes: [part.join('')], near: [] })),
  );
}

function isKana(word: string): boolean {
  return /^[ぁ-ん]+$/.test(word);
}

/** The pieces a row may have for a word: whole terms by their own piece, near ones by a form they share with it. */
export function looseGrams({ wholes, near }: LooseWord): readonly string[] {
  const terms = wholes.filter((whole) => whole !== '');
  return [...new Set([...terms.map((term) => `=${term}`), ...near.flatMap(slipForms)])];
}

const READ_OTHERWISE = 2.5;
const NEAR = 1.5;

/**
 * How well a row's terms answer the best of the ways, per word: 3 for the word itself as a whole term, less for the same
 * reading in other kanji, less for a slip.
 * @returns undefined when no way has all its words there
 */
export function looseScore(terms: string, ways: readonly LooseWay[]): number | undefined {
  const list = terms.split(TERM_BORDER);
  const scores = ways.map((way) => scoreOf(terms, list, way)).filter((score) => score !== undefined);
  return scores.length === 0 ? undefined : Math.max(...scores);
}

function scoreOf(terms: string, list: readonly string[], way: LooseWay): number | undefined {
  let sum = 0;
  for (const { wholes, near } of way) {
    const [itself = '', ...readings] = wholes;
    if (itself !== '' && matchScore(terms, [itself]) === 3) sum += 3;
    else if (readings.some((reading) => matchScore(terms, [reading]) === 3)) sum += READ_OTHERWISE;
    else if (near.some((word) => list.some((term) => term.length > 2 && isOneSlip(term, word)))) sum += NEAR;
    else return undefined;
  }
  return sum / way.length;
}

/**
 * The pieces of a word in kanji that may be somebody's name: all its beginnings and ends, and itself. Kana needs none.
 */
export function kanjiPieces(text: string): readonly string[] {
  const words = searchWords(withoutManners(text)).filter(
    (word) => /\p{Script=Han}/u.test(word) && !/\d/.test(word),
  );
  return [
    ...new Set(
      words.flatMap((word) => {
        const characters = [...word].slice(0, LONGEST_JOINED);
        return characters.flatMap((_, i) => [
          characters.slice(0, i + 1).join(''),
          characters.slice(i).join(''),
        ]);
      }),
    ),
  ];
}

/** A name of the register with its reading. */
export interface ReadName {
  readonly name: string;
  readonly kana: string;
}

/** Readings by common surnames and by the names that somebody in the register has; a word in two names is read as both together. */
export function readingsFrom(names: readonly ReadName[]): ReadingsOf {
  const known = new Map<string, Set<string>>();
  for (const { name, kana } of [...COMMON_SURNAMES, ...names]) {
    const key = normaliseKana(name);
    known.set(key, (known.get(key) ?? new Set()).add(normaliseKana(kana)));
  }
  const of = (piece: string) => [...(known.get(piece) ?? [])];
  return (word) => {
    const characters = [...word];
    const joined = characters.flatMap((_, cut) => {
      if (cut === 0) return [];
      const [first, second] = [characters.slice(0, cut).join(''), characters.slice(cut).join('')];
      const tail = isKana(second) ? [second] : of(second);
      return of(first).flatMap((a) => tail.map((b) => normaliseKana(a + b)));
    });
    return [...new Set([...of(word), ...joined])];
  };
}
