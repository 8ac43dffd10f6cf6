import { readEraYear } from '../../domain/search/eraYear.ts';
import type { VoiceHeard } from '../../domain/voice/voiceState.ts';

/** What the caller said, before it is known to what. */
export type Said =
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'words'; readonly words: string };

/** An answer that means the same at every place. */
export type Everywhere = 'person' | 'language' | 'repeat' | 'silence';

const PERSON_WORDS =
  /係|かかり|オペレータ|受付の|人と話|人につな|ひとと話|operator|(talk|speak) to|somebody|person/i;
const REPEAT_WORDS = /もう(一|いち)(度|ど|回)|繰り?返|くりかえ|again|repeat/i;

/**
 * Brings what the telephone system heard into one form: full-width digits, a `#` that only ends the keys, words that
 * are numbers.
 */
export function understand(heard: Extract<VoiceHeard, { kind: 'keys' | 'speech' }>): Said | Everywhere {
  if (heard.kind === 'keys') return understandKeys(heard.keys.normalize('NFKC').replace(/[^0-9*#]/g, ''));
  const words = heard.text.normalize('NFKC').trim();
  if (words === '') return 'silence';
  if (PERSON_WORDS.test(words)) return 'person';
  if (REPEAT_WORDS.test(words)) return 'repeat';
  const keys = spokenKeys(words);
  return keys === undefined ? { kind: 'words', words } : understandKeys(keys);
}

function understandKeys(pressed: string): Said | Everywhere {
  if (pressed === '') return 'silence';
  if (pressed.includes('*')) return 'language';
  const keys = pressed.replace(/#+$/, '');
  if (keys === '') return 'repeat';
  // A PIN may be 0000; fewer zeros are somebody who presses harder.
  if (/^0{1,3}$/.test(keys)) return 'person';
  return { kind: 'keys', keys };
}

const NUMBER_WORDS: readonly RegExp[] = [
  /^(ゼロ|れい|零|zero)$/i,
  /^(いち|一|one)$/i,
  /^(に|二|two)$/i,
  /^(さん|三|three)$/i,
  /^(よん|四|four)$/i,
  /^(ご|五|five)$/i,
  /^(ろく|六|six)$/i,
  /^(なな|七|seven)$/i,
  /^(はち|八|eight)$/i,
  /^(きゅう|九|nine)$/i,
];

/** `1番`, `いち`, `1 9 4 3`: keys that were said. */
function spokenKeys(words: string): string | undefined {
  const plain = words.replace(/[\s、。.,-]|です$|番(です)?$|ばん$/g, '');
  if (/^\d{1,4}$/.test(plain)) return plain;
  const digit = NUMBER_WORDS.findIndex((word) => word.test(plain));
  return digit === -1 ? undefined : String(digit);
}

/** What each key of a question means in words; the lower key counts where words fit two. */
export type Choices = Readonly<Record<string, RegExp>>;

/** The key that was chosen; the same key pressed twice by a hasty finger counts once. */
export function chosenKey(said: Said, choices: Choices): string | undefined {
  if (said.kind === 'words') return Object.keys(choices).find((key) => choices[key]!.test(said.words));
  const [key = ''] = said.keys;
  return /^(.)\1*$/.test(said.keys) && key in choices ? key : undefined;
}

// いいです, 大丈夫です and 結構です mean yes to one and no to another: they are asked again.
// So is はい with a denial after it, or まだ, or a verb denied; 間違いありません, 構いません and すみません are none.
const DENIED =
  '(?<![間ま])(?:違|ちが)|(?:じゃ|では)(?:な|あり)|でない|やめ|いいえ|まだ|ないで(?!す)|' +
  "(?<!あり|構い|かまい|すみ|すい)ません|don['’]?t|do not";
export const YES = new RegExp(
  `^(?!.*(?:${DENIED}))(?:はい|ええ|うん|そう(?!です?か|か)|お願い|おねがい|よろしく|yes|yeah|please|ok)`,
  'i',
);
export const NO =
  /^(いいえ|いや|いえ|ううん|違|ちが|やめ|まだ|そう(じゃ|では?)(な|あり)|(please )?do(n['’]?| no)t\b|no\b|not)/i;
export const YES_OR_NO: Choices = { 1: YES, 2: NO };

/**
 * A year of birth: two keys are a year of Shōwa, four a year of our calendar; in words as people say it (昭和18年).
 * @returns undefined when it is no year
 */
export function saidYear(said: Said): number | undefined {
  if (said.kind === 'words') return readEraYear(said.words.replace(/です$|の?生まれ(です)?$/g, ''));
  if (said.keys.length === 4) return readEraYear(said.keys);
  return said.keys.length < 3 ? readEraYear(`昭和${said.keys}年`) : undefined;
}
