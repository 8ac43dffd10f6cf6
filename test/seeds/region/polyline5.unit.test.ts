import { describe, expect, it } from 'vitest';
import { decodePolyline5, encodePolyline5 } from '../../../seeds/region/polyline5.ts';
import { SeededRandom } from '../../support/seededRandom.ts';

describe('polyline5', () => {
  it("the example of Google's description: the same text", () => {
    // (38.5, −120.2), (40.7, −120.95), (43.252, −126.453)
    const points = [
      { lat: 38.5, lon: -120.2 },
      { lat: 40.7, lon: -120.95 },
      { lat: 43.252, lon: -126.453 },
    ];
    expect(encodePolyline5(points)).toBe('_p~iF~ps|U_ulLnnqC_mqNvxq`@');
    expect(decodePolyline5('_p~iF~ps|U_ulLnnqC_mqNvxq`@')).toEqual(points);
  });

  it('random lines: there and back to five decimals', () => {
    const random = new SeededRandom(5);
    for (let run = 0; run < 200; run++) {
      const points = Array.from({ length: random.between(1, 30) }, () => ({
        lon: random.between(-18_000_000, 18_000_000) / 1e5,
        lat: random.between(-9_000_000, 9_000_000) / 1e5,
      }));
      expect(decodePolyline5(encodePolyline5(points))).toEqual(points);
    }
  });

  it.each([
    ['cut off within a number', '_p~iF~ps|U_ul'],
    ['cut off after a latitude', '_p~iF'],
    ['a sign that no line has', '_p~iF~ps|U é'],
    ['off the globe', encodePolyline5([{ lat: 91, lon: 10 }])],
    ['a number without end', '~'.repeat(40)],
  ])('%s: undefined', (_, text) => {
    expect(decodePolyline5(text)).toBeUndefined();
  });
});
