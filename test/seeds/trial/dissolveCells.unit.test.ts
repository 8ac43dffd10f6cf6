import { describe, expect, it } from 'vitest';
import { dissolveCells, type Ring } from '../../../seeds/trial/dissolveCells.ts';

/** A unit square with its south-west corner at x, y, counter-clockwise. */
const cell = (x: number, y: number): Ring => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];

/** Corners of a ring without the closing one, as a set. */
const corners = (ring: readonly (readonly number[])[]) => new Set(ring.slice(1).map(String));

describe('dissolveCells', () => {
  it('two squares side by side: one ring of six corners, the shared edge gone', () => {
    const polygons = dissolveCells([cell(0, 0), cell(1, 0)]);
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(1);
    expect(corners(polygons[0]![0]!)).toEqual(new Set(['0,0', '1,0', '2,0', '2,1', '1,1', '0,1']));
  });

  it('eight squares around nothing: one polygon with a hole', () => {
    const around = [0, 1, 2]
      .flatMap((x) => [0, 1, 2].map((y) => [x, y] as const))
      .filter(([x, y]) => x !== 1 || y !== 1);
    const polygons = dissolveCells(around.map(([x, y]) => cell(x, y)));
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(2);
    expect(corners(polygons[0]![1]!)).toEqual(new Set(['1,1', '2,1', '2,2', '1,2']));
  });

  it('two squares far apart: two polygons', () => {
    expect(dissolveCells([cell(0, 0), cell(5, 5)])).toHaveLength(2);
  });

  it('two squares that touch at a corner: two rings, none of which passes the corner twice', () => {
    const polygons = dissolveCells([cell(0, 0), cell(1, 1)]);
    expect(polygons.map((rings) => rings.map((ring) => corners(ring).size))).toEqual([[4], [4]]);
  });
});
