import { describe, expect, it } from 'vitest';
import { driverDayOf, findCurrentShift, listFinished } from '../../../driver-web/store/driverDay.ts';
import { DAY, ride, shift } from './day.ts';

describe('riders who may be ready to go home', () => {
  it('those who have got out, the latest first; not who rides home, is on the way or did not come', () => {
    const rides = [
      ride('early', { status: 'done', performedDropoff: 33_000 }),
      ride('late', { status: 'done', performedDropoff: 36_000 }),
      ride('home', { status: 'done', performedDropoff: 37_000, returnOf: 'early' }),
      ride('aboard', { status: 'onBoard' }),
      ride('absent', { status: 'noShow' }),
    ];
    expect(listFinished(driverDayOf(DAY, [], rides)).map(({ id }) => id)).toEqual(['late', 'early']);
  });
});

describe('the shift that is shown', () => {
  const early = shift([], { id: 'early', start: 28_800, end: 43_200 });
  const late = shift([], { id: 'late', start: 46_800, end: 61_200 });
  const shownAt = (shifts: (typeof early)[], second: number) =>
    findCurrentShift(driverDayOf(DAY, shifts, []), second)?.id;

  it('the one whose driver has gone home early gives way to the next one', () => {
    expect(shownAt([early, late], 36_000)).toBe('early');
    expect(shownAt([{ ...early, ended: 35_000 }, late], 36_000)).toBe('late');
  });

  it('the last one that was ended stays, so that the end can be taken back', () => {
    expect(shownAt([early, { ...late, ended: 50_000 }], 51_000)).toBe('late');
  });
});
