import { describe, expect, it } from 'vitest';
import { japaneseHolidays } from '../../../../backend/adapters/system/japaneseHolidays.ts';
import {
  createCallDesk,
  createStandingDesk,
  createWaitlist,
  type StandingDesk,
} from '../../../../backend/booking/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { placeSaidOf } from '../../../../backend/domain/ride/placeSaidOf.ts';
import type { Ride } from '../../../../backend/domain/ride/ride.ts';
import type { StandingOrder } from '../../../../backend/domain/standingOrder/standingOrder.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { sampleWish } from '../../../support/sampleSeries.ts';
import { openValley, type Valley, type ValleyGiven, valleyRequest } from '../../../support/smallValley.ts';

/** The valley's services take bookings 14 days ahead: from Wednesday 10 June to Wednesday 24 June. */
async function openDesk(given: ValleyGiven = {}): Promise<{ valley: Valley; desk: StandingDesk }> {
  const valley = await openValley(given);
  const { store, clock, dispatch, ids } = valley;
  const world = { store, clock, planning: dispatch, ids, holidays: japaneseHolidays };
  return { valley, desk: createStandingDesk(world) };
}

async function create(desk: StandingDesk, wish = sampleWish()): Promise<StandingOrder> {
  const created = await desk.create('person-1', 'phone', wish, [], SYSTEM_ACTOR);
  if (!created.ok) throw new Error(created.reason.code);
  return created.value;
}

async function ridesOf({ store }: Valley): Promise<readonly Ride[]> {
  const rides = await store.read(SYSTEM_SCOPE, (tables) =>
    tables.rides.listByPerson('person-1', '2026-06-01', '2026-12-31'),
  );
  return rides.filter(({ status }) => status === 'assigned');
}

const openCalls = ({ store }: Valley) => store.read(SYSTEM_SCOPE, (tables) => tables.callBacks.listOpen());
const daysOf = (rides: readonly Ride[]) => [...new Set(rides.map(({ day }) => day))].sort();

