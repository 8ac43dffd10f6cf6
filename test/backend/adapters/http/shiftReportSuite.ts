import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type DeskReport,
  deskReportAnswerSchema,
  type FeedSnapshot,
} from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { Shift } from '../../../../backend/domain/fleet/fleet.ts';
import type { Ride } from '../../../../backend/domain/ride/ride.ts';
import { addDays, momentOf } from '../../../../backend/domain/units/time.ts';
import { bookFirstOffer } from '../../../support/bookFromHome.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import type { House } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

/** Reporting for drivers over HTTP, the same on every store. */
export function shiftReportSuite(open: () => Promise<House>): void {
  let house: House;
  let dispatcher: HouseClient;
  let ride: Ride;
  let shift: Shift;
  let others: readonly Shift[];

  beforeAll(async () => {
    house = await open();
    dispatcher = await house.signIn({ role: 'dispatcher', displayName: '配車 花子' });
    ride = (await bookFirstOffer(house, { personId: house.town.people[0]!.id }))!;
    const shifts = await house.store.read(SYSTEM_SCOPE, ({ fleet }) => fleet.listShifts(TOWN_DAY));
    shift = shifts.find(({ id }) => id === ride.shiftId)!;
    others = shifts.filter(({ providerId }) => providerId !== shift.providerId);
    house.clock.moveTo(momentOf(TOWN_DAY, ride.scheduled.pickup!));
  });
  afterAll(() => house.close());

  const say = (report: unknown, by = dispatcher, id = shift.id, headers?: Record<string, string>) =>
    by.post(`/api/v1/shifts/${id}/reports`, report, headers);
  const code = async (sent: ReturnType<typeof say>) => {
    const { status, body } = await sent;
    return [status, body.code];
  };
  const stopOf = async (end: 'pickups' | 'dropoffs') => {
    const feed = await dispatcher.get(`/api/v1/feed?audience=console&day=${TOWN_DAY}`);
    const { stops } = (feed.body as FeedSnapshot).shifts.find(({ id }) => id === shift.id)!;
    return stops.find((stop) => stop[end].includes(ride.id))!;
  };
  const arrive = async (end: 'pickups' | 'dropoffs'): Promise<DeskReport> => ({
    type: 'stop:arrive',
    stopId: (await stopOf(end)).id,
    minutesAgo: 0,
  });
  const status = async () => (await dispatcher.get(`/api/v1/rides/${ride.id}`)).body.ride.status;

  it('telephone desk, driver, dispatchers of another company may not', async () => {
    const { vehicleId, providerId } = shift;
    const driver = await house.signIn({ role: 'driver', vehicleId, providerId });
    const operator = await house.signIn({ role: 'operator' });
    const foreign = await house.signIn({ role: 'dispatcher', providerId: others[0]!.providerId });
    const report = await arrive('pickups');
    for (const by of [operator, driver, foreign]) {
      expect(await code(say(report, by))).toEqual([403, 'notAllowed']);
    }
    expect(await status()).toBe('assigned');
  });

  it('what makes no sense, of no shift, of tomorrow: refused in words', async () => {
    await house.stages.dispatch.openDay(addDays(TOWN_DAY, 1));
    const [tomorrow] = await house.store.read(SYSTEM_SCOPE, ({ fleet }) =>
      fleet.listShifts(addDays(TOWN_DAY, 1)),
    );
    const report = await arrive('pickups');
    for (const bad of [{}, { ...report, minutesAgo: 61 }, { ...report, type: 'shift:end' }]) {
      expect(await code(say(bad))).toEqual([400, 'malformedInput']);
    }
    expect(await code(say(report, dispatcher, 'shift:none'))).toEqual([404, 'unknownShift']);
    expect(await code(say(report, dispatcher, tomorrow!.id))).toEqual([409, 'shiftNotToday']);
    const out = { type: 'ride:alight', rideId: ride.id, minutesAgo: 0 };
    expect(await code(say(out))).toEqual([409, 'commandOutOfOrder']);
  });

  it('by a dispatcher of the same company, once under its key: come, taken back, come, in, come, out', async () => {
    const own = await house.signIn({ role: 'dispatcher', providerId: shift.providerId });
    const key = { 'Idempotency-Key': 'come-once' };
    const come = await arrive('pickups');
    const first = await say(come, own, shift.id, key);
    expect(deskReportAnswerSchema.parse(first.body).shiftId).toBe(shift.id);
    expect((await say(come, own, shift.id, key)).body).toEqual(first.body);
    expect(await code(say(come, own))).toEqual([409, 'reportedAlready']);
    expect(await status()).toBe('vehicleArrived');
    expect((await say({ ...come, type: 'stop:takeBackArrival' }, own)).status).toBe(200);
    expect(await status()).toBe('assigned');
    await say(await arrive('pickups'), own);
    expect((await say({ type: 'ride:board', rideId: ride.id, minutesAgo: 0 }, own)).status).toBe(200);
    expect(await status()).toBe('onBoard');
    house.clock.moveTo(momentOf(TOWN_DAY, ride.scheduled.dropoff!));
    expect((await say(await arrive('dropoffs'), own)).status).toBe(200);
    expect((await say({ type: 'ride:alight', rideId: ride.id, minutesAgo: 0 }, own)).status).toBe(200);
    expect(await status()).toBe('done');
  });
}
