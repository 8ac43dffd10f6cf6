import { describe, expect, it } from 'vitest';
import type { RoleName } from '../../../backend/contract/index.ts';
import { shiftEndAct, unfinishedRides } from '../../../dispatcher-ui/store/shiftEnd.ts';
import { bookedRide } from './deskFixture.ts';

const HOUR = 3600;
const SHIFT = { end: 17 * HOUR, providerId: 'taxi' };
const ENDED = { ...SHIFT, ended: 9 * HOUR };
const PLANNER = { role: 'dispatcher', providerId: null } as const;

describe('what the desk may do for a driver', () => {
  it('a shift that runs is ended, one that was ended goes on until its hours are over', () => {
    expect(shiftEndAct(SHIFT, PLANNER, 10 * HOUR)).toBe('end');
    expect(shiftEndAct(SHIFT, PLANNER, 18 * HOUR)).toBe('end');
    expect(shiftEndAct(ENDED, PLANNER, 17 * HOUR - 1)).toBe('goOn');
    expect(shiftEndAct(ENDED, PLANNER, 17 * HOUR)).toBeNull();
  });

  it('only on the shift’s own day, which lasts until four in the morning for whoever drives late', () => {
    expect(shiftEndAct(SHIFT, PLANNER, -1)).toBeNull();
    expect(shiftEndAct(SHIFT, PLANNER, 0)).toBe('end');
    expect(shiftEndAct(SHIFT, PLANNER, 28 * HOUR - 1)).toBe('end');
    expect(shiftEndAct(SHIFT, PLANNER, 28 * HOUR)).toBeNull();
  });

  it('only who plans, and of one company only its own', () => {
    const as = (role: RoleName, providerId: string | null = null) =>
      shiftEndAct(SHIFT, { role, providerId }, 10 * HOUR);
    expect([as('administrator'), as('operator'), as('municipality')]).toEqual(['end', null, null]);
    expect([as('dispatcher', 'taxi'), as('dispatcher', 'bus')]).toEqual(['end', null]);
  });
});

it('who is left on a shift: aboard, and still to be fetched, the earliest first; who is out or elsewhere is not', () => {
  const rides = [
    bookedRide('late', { shiftId: 's', scheduledPickup: 11 * HOUR }),
    bookedRide('soon', { shiftId: 's', scheduledPickup: 10 * HOUR, status: 'vehicleArrived' }),
    bookedRide('in', { shiftId: 's', scheduledPickup: 9 * HOUR, status: 'onBoard' }),
    bookedRide('out', { shiftId: 's', status: 'done' }),
    bookedRide('gone', { shiftId: 's', status: 'cancelled' }),
    bookedRide('other', { shiftId: 't' }),
  ];
  const { aboard, awaited } = unfinishedRides('s', rides);
  expect(aboard.map(({ id }) => id)).toEqual(['in']);
  expect(awaited.map(({ id }) => id)).toEqual(['soon', 'late']);
});
