import { describe, expect, it } from 'vitest';
import { readEraYear } from '../../../../backend/domain/search/eraYear.ts';
import { romajiToKana } from '../../../../backend/domain/search/romajiToKana.ts';
import { isOneSlip, slipForms } from '../../../../backend/domain/search/slips.ts';

describe('Latin letters as kana', () => {
  it.each([
    ['satou', 'さとう'],
    ['Satoh', 'さと'],
    ['satō', 'さと'],
    ['ohno', 'おの'],
    ['shinichi', 'しにち'],
    ["shin'ichi", 'しんいち'],
    ['sinnosuke', 'しんのすけ'],
    ['tyuuji', 'ちゅうじ'],
    ['chuuji', 'ちゅうじ'],
    ['hatta', 'はった'],
    ['matchi', 'まっち'],
    ['jun', 'じゅん'],
    ['hanba', 'はんば'],
    ['namba', 'なんば'],
    ['tsuchiya', 'つちや'],
    ['tutiya', 'つちや'],
    ['fumi', 'ふみ'],
    ['humi', 'ふみ'],
    ['smith', undefined],
    ['xyz', undefined],
  ])('%s: %s', (letters, kana) => {
    expect(romajiToKana(letters)).toBe(kana);
  });
});

describe('years of birth', () => {
  it.each([
    ['昭18', 1943],
    ['昭和18年', 1943],
    ['昭和１８年生まれ', 1943],
    ['S18', 1943],
    ['s18.5.3', 1943],
    ['昭和18年5月3日', 1943],
    ['1943', 1943],
    ['1943-05-03', 1943],
    ['大15', 1926],
    ['平成元年', 1989],
    ['令3', 2021],
    ['18', undefined],
    ['9876', undefined],
    ['昭和', undefined],
    ['昭99', undefined],
    ['佐藤', undefined],
  ])('%s: %s', (text, year) => {
    expect(readEraYear(text)).toBe(year);
  });
});

describe('slips', () => {
  it.each([
    ['さいとう', 'さいとう', true],
    ['さいとう', 'さうとう', true],
    ['さいとう', 'さとう', true],
    ['さいとう', 'さいいとう', true],
    ['さいとう', 'さいうと', true],
    ['さいとう', 'いさとう', true],
    ['さいとう', 'さかとお', false],
    ['さいとう', 'さと', false],
    ['あい', 'いあ', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected);
    expect(isOneSlip(b, a)).toBe(expected);
  });

  it('words one slip apart share a form; short words have none', () => {
    const shared = (a: string, b: string) => slipForms(a).some((form) => slipForms(b).includes(form));
    expect(shared('さいとう', 'さうとう')).toBe(true);
    expect(shared('さいとう', 'いさとう')).toBe(true);
    expect(shared('さいとう', 'すずき')).toBe(false);
    expect(slipForms('さと')).toEqual([]);
  });
});
