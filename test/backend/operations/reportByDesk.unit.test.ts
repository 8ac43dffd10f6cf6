import { beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import type { StopWord, StreetReport } from '../../../backend/operations/index.ts';
import { scheduleOf, stopAt } from '../../support/drivenValley.ts';
import { bookValley, DISPATCHER, shiftOf } from '../../support/handMoves.ts';
import { openValley, readValley, VALLEY_DAY, type Valley } from '../../support/smallValley.ts';

const HOUR = 3600;
const MINUTE = 60;
const NINE = 9 * HOUR;

describe('a driver without a device tells the desk by telephone', () => {
  let valley: Valley;
  let ride: Ride;
  beforeEach(async () => {
    valley = await openValley();
    ride = await bookValley(valley);
  });

  const at = (second: number) => valley.clock.moveTo(momentOf(VALLEY_DAY, second));
  const say = (second: number, word: StopWord, minutesAgo = 0, shiftId = shiftOf(1)) => {
    at(second);
    return valley.operations.reportForDriver({ shiftId, word, secondsAgo: minutesAgo * MINUTE }, DISPATCHER);
  };
  const arriveAt = async (second: number, place: string, minutesAgo = 0) =>
    say(second, { type: 'arrive', stopId: (await stopAt(valley, place)).id }, minutesAgo);
  const rideNow = async () => (await readValley(valley)).rides.get(ride.id)!;
  const tap = (id: string, second: number, what: Record<string, string>) => {
    const deviceTime = momentOf(VALLEY_DAY, second);
    const report = { id, shiftId: shiftOf(1), deviceTime, ...what } as unknown as StreetReport;
    return valley.operations.report(report, SYSTEM_ACTOR);
  };
  /** Fetched at A at nine, set down at D half an hour later, all by the desk's word. */
  const carried = async () => {
    const stops = [await stopAt(valley, 'A'), await stopAt(valley, 'D')];
    for (const done of [
      await arriveAt(NINE, 'A'),
      await say(NINE + MINUTE, { type: 'board', rideId: ride.id }),
      await arriveAt(NINE + 30 * MINUTE, 'D'),
      await say(NINE + 31 * MINUTE, { type: 'alight', rideId: ride.id }),
    ]) {
      expect(done).toMatchObject({ ok: true });
    }
    return stops.map(({ id }) => id);
  };

  it('come, in, come, out: ride and stops stand as by the driver’s own taps, and the shift can be ended', async () => {
    await carried();
    expect(await rideNow()).toMatchObject({
      status: 'done',
      performed: { pickup: NINE + MINUTE, dropoff: NINE + 31 * MINUTE },
    });
    expect(valley.violations).toEqual([]);
    expect(await valley.operations.endForDriver(shiftOf(1), DISPATCHER)).toMatchObject({ ok: true });
  });

  it('the log keeps whose word it was', async () => {
    await carried();
    const events = await valley.store.read(SYSTEM_SCOPE, (tables) => tables.events.listByDay(VALLEY_DAY));
    const said = ['StopArrived', 'RiderBoarded', 'RiderAlighted'];
    const actors = events.filter(({ body }) => said.includes(body.type)).map(({ actor }) => actor);
    expect(actors).toEqual(Array(4).fill(DISPATCHER.name));
  });

  it('what the driver tapped without a network comes later: taken for said, ended or not, and changes nothing', async () => {
    const [from, to] = await carried();
    await valley.operations.endForDriver(shiftOf(1), DISPATCHER);
    const before = await readValley(valley);
    const taps = [
      { type: 'arrive', stopId: from! },
      { type: 'board', rideId: ride.id },
      { type: 'depart', stopId: from! },
      { type: 'arrive', stopId: to! },
      { type: 'alight', rideId: ride.id },
      { type: 'endShift' },
    ];
    at(10 * HOUR);
    for (const [i, what] of taps.entries()) {
      expect([what.type, await tap(`late-${i}`, NINE, what)]).toEqual([
        what.type,
        { ok: true, value: 'appliedBefore' },
      ]);
    }
    expect(await readValley(valley)).toEqual(before);
  });

  it('what the driver has tapped meanwhile is refused to the desk by its own name', async () => {
    at(NINE);
    const { id } = await stopAt(valley, 'A');
    expect(await tap('own', NINE, { type: 'arrive', stopId: id })).toMatchObject({ value: 'applied' });
    expect(await say(NINE, { type: 'arrive', stopId: id })).toMatchObject({
      ok: false,
      reason: { code: 'reportedAlready' },
    });
  });

  it('did not come: said once; a tap that says it too is taken for said, one that says otherwise is refused', async () => {
    await arriveAt(NINE, 'A');
    expect(await say(NINE + 20 * MINUTE, { type: 'noShow', rideId: ride.id })).toMatchObject({ ok: true });
    expect((await rideNow()).status).toBe('noShow');
    expect(await tap('too', NINE, { type: 'noShow', rideId: ride.id })).toMatchObject({
      value: 'appliedBefore',
    });
    expect(await tap('otherwise', NINE, { type: 'board', rideId: ride.id })).toMatchObject({ ok: false });
  });

  it('some minutes ago: written so, and never before what was reported last', async () => {
    await arriveAt(NINE + 10 * MINUTE, 'A', 5);
    const { stops } = await scheduleOf(valley);
    expect(stops.find(({ state }) => state === 'arrived')?.performedArrival).toBe(NINE + 5 * MINUTE);
    await say(NINE + 11 * MINUTE, { type: 'board', rideId: ride.id }, 15);
    expect((await rideNow()).performed.pickup).toBe(NINE + 5 * MINUTE);
  });

  it('having come is taken back while nobody got in, as by the driver', async () => {
    const { id } = await stopAt(valley, 'A');
    await arriveAt(NINE, 'A');
    expect(await say(NINE + MINUTE, { type: 'takeBackArrival', stopId: id })).toMatchObject({ ok: true });
    expect((await rideNow()).status).toBe('assigned');
    await arriveAt(NINE + 2 * MINUTE, 'A');
    await say(NINE + 3 * MINUTE, { type: 'board', rideId: ride.id });
    expect(await say(NINE + 4 * MINUTE, { type: 'takeBackArrival', stopId: id })).toMatchObject({
      reason: { code: 'commandOutOfOrder' },
    });
  });

  it('out of order, of no stop, of no shift: refused, each by its name', async () => {
    const code = async (said: ReturnType<typeof say>) => {
      const outcome = await said;
      return outcome.ok ? null : outcome.reason.code;
    };
    expect(await code(say(NINE, { type: 'alight', rideId: ride.id }))).toBe('commandOutOfOrder');
    expect(await code(say(NINE, { type: 'arrive', stopId: 'stop:99' }))).toBe('staleVersion');
    expect(await code(say(NINE, { type: 'board', rideId: 'ride:99' }))).toBe('unknownRide');
    expect(await code(say(NINE, { type: 'board', rideId: ride.id }, 0, 'shift:none'))).toBe('unknownShift');
  });
});
