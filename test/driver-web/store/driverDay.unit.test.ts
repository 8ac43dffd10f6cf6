import { describe, expect, it } from 'vitest';
import { driverDayOf, listFinished } from '../../../driver-web/store/driverDay.ts';
import { DAY, ride } from './day.ts';

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
