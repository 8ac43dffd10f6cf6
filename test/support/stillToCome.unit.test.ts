import { describe, expect, it } from 'vitest';
import { learnStillToCome } from './stillToCome.ts';

describe('the share of a day that is still to come', () => {
  it('is what had not called on earlier days, each of which counts alike', () => {
    // At 20, one of the first day's two and three of the second day's four were still to call: (1/2 + 3/4) / 2.
    const stillToCome = learnStillToCome([
      [30, 10],
      [20, 21, 22, 40],
    ]);
    expect(stillToCome(20)).toBe(0.625);
  });

  it('is all before the first call and nothing after the last', () => {
    const stillToCome = learnStillToCome([[10, 30]]);
    expect([stillToCome(9), stillToCome(30)]).toEqual([1, 0]);
  });

  it('cannot be told without an earlier day', () => {
    expect(() => learnStillToCome([[]])).toThrow('no earlier day');
  });
});
