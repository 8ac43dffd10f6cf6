import { describe, expect, it } from 'vitest';
import { fitsAboard } from '../../../../backend/planner/checker/fitsAboard.ts';

// Kinds of load: companion, seated patient, stretcher patient, wheelchair; kinds of place: staff seat, patient seat,
// stretcher, wheelchair place. A companion may use the first three, a seated patient a seat or stretcher.
const placeUse = [[0, 1, 2], [1, 2], [2], [3]];

describe('fitsAboard', () => {
  it('two companions and a patient, one staff seat, one seat, one stretcher: all move up', () => {
    expect(fitsAboard([2, 1, 0, 0], [[1, 1, 1, 0]], placeUse)).toBe(true);
  });

  it('the stretcher is taken: no room for the second companion', () => {
    expect(fitsAboard([2, 1, 1, 0], [[1, 1, 1, 0]], placeUse)).toBe(false);
  });

  it('a wheelchair does not move up to a stretcher', () => {
    expect(fitsAboard([0, 0, 0, 1], [[9, 9, 9, 0]], placeUse)).toBe(false);
  });

  it('folding seats: each arrangement by itself, never a mixture', () => {
    const arrangements = [
      [0, 4, 0, 0],
      [0, 2, 0, 1],
    ];
    expect(fitsAboard([0, 4, 0, 0], arrangements, placeUse)).toBe(true);
    expect(fitsAboard([0, 2, 0, 1], arrangements, placeUse)).toBe(true);
    expect(fitsAboard([0, 3, 0, 1], arrangements, placeUse)).toBe(false);
  });
});
