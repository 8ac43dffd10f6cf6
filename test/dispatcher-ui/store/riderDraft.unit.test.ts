import { describe, expect, it } from 'vitest';
import {
  conflictsOf,
  draftFieldOf,
  emptyRider,
  entryOf,
  joinDrafts,
  missingInRider,
} from '../../../dispatcher-ui/store/riderDraft.ts';

import { person } from './deskFixture.ts';

const base = emptyRider({
  familyName: '星',
  note: '玄関',
  phone: '0242-00-1111',
  needs: ['walker', 'sight'],
});

describe('a rider in the form', () => {
  it('two desks change different fields: both changes are in what is saved', () => {
    const mine = { ...base, note: '勝手口' };
    const theirs = { ...base, phone: '0242-00-2222' };
    expect(conflictsOf(base, mine, theirs)).toEqual([
      { field: 'phone', theirs: '0242-00-2222', mine: '0242-00-1111', isBoth: false },
    ]);
    expect(joinDrafts(base, mine, theirs, new Set())).toEqual({ ...mine, phone: '0242-00-2222' });
  });

  it('both change the same field: mine unless theirs is chosen', () => {
    const mine = { ...base, note: '勝手口' };
    const theirs = { ...base, note: '縁側' };
    expect(conflictsOf(base, mine, theirs)[0]).toMatchObject({ field: 'note', isBoth: true });
    expect(joinDrafts(base, mine, theirs, new Set()).note).toBe('勝手口');
    expect(joinDrafts(base, mine, theirs, new Set(['note'])).note).toBe('縁側');
  });

  it('the same needs in another order: no difference', () => {
    expect(conflictsOf(base, base, { ...base, needs: ['sight', 'walker'] })).toEqual([]);
  });

  it('an empty entry: every field that must not be empty, in the order of the form', () => {
    expect(missingInRider(emptyRider(), null)).toEqual([
      'familyName',
      'familyKana',
      'givenName',
      'givenKana',
      'birth',
      'homeText',
    ]);
  });

  it('a home typed but not chosen: missing for somebody new, kept for somebody registered', () => {
    const typed = { ...emptyRider({ homeText: '高田' }), familyName: ' ' };
    expect(missingInRider(typed, null)).toContain('homeText');
    expect(missingInRider(typed, person)).not.toContain('homeText');
    expect(missingInRider(typed, person)).toContain('familyName');
  });

  it('further numbers: parted however they were typed', () => {
    expect(entryOf({ ...base, otherPhones: '090-0000-0001、 0242-00-3333' }, null).otherPhones).toEqual([
      '090-0000-0001',
      '0242-00-3333',
    ]);
  });

  it.each([
    ['home', 'homeText'],
    ['otherPhones.1', 'otherPhones'],
    ['birth', 'birth'],
    ['nonsense', null],
    [null, null],
  ])('a refused %s: told beside %s', (field, expected) => {
    expect(draftFieldOf(field)).toBe(expected);
  });
});
