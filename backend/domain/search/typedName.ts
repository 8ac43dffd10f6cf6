import { foldKana, withoutLongVowels } from '../person/normaliseKana.ts';

const KANA = [
  ...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん',
];
/** Names outside these lengths have too many neighbours, or none. */
const SHORTEST = 5;
const LONGEST = 14;

/**
 * Every name, as searches compare it, that is one slip of the fingers away from the typed reading. A slip may take away
 * what made a vowel long (とい for へい), so that the compared forms are further apart than the names as they are written.
 * @param typed in hiragana, family and given name together
 */
export function namesOneSlipAway(typed: string): readonly string[] {
  const kana = [...foldKana(typed)];
  return kana.length < SHORTEST || kana.length > LONGEST ? [] : neighboursOf(kana);
}

/** Names of three kana that searches compare as two: さとう, おおの. */
const SHORT_NAME = 3;
const SHORT_COMPARED = 2;

/**
 * Names too short to have forms of their own in the index (さと for さとう), one slip away from the typed reading.
 * @param typed in hiragana
 */
export function shortNamesOneSlipAway(typed: string): readonly string[] {
  const kana = [...foldKana(typed)];
  if (kana.length < SHORT_NAME || kana.length > SHORT_NAME + 1) return [];
  return neighboursOf(kana).filter((name) => name.length === SHORT_COMPARED);
}

/** @param kana as searches compare them, long vowels kept */
function neighboursOf(kana: readonly string[]): readonly string[] {
  const names = new Set<string>();
  const add = (start: number, middle: string, end: number) =>
    names.add(withoutLongVowels(kana.slice(0, start).join('') + middle + kana.slice(end).join('')));
  for (let i = 0; i <= kana.length; i += 1) {
    for (const one of KANA) {
      add(i, one, i);
      if (i < kana.length) add(i, one, i + 1);
    }
    if (i < kana.length) add(i, '', i + 1);
    if (i + 1 < kana.length) add(i, kana[i + 1]! + kana[i]!, i + 2);
  }
  return [...names];
}

/** What another voicing mark, another size of a kana or a long vowel counts for: it is how the same name sounds. */
const SAME_SOUND = 0.25;

/**
 * A slip that comes out in one way only, or in few: a kana left out, typed twice, exchanged with the next, or heard as one
 * that sounds like it. Any other kana could have been any of forty, so that a name that far away is meant less often
 * (the noisy channel of Kernighan, Church and Gale 1990). Two of them are still two slips.
 */
export const LIKELY_SLIP = 0.8;

/** A reading kana by kana, with what leaving each out counts for, and each typed too many. */
interface Reading {
  readonly kana: readonly string[];
  readonly sounds: readonly string[];
  readonly missCosts: readonly number[];
  readonly extraCosts: readonly number[];
}

/**
 * How far the typed reading is from a name's, in slips: a kana wrong, missing, too many, or two swapped (optimal string
 * alignment: Damerau 1964, Levenshtein 1966). Both in hiragana, as they are written.
 */
export function typingDistance(typed: string, name: string): number {
  const [a, b] = [read(typed), read(name)];
  let before: readonly number[] = [];
  let row = [0];
  for (const cost of b.missCosts) row.push(row.at(-1)! + cost);
  for (let i = 1; i <= a.kana.length; i += 1) {
    const next = [row[0]! + a.extraCosts[i - 1]!];
    for (let j = 1; j <= b.kana.length; j += 1) {
      const change = row[j - 1]! + changeCost(a, i - 1, b, j - 1);
      const drop = Math.min(row[j]! + a.extraCosts[i - 1]!, next[j - 1]! + b.missCosts[j - 1]!);
      const swap = isSwapped(a.kana, i, b.kana, j) ? before[j - 2]! + LIKELY_SLIP : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, drop, swap));
    }
    before = row;
    row = next;
  }
  return row[b.kana.length]!;
}

/** A kana that only makes the one before it long is easily left out. */
function read(text: string): Reading {
  const kana = [...text];
  const sounds = kana.map((one) => SOUNDS.get(one) ?? one);
  const isLong = (i: number) => i > 0 && withoutLongVowels(sounds[i - 1]! + sounds[i]!).length === 1;
  const isTwice = (i: number) => i > 0 && sounds[i] === sounds[i - 1];
  return {
    kana,
    sounds,
    missCosts: sounds.map((_, i) => (isLong(i) ? SAME_SOUND : LIKELY_SLIP)),
    extraCosts: sounds.map((_, i) => (isLong(i) ? SAME_SOUND : isTwice(i) ? LIKELY_SLIP : 1)),
  };
}

function changeCost(a: Reading, i: number, b: Reading, j: number): number {
  if (a.kana[i] === b.kana[j]) return 0;
  if (a.sounds[i] === b.sounds[j] || bare(a.kana[i]!) === bare(b.kana[j]!)) return SAME_SOUND;
  return soundsLike(bare(a.kana[i]!), bare(b.kana[j]!)) ? LIKELY_SLIP : 1;
}

function isSwapped(a: readonly string[], i: number, b: readonly string[], j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
}

const HIRAGANA = Array.from({ length: 0x3097 - 0x3041 }, (_, i) => String.fromCharCode(0x3041 + i));
/** Each kana as searches compare it. */
const SOUNDS = new Map(HIRAGANA.map((kana) => [kana, foldKana(kana)]));
/** Each kana without its voicing mark. */
const BARE = new Map(HIRAGANA.map((kana) => [kana, kana.normalize('NFD').charAt(0)]));
const bare = (kana: string): string => BARE.get(kana) ?? kana;

/**
 * Kana that are heard for one another. On a narrow line voicing and nasality come through, the place in the mouth does not
 * (Miller and Nicely 1955): か た, さ は, な ま of one vowel. In the speech of Aizu い and え, し and す, ち and つ fall together.
 */
const HEARD_ALIKE: readonly (readonly string[])[] = [
  ...['かた', 'きち', 'くつ', 'けて', 'こと'],
  ...['さは', 'しひ', 'すふ', 'せへ', 'そほ'],
  ...['なま', 'にみ', 'ぬむ', 'ねめ', 'のも'],
  ...['いえ', 'しす', 'ちつ'],
].map((pair) => [...pair]);

function soundsLike(a: string, b: string): boolean {
  return HEARD_ALIKE.some((pair) => pair.includes(a) && pair.includes(b));
}
