import { describe, expect, it } from 'vitest';
import { listDayChanges } from '../../../driver-web/store/dayChanges.ts';
import { driverDayOf, findCurrentShift } from '../../../driver-web/store/driverDay.ts';
import { DAY, type oneRideDay, ride, shift, stop } from './day.ts';

/** A day whose only stop picks up these rides. */
function dayWith(...rides: ReturnType<typeof ride>[]): ReturnType<typeof oneRideDay> {
  return driverDayOf(DAY, [shift([stop('s1', { pickups: rides.map((one) => one.id) })])], rides);
}

describe('what the driver is told', () => {
  it('a ride put on the shift: added, with its planned pickup', () => {
    const changes = listDayChanges(
      dayWith(ride('a')),
      dayWith(ride('a'), ride('b', { scheduledPickup: 34_200 })),
    );
    expect(changes.map(({ kind, ride: told, pickupAfter }) => [kind, told.id, pickupAfter])).toEqual([
      ['added', 'b', 34_200],
    ]);
  });

  it('a ride cancelled and taken off: removed, once', () => {
    const gone = driverDayOf(DAY, [shift([])], [ride('a', { status: 'cancelled' })]);
    expect(listDayChanges(dayWith(ride('a')), gone).map((change) => change.kind)).toEqual(['removed']);
  });

  it('a ride that disappears from sight: removed', () => {
    expect(
      listDayChanges(dayWith(ride('a')), driverDayOf(DAY, [shift([])], [])).map((change) => change.kind),
    ).toEqual(['removed']);
  });

  it('planned pickup 179 s later: not told; 180 s later: told', () => {
    // 32,700 + 179 = 32,879; 32,700 + 180 = 32,880
    expect(listDayChanges(dayWith(ride('a')), dayWith(ride('a', { scheduledPickup: 32_879 })))).toEqual([]);
    const told = listDayChanges(dayWith(ride('a')), dayWith(ride('a', { scheduledPickup: 32_880 })));
    expect(told.map(({ kind, pickupBefore, pickupAfter }) => [kind, pickupBefore, pickupAfter])).toEqual([
      ['moved', 32_700, 32_880],
    ]);
  });

  it('the rider gets in and the vehicle departs: nothing to tell', () => {
    const after = driverDayOf(
      DAY,
      [shift([stop('s1', { pickups: ['a'], state: 'departed' })])],
      [ride('a', { status: 'onBoard' })],
    );
    expect(listDayChanges(dayWith(ride('a')), after)).toEqual([]);
  });

  it('a new service day: nothing is compared with yesterday', () => {
    expect(listDayChanges({ ...dayWith(ride('a')), day: '2026-11-23' }, dayWith(ride('b')))).toEqual([]);
  });
});

describe('the shift to show', () => {
  const morning = shift([stop('s1', { state: 'departed' })], { id: 'm', start: 28_800, end: 43_200 });
  const afternoon = shift([stop('s2')], { id: 'n', start: 46_800, end: 61_200 });

  it('between two shifts, morning done: the afternoon', () => {
    expect(findCurrentShift(driverDayOf(DAY, [afternoon, morning], []), 45_000)?.id).toBe('n');
  });

  it('morning over but a stop still open: the morning', () => {
    const late = { ...morning, stops: [stop('s1')] };
    expect(findCurrentShift(driverDayOf(DAY, [late, afternoon], []), 45_000)?.id).toBe('m');
  });

  it('all over: the last one; no shift at all: none', () => {
    const done = { ...afternoon, stops: [] };
    expect(findCurrentShift(driverDayOf(DAY, [morning, done], []), 80_000)?.id).toBe('n');
    expect(findCurrentShift(driverDayOf(DAY, [], []), 0)).toBeUndefined();
  });
});
