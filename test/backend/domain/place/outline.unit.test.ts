import { describe, expect, it } from 'vitest';
import { outlineHolds, readOutline } from '../../../../backend/domain/place/outline.ts';

const square = (from: number, to: number) => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

describe('outlines', () => {
  it('a polygon with a hole: holds its inside, not the hole, not the outside', () => {
    const outline = readOutline(
      JSON.stringify({ type: 'Polygon', coordinates: [square(0, 10), square(4, 6)] }),
    )!;
    expect(outlineHolds(outline, { lon: 2, lat: 2 })).toBe(true);
    expect(outlineHolds(outline, { lon: 5, lat: 5 })).toBe(false);
    expect(outlineHolds(outline, { lon: 11, lat: 5 })).toBe(false);
    expect(outlineHolds(outline, { lon: -1, lat: 5 })).toBe(false);
  });

  it('two polygons: holds the inside of each', () => {
    const coordinates = [[square(0, 1)], [square(5, 6)]];
    const outline = readOutline(JSON.stringify({ type: 'MultiPolygon', coordinates }))!;
    expect(outlineHolds(outline, { lon: 0.5, lat: 0.5 })).toBe(true);
    expect(outlineHolds(outline, { lon: 5.5, lat: 5.5 })).toBe(true);
    expect(outlineHolds(outline, { lon: 3, lat: 3 })).toBe(false);
  });

  it.each([
    ['no JSON', '{'],
    ['a number', '7'],
    ['no coordinates', '{"type":"Polygon"}'],
    ['no polygon at all', '{"type":"MultiPolygon","coordinates":[]}'],
    ['a polygon without a ring', '{"type":"Polygon","coordinates":[]}'],
    ['three corners', '{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}'],
    ['a ring left open', '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}'],
    ['a corner off the globe', '{"type":"Polygon","coordinates":[[[0,0],[181,0],[1,1],[0,0]]]}'],
    ['a corner that is text', '{"type":"Polygon","coordinates":[[[0,0],["1",0],[1,1],[0,0]]]}'],
    ['a line', '{"type":"LineString","coordinates":[[0,0],[1,1]]}'],
  ])('%s: refused', (_, text) => {
    expect(readOutline(text)).toBeUndefined();
  });
});
