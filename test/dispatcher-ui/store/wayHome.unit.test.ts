import { describe, expect, it } from 'vitest';
import { usualWayHome, wayHomeOf } from '../../../dispatcher-ui/store/wayHome.ts';
import { bookedRide } from './deskFixture.ts';

describe('the way home', () => {
  it('usual time: two hours after arriving, on the half hour', () => {
    const ride = bookedRide('a', { promisedDropoff: { earliest: 0, latest: 10 * 3600 + 60 } });
    expect(usualWayHome([ride])).toBe(12.5 * 3600);
  });

  it.each([
    ['14', { kind: 'departAfter', at: '14:00' }],
    ['2時半', { kind: 'departAfter', at: '14:30' }],
    ['15時までに', { kind: 'arriveBy', at: '15:00' }],
    ['あす14時', null],
    ['14時、15時', null],
    ['いつでも', null],
  ])('%s', (typed, expected) => {
    expect(wayHomeOf(typed)).toEqual(expected);
  });
});
