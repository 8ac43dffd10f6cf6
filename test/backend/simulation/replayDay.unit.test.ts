import { describe, expect, it } from 'vitest';
import { createBooking } from '../../../backend/booking/index.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { type PlannedCall, replayDay, STEADY_PACE, variedPace } from '../../../backend/simulation/index.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  VALLEY_POINTS,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

/** Twelve callers through the morning, from and to points all along the valley. */
function morningCalls(): PlannedCall[] {
  return Array.from({ length: 12 }, (_, i) => {
    const from = VALLEY_POINTS[i % 6]!;
    const to = VALLEY_POINTS[(i * 5 + 2) % 6]!;
    const input = valleyRequest({
      personId: `person-${i + 1}`,
      from: { kind: 'boardingPoint', id: from },
      to: { kind: 'boardingPoint', id: to === from ? VALLEY_POINTS[(i + 1) % 6]! : to },
      requested: { kind: 'departAfter', second: 9 * 3600 + i * 900 },
    });
    return { at: momentOf(VALLEY_DAY, 7 * 3600 + i * 700), input, cancelAfterSeconds: i === 4 ? 900 : null };
  });
}

async function play(seed: number | null) {
  const valley = await openValley({ people: valleyPeople(12), configurations: [[[8, 0, 0]], [[4, 0, 0]]] });
  const { store, clock, operations } = valley;
  const booking = createBooking({ store, planning: valley.dispatch, clock, ids: valley.ids });
  const pace = seed === null ? STEADY_PACE : variedPace(seed);
  await replayDay({ store, booking, operations }, clock, VALLEY_DAY, morningCalls(), pace, () => {});
  return { valley, ...(await readValley(valley)) };
}

describe('replayDay', () => {
  it('drivers who keep to the plan: every ride ends, every promise is kept, the checker finds nothing', async () => {
    const { rides, schedules, valley } = await play(null);
    expect(rides.size).toBe(12);
    for (const ride of rides.values()) {
      expect([ride.id, ride.status]).toEqual([ride.id, ride.id === 'ride:5' ? 'cancelled' : 'done']);
      if (ride.status !== 'done') continue;
      expect(ride.performed.pickup).toBeLessThanOrEqual(ride.promise!.pickup.latest);
      expect(ride.performed.pickup).toBeGreaterThanOrEqual(ride.promise!.pickup.earliest);
      expect(ride.performed.dropoff).toBeLessThanOrEqual(ride.promise!.dropoff.latest);
    }
    const open = schedules.flatMap((schedule) => schedule.stops.filter((stop) => stop.state !== 'departed'));
    expect(open).toEqual([]);
    expect(valley.violations).toEqual([]);
  });

  it('a way home on call: the rider rings when expected, is fetched, and everybody gets home', async () => {
    const valley = await openValley();
    const { store, clock, operations, booking } = valley;
    const there = valleyRequest();
    const home = valleyRequest({ requested: { kind: 'departAfter', second: 11 * 3600 } });
    const at = momentOf(VALLEY_DAY, 7 * 3600);
    const calls: PlannedCall[] = [
      { at, input: there, cancelAfterSeconds: null },
      { at: at + 1, input: home, cancelAfterSeconds: null, home: 'onCall' },
    ];
    await replayDay({ store, booking, operations }, clock, VALLEY_DAY, calls, STEADY_PACE, () => {});
    const rides = [...(await readValley(valley)).rides.values()];
    expect(rides.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(rides[1]).toMatchObject({ returnOf: rides[0]!.id, willCall: { readyBy: 'phone' } });
    expect(rides[1]!.willCall!.readyAt).toBe(momentOf(VALLEY_DAY, 11 * 3600));
    expect(rides[1]!.performed.pickup! - 11 * 3600).toBeLessThanOrEqual(1800);
  });

  it('a way home on call at night: nobody comes, the rider rings again, and the night closes it', async () => {
    const valley = await openValley();
    const { store, clock, operations, booking } = valley;
    const at = momentOf(VALLEY_DAY, 7 * 3600);
    const late = valleyRequest({ requested: { kind: 'departAfter', second: 17 * 3600 + 3300 } });
    const calls: PlannedCall[] = [
      { at, input: valleyRequest(), cancelAfterSeconds: null },
      { at: at + 1, input: late, cancelAfterSeconds: null, home: 'onCall' },
    ];
    await replayDay({ store, booking, operations }, clock, VALLEY_DAY, calls, STEADY_PACE, () => {});
    const { rides, events } = await readValley(valley);
    expect([...rides.values()].map(({ status }) => status)).toEqual(['done', 'willCall']);
    expect(events.filter((type) => type === 'WillCallActivated').length).toBeGreaterThan(1);
    expect(await booking.closeDay(VALLEY_DAY)).toBe(1);
  });

  it('the same seed twice: the same day to the last event', async () => {
    const [one, two] = [await play(7), await play(7)];
    expect({ rides: two.rides, schedules: two.schedules, events: two.events }).toEqual({
      rides: one.rides,
      schedules: one.schedules,
      events: one.events,
    });
  });

  it('another seed: other drivers', async () => {
    const [one, two] = [await play(7), await play(8)];
    expect([...two.rides.values()].map((ride) => ride.performed)).not.toEqual(
      [...one.rides.values()].map((ride) => ride.performed),
    );
  });
});
