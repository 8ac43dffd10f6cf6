import { describe, expect, it } from 'vitest';
import type { RideView } from '../../../backend/contract/index.ts';
import { choiceOfRidePlace, listUsualPlaces } from '../../../rider-web/store/placeChoices.ts';
import {
  canCancel,
  listComingRides,
  listPastRides,
  mergeRides,
  rideMoment,
} from '../../../rider-web/store/rideList.ts';
import { parseRuby, withoutRuby } from '../../../rider-web/store/ruby.ts';
import {
  addDays,
  firstOpenDay,
  listDays,
  listHours,
  listOpenDays,
  settleTime,
  usualTimeKind,
  weekdayOf,
} from '../../../rider-web/store/timeChoices.ts';
import { DAY, place, ride } from '../../driver-web/store/day.ts';

const home = { ...place('自宅'), id: 'door:person:1' };
const towns = (code: string): string => (code === '07447' ? '会津美里町' : '');

describe('usual places', () => {
  it('hospital twice, shop once and later: hospital first, the home left out', () => {
    const rides = [
      ride('a', { from: home, to: place('病院'), day: '2026-11-01' }),
      ride('b', { from: place('病院'), to: home, day: '2026-11-02' }),
      ride('c', { from: home, to: place('店'), day: '2026-11-20' }),
    ];
    expect(listUsualPlaces(rides, towns, 4).map((usual) => usual.name)).toEqual(['病院', '店']);
    expect(listUsualPlaces(rides, towns, 1)[0]).toEqual({
      choice: { kind: 'boardingPoint', id: 'place:病院' },
      name: '病院',
      area: '会津美里町',
    });
  });

  it('a refused request is no habit', () => {
    expect(
      listUsualPlaces([ride('a', { from: home, to: place('病院'), status: 'denied' })], towns, 4),
    ).toEqual([]);
  });

  it('a door is asked for as home, a point on the map by its coordinates', () => {
    expect(choiceOfRidePlace(home)).toEqual({ kind: 'home' });
    expect(choiceOfRidePlace({ ...place('ここ'), id: 'at:139.84000,37.46000' })).toEqual({
      kind: 'coordinates',
      at: { lon: 139.84, lat: 37.46 },
    });
  });
});

describe('days and hours to choose from', () => {
  it('across the end of a month and of a year', () => {
    expect(listDays('2026-11-29', 4)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02']);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(weekdayOf('2026-11-24')).toBe(2);
  });

  it('bookings open for 14 days: eight days first, all fifteen where asked or where one of them is chosen', () => {
    const far = addDays(DAY, 12);
    expect(listOpenDays(DAY, 14, DAY, false)).toEqual({ days: listDays(DAY, 8), hasMore: true });
    expect(listOpenDays(DAY, 14, DAY, true)).toEqual({ days: listDays(DAY, 15), hasMore: false });
    expect(listOpenDays(DAY, 14, far, false).days).toContain(far);
  });

  it('bookings open for three days, or not known for how many: no more to ask for', () => {
    expect(listOpenDays(DAY, 3, DAY, false)).toEqual({ days: listDays(DAY, 4), hasMore: false });
    expect(listOpenDays(DAY, null, DAY, true)).toEqual({ days: listDays(DAY, 8), hasMore: false });
  });

  it('today at 18:50: the hour 18 is over, 19 and 20 are left; tomorrow has all fifteen', () => {
    // 18:50 = 67,800 s; the last minute offered in the hour is 18:45
    expect(listHours(DAY, DAY, 67_800)).toEqual([19, 20]);
    expect(listHours(addDays(DAY, 1), DAY, 67_800)).toHaveLength(15);
  });

  it('today at 21:00: the first day with an hour left is tomorrow', () => {
    expect(firstOpenDay(DAY, 75_600)).toBe('2026-11-25');
    expect(firstOpenDay(DAY, 40_000)).toBe(DAY);
  });

  it('9:00 chosen for tomorrow, then today at 9:20: the minute moves to 9:30', () => {
    // 9:20 = 33,600 s
    expect(settleTime({ kind: 'arriveBy', day: DAY, hour: 9, minute: 0 }, DAY, 33_600).minute).toBe(30);
    expect(settleTime({ kind: 'arriveBy', day: DAY, hour: 8, minute: 0 }, DAY, 33_600).hour).toBeNull();
  });

  it('to a hospital one must arrive in time, to a shop one leaves at a time', () => {
    expect([usualTimeKind('hospital'), usualTimeKind('shop'), usualTimeKind(null)]).toEqual([
      'arriveBy',
      'departAfter',
      'departAfter',
    ]);
  });
});

describe('my rides', () => {
  const at = (status: RideView['status'], change: Partial<RideView> = {}) => ride('a', { status, ...change });

  it('planned pickup 9:05: today until 8:50, soon from then, late after the promised 9:15', () => {
    // 9:05 = 32,700; 15 min before = 31,800; promised latest 33,300
    const booked = at('assigned');
    expect(rideMoment(booked, DAY, 31_799)).toBe('today');
    expect(rideMoment(booked, DAY, 31_800)).toBe('soon');
    expect(rideMoment(booked, DAY, 33_300)).toBe('soon');
    expect(rideMoment(booked, DAY, 33_301)).toBe('late');
    expect(rideMoment(booked, '2026-11-23', 40_000)).toBe('planned');
  });

  it('promised, and in no vehicle any more: looked for, and no vehicle said to be due', () => {
    const left = at('booked', { shiftId: null, vehicleName: null });
    expect(rideMoment(left, DAY, 31_000)).toBe('searching');
    expect(rideMoment(left, DAY, 40_000)).toBe('searching');
    expect(rideMoment(left, '2026-11-23', 40_000)).toBe('searching');
  });

  it('can be called off until somebody has got in', () => {
    expect(
      (['assigned', 'vehicleArrived', 'onBoard', 'done'] as const).map((status) => canCancel(at(status))),
    ).toEqual([true, true, false, false]);
  });

  it('coming rides in order of time, ended ones latest first, requests without a booking in neither', () => {
    const rides = [
      ride('late', { scheduledPickup: 50_000 }),
      ride('early'),
      ride('next', { day: '2026-11-25' }),
      ride('old', { status: 'done' }),
      ride('older', { status: 'cancelled', day: '2026-11-20' }),
      ride('open', { status: 'offered' }),
    ];
    expect(listComingRides(rides).map((one) => one.id)).toEqual(['early', 'late', 'next']);
    expect(listPastRides(rides).map((one) => one.id)).toEqual(['old', 'older']);
  });

  it('two copies of a ride: the higher revision stays, whichever list it is in', () => {
    const merged = mergeRides(
      [ride('a', { revision: 3, status: 'cancelled' })],
      [ride('a', { revision: 2 })],
    );
    expect(merged.map((one) => [one.revision, one.status])).toEqual([[3, 'cancelled']]);
  });
});

describe('readings over the letters', () => {
  it('marked words get their reading, the rest stays', () => {
    expect(parseRuby('[予約|よやく]する')).toEqual([
      { text: '予約', reading: 'よやく' },
      { text: 'する', reading: null },
    ]);
    expect(withoutRuby('[予約|よやく]を[確|たし]かめる')).toBe('予約を確かめる');
  });

  it('a bracket without a reading: plain text', () => {
    expect(withoutRuby('[予約]する')).toBe('[予約]する');
  });
});
