import { describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { bookValley } from '../../support/handMoves.ts';
import { openValley, readValley, VALLEY_DAY, type Valley, valleyPeople } from '../../support/smallValley.ts';

/** From B to D. */
async function book(valley: Valley, person: number): Promise<string> {
  return (await bookValley(valley, { person, from: 'B' })).id;
}

describe('a stop at which the vehicle stands', () => {
  it('somebody else books from there: the vehicle is there for them, and the driver takes both and drives on', async () => {
    const booking = { noticeSeconds: 60, firstRunsUntil: null, cutoffSecond: null, horizonDays: 14 };
    const valley = await openValley({ people: valleyPeople(2), rules: { booking } });
    const first = await book(valley, 1);
    const { schedules } = await readValley(valley);
    const { shiftId, stops } = schedules[0]!;
    const stopId = stops[0]!.id;
    // The first ride is wished for 9:00 at B; the driver is there ten minutes before, and waits.
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9 * 3600 - 600));
    let reports = 0;
    const tap = async (
      report:
        | { readonly type: 'arrive' | 'depart'; readonly stopId: string }
        | { readonly type: 'board'; readonly rideId: string },
    ) => {
      reports += 1;
      const about = { id: `tap-${reports}`, shiftId, deviceTime: valley.clock.now() };
      return valley.operations.report({ ...about, ...report }, SYSTEM_ACTOR);
    };
    expect(await tap({ type: 'arrive', stopId })).toEqual({ ok: true, value: 'applied' });
    const second = await book(valley, 2);
    const after = await readValley(valley);
    expect(after.schedules[0]!.stops[0]!.pickups.toSorted()).toEqual([first, second].toSorted());
    expect(after.rides.get(second)!.status).toBe('vehicleArrived');
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9 * 3600 + 60));
    expect(await tap({ type: 'board', rideId: first })).toEqual({ ok: true, value: 'applied' });
    expect(await tap({ type: 'board', rideId: second })).toEqual({ ok: true, value: 'applied' });
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9 * 3600 + 180));
    expect(await tap({ type: 'depart', stopId })).toEqual({ ok: true, value: 'applied' });
    expect(valley.violations).toEqual([]);
  });

  it('and takes it back at once: the driver waits for the first alone, and boards them', async () => {
    const booking = { noticeSeconds: 60, firstRunsUntil: null, cutoffSecond: null, horizonDays: 14 };
    const valley = await openValley({ people: valleyPeople(2), rules: { booking } });
    const first = await book(valley, 1);
    const { shiftId, stops } = (await readValley(valley)).schedules[0]!;
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9 * 3600 - 600));
    const about = { shiftId, deviceTime: valley.clock.now() };
    const arrive = { ...about, id: 'tap-1', type: 'arrive', stopId: stops[0]!.id } as const;
    expect((await valley.operations.report(arrive, SYSTEM_ACTOR)).ok).toBe(true);
    const second = await book(valley, 2);
    const undone = await valley.booking.undoBooking(second, SYSTEM_ACTOR);
    expect(undone).toMatchObject({ ok: true, value: { ride: { status: 'offered', shiftId: null } } });
    const after = await readValley(valley);
    expect(after.schedules[0]!.stops[0]!.pickups).toEqual([first]);
    expect(after.rides.get(first)!.status).toBe('vehicleArrived');
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9 * 3600 + 60));
    const board = { ...about, id: 'tap-2', type: 'board', rideId: first } as const;
    expect(await valley.operations.report(board, SYSTEM_ACTOR)).toEqual({ ok: true, value: 'applied' });
    expect(valley.violations).toEqual([]);
  });
});
