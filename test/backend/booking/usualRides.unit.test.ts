import { describe, expect, it } from 'vitest';
import { type RideHistory, usualRides, usualSentence } from '../../../backend/booking/index.ts';
import type { RidePlace } from '../../../backend/domain/place/place.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { addDays, type ServiceDay } from '../../../backend/domain/units/time.ts';
import { samplePerson, sampleRide } from '../../support/sampleRows.ts';

/** A Wednesday, at eight in the morning. */
const TODAY = '2026-06-10';
const NOW = 8 * 3600;

const person = samplePerson();
const home: RidePlace = sampleRide().from;
const place = (id: string): RidePlace => ({ ...sampleRide().to, id, name: id });

let count = 0;
/** A ride that was taken, to be at a place by a time. */
function taken(day: ServiceDay, to: string, second: number, given: Partial<Ride> = {}): Ride {
  count += 1;
  const requested = { kind: 'arriveBy', second } as const;
  return sampleRide({
    id: `ride-${count}`,
    status: 'done',
    day,
    from: home,
    to: place(to),
    requested,
    ...given,
  });
}

/** Every seven days, so many times, the last one `ago` days before today. */
function weekly(times: number, ago: number, to: string, second: number, given: Partial<Ride> = {}): Ride[] {
  return Array.from({ length: times }, (_, i) => taken(addDays(TODAY, -ago - 7 * i), to, second, given));
}

function usual(rides: readonly Ride[], given: Partial<RideHistory> = {}) {
  return usualRides({ person, rides, isKnownPoint: () => true, today: TODAY, nowSecond: NOW, ...given });
}

describe('usual rides', () => {
  it('no history: none', () => {
    expect(usual([])).toEqual([]);
  });

  it('every Friday to the hospital, at times a little apart: one habit for Friday, everything filled', () => {
    // The last five Fridays: 5 June and back.
    const rides = weekly(5, 5, 'hospital', 9.5 * 3600).map((ride, i) => ({
      ...ride,
      requested: { ...ride.requested, second: 9.5 * 3600 + (i % 2) * 300 },
    }));
    const [habit, ...others] = usual(rides);
    expect(others).toEqual([]);
    expect(habit).toEqual({
      kind: 'habit',
      from: { kind: 'home' },
      fromName: '自宅',
      to: { kind: 'boardingPoint', id: 'hospital' },
      toName: 'hospital',
      requested: { kind: 'arriveBy', second: 9.5 * 3600 },
      day: '2026-06-12',
      weekdays: [5],
      party: { companions: 1, attendants: 0, children: 0, luggage: 0 },
      needs: [],
      wayHome: null,
      count: 5,
      lastDay: '2026-06-05',
    });
    expect(usualSentence(habit!)).toEqual({
      ja: '金 9:30までに 自宅からhospitalへ',
      en: 'Fri by 9:30, home to hospital',
    });
  });

  it('there and back every week: one habit, the way there, and how the rider comes home', () => {
    const there = weekly(3, 5, 'hospital', 9 * 3600);
    const requested = { kind: 'departAfter', second: 11 * 3600 } as const;
    const back = there.map((ride) => ({
      ...ride,
      id: `${ride.id}-back`,
      from: ride.to,
      to: ride.from,
      requested,
    }));
    const timed = usual([...there, ...back]);
    expect(timed).toHaveLength(1);
    expect(timed[0]).toMatchObject({ toName: 'hospital', wayHome: requested, count: 3 });
    const linked = back.map((ride, i) => ({
      ...ride,
      returnOf: there[i]!.id,
      willCall: { expectedSecond: 39_600, readyAt: 1, readyBy: 'phone' as const },
    }));
    expect(usual([...there, ...linked])[0]?.wayHome).toEqual({ kind: 'willCall' });
  });

  it('four habits: the three likeliest, by how often and how lately', () => {
    const rides = [
      ...weekly(8, 6, 'hospital', 9 * 3600),
      ...weekly(4, 2, 'shop', 10 * 3600),
      ...weekly(2, 3, 'bath', 13 * 3600),
      // Twelve times, but the last one ten months ago.
      ...weekly(12, 300, 'clinic', 11 * 3600),
    ];
    expect(usual(rides).map(({ toName }) => toName)).toEqual(['hospital', 'shop', 'bath']);
  });

  it('today is its weekday and the hour is to come: today; the hour has passed: next week', () => {
    const rides = weekly(4, 7, 'hospital', 9 * 3600);
    expect(usual(rides)[0]?.day).toBe(TODAY);
    expect(usual(rides, { nowSecond: 10 * 3600 })[0]?.day).toBe('2026-06-17');
  });

  it('the next one is booked already: it is not offered again', () => {
    const booked = taken(TODAY, 'hospital', 9 * 3600, { status: 'assigned' });
    expect(usual([...weekly(4, 7, 'hospital', 9 * 3600), booked]).map(({ kind }) => kind)).toEqual([
      'wayHome',
    ]);
  });

  it('set down at the hospital this morning: the way home comes first', () => {
    const there = taken(TODAY, 'hospital', 7.5 * 3600, { performed: { pickup: 25_000, dropoff: 26_500 } });
    const [first, second] = usual([there, ...weekly(4, 6, 'shop', 10 * 3600)]);
    expect(first).toMatchObject({
      kind: 'wayHome',
      from: { kind: 'boardingPoint', id: 'hospital' },
      to: { kind: 'home' },
      day: TODAY,
      requested: { kind: 'departAfter', second: NOW + 1800 },
    });
    expect(second?.toName).toBe('shop');
  });

  it('home again already: no way home', () => {
    const there = taken(TODAY, 'hospital', 7 * 3600);
    const back = taken(TODAY, 'home', 7.8 * 3600, { from: place('hospital'), to: home });
    expect(usual([there, back]).filter(({ kind }) => kind === 'wayHome')).toEqual([]);
  });

  it('to be set down at a point near home: that is the way home, and none is offered back', () => {
    const near = (metres: number) => ({ lon: person.home.lon + metres / 88_000, lat: person.home.lat });
    const back = taken(TODAY, 'hall', 11 * 3600, {
      status: 'assigned',
      from: { ...place('hospital'), coordinates: near(5_000) },
      to: { ...place('hall'), coordinates: near(200) },
    });
    expect(usual([back]).filter(({ kind }) => kind === 'wayHome')).toEqual([]);
  });

  it('the rider has moved: rides from the old door are left out', () => {
    const rides = weekly(6, 5, 'hospital', 9 * 3600);
    const moved = { ...person, home: { lon: person.home.lon + 0.1, lat: person.home.lat } };
    expect(usual(rides, { person: moved })).toEqual([]);
  });

  it('a boarding point that was given up, a relative’s door: left out', () => {
    const toRelative = weekly(3, 5, 'door:person-9', 9 * 3600);
    expect(usual(toRelative)).toEqual([]);
    expect(usual(weekly(3, 5, 'old', 9 * 3600), { isKnownPoint: (id) => id !== 'old' })).toEqual([]);
  });

  it.each(['denied', 'cancelled', 'declined', 'lapsed', 'requested', 'offered'] as const)(
    'rides that were %s: say nothing about habits',
    (status) => {
      expect(usual(weekly(5, 5, 'hospital', 9 * 3600, { status }))).toEqual([]);
    },
  );

  it('needs of the person are not repeated, needs of the ride are', () => {
    const party = { ...sampleRide().party, needs: ['walker', 'wheelchair'] as const };
    const [habit] = usual(weekly(3, 5, 'hospital', 9 * 3600, { party }));
    expect(habit?.needs).toEqual(['wheelchair']);
  });
});
