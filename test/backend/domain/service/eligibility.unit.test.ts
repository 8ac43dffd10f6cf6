import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../backend/domain/person/person.ts';
import { rejectionText } from '../../../../backend/domain/rejection/rejectionTexts.ts';
import { checkService, type ServiceQuestion } from '../../../../backend/domain/service/checkService.ts';
import type { Eligibility } from '../../../../backend/domain/service/eligibility.ts';
import { sunOf } from '../../../../backend/domain/units/sunset.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { samplePerson, sampleRide } from '../../../support/sampleRows.ts';
import { valleyRules } from '../../../support/smallValley.ts';

/** In the mountains of Aizu, in January and in June. */
const WINTER = '2027-01-13';
const SUMMER = '2026-06-10';
const NOON = 12 * 3600;
const EVENING = 17.5 * 3600;

const RULES: Eligibility = {
  residentsOnly: false,
  minimumAge: null,
  anyOf: [
    { minimumAge: 75 },
    { minimumCareLevel: 'care1' },
    { certificates: ['physical', 'intellectual'] },
    { minimumAge: 65, season: { from: '12-01', to: '03-31' } },
    { minimumAge: 60, afterDark: true },
  ],
};

function judge(
  eligibility: Eligibility,
  who: Partial<Person>,
  day: string,
  second: number,
  given: Partial<ServiceQuestion> = {},
) {
  const person = samplePerson({ careLevel: null, certificates: [], birthYear: 1990, ...who });
  const { from, to } = sampleRide();
  const requested = { kind: 'departAfter', second } as const;
  const now = momentOf(day, 0);
  return checkService(valleyRules({ eligibility }), { person, from, to, day, requested, now, ...given });
}

describe('who may ride', () => {
  it.each<[string, Partial<Person>, string, number, boolean]>([
    ['75 in the year of the ride', { birthYear: 1951 }, SUMMER, NOON, true],
    ['74', { birthYear: 1952 }, SUMMER, NOON, false],
    ['care level 1', { careLevel: 'care1' }, SUMMER, NOON, true],
    ['care level 5', { careLevel: 'care5' }, SUMMER, NOON, true],
    ['support level 2, the one below', { careLevel: 'support2' }, SUMMER, NOON, false],
    ['a certificate of physical disability', { certificates: ['physical'] }, SUMMER, NOON, true],
    ['one that the rule does not name', { certificates: ['mental'] }, SUMMER, NOON, false],
    ['66 in January', { birthYear: 1961 }, WINTER, NOON, true],
    ['66 in June', { birthYear: 1960 }, SUMMER, NOON, false],
    ['66 on the last day of March', { birthYear: 1961 }, '2027-03-31', NOON, true],
    ['66 on the first of April', { birthYear: 1961 }, '2027-04-01', NOON, false],
    ['66 on the first of December', { birthYear: 1960 }, '2026-12-01', NOON, true],
    ['61, half past five in January: dark', { birthYear: 1966 }, WINTER, EVENING, true],
    ['61, half past five in June: light', { birthYear: 1965 }, SUMMER, EVENING, false],
    ['61, at noon', { birthYear: 1966 }, WINTER, NOON, false],
    ['nothing of all that', {}, WINTER, EVENING, false],
  ])('%s', (_, who, day, second, isAllowed) => {
    const rejection = judge(RULES, who, day, second);
    expect(rejection?.code).toBe(isAllowed ? undefined : 'notEligible');
  });

  it('no clauses at all: everybody', () => {
    expect(judge({ residentsOnly: false, minimumAge: null, anyOf: [] }, {}, SUMMER, NOON)).toBeUndefined();
  });

  it('the refusal names the rule in words: all ways of being entitled', () => {
    const rejection = judge(RULES, {}, SUMMER, NOON)!;
    expect(rejectionText(rejection).sentence.ja).toBe(
      'このお客様は、この運行をお使いになれません。75歳以上の方、または要介護1以上の方、または身体障害者手帳か療育手帳をお持ちの方、または12月1日から3月31日までは、65歳以上の方、または日が暮れてからは、60歳以上の方がお使いになれます。',
    );
  });

  it('whoever may ride in winter is told just that', () => {
    const rejection = judge(RULES, { birthYear: 1958 }, SUMMER, NOON)!;
    const { ja } = rejectionText(rejection).sentence;
    expect(ja).toContain('12月1日から3月31日までは、65歳以上の方');
    expect(ja).not.toContain('要介護');
  });
});

describe('a rule set aside', () => {
  const byRole = (rule: string, role: 'operator' | 'dispatcher' | null) => ({
    override: { rule, reason: '通院のため', byRole: role },
  });

  it('by a dispatcher: allowed; by an operator, or another rule: still refused', () => {
    expect(judge(RULES, {}, SUMMER, NOON, byRole('anyOf', 'dispatcher'))).toBeUndefined();
    expect(judge(RULES, {}, SUMMER, NOON, byRole('anyOf', 'operator'))?.code).toBe('notEligible');
    expect(judge(RULES, {}, SUMMER, NOON, byRole('minimumAge', 'dispatcher'))?.code).toBe('notEligible');
  });

  it('the refusal says who may: as the rules of the day say, dispatchers where they say nothing', () => {
    expect(judge(RULES, {}, SUMMER, NOON)?.overridableBy).toEqual(['dispatcher', 'administrator']);
    const strict: Eligibility = { ...RULES, overridableBy: ['operator'] };
    expect(judge(strict, {}, SUMMER, NOON)?.overridableBy).toEqual(['operator']);
    expect(judge(strict, {}, SUMMER, NOON, byRole('anyOf', 'operator'))).toBeUndefined();
  });

  it('residence and age: each by its own name', () => {
    const away = { residentsOnly: true, minimumAge: 70 };
    const stranger = { municipality: '07202' };
    expect(judge(away, stranger, SUMMER, NOON)?.details?.rule).toBe('residentsOnly');
    expect(judge(away, stranger, SUMMER, NOON, byRole('residentsOnly', 'dispatcher'))?.details?.rule).toBe(
      'minimumAge',
    );
  });
});

describe('sunrise and sunset in Aizu', () => {
  // National Astronomical Observatory of Japan, Fukushima: 4:15 and 19:02 in mid June, 6:52 and 16:42 in mid January.
  it.each([
    [SUMMER, 4.25, 19.02],
    [WINTER, 6.87, 16.7],
  ])('%s: within four minutes', (day, rise, set) => {
    const sun = sunOf(day, { lon: 140.47, lat: 37.75 });
    expect(Math.abs(sun.rise / 3600 - rise)).toBeLessThan(4 / 60);
    expect(Math.abs(sun.set / 3600 - set)).toBeLessThan(4 / 60);
  });
});
