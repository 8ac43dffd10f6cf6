import { describe, expect, it } from 'vitest';
import { labelPoint } from '../../../screen-kit/map/labelPoint.ts';

const square = (west: number, south: number, size: number) => [
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ],
];

describe('labelPoint', () => {
  it('a square of side 2 from (1, 1): its middle (2, 2)', () => {
    expect(labelPoint({ type: 'Polygon', coordinates: square(1, 1, 2) })).toEqual([2, 2]);
  });

  it('a small island and a large one: the middle of the large one', () => {
    const coordinates = [square(0, 0, 1), square(10, 10, 4)];
    expect(labelPoint({ type: 'MultiPolygon', coordinates })).toEqual([12, 12]);
  });

  it('no polygon: nowhere in particular, but no fault', () => {
    expect(labelPoint(null)).toEqual([0, 0]);
  });
});
