import { describe, expect, it } from 'vitest';
import { JsonEntry } from '../../../seeds/region/jsonEntry.ts';
import { readEligibility } from '../../../seeds/region/readEligibility.ts';

const read = (value: Record<string, unknown>) =>
  readEligibility(JsonEntry.of({ residentsOnly: true, minimumAge: null, ...value }, 'eligibility'));

describe('who may ride, in a region’s file', () => {
  it('nothing beyond residence and age: just these', () => {
    expect(read({})).toEqual({ residentsOnly: true, minimumAge: null });
  });

  it('several ways of being entitled: as written', () => {
    const anyOf = [
      { minimumAge: 75 },
      { minimumCareLevel: 'care1', afterDark: true },
      { certificates: ['physical'], season: { from: '12-01', to: '03-31' } },
    ];
    const eligibility = { residentsOnly: true, minimumAge: null, anyOf, overridableBy: ['operator'] };
    expect(read({ anyOf, overridableBy: ['operator'] })).toEqual(eligibility);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a clause that states nothing', { anyOf: [{}] }, 'emptyField'],
    ['a level of care that does not exist', { anyOf: [{ minimumCareLevel: 'care9' }] }, 'unknownValue'],
    ['a certificate nobody issues', { anyOf: [{ certificates: ['diving'] }] }, 'unknownValue'],
    ['a season without a month', { anyOf: [{ season: { from: '13-01', to: '03-31' } }] }, 'outOfRange'],
    ['an age of 200', { anyOf: [{ minimumAge: 200 }] }, 'outOfRange'],
    ['a role nobody has', { overridableBy: ['mayor'] }, 'unknownValue'],
    ['a list that is none', { anyOf: 'everybody' }, 'malformedRow'],
  ])('%s: refused', (_, value, code) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ code }));
  });
});
