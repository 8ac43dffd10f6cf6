import { describe, expect, it } from 'vitest';
import { movedWayHome, usualWayHome, wayHomeOf } from '../../../dispatcher-ui/store/wayHome.ts';
import { bookedRide } from './deskFixture.ts';

describe('the way home', () => {
  it('usual time: two hours after arriving, on the half hour', () => {
    const ride = bookedRide('a', { promisedDropoff: { earliest: 0, latest: 10 * 3600 + 60 } });
    expect(usualWayHome([ride])).toBe(12.5 * 3600);
  });

  it('after a change: as much later as the way there; asked for otherwise, as it was', () => {
    const ride = bookedRide('home', { requested: { kind: 'departAfter', second: 14 * 3600 } });
    const changedFrom = {
      rideId: 'old',
      day: '2026-11-27',
      from: { id: '', name: '' },
      to: { id: '', name: '' },
      requested: { kind: 'arriveBy', second: 10 * 3600 },
      pickupSecond: null,
      at: '2026-11-27T08:00:00+09:00',
      by: { kind: 'operator', name: null },
    } as const;
    const arriving = { kind: 'arriveBy', second: 11.5 * 3600 } as const;
    const outbound = bookedRide('out', { requested: arriving, changedFrom });
    expect(movedWayHome({ outbound, ride })).toBe(15.5 * 3600);
    const leaving = { ...outbound, requested: { kind: 'departAfter', second: 9 * 3600 } as const };
    expect(movedWayHome({ outbound: leaving, ride })).toBe(14 * 3600);
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
