import { describe, expect, it } from 'vitest';
import { isDarkOutside, sunHeight } from '../../../driver-web/store/daylight.ts';

const at = (text: string): number => Date.parse(text);

describe('daylight over the region', () => {
  it('noon of the equinox: as high as ninety degrees less the latitude', () => {
    // 90 − 37.5 = 52.5; the true noon is a few minutes off, the declination half a degree
    expect(Math.abs(sunHeight(at('2026-03-21T11:41:00+09:00')) - 52.5)).toBeLessThan(1.5);
  });

  it('a November afternoon: light at four, dark at half past five; a July evening at half past six: light', () => {
    expect(isDarkOutside(at('2026-11-24T16:00:00+09:00'))).toBe(false);
    expect(isDarkOutside(at('2026-11-24T17:30:00+09:00'))).toBe(true);
    expect(isDarkOutside(at('2026-07-10T18:30:00+09:00'))).toBe(false);
  });

  it('early morning: dark at half past five in December, light in June', () => {
    expect(isDarkOutside(at('2026-12-20T05:30:00+09:00'))).toBe(true);
    expect(isDarkOutside(at('2026-06-20T05:30:00+09:00'))).toBe(false);
  });
});
