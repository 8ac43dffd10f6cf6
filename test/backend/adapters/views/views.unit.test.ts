import { describe, expect, it } from 'vitest';
import { formatFeedCursor, parseFeedCursor } from '../../../../backend/adapters/views/feedCursor.ts';
import { feedEventView } from '../../../../backend/adapters/views/feedEventView.ts';
import { judgeFeedQuestion } from '../../../../backend/adapters/views/judgeFeedQuestion.ts';
import { localMoment } from '../../../../backend/adapters/views/localMoment.ts';
import { problemOf, statusOf } from '../../../../backend/adapters/views/problemOf.ts';
import {
  type AccountScope,
  canSeePerson,
  canSeeRide,
  isDriversDay,
} from '../../../../backend/adapters/views/reader.ts';
import { rideSentence } from '../../../../backend/adapters/views/rideSentence.ts';
import { byId, rideView } from '../../../../backend/adapters/views/rideView.ts';
import { shiftView } from '../../../../backend/adapters/views/shiftView.ts';
import { problemSchema, rideViewSchema, shiftViewSchema } from '../../../../backend/contract/index.ts';
import { ROLES } from '../../../../backend/domain/account/account.ts';
import { RIDE_STATUSES } from '../../../../backend/domain/ride/ride.ts';
import { spokenDay } from '../../../../backend/domain/units/spokenDay.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import {
  SAMPLE_DAY,
  SAMPLE_DEPOT,
  SAMPLE_NOW,
  SAMPLE_PROVIDER,
  sampleEvent,
  samplePerson,
  sampleRide,
  sampleSchedule,
  sampleShift,
  sampleVehicle,
} from '../../../support/sampleRows.ts';

function scope(role: AccountScope['role'], given: Partial<AccountScope> = {}): AccountScope {
  const nobody = { municipalities: [], providerId: null, clinicId: null, personId: null, vehicleId: null };
  return { kind: 'account', accountId: 'a', role, ...nobody, ...given };
}

describe('who sees a ride and its rider', () => {
  const ride = sampleRide({ clinicId: 'clinic-1', shiftId: 'shift-1' });
  const person = samplePerson({ clinicId: 'clinic-1' });
  const own: [AccountScope, boolean][] = [
    [scope('operator'), true],
    [scope('operator', { municipalities: ['07421'] }), true],
    [scope('municipality', { municipalities: ['07421'] }), true],
    [scope('clinic', { clinicId: 'clinic-1' }), true],
    [scope('rider', { personId: 'person-1' }), true],
    [scope('dispatcher', { municipalities: ['07202'] }), false],
    [scope('municipality', { municipalities: ['07202'] }), false],
    [scope('municipality'), false],
    [scope('clinic', { clinicId: 'clinic-2' }), false],
    [scope('clinic'), false],
    [scope('rider', { personId: 'person-2' }), false],
    [scope('rider'), false],
  ];

  it.each(own)('%j: %s', (reader, isSeen) => {
    expect(canSeeRide(reader, ride, new Set())).toBe(isSeen);
    expect(canSeePerson(reader, person)).toBe(isSeen);
  });

  it('a driver: rides of the own shift, never the list of people', () => {
    expect(canSeeRide(scope('driver'), ride, new Set(['shift-1']))).toBe(true);
    expect(canSeeRide(scope('driver'), ride, new Set(['shift-2']))).toBe(false);
    expect(canSeeRide(scope('driver'), { ...ride, shiftId: null }, new Set(['shift-1']))).toBe(false);
    expect(canSeePerson(scope('driver'), person)).toBe(false);
  });

  it('a driver’s day: today, and until four in the morning the evening before', () => {
    const at = (hour: number) => momentOf(SAMPLE_DAY, hour * 3600);
    expect(isDriversDay(SAMPLE_DAY, at(10))).toBe(true);
    expect(isDriversDay('2026-04-05', at(3.9))).toBe(true);
    expect(isDriversDay('2026-04-05', at(4))).toBe(false);
    expect(isDriversDay('2026-04-07', at(10))).toBe(false);
  });
});