describe('rides of a standing order', () => {
  it('generated for the horizon: there and home on every date, and nothing more the second time', async () => {
    const { valley, desk } = await openDesk();
    await create(desk);
    // Friday 12, Monday 15, Wednesday 17, Friday 19, Monday 22, Wednesday 24: six dates, twelve rides.
    expect(await desk.generateAll()).toMatchObject({ orders: 1, booked: 12, refused: 0 });
    const rides = await ridesOf(valley);
    expect(daysOf(rides)).toEqual([
      '2026-06-12',
      '2026-06-15',
      '2026-06-17',
      '2026-06-19',
      '2026-06-22',
      '2026-06-24',
    ]);
    expect(rides.filter(({ from }) => from.id === 'D')).toHaveLength(6);
    expect(await desk.generateAll()).toMatchObject({ booked: 0, withdrawn: 0 });
    expect(await ridesOf(valley)).toHaveLength(12);
  });

  it('missed nights: made up for at the next run', async () => {
    const { valley, desk } = await openDesk();
    await create(desk);
    await desk.generateAll();
    valley.clock.moveTo(momentOf('2026-06-16', 2 * 3600));
    // Until 30 June: Friday 26 and Monday 29 are new.
    expect(await desk.generateAll()).toMatchObject({ booked: 4 });
  });

  it('the series changes: untouched rides follow; a ridden, a cancelled and an excepted date stay', async () => {
    const { valley, desk } = await openDesk();
    const order = await create(desk);
    const set = { day: '2026-06-15', kind: 'skip' } as const;
    const skipped = await desk.change(order.id, 1, { exception: { day: set.day, set } }, SYSTEM_ACTOR);
    await desk.generateAll();
    const byHand = (await ridesOf(valley)).find(({ day, from }) => day === '2026-06-19' && from.id === 'A')!;
    await valley.booking.cancel(byHand.id, 'riderUnwell', SYSTEM_ACTOR);
    const wish = { ...sampleWish(), outbound: { kind: 'arriveBy' as const, second: 10 * 3600 } };
    const changed = await desk.change(order.id, 2, { wish }, SYSTEM_ACTOR);
    if (!skipped.ok || !changed.ok) throw new Error('refused');
    expect(changed.value.exceptions).toEqual([{ day: '2026-06-15', kind: 'skip' }]);
    // Four ways there are made anew: 12, 17, 22 and 24; the 15th is left out, the 19th was cancelled by hand.
    expect(await desk.generate(changed.value)).toMatchObject({ withdrawn: 4, booked: 4 });
    const rides = await ridesOf(valley);
    const there = rides.filter(({ from }) => from.id === 'A');
    expect(daysOf(there)).toEqual(['2026-06-12', '2026-06-17', '2026-06-22', '2026-06-24']);
    expect(there.every(({ requested }) => requested.second === 36_000)).toBe(true);
    expect(daysOf(rides.filter(({ from }) => from.id === 'D'))).not.toContain('2026-06-15');
  });

  it('the order ends: the rides still to come are taken back; taken up again they are there again', async () => {
    const { valley, desk } = await openDesk();
    const order = await create(desk);
    await desk.generateAll();
    const ended = await desk.change(order.id, 1, { state: 'ended' }, SYSTEM_ACTOR);
    if (!ended.ok) throw new Error('refused');
    expect(await desk.generateAll()).toMatchObject({ withdrawn: 12, booked: 0 });
    expect(await ridesOf(valley)).toEqual([]);
    await desk.change(order.id, 2, { state: 'active' }, SYSTEM_ACTOR);
    expect(await desk.generateAll()).toMatchObject({ withdrawn: 0, booked: 12 });
  });

  it('a date that cannot be planned: a call with its reason, once, and no second try at night', async () => {
    // The only vehicle is on duty until ten: nobody can be fetched at noon.
    const { valley, desk } = await openDesk({ shift: { start: 7 * 3600, end: 10 * 3600 } });
    await create(desk, { ...sampleWish(), recurrence: { ...sampleWish().recurrence, weekdays: [5] } });
    expect(await desk.generateAll()).toMatchObject({ booked: 2, refused: 2 });
    const calls = await openCalls(valley);
    expect(calls.map(({ reason, day, rejection }) => [reason, day, rejection])).toEqual([
      ['standingNotPlanned', '2026-06-12', 'noVehicleOnDuty'],
      ['standingNotPlanned', '2026-06-19', 'noVehicleOnDuty'],
    ]);
    expect(await desk.generateAll()).toMatchObject({ booked: 0, refused: 0 });
    expect(await openCalls(valley)).toHaveLength(2);
  });

  it('a date that could not be planned, another time taken in the call: a ride of that date, no second one at night', async () => {
    const { valley, desk } = await openDesk({ shift: { start: 7 * 3600, end: 10 * 3600 } });
    const weekly = { ...sampleWish(), recurrence: { ...sampleWish().recurrence, weekdays: [5] } };
    const order = await create(desk, weekly);
    await desk.generateAll();
    const { store, clock, dispatch, ids } = valley;
    const world = { store, clock, planning: dispatch, ids };
    const calls = createCallDesk(world, createWaitlist(world));
    const hand = { accountId: 'desk', displayName: '受付' };
    const [call] = await openCalls(valley);
    await calls.take(call!.id, hand, SYSTEM_ACTOR);
    const early = { kind: 'departAfter', second: 8.5 * 3600 } as const;
    const others = await calls.findOthers(call!.id, early, hand, SYSTEM_ACTOR);
    if (!others.ok) throw new Error(others.reason.rejection.code);
    const offerId = others.value.offers[0]!.id;
    const said = { outcome: 'tookOther', offerId } as const;
    expect((await calls.record(call!.id, said, hand, SYSTEM_ACTOR)).ok).toBe(true);
    const taken = (await ridesOf(valley)).find(({ id }) => id === others.value.ride.id);
    expect(taken).toMatchObject({ day: '2026-06-12', status: 'assigned', requested: early });
    expect(await desk.generateAll()).toMatchObject({ booked: 0, refused: 0, withdrawn: 0 });
    expect(await openCalls(valley)).toHaveLength(1);
    const madeOn = async () => {
      const dates = await desk.dates(order, '2026-06-12', 0, SYSTEM_ACTOR);
      if (!dates.ok) throw new Error(dates.reason.code);
      return dates.value[0]!.made.find(({ entry }) => entry.leg === leg)?.entry;
    };
    const leg = call!.subject.endsWith('homeward') ? 'homeward' : 'outbound';
    expect(await madeOn()).toMatchObject({ state: 'booked', rideId: taken!.id });
    // Taken back: the date is as it was before the call, and the call is owed again.
    expect((await calls.undo(call!.id, hand, SYSTEM_ACTOR)).ok).toBe(true);
    expect(await madeOn()).toMatchObject({ state: 'refused', rideId: null, reason: 'noVehicleOnDuty' });
    expect(await openCalls(valley)).toHaveLength(2);
    expect(await ridesOf(valley)).not.toContainEqual(expect.objectContaining({ id: taken!.id }));
    const again = await calls.findOthers(call!.id, early, hand, SYSTEM_ACTOR);
    if (!again.ok) throw new Error(again.reason.rejection.code);
    const saidAgain = { outcome: 'tookOther', offerId: again.value.offers[0]!.id } as const;
    expect((await calls.record(call!.id, saidAgain, hand, SYSTEM_ACTOR)).ok).toBe(true);
    expect(await madeOn()).toMatchObject({ state: 'booked', rideId: again.value.ride.id });
  });

  it('a preview: dates with reasons, nothing written', async () => {
    const { valley, desk } = await openDesk({
      rules: { closedPeriods: [{ name: 'お盆', nameEn: 'Obon', from: '2026-08-13', to: '2026-08-16' }] },
    });
    const preview = await desk.preview(
      { ...sampleWish(), personId: 'person-1', orderId: null, exceptions: [] },
      '2026-08-12',
      5,
      SYSTEM_ACTOR,
    );
    if (!preview.ok) throw new Error('refused');
    const told = preview.value.map(({ occurrence }) => [occurrence.day, occurrence.reasonName?.ja ?? null]);
    expect(told).toEqual([
      ['2026-08-12', null],
      ['2026-08-14', 'お盆'],
      ['2026-08-17', null],
    ]);
    expect(await ridesOf(valley)).toEqual([]);
  });

  it('a date changed by hand, twice: shown as the ride that stands, touched, and left alone by the next night', async () => {
    const { valley, desk } = await openDesk();
    const order = await create(desk);
    await desk.generateAll();
    const ride = (await ridesOf(valley)).find(({ day, from }) => day === '2026-06-12' && from.id !== 'D')!;
    const changeTo = async (hour: number, replaces: string) => {
      const asked = await valley.booking.request(
        valleyRequest({
          from: placeSaidOf(ride.from, 'person-1')!,
          day: ride.day,
          requested: { kind: 'departAfter', second: hour * 3600 },
          replaces,
        }),
        SYSTEM_ACTOR,
      );
      if (!asked.ok) throw new Error(asked.reason.rejection.code);
      const changed = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
      if (!changed.ok) throw new Error(changed.reason.code);
      return changed.value.id;
    };
    const draft = { ...sampleWish(), personId: 'person-1', orderId: order.id, exceptions: [] };
    const shown = async () => {
      const preview = await desk.preview(draft, '2026-06-12', 1, SYSTEM_ACTOR);
      if (!preview.ok) throw new Error('refused');
      return preview.value[0]!.made.find(({ entry }) => entry.leg === 'outbound');
    };
    const once = await changeTo(8, ride.id);
    const twice = await changeTo(8.5, once);
    expect(await shown()).toMatchObject({ isTouched: true, ride: { id: twice, status: 'assigned' } });
    // The last change is taken back, and another one made of what stands then.
    expect((await valley.booking.undoBooking(twice, SYSTEM_ACTOR)).ok).toBe(true);
    expect(await shown()).toMatchObject({ isTouched: true, ride: { id: once, status: 'assigned' } });
    const instead = await changeTo(9, once);
    expect(await shown()).toMatchObject({ isTouched: true, ride: { id: instead, status: 'assigned' } });
    expect(await desk.generateAll()).toMatchObject({ booked: 0, withdrawn: 0 });
  });

  it('a preview of a change: what was made of the dates, and what was done to it by hand', async () => {
    const { valley, desk } = await openDesk();
    const order = await create(desk);
    await desk.generateAll();
    const [first] = (await ridesOf(valley)).filter(({ day }) => day === '2026-06-12');
    await valley.booking.cancel(first!.id, 'riderUnwell', SYSTEM_ACTOR);
    const draft = { ...sampleWish(), personId: 'person-1', orderId: order.id, exceptions: [] };
    const preview = await desk.preview(draft, '2026-06-12', 4, SYSTEM_ACTOR);
    if (!preview.ok) throw new Error('refused');
    const told = preview.value.map(({ made }) =>
      made.map(({ entry, ride, isTouched }) => [entry.leg, ride?.status, isTouched]),
    );
    expect(told).toEqual([
      [
        ['homeward', 'assigned', false],
        ['outbound', 'cancelled', true],
      ],
      [
        ['homeward', 'assigned', false],
        ['outbound', 'assigned', false],
      ],
    ]);
  });

  it('other times on one date: its rides follow, and the exception outlives a change of the series', async () => {
    const { valley, desk } = await openDesk();
    const order = await create(desk);
    await desk.generateAll();
    const later = { kind: 'arriveBy' as const, second: 11 * 3600 };
    const exception = { day: '2026-06-15', kind: 'times' as const, outbound: later, homeward: null };
    const kept = await desk.change(
      order.id,
      1,
      { exception: { day: '2026-06-15', set: exception } },
      SYSTEM_ACTOR,
    );
    if (!kept.ok) throw new Error(kept.reason.code);
    // The way there is made anew at eleven, the way home goes.
    expect(await desk.generate(kept.value)).toMatchObject({ withdrawn: 2, booked: 1 });
    const onThatDay = async () =>
      (await ridesOf(valley)).filter(({ day }) => day === '2026-06-15').map(({ requested }) => requested);
    expect(await onThatDay()).toEqual([later]);
    const earlier = { ...sampleWish(), outbound: { kind: 'arriveBy' as const, second: 8 * 3600 } };
    const changed = await desk.change(order.id, 2, { wish: earlier }, SYSTEM_ACTOR);
    if (!changed.ok) throw new Error(changed.reason.code);
    await desk.generate(changed.value);
    expect(await onThatDay()).toEqual([later]);
  });

  it('times of one date that cross: refused, also when a change of the series makes them cross', async () => {
    const { valley, desk } = await openDesk();
    const order = await create(desk);
    const at = (second: number) => ({ kind: 'arriveBy' as const, second });
    const crossed = { day: '2026-06-15', kind: 'times' as const, outbound: at(13 * 3600) };
    expect(
      await desk.change(order.id, 1, { exception: { day: '2026-06-15', set: crossed } }, SYSTEM_ACTOR),
    ).toMatchObject({
      reason: { code: 'exceptionHomeTooEarly', details: { day: '2026-06-15' } },
    });
    const fine = { ...crossed, outbound: at(11 * 3600) };
    await desk.change(order.id, 1, { exception: { day: '2026-06-15', set: fine } }, SYSTEM_ACTOR);
    // All or nothing: a good series does not go in with an exception that is refused.
    const both = { wish: sampleWish({ note: 'x' }), exception: { day: '2026-06-15', set: crossed } };
    expect((await desk.change(order.id, 2, both, SYSTEM_ACTOR)).ok).toBe(false);
    expect(
      await valley.store.read(SYSTEM_SCOPE, ({ standingOrders }) => standingOrders.find(order.id)),
    ).toMatchObject({ revision: 2, note: sampleWish().note });
    const soonHome = { ...sampleWish(), homeward: at(10 * 3600) };
    expect(await desk.change(order.id, 2, { wish: soonHome }, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'exceptionHomeTooEarly' },
    });
  });

  it.each([
    ['no weekday', { recurrence: { ...sampleWish().recurrence, weekdays: [] } }, 'noWeekdayChosen'],
    [
      'an end before the start',
      { recurrence: { ...sampleWish().recurrence, endDay: '2026-06-01' } },
      'endsBeforeItBegins',
    ],
    ['home before there', { homeward: { kind: 'departAfter', second: 30_000 } }, 'homewardTooEarly'],
    ['the same place', { to: { kind: 'boardingPoint', id: 'A' } }, 'samePlace'],
    ['moving without a weekday', { holidayRule: 'move' }, 'noWeekdayChosen'],
  ] as const)('%s: refused at its field, nothing kept', async (_, given, code) => {
    const { valley, desk } = await openDesk();
    const created = await desk.create('person-1', 'phone', sampleWish(given), [], SYSTEM_ACTOR);
    expect(created).toMatchObject({ ok: false, reason: { code } });
    const kept = await valley.store.read(SYSTEM_SCOPE, (tables) =>
      tables.standingOrders.listByPerson('person-1'),
    );
    expect(kept).toEqual([]);
  });

  it('somebody else changed it meanwhile: told so, nothing overwritten', async () => {
    const { desk } = await openDesk();
    const order = await create(desk);
    await desk.change(order.id, 1, { state: 'ended' }, SYSTEM_ACTOR);
    expect(await desk.change(order.id, 1, { wish: sampleWish({ note: 'x' }) }, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'staleVersion' },
    });
  });
});
