/** Consonants as they are typed, by the row of kana they begin; two spellings of the same sound stand in one row. */
const ROWS: Readonly<Record<string, string>> = {
  '': 'あいうえお',
  k: 'かきくけこ',
  g: 'がぎぐげご',
  s: 'さしすせそ',
  z: 'ざじずぜぞ',
  t: 'たちつてと',
  d: 'だぢづでど',
  n: 'なにぬねの',
  h: 'はひふへほ',
  b: 'ばびぶべぼ',
  p: 'ぱぴぷぺぽ',
  m: 'まみむめも',
  r: 'らりるれろ',
  l: 'らりるれろ',
  y: 'や ゆ よ',
  w: 'わゐ ゑを',
  f: 'ふふふふふ',
  j: 'じじじじじ',
  v: 'ばびぶべぼ',
};
const VOWELS = 'aiueo';
/** Syllables whose spelling does not follow their row. */
const SPECIAL: Readonly<Record<string, string>> = {
  shi: 'し',
  chi: 'ち',
  tsu: 'つ',
  fu: 'ふ',
  ji: 'じ',
  dzu: 'づ',
  dji: 'ぢ',
};
/** Beginnings of contracted syllables and the kana of their i-row. */
const CONTRACTED: readonly (readonly [string, string])[] = [
  ...(['sh', 'sy'] as const).map((spelling) => [spelling, 'し'] as const),
  ...(['ch', 'ty', 'cy'] as const).map((spelling) => [spelling, 'ち'] as const),
  ...(['j', 'jy', 'zy'] as const).map((spelling) => [spelling, 'じ'] as const),
  ...[...'kgnhbpmr'].map((consonant) => [`${consonant}y`, ROWS[consonant]![1]!] as const),
];
const SMALL: Readonly<Record<string, string>> = { a: 'ゃ', u: 'ゅ', o: 'ょ' };

/**
 * Latin letters as kana, in either of the usual spellings (shi or si, tsu or tu, oh for a long o).
 * @returns undefined when the letters are no Japanese syllables
 */
export function romajiToKana(text: string): string | undefined {
  let rest = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    // A long o written with h: Ohno, Satoh.
    .replace(/oh(?=[^aiueoy]|$)/g, 'o')
    .replace(/m(?=[bmp])/g, 'n');
  let kana = '';
  while (rest !== '') {
    const [syllable, length] = firstSyllable(rest);
    if (length === 0) return undefined;
    kana += syllable;
    rest = rest.slice(length);
  }
  return kana;
}

/** The kana of the first syllable and how many letters it takes; 0: none. */
function firstSyllable(text: string): readonly [string, number] {
  const [first = '', second = ''] = text;
  if (first === 'n' && (second === '' || !`${VOWELS}y`.includes(second))) {
    return ['ん', second === "'" || second === '-' ? 2 : 1];
  }
  if (first === second && /[bcdfghjkmprstz]/.test(first)) return ['っ', 1];
  if (first === 't' && text.startsWith('tch')) return ['っ', 1];
  for (const length of [3, 2]) {
    const special = SPECIAL[text.slice(0, length)];
    if (special !== undefined) return [special, length];
  }
  for (const [spelling, kana] of CONTRACTED) {
    const vowel = text[spelling.length] ?? '';
    if (text.startsWith(spelling) && SMALL[vowel] !== undefined) {
      return [kana + SMALL[vowel], spelling.length + 1];
    }
  }
  const consonant = VOWELS.includes(first) ? '' : first;
  const vowel = VOWELS.indexOf(consonant === '' ? first : second);
  const plain = ROWS[consonant]?.[vowel] ?? '';
  return plain.trim() === '' || vowel < 0 ? ['', 0] : [plain, consonant.length + 1];
}
