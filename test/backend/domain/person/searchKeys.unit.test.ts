import { describe, expect, it } from 'vitest';
import {
  beginningWordGrams,
  joinTerms,
  matchScore,
  NO_HOME_NAMES,
  personTerms,
  searchWords,
  termGrams,
  wholeWordGrams,
  wordGrams,
} from '../../../../backend/domain/person/searchKeys.ts';
import { samplePerson } from '../../../support/sampleRows.ts';

describe('search keys', () => {
  const terms = joinTerms(['わたなべ', '渡辺', '0242-00-9876', null, '']);

  it('terms of a row: normalised, each between borders, none twice, none empty', () => {
    // べ is compared as へ, and the hyphens go.
    expect(terms).toBe('\nわたなへ\n渡辺\n0242009876\n');
    expect(joinTerms(['サトウ', 'さとう'])).toBe('\nさと\n');
  });

  it('words typed: split at spaces of any width, none twice', () => {
    expect(searchWords(' 渡邉　ワタナベ わたなべ - ')).toEqual(['渡辺', 'わたなへ']);
  });

  it.each([
    ['a whole term', ['わたなへ'], 3],
    ['the beginning of one', ['わた'], 2],
    ['a part of one', ['9876'], 1],
    ['two words: the sum', ['わたなへ', '9876'], 4],
    ['a word that is not there', ['わたなへ', 'さとう'], undefined],
    ['no word at all', [], undefined],
  ])('%s: %s scores %s', (_, words, score) => {
    expect(matchScore(terms, words)).toBe(score);
  });

  it.each([['わたなへ'], ['わた'], ['わ'], ['たな'], ['9876'], ['渡'], ['渡辺'], ['0242009876']])(
    'every row that holds "%s" at all (or begins with it, if it is one character): has the pieces of the word',
    (word) => {
      const grams = new Set(termGrams(terms));
      expect(wordGrams([word]).filter((gram) => !grams.has(gram))).toEqual([]);
    },
  );

  it('the pieces of a whole word and of a beginning: only rows that have it so', () => {
    const grams = new Set(termGrams(terms));
    const has = (wanted: readonly string[]) => wanted.every((gram) => grams.has(gram));
    expect(has(wholeWordGrams(['渡辺']))).toBe(true);
    expect(has(wholeWordGrams(['渡']))).toBe(false);
    expect(has(beginningWordGrams(['わた']))).toBe(true);
    expect(has(beginningWordGrams(['たな']))).toBe(false);
    expect(has(beginningWordGrams(['渡']))).toBe(true);
    expect(has(beginningWordGrams(['辺']))).toBe(false);
  });

  it('a rider: found by names, readings, telephone, hamlet and house name', () => {
    const own = personTerms(samplePerson(), NO_HOME_NAMES);
    for (const text of ['さとうたろう', 'たろう', '佐藤太郎', '太郎', '0242001234', '塔寺', '橋本屋']) {
      expect(matchScore(own, searchWords(text))).toBe(3);
    }
    expect(matchScore(own, searchWords('耳が遠い'))).toBeUndefined();
  });
});
