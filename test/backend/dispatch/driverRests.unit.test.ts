import { describe, expect, it } from 'vitest';
import { DayDesk } from '../../../backend/dispatch/dayDesk.ts';
import { emptySchedule } from '../../../backend/dispatch/daySnapshot.ts';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import type { ShiftSchedule } from '../../../backend/domain/schedule/shiftSchedule.ts';
import { addDays, momentOf } from '../../../backend/domain/units/time.ts';
import { bookValley } from '../../support/handMoves.ts';
import {
  openValley,
  StraightRoadMatrix,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
} from '../../support/smallValley.ts';

const HOUR = 3600;
const MINUTE = 60;
const NEXT_DAY = addDays(VALLEY_DAY, 1);

/** Every day one driver is on duty from 6:00 to `end`, and riders are carried in all of that. */
async function openLate(end: number): Promise<Valley> {
  const open = [{ earliest: 6 * HOUR, latest: 22 * HOUR }];
  const hours = [open, open, open, open, open, open, open] as const;
  const shift = { start: 6 * HOUR, end };
  const valley = await openValley({ people: valleyPeople(3), shift, rules: { hours } });
  await valley.dispatch.openDay(NEXT_DAY);
  return valley;
}

/** From B, five minutes from the depot, to D on the next day; the best offer taken. */
function bookNextDay(valley: Valley, person: number, second: number): Promise<Ride> {
  return bookValley(valley, { day: NEXT_DAY, person, from: 'B', second });
}

async function scheduleOf(valley: Valley): Promise<ShiftSchedule> {
  return valley.store.read(
    SYSTEM_SCOPE,
    async ({ days }) => (await days.listSchedules(NEXT_DAY)).find(({ stops }) => stops.length > 0)!,
  );
}

/** Writes when the driver comes home on the evening before, as a change of that day's plan does. */
async function comeHome(valley: Valley, given: Pick<ShiftSchedule, 'finish' | 'ended'>): Promise<void> {
  await valley.store.write(SYSTEM_SCOPE, async ({ days, fleet }) => {
    const [shift] = await fleet.listShifts(VALLEY_DAY);
    await days.saveSchedules([{ ...emptySchedule(shift!), ...given }]);
    await days.advance(VALLEY_DAY, await days.version(VALLEY_DAY));
  });
}

describe('a driver who comes home late', () => {
  it('at 22:30, and is on duty at 6:00: leaves at 7:30 at the soonest', async () => {
    const valley = await openLate(22.5 * HOUR);
    const ride = await bookNextDay(valley, 1, 7 * HOUR);
    // 22:30 + 9 h = 7:30; 5 min to B
    expect(ride.promise!.pickup.latest).toBeGreaterThanOrEqual(7 * HOUR + 35 * MINUTE);
    const { departure, stops } = await scheduleOf(valley);
    expect(departure).toBeGreaterThanOrEqual(7.5 * HOUR);
    expect(stops[0]!.start).toBeGreaterThanOrEqual(7 * HOUR + 35 * MINUTE);
    expect(valley.violations).toEqual([]);
  });

  it('at 21:00: rested when the shift begins', async () => {
    const valley = await openLate(21 * HOUR);
    await bookNextDay(valley, 1, 6 * HOUR + 10 * MINUTE);
    expect((await scheduleOf(valley)).departure).toBeLessThan(6.5 * HOUR);
  });

  it('until then nobody is fetched, and the reason is the driver’s rest', async () => {
    const valley = await openLate(23.5 * HOUR);
    // rested at 8:30; whoever asks for 6:10 is offered up to an hour later
    await expect(bookNextDay(valley, 1, 6 * HOUR + 10 * MINUTE)).rejects.toThrow('driversNeedTheirBreaks');
  });

  it('ended early after all: planned from the shift’s start on, by a desk that knew the day before otherwise', async () => {
    const valley = await openLate(23.5 * HOUR);
    await bookNextDay(valley, 1, 9 * HOUR);
    await comeHome(valley, { finish: 20 * HOUR, ended: 20 * HOUR });
    await bookNextDay(valley, 2, 6 * HOUR + 10 * MINUTE);
    expect((await scheduleOf(valley)).departure).toBeLessThan(6.5 * HOUR);
  });

  it('rested only after the next shift is over: nobody is given to it', async () => {
    const valley = await openLate(12 * HOUR);
    // 28:00 + 9 h − 24 h = 13:00
    await comeHome(valley, { finish: 28 * HOUR });
    await expect(bookNextDay(valley, 1, 9 * HOUR)).rejects.toThrow('driversNeedTheirBreaks');
  });

  it('after the next morning was promised: what is promised stays, and nothing is planned before it', async () => {
    const valley = await openLate(21 * HOUR);
    const ride = await bookNextDay(valley, 1, 6.5 * HOUR);
    const { departure } = await scheduleOf(valley);
    await comeHome(valley, { finish: 24 * HOUR });
    await bookNextDay(valley, 2, 6 * HOUR + 5 * MINUTE);
    const after = await scheduleOf(valley);
    expect(after.departure).toBeGreaterThanOrEqual(departure);
    const stored = await valley.store.read(SYSTEM_SCOPE, ({ rides }) => rides.listByDay(NEXT_DAY));
    expect(stored.find(({ id }) => id === ride.id)?.promise).toEqual(ride.promise);
    expect(valley.violations).toEqual([]);
  });
});

describe('the desk’s picture of a day', () => {
  it('the day before moves: its rests are read anew, the rest stays as it is at hand', async () => {
    const valley = await openLate(21 * HOUR);
    const desk = new DayDesk({
      store: valley.store,
      matrix: new StraightRoadMatrix(),
      clock: valley.clock,
      ids: valley.ids,
      weights: { excessRideHour: 1200, waitHour: 600 },
      onPlanChecked: () => undefined,
    });
    valley.clock.moveTo(momentOf(VALLEY_DAY, 20 * HOUR));
    const before = await desk.snapshot(NEXT_DAY);
    expect([...before.rests.restedFrom.values()]).toEqual([]);
    expect(await desk.snapshot(NEXT_DAY)).toBe(before);
    await comeHome(valley, { finish: 22 * HOUR });
    const after = await desk.snapshot(NEXT_DAY);
    // 22:00 + 9 h
    expect([...after.rests.restedFrom.values()]).toEqual([7 * HOUR]);
    expect(after.shifts).toBe(before.shifts);
  });
});
