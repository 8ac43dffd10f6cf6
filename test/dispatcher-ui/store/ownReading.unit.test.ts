import { expect, it } from 'vitest';
import { ownReading } from '../../../dispatcher-ui/store/ownReading.ts';

it('kana of either kind and half-width: hiragana; kanji, letters or nothing: no reading of its own', () => {
  expect(['ウメ', ' ハルー', 'さと', 'ｷﾖ', 'ヴ'].map(ownReading)).toEqual([
    'うめ',
    'はるー',
    'さと',
    'きよ',
    'ゔ',
  ]);
  expect(['梅', '梅ヨ', 'Ume', ''].map(ownReading)).toEqual([null, null, null, null]);
});
