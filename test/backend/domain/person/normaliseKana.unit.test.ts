import { describe, expect, it } from 'vitest';
import { normaliseKana } from '../../../../backend/domain/person/normaliseKana.ts';

describe('names as they are compared', () => {
  it.each([
    ['katakana and hiragana', 'サトウ', 'さとう'],
    ['half-width and full-width', 'ﾜﾀﾅﾍﾞ', 'わたなべ'],
    ['a bar and a written-out long vowel', 'サトー', 'さとう'],
    ['a long vowel and none', 'おおの', 'おの'],
    ['small and large kana', 'りょうこ', 'りようこ'],
    ['a small tsu and a large one', 'にった', 'につた'],
    ['づ and ず', 'あいづ', 'あいず'],
    ['ぢ and じ', 'ふぢた', 'ふじた'],
    ['voiced and unvoiced', 'やまざき', 'やまさき'],
    ['half-voiced and unvoiced', 'さっぽろ', 'さつほろ'],
    ['を and お', 'かをり', 'かおり'],
    ['with spaces and without', ' 佐藤　太郎 ', '佐藤太郎'],
    ['a telephone number with hyphens and full-width digits', '０２４２-00-1234', '0242001234'],
    ['渡邉 and 渡辺', '渡邉', '渡辺'],
    ['齋藤 and 斉藤', '齋藤', '斉藤'],
    ['髙橋 and 高橋', '髙橋', '高橋'],
    ['capital and small letters', 'Ｓato', 'sATO'],
  ])('%s: the same', (_, one, other) => {
    expect(normaliseKana(one)).toBe(normaliseKana(other));
  });

  it.each([
    ['さとう', 'かとう'],
    ['はな', 'あな'],
    ['佐藤', '加藤'],
    ['すずき', 'つつき'],
    ['あおい', 'あい'],
  ])('%s and %s: different', (one, other) => {
    expect(normaliseKana(one)).not.toBe(normaliseKana(other));
  });

  it('a name already normalised: stays', () => {
    for (const name of ['サトウタロウ', '渡邉', 'りょうこ', 'ｱｲﾂﾞ', '五十嵐', '佐々木']) {
      expect(normaliseKana(normaliseKana(name))).toBe(normaliseKana(name));
    }
  });

  it('nothing but signs: empty', () => {
    expect(normaliseKana(' -・%_\n、')).toBe('');
  });
});
