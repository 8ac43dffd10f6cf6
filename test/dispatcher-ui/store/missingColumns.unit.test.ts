import { describe, expect, it } from 'vitest';
import { missingColumns } from '../../../dispatcher-ui/store/missingColumns.ts';

describe('what no column of a list of riders holds', () => {
  it('nothing recognised: all that a rider needs', () => {
    expect(missingColumns({})).toEqual(['name', 'kana', 'birth', 'address']);
  });

  it('in one column or in two: nothing is missing', () => {
    expect(missingColumns({ name: 0, kana: 1, birth: 2, address: 3 })).toEqual([]);
    expect(
      missingColumns({ familyName: 0, givenName: 1, familyKana: 2, givenKana: 3, birth: 4, hamlet: 5 }),
    ).toEqual([]);
  });

  it('half a name is none', () => {
    expect(missingColumns({ familyName: 0, kana: 1, birth: 2, address: 3 })).toEqual(['name']);
  });
});
