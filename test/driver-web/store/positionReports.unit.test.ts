import { describe, expect, it } from 'vitest';
import { isOnDuty, isWorthReporting } from '../../../driver-web/store/positionReports.ts';
import { shift } from './day.ts';

describe('telling the office where the vehicle is', () => {
  const start = { lon: 139.84, lat: 37.46, at: 0 };
  // One degree north is 111,320 m: 0.0005° are 56 m, 0.0004° are 45 m.
  const north = (degrees: number, at: number) => ({ lon: 139.84, lat: 37.46 + degrees, at });

  it('the first sighting is told', () => {
    expect(isWorthReporting(null, start)).toBe(true);
  });

  it('moved 56 m: after 15 s, not after 14; moved 45 m: not yet', () => {
    expect(isWorthReporting(start, north(0.0005, 15_000))).toBe(true);
    expect(isWorthReporting(start, north(0.0005, 14_999))).toBe(false);
    expect(isWorthReporting(start, north(0.0004, 15_000))).toBe(false);
  });

  it('standing still: once in two minutes', () => {
    expect(isWorthReporting(start, north(0, 119_999))).toBe(false);
    expect(isWorthReporting(start, north(0, 120_000))).toBe(true);
  });

  it('the device clock was set back: told, not silent until it catches up', () => {
    expect(isWorthReporting({ ...start, at: 3_600_000 }, start)).toBe(true);
  });

  it('from a quarter of an hour before the shift to a quarter after it', () => {
    // 8:00 = 28,800; 15 min = 900; 17:00 = 61,200
    const work = shift([]);
    expect([27_899, 27_900, 62_100, 62_101].map((second) => isOnDuty(work, second))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('whoever has ended the shift is seen no more', () => {
    expect(isOnDuty(shift([], { ended: 50_000 }), 50_001)).toBe(false);
  });
});
