import { commonForm } from './characterForms.ts';

/** Small kana and rare kana as their everyday large ones; ぢ and づ sound like じ and ず. */
const KANA_FOLDS: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ',
  ゕ: 'か',
  ゖ: 'け',
  ゐ: 'い',
  ゑ: 'え',
  を: 'お',
  ぢ: 'し',
  づ: 'す',
};

/** The vowel that each kana ends in, for dropping what only lengthens it. */
const VOWEL_ROWS: readonly (readonly [string, string])[] = [
  ['あかさたなはまやらわ', 'あ'],
  ['いきしちにひみり', 'い'],
  ['うくすつぬふむゆる', 'う'],
  ['えけせてねへめれ', 'えい'],
  ['おこそとのほもよろ', 'おう'],
];

/** `[kana]` holds the kana that, standing behind it, only make it long. */
const LENGTHENERS: ReadonlyMap<string, string> = new Map(
  VOWEL_ROWS.flatMap(([kana, long]) => [...kana].map((each) => [each, long] as const)),
);

const KATAKANA_TO_HIRAGANA = 0x30a1 - 0x3041;

/**
 * A name as it is compared in searches: written any way (hiragana, katakana, half width), with or without long vowels,
 * voicing marks and small kana, it comes out the same. Spaces and punctuation are dropped; kanji keep their common form.
 */
export function normaliseKana(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    // 五ヶ谷, 五ケ谷, 五が谷; 下ノ原, 下之原, 下の原: between kanji these are one word's writing.
    .replace(/(?<=\p{Script=Han})[ヶケヵカが](?=\p{Script=Han})/gu, 'か')
    .replace(/(?<=\p{Script=Han})[ノ之](?=\p{Script=Han})/gu, 'の')
    .replace(/(.)[々ゝゞヽヾ]/gu, '$1$1');
  return withoutLongVowels(foldKana(plain));
}

/** Each character as searches compare it, long vowels kept. */
export function foldKana(text: string): string {
  return [...text].map(foldCharacter).join('');
}

/** A reading as typed, in plain hiragana and without spaces: voicing, long vowels and small kana stay as they are. */
export function plainReading(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()].map(toHiragana).join('').replace(/\s+/g, '');
}

/** One character folded; empty for what does not count. */
function foldCharacter(character: string): string {
  const kanji = commonForm(character);
  if (kanji !== undefined) return kanji;
  const kana = KANA_FOLDS[toHiragana(character)] ?? toHiragana(character);
  // Voicing marks are characters of their own once the text is decomposed.
  const bare = kana.normalize('NFD').replace(/[\u0300-\u036f\u3099\u309a]/g, '');
  return /[\p{L}\p{N}々]/u.test(bare) ? (KANA_FOLDS[bare] ?? bare) : '';
}

function toHiragana(character: string): string {
  if (!/[\u30a1-\u30f6]/.test(character)) return character;
  return String.fromCharCode(character.charCodeAt(0) - KATAKANA_TO_HIRAGANA);
}

/** Folded kana without those that only make the one before them long. */
export function withoutLongVowels(text: string): string {
  let kept = '';
  let before = '';
  for (const kana of text) {
    if (kana === 'ー' || LENGTHENERS.get(before)?.includes(kana)) continue;
    kept += kana;
    before = kana;
  }
  return kept;
}
