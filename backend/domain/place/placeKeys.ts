import { joinTerms, matchScore, searchWords, TERM_BORDER } from '../person/searchKeys.ts';
import { type LooseWay, looseScore, looseWays } from '../search/looseWords.ts';
import { facilityReading, facilityStem } from './facilityWords.ts';
import type { Municipality, Place, PlaceCategory } from './place.ts';

/** Grows whenever the keys of the same place come out differently. */
export const PLACE_KEYS_VERSION = 2;

/** What people call places of a kind, whatever their signs say. */
const KIND_WORDS: Readonly<Partial<Record<PlaceCategory, readonly string[]>>> = {
  townHall: ['役場', 'やくば', '役所', 'やくしょ'],
  hospital: ['病院', 'びょういん'],
  clinic: ['医院', 'いいん', '診療所', 'しんりょうじょ', '病院', 'お医者', 'いしゃ'],
  station: ['駅', 'えき'],
  shop: ['店', 'みせ', 'お店'],
  hotSpring: ['温泉', 'おんせん', 'お湯'],
  school: ['学校', 'がっこう'],
  hall: ['集会所', 'しゅうかいじょ', '公民館', 'こうみんかん', '会館', 'かいかん'],
  postOffice: ['郵便局', 'ゆうびんきょく'],
};

/** What a place is found by: its name in whole and in parts, readings, aliases, its kind, its municipality. */
export function placeTerms(
  place: Place,
  municipality: Pick<Municipality, 'name' | 'kana'> | undefined,
): string {
  const { name, kana, aliases, kind } = place;
  const stem = facilityStem(name);
  const kanaStem = kana === '' ? undefined : facilityStemKana(kana);
  const parts = name.split(/\s+/).flatMap((part) => [part, ...behindTown(part)]);
  return joinTerms([
    name,
    ...parts,
    kana,
    ...(kana === '' ? [facilityReading(name)] : []),
    ...(stem === undefined ? [] : [stem, facilityReading(stem)]),
    ...(kanaStem === undefined ? [] : [kanaStem]),
    ...aliases,
    ...(KIND_WORDS[kind] ?? []),
    ...(municipality ? [municipality.name, municipality.kana, shortTown(municipality.name)] : []),
  ]);
}

/** 関柴町関柴 is known as 関柴, too. */
function behindTown(part: string): readonly string[] {
  const match = /^(.+?[町村])(.+)$/u.exec(part);
  return match ? [match[2]!] : [];
}

/** 会津坂下町 is 坂下 to everybody who lives near. */
function shortTown(name: string): string {
  return name.replace(/^会津/u, '').replace(/[市町村]$/u, '');
}

function facilityStemKana(kana: string): string | undefined {
  const stem = kana.replace(
    /(?:ちく)?(?:こうみんかん|しゅうかいじょう?|かいかん|しょうがっこう|ゆうびんきょく|しんりょうじょ|びょういん|えき)$/u,
    '',
  );
  return stem === '' || stem === kana ? undefined : stem;
}

const DIGITS = '〇一二三四五六七八九';

/**
 * A place as said, as words: prefecture and district dropped, 大字 and 字 as borders, house numbers dropped, towns parted
 * from what lies in them.
 */
export function placeWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/福島県|[^\s]{1,3}郡(?=.)/gu, ' ')
    .replace(/大字|小字|(?<!文)字(?=.)/gu, ' ')
    .replace(/[一二三四五六七八九](?=丁目)/gu, (numeral) => String(DIGITS.indexOf(numeral)))
    .replace(/(?<=[^\s\d])\s*\d+(?:[-の]\d+)*(?:番地?|号)?(?:の\d+)?\s*$/u, '')
    .replace(/(?<=[^\s][市町村])(?=[^\s]{2})/gu, ' ');
  return searchWords(plain);
}

/** The ways in which a place may have been meant when it is not there to the letter. */
export function placeWays(text: string): readonly LooseWay[] {
  return looseWays(placeWords(text).join(' '), () => []);
}

const ENDS_A_TERM = 0.5;
/** More than all words in other places can count. */
const WHOLE_NAME = 10;
/** What was said is in the place's own name, not only in that of its town. */
const OWN_NAME = 1;
/** However well some of the words fit, a place that answers all of them comes first. */
const SOME_WORDS = 0.1;

/**
 * How well a place's terms answer what was said. All words as `matchScore` counts them (the end of a term counts more than
 * its middle); else the ways with a slip; else, where some words name it in whole, those.
 */
export function placeScore(
  terms: string,
  words: readonly string[],
  ways: readonly LooseWay[],
): number | undefined {
  const all = matchScore(terms, words);
  if (all !== undefined) {
    // 会津若松市役所 is parted into town and office, but whoever says a place's whole name means that place.
    const named = terms.includes(TERM_BORDER + words.join('') + TERM_BORDER) ? WHOLE_NAME : 0;
    // 坂下の医院 before the hamlets of 会津坂下町, which are all "in 坂下".
    const [ownName = ''] = terms.split(TERM_BORDER).filter(Boolean);
    const own = ownName.includes(words.join('')) ? OWN_NAME : 0;
    const endings = words.filter((word) => terms.includes(word + TERM_BORDER)).length;
    return 10 + named + own + (all + endings * ENDS_A_TERM) / words.length;
  }
  const loose = looseScore(terms, ways);
  if (loose !== undefined) return loose;
  const whole = words.filter(
    (word) => [...word].length > 1 && terms.includes(TERM_BORDER + word + TERM_BORDER),
  );
  return words.length > 1 && whole.length > 0 ? (SOME_WORDS * whole.length) / words.length : undefined;
}
