import { describe, expect, it } from 'vitest';
import {
  countGroups,
  filterRides,
  isCancellable,
  leadsHome,
  rideSecond,
} from '../../../dispatcher-ui/store/filterRides.ts';
import { ride } from '../../screen-kit/store/dayFixture.ts';

const rides = [
  ride({
    id: 'late',
    scheduledPickup: 40_000,
    riderName: '星 キヨ',
    riderKana: 'ほし きよ',
    vehicleName: '3号車',
  }),
  ride({ id: 'early', scheduledPickup: 30_000, status: 'onBoard' }),
  ride({ id: 'over', performedPickup: 20_000, scheduledPickup: 50_000, status: 'done' }),
  ride({ id: 'denied', status: 'denied' }),
];
const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe('filterRides', () => {
  it('no filter: all, by the time that counts (performed before scheduled before requested)', () => {
    // over 20,000 (performed), early 30,000, denied 36,000 (requested), late 40,000
    expect(idsOf(filterRides(rides, 'all', ''))).toEqual(['over', 'early', 'denied', 'late']);
  });

  it('half-width katakana, a vehicle and a place: all must fit', () => {
    expect(idsOf(filterRides(rides, 'all', 'ﾎｼ 3号 高田'))).toEqual(['late']);
    expect(filterRides(rides, 'all', 'ほし 4号')).toEqual([]);
  });

  it('each group: the statuses an operator means by it', () => {
    expect(idsOf(filterRides(rides, 'underWay', ''))).toEqual(['early']);
    expect(idsOf(filterRides(rides, 'trouble', ''))).toEqual(['denied']);
    expect(countGroups(rides, '')).toEqual({ all: 4, coming: 1, underWay: 1, over: 1, trouble: 1 });
  });

  it('promised, and nobody carries it: among those to look after, and still to come', () => {
    const promisedPickup = { earliest: 36_000, latest: 37_800 };
    const left = ride({ id: 'left', status: 'booked', shiftId: null, promisedPickup });
    expect(idsOf(filterRides([left], 'trouble', ''))).toEqual(['left']);
    expect(countGroups([left], '')).toEqual({ all: 1, coming: 1, underWay: 0, over: 0, trouble: 1 });
  });

  it('words: each group counts what they find', () => {
    expect(countGroups(rides, 'ほし')).toEqual({ all: 1, coming: 1, underWay: 0, over: 0, trouble: 0 });
  });

  it('cancelling: until the party is on board', () => {
    const statuses = ['booked', 'vehicleArrived', 'onBoard', 'done', 'cancelled'] as const;
    expect(statuses.map((status) => isCancellable(ride({ id: 'x', status })))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('only promised: the earliest promised pickup counts', () => {
    expect(rideSecond(ride({ id: 'x', promisedPickup: { earliest: 33_000, latest: 34_000 } }))).toBe(33_000);
  });
});

describe('leadsHome', () => {
  it('to the own door: yes; from there, or to a boarding point: no', () => {
    const { from, to } = ride({ id: 'a' });
    const door = { ...to, id: 'door:person-1' };
    expect([ride({ id: 'a', to: door }), ride({ id: 'a', from: door, to: from })].map(leadsHome)).toEqual([
      true,
      false,
    ]);
  });
});
