import { describe, expect, it } from 'vitest';
import { normaliseKana } from '../../../../backend/domain/person/normaliseKana.ts';
import { compareLoose, typedName } from '../../../../backend/domain/search/looseNames.ts';
import { namesOneSlipAway, typingDistance } from '../../../../backend/domain/search/typedName.ts';
import { samplePerson } from '../../../support/sampleRows.ts';

describe('names one slip away', () => {
  it.each([
    ['two kana swapped', 'はせがわゅりうじ', 'はせがわりゅうじ'],
    ['swapped at a long vowel', 'さというゆきえ', 'さいとうゆきえ'],
    ['one kana wrong in a long vowel', 'かぶききょうとい', 'かぶききょうへい'],
    ['one kana missing before a long vowel', 'いのまたりうじ', 'いのまたりゅうじ'],
    ['one kana too many', 'ながしままたつのすけ', 'ながしまたつのすけ'],
    ['no slip at all', 'さとうはなこ', 'さとうはなこ'],
  ])('%s: the name is among them, as searches compare it', (_, typed, name) => {
    expect(namesOneSlipAway(typed)).toContain(normaliseKana(name));
  });

  it('two slips: not among them', () => {
    expect(namesOneSlipAway('はせがわりょうに')).not.toContain(normaliseKana('はせがわりゅうじ'));
  });

  it('too short or too long to tell: none', () => {
    expect(namesOneSlipAway('さとう')).toEqual([]);
    expect(namesOneSlipAway('あ'.repeat(15))).toEqual([]);
  });
});

describe('the distance of a typed name', () => {
  it.each([
    ['the same', 'わたなべ', 'わたなべ', 0],
    ['one wrong', 'わたなべ', 'わたのべ', 1],
    ['one missing: it can be missing in one way only', 'わなべ', 'わたなべ', 0.8],
    ['one twice', 'わたたなべ', 'わたなべ', 0.8],
    ['one too many, of forty', 'わたきなべ', 'わたなべ', 1],
    ['two swapped', 'わなたべ', 'わたなべ', 0.8],
    ['one heard for another of its vowel', 'わかなべ', 'わたなべ', 0.8],
    ['い heard for え, as in Aizu', 'かないこ', 'かなえこ', 0.8],
    ['し heard for ず, by way of す', 'かしえ', 'かずえ', 0.8],
    ['a voicing mark', 'わたなへ', 'わたなべ', 0.25],
    ['づ typed as つ', 'ちつこ', 'ちづこ', 0.25],
    ['づ typed as ず', 'ちずこ', 'ちづこ', 0.25],
    ['a small kana as a large one', 'りようこ', 'りょうこ', 0.25],
    ['a long vowel left out', 'さと', 'さとう', 0.25],
    ['a bar for the long vowel', 'さとー', 'さとう', 0.5],
    // き for さ (1), さ for み (1); or き too many (1) and み missing (0.8).
    ['two wrong', 'わたなべきさお', 'わたなべさみお', 1.8],
    // い only makes べ long (0.25), み is missing (0.8).
    ['one missing and a long vowel', 'わたなべいさお', 'わたなべさみお', 1.05],
    ['everything', '', 'かさ', 1.6],
  ])('%s', (_, typed, name, slips) => {
    expect(typingDistance(typed, name)).toBeCloseTo(slips, 6);
  });
});

describe('who may be meant by a typed name', () => {
  const misao = samplePerson({ id: 'misao', familyKana: 'わたなべ', givenKana: 'みさお' });
  const isao = samplePerson({ id: 'isao', familyKana: 'わたなべ', givenKana: 'いさお' });
  const order = (text: string) => {
    const { distanceTo } = typedName(text);
    return [isao, misao]
      .map((person) => ({
        person,
        score: person === isao ? 2 : 1,
        distance: distanceTo(person),
        isRiding: false,
      }))
      .sort(compareLoose)
      .map(({ person }) => person.id);
  };

  it('one slip away in writing: before those who only sound nearer', () => {
    expect(order('わたなべさみお')).toEqual(['misao', 'isao']);
    expect(order('さみお わたなべ')).toEqual(['misao', 'isao']);
    expect(order('watanabe samio')).toEqual(['misao', 'isao']);
  });

  it('equally near: whoever rides comes first', () => {
    const answer = { score: 1, distance: 1 };
    const rides = { ...answer, person: misao, isRiding: true };
    const stays = { ...answer, person: isao, isRiding: false };
    expect([stays, rides].sort(compareLoose)).toEqual([rides, stays]);
    expect([{ ...stays, distance: 0.8 }, rides].sort(compareLoose)[0]!.person).toBe(isao);
  });

  it('nobody one slip away, or no name alone: by score', () => {
    expect(order('わたなべゆきの')).toEqual(['isao', 'misao']);
    expect(order('渡辺 さみお')).toEqual(['isao', 'misao']);
    expect(order('わたなべ さみお 昭18')).toEqual(['isao', 'misao']);
  });
});
