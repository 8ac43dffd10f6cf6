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

/** Forms of a character that people mix up in names, as the most common form. */
const KANJI_FOLDS: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  嵜: '崎',
  邉: '辺',
  邊: '辺',
  齋: '斎',
  齊: '斎',
  斉: '斎',
  澤: '沢',
  濱: '浜',
  廣: '広',
  嶋: '島',
  嶌: '島',
  國: '国',
  德: '徳',
  槇: '槙',
  惠: '恵',
  眞: '真',
  龍: '竜',
  櫻: '桜',
  關: '関',
  ヶ: 'か',
  ケ: 'け',
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
  const plain = text.normalize('NFKC').toLowerCase();
  return dropLongVowels([...plain].map(foldCharacter).join(''));
}

/** A reading as typed, in plain hiragana and without spaces: voicing, long vowels and small kana stay as they are. */
export function plainReading(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()].map(toHiragana).join('').replace(/\s+/g, '');
}

/** One character folded; empty for what does not count. */
function foldCharacter(character: string): string {
  const kanji = KANJI_FOLDS[character];
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

function dropLongVowels(text: string): string {
  let kept = '';
  let before = '';
  for (const kana of text) {
    if (kana === 'ー' || LENGTHENERS.get(before)?.includes(kana)) continue;
    kept += kana;
    before = kana;
  }
  return kept;
}