describe('views', () => {
  const around = {
    people: byId([samplePerson()]),
    shifts: byId([sampleShift()]),
    vehicles: byId([sampleVehicle()]),
  };

  it('a ride with its rider and vehicle: names, telephone, promise', () => {
    const view = rideView(sampleRide({ status: 'assigned', shiftId: 'shift-1' }), around);
    expect(rideViewSchema.parse(view)).toEqual(view);
    expect(view).toMatchObject({ riderName: '佐藤 太郎', phone: '0242-00-1234', vehicleName: '坂下1号' });
  });

  it('a change that an older release wrote without ids: the own door is known by its name, another place is not', () => {
    const changedFrom = {
      rideId: 'ride-0',
      day: '2026-04-05',
      fromName: 'ご自宅',
      toName: '病院',
      requested: { kind: 'arriveBy', second: 36_000 },
      pickupSecond: null,
      at: 0,
      by: { kind: 'operator', name: '受付' },
    } as const;
    const view = rideView(sampleRide({ changedFrom }), around);
    expect([view.changedFrom?.from, view.changedFrom?.to]).toEqual([
      { id: 'door:person-1', name: 'ご自宅' },
      { id: '', name: '病院' },
    ]);
  });

  it('a ride whose rider is hidden from the reader: no name, no telephone', () => {
    const view = rideView(sampleRide(), { ...around, people: new Map() });
    expect(view).toMatchObject({ riderName: '', riderKana: '', phone: null });
  });

  it('a shift with one ride hidden: that ride is left out and its door blurred, the other one is clear', () => {
    const door = sampleRide().from;
    const stop = {
      id: 's',
      kind: 'stop' as const,
      place: door,
      arrival: 1,
      start: 2,
      departure: 3,
      dropoffs: [],
      loadAfter: [1, 0, 0],
      slackSeconds: 0,
      state: 'planned' as const,
      performedArrival: null,
      performedDeparture: null,
    };
    const stops = [
      { ...stop, pickups: ['hidden'] },
      { ...stop, pickups: ['seen', 'hidden'] },
    ];
    const fleet = {
      vehicles: byId([sampleVehicle()]),
      providers: byId([SAMPLE_PROVIDER]),
      depots: byId([SAMPLE_DEPOT]),
    };
    const view = shiftView(sampleShift(), sampleSchedule({ stops }), fleet, (id) => id === 'seen');
    expect(shiftViewSchema.parse(view)).toEqual(view);
    expect(view.stops.map((each) => each.pickups)).toEqual([[], ['seen']]);
    // 139.8123, 37.5571 to two decimals: within about a kilometre.
    expect(view.stops[0]!.place).toEqual({
      id: 'door',
      name: 'お宅',
      municipality: '07421',
      lon: 139.81,
      lat: 37.56,
    });
    expect(view.stops[1]!.place).toMatchObject({ id: 'door:person-1', lon: 139.8123, lat: 37.5571 });
  });

  it('an event of the log: what happened to which ride, never to whom', () => {
    const view = feedEventView({ ...sampleEvent(), cursor: 'c1' });
    expect(view).toEqual({
      cursor: 'c1',
      name: 'ride:requested',
      at: new Date(SAMPLE_NOW).toISOString(),
      day: SAMPLE_DAY,
      rideId: 'ride-1',
      shiftId: null,
    });
  });

  it('every status of a ride: something to say, and a promise only while it stands', () => {
    for (const status of RIDE_STATUSES) {
      const said = rideSentence(sampleRide({ status }));
      expect(said.ja).not.toBe('');
      expect(said.en).not.toBe('');
      expect({ status, promises: said.ja.includes('午前') }).toEqual({
        status,
        promises: status === 'booked' || status === 'assigned',
      });
    }
  });

  it('moments and days: in local time, as one says them', () => {
    expect(localMoment(SAMPLE_NOW)).toBe('2026-04-06T10:00:00.000+09:00');
    expect(spokenDay(SAMPLE_DAY)).toEqual({ ja: '4月6日月曜日', en: 'Monday 6 April' });
  });
});

describe('problems', () => {
  it('a refusal: code, status, words, field and details', () => {
    const problem = problemOf({ code: 'partyTooLarge', field: 'party', details: { limit: 8 } });
    expect(problemSchema.parse(problem)).toEqual(problem);
    expect(problem).toMatchObject({
      status: 422,
      code: 'partyTooLarge',
      field: 'party',
      details: { limit: 8 },
    });
  });

  it('refusals: 4xx, but for those that are ours', () => {
    expect(statusOf('internalFault')).toBe(500);
    expect(statusOf('busyTryAgain')).toBe(503);
    expect(statusOf('noCapacity')).toBe(422);
    expect(statusOf('offerTaken')).toBe(409);
  });
});

describe('feed questions', () => {
  it('a cursor: told apart by audience and day, nonsense is none', () => {
    const place = { audience: 'console', day: SAMPLE_DAY, log: '1.2~3' } as const;
    expect(parseFeedCursor(formatFeedCursor(place))).toEqual(place);
    expect(parseFeedCursor('crowd~2026-04-06~1')).toBeUndefined();
    expect(parseFeedCursor('')).toBeUndefined();
  });

  it.each(ROLES)('%s: one audience, every other is refused', (role) => {
    const heard = (['console', 'driver', 'rider', 'clinic'] as const).filter(
      (audience) => judgeFeedQuestion(scope(role), { audience }, SAMPLE_NOW).ok,
    );
    expect(heard).toHaveLength(1);
  });

  it('no day: today; a driver: no other day', () => {
    const operator = judgeFeedQuestion(scope('operator'), { audience: 'console' }, SAMPLE_NOW);
    expect(operator).toMatchObject({ ok: true, value: { day: SAMPLE_DAY } });
    const question = { audience: 'driver', day: '2026-04-07' } as const;
    expect(judgeFeedQuestion(scope('driver'), question, SAMPLE_NOW)).toMatchObject({
      ok: false,
      reason: { code: 'notAllowed' },
    });
  });
});
