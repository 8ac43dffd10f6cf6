import { describe, expect, it } from 'vitest';
import {
  maybeNearLandmark,
  namedTerms,
  saidNearLandmark,
} from '../../../../backend/domain/search/landmarkWords.ts';

describe('a name and a landmark near the home', () => {
  it.each([
    ['郵便局のそばの佐藤さん', '郵便局', '佐藤'],
    ['会津若松市役所のそばの佐藤さん', '会津若松市役所', '佐藤'],
    ['高田駅前の佐藤さん', '高田駅', '佐藤'],
    ['駅前の渡部様', '駅', '渡部'],
    ['厚生病院の近くの五十嵐', '厚生病院', '五十嵐'],
    ['ゆうびんきょくのとなりのさとう', 'ゆうびんきょく', 'さとう'],
    ['公民館の裏の 星 キヨ さん', '公民館', '星 キヨ'],
    ['佐藤さん、郵便局のそば', '郵便局', '佐藤'],
    ['佐藤、駅の近くの方', '駅', '佐藤'],
  ])('%s: a landmark and a name', (text, landmark, name) => {
    expect(saidNearLandmark(text)).toEqual({
      landmark,
      name: expect.stringMatching(new RegExp(`^ ?${name} ?$`)),
    });
  });

  it.each(['佐藤', '佐藤キヨ', 'まえのの', '高田の佐藤さん', '0242-00-1234', '前野', '横の'])(
    '%s: nothing said of the home',
    (text) => {
      expect(saidNearLandmark(text)).toBeUndefined();
    },
  );

  it('two words, or two with の: either may be the landmark', () => {
    const both = [
      { landmark: '郵便局', name: '佐藤' },
      { landmark: '佐藤', name: '郵便局' },
    ];
    expect(maybeNearLandmark('郵便局 佐藤さん')).toEqual(both);
    expect(maybeNearLandmark('郵便局の佐藤')).toEqual(both);
    expect(maybeNearLandmark('佐藤')).toEqual([]);
    expect(maybeNearLandmark('佐藤 昭18')).toEqual([]);
    expect(maybeNearLandmark('郵便局 佐藤 キヨ')).toEqual([]);
  });

  it('a common surname in kanji: as written and as it is read', () => {
    expect(namedTerms('佐藤')).toEqual(['佐藤', 'さと']);
  });
});
