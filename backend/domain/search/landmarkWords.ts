import { normaliseKana } from '../person/normaliseKana.ts';
import { searchWords } from '../person/searchKeys.ts';
import { COMMON_SURNAMES } from '../person/surnameReadings.ts';

/** A rider asked for by a name and by what is near the home. */
export interface NearLandmark {
  /** As it was said: 郵便局, 高田駅. */
  readonly landmark: string;
  /** Family name, or the whole name. */
  readonly name: string;
}

/** 郵便局のそばの佐藤さん: what stands between a landmark and a name. */
const NEARNESS =
  'そば|傍|すぐそば|近く|ちかく|近所|きんじょ|隣|となり|横|よこ|前|まえ|裏|うら|向かい|むかい|向い|辺り|あたり|付近|ふきん|ところ';
const LANDMARK_FIRST = new RegExp(`^(駅|店|.{2,}?)の?(?:${NEARNESS})の(.+)$`, 'u');
const NAME_FIRST = new RegExp(
  `^(.+?)(?:さん|さま|様)?[、,]\\s*(駅|店|.{2,}?)の?(?:${NEARNESS})(?:の(?:方|人|ひと))?$`,
  'u',
);
const POLITE_END = /(?:さん|さま|様)$/u;

/** What was said of the home in so many words; undefined where nothing was. */
export function saidNearLandmark(text: string): NearLandmark | undefined {
  const plain = withoutManners(text);
  const last = NAME_FIRST.exec(plain);
  if (last) return { landmark: last[2]!, name: last[1]! };
  const first = LANDMARK_FIRST.exec(plain);
  return first ? { landmark: first[1]!, name: first[2]! } : undefined;
}

/**
 * Two words, or two with の between, one of which may be a landmark and the other a name (郵便局 佐藤): both ways, where
 * nobody is found by the words themselves.
 */
export function maybeNearLandmark(text: string): readonly NearLandmark[] {
  const plain = withoutManners(text);
  const words = plain.split(/\s+/);
  const [a, b] = words.length === 1 ? plain.split(/(?<=.{2,}|駅|店)の(?=.)/u) : words;
  if (a === undefined || b === undefined || words.length > 2 || /\d/.test(plain)) return [];
  return [
    { landmark: a, name: b },
    { landmark: b, name: a },
  ].filter(({ landmark, name }) => [...landmark].length >= 2 && [...name].length >= 1);
}

function withoutManners(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').replace(POLITE_END, '');
}

/** The name as whole terms a rider may have for it: as written, and how common surnames in these kanji are read. */
export function namedTerms(name: string): readonly string[] {
  const words = searchWords(name.replaceAll(' ', ''));
  const readings = COMMON_SURNAMES.filter((one) => one.name === name).map(({ kana }) => normaliseKana(kana));
  return [...new Set([...words, ...readings])];
}
