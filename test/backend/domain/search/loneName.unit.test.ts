import { describe, expect, it } from 'vitest';
import { NO_HOME_NAMES, personTerms } from '../../../../backend/domain/person/searchKeys.ts';
import { loneName } from '../../../../backend/domain/search/loneName.ts';
import { shortNamesOneSlipAway } from '../../../../backend/domain/search/typedName.ts';
import { samplePerson } from '../../../support/sampleRows.ts';

const MISATO = { ...NO_HOME_NAMES, municipality: ['会津美里町', 'あいづみさとまち'] };

function row(familyKana: string, givenKana: string) {
  const person = samplePerson({ id: familyKana + givenKana, familyKana, givenKana, houseName: null });
  return { person, terms: personTerms({ ...person, familyName: '', givenName: '' }, MISATO) };
}

describe('a name typed alone', () => {
  const sato = row('さとう', 'はなこ');
  const satoshi = row('ほし', 'さとし');
  const setsuko = row('はせがわ', 'せつこ');
  const susuki = row('すすき', 'みどり');

  const found = (text: string) =>
    loneName(text)!
      .withoutStrays([sato, satoshi, setsuko])
      .map(({ person }) => person.id);

  it('somebody is called so: nobody who only lives in a town whose name holds it, or whose name only begins alike', () => {
    expect(found('さとう')).toEqual(['さとうはなこ']);
    expect(found('さとうさん')).toEqual(['さとうはなこ']);
  });

  it('a name begun: all that begin so, to the letter', () => {
    expect(found('さと')).toEqual(['さとうはなこ', 'ほしさとし']);
  });

  it('nobody is called so: whoever holds it somewhere', () => {
    expect(found('みさと')).toEqual(['さとうはなこ', 'ほしさとし', 'はせがわせつこ']);
  });

  it('the same sound in other letters stays', () => {
    const rows = [row('すずき', 'きよ'), susuki];
    expect(loneName('すずき')!.withoutStrays(rows)).toEqual(rows);
  });

  it('by a slip: beside one who is called so only names that are easily heard or typed so', () => {
    const { mayBeMeant } = loneName('さとう')!;
    const [saito, kato] = [row('さいとう', 'きよ').person, row('かとう', 'きよ').person];
    expect([saito, kato].map(mayBeMeant([sato.person]))).toEqual([true, false]);
    expect([saito, kato].map(mayBeMeant([]))).toEqual([true, true]);
  });

  it('by a slip and another voicing: a short name is then another one, a longer one is not', () => {
    expect(loneName('すずき')!.mayBeMeant([])(row('ほし', 'すすむ').person)).toBe(false);
    expect(loneName('わたらへ')!.mayBeMeant([])(row('わたなべ', 'きよ').person)).toBe(true);
  });

  it.each(['さとう はなこ', '佐藤', '0242', ''])(
    '%s: more, or something else, than a name in kana',
    (text) => {
      expect(loneName(text)).toBeUndefined();
    },
  );
});

describe('short names one slip away', () => {
  it('as searches compare them, without the vowel that is only long', () => {
    expect(shortNamesOneSlipAway('さとつ')).toContain('さと');
    expect(shortNamesOneSlipAway('かとう')).toContain('さと');
    expect(shortNamesOneSlipAway('さとつ').every((name) => name.length === 2)).toBe(true);
  });

  it('names that are no longer short, or too short to tell: none', () => {
    expect(shortNamesOneSlipAway('さと')).toEqual([]);
    expect(shortNamesOneSlipAway('わたなべき')).toEqual([]);
  });
});
