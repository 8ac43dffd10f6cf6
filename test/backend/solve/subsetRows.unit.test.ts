import { describe, expect, it } from 'vitest';
import { SubsetRows } from '../../../backend/solve/subsetRows.ts';

function column(value: number, ...members: number[]) {
  return { value, members: Int32Array.from(members) };
}

describe('SubsetRows', () => {
  it('three tours of two riders each at one half: one cut, in which each of them counts', () => {
    const cuts = new SubsetRows(4);
    const columns = [column(0.5, 0, 1), column(0.5, 1, 2), column(0.5, 0, 2)];
    // 0.5 + 0.5 + 0.5 = 1.5 > 1.
    expect(cuts.separate(columns)).toBe(1);
    expect(columns.map(({ members }) => cuts.cutsOf(members))).toEqual([[0], [0], [0]]);
    // Rider 3 is in no cut, one rider of three is not enough.
    expect(cuts.cutsOf(Int32Array.of(3, 0))).toEqual([]);
    expect(cuts.cutsOf(Int32Array.of(2, 3, 0, 1))).toEqual([0]);
    // Known already.
    expect(cuts.separate(columns)).toBe(0);
    expect(cuts.count).toBe(1);
  });

  it('a tour with all three counts once: half of it and half of one with two are no more than one', () => {
    // Pairs: 0-1 1.0, 0-2 0.5, 1-2 0.5, in all 2.0; minus twice the 0.5 of the tour with all three: 1.0.
    expect(new SubsetRows(3).separate([column(0.5, 0, 1, 2), column(0.5, 0, 1)])).toBe(0);
  });

  it('whole tours without a rider in common: no cut', () => {
    expect(new SubsetRows(6).separate([column(1, 0, 1, 2), column(1, 3, 4, 5)])).toBe(0);
  });

  it('what cuts make a column dearer: the prices of those it counts in', () => {
    const cuts = new SubsetRows(5);
    cuts.separate([column(0.5, 0, 1), column(0.5, 1, 2), column(0.5, 0, 2)]);
    cuts.separate([column(0.5, 2, 3), column(0.5, 3, 4), column(0.5, 2, 4)]);
    const prices = Float64Array.of(-3, -4);
    expect(cuts.surcharge(Int32Array.of(0, 1), prices)).toBe(3);
    expect(cuts.surcharge(Int32Array.of(1, 2, 3), prices)).toBe(7);
    expect(cuts.surcharge(Int32Array.of(1, 3), prices)).toBe(0);
  });
});
