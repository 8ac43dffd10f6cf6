import { describe, expect, it } from 'vitest';
import { createMunicipalityLocator } from '../../../seeds/region/municipalityLocator.ts';

const municipality = { name: '', kana: '', nameEn: '', population: 0, over65: 0, areaKm2: 0 };
const square = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

describe('municipality locator', () => {
  // A has a hole in which B lies; B has an exclave farther east.
  const locate = createMunicipalityLocator([
    {
      municipality: { ...municipality, code: 'A' },
      outlineGeoJson: JSON.stringify({
        type: 'Polygon',
        coordinates: [square(0, 0, 1), square(0.4, 0.4, 0.2)],
      }),
    },
    {
      municipality: { ...municipality, code: 'B' },
      outlineGeoJson: JSON.stringify({
        type: 'MultiPolygon',
        coordinates: [[square(0.4, 0.4, 0.2)], [square(2, 0.4, 0.1)]],
      }),
    },
  ]);

  it.each([
    ['inside', 0.1, 0.5, 'A'],
    ['in the hole', 0.5, 0.5, 'B'],
    ['east of the hole', 0.8, 0.5, 'A'],
    ['in the exclave', 2.05, 0.45, 'B'],
    ['between the parts', 1.5, 0.45, undefined],
    ['outside', -0.1, 0.5, undefined],
    ['above', 0.5, 1.5, undefined],
  ])('%s: %d, %d lies in %s', (_, lon, lat, code) => {
    expect(locate({ lon, lat })).toBe(code);
  });
});
