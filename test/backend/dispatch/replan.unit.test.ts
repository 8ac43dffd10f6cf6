import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { isOvertaken } from '../../../backend/domain/callBack/callsOwed.ts';
import { ChangingMatrix } from '../../support/changingMatrix.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  type ValleyGiven,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';
import { STRAIGHT_ROADS } from '../../support/straightRoads.ts';

async function openChanging(given: ValleyGiven = {}) {
  const matrix = new ChangingMatrix();
  const valley = await openValley({ people: valleyPeople(3), ...given, matrix });
  return { matrix, valley };
}

/** Books a ride and returns its id. */
async function book(
  valley: Valley,
  person: number,
  from: string,
  to: string,
  second: number,
): Promise<string> {
  const asked = await valley.booking.request(
    valleyRequest({
      personId: `person-${person}`,
      from: { kind: 'boardingPoint', id: from },
      to: { kind: 'boardingPoint', id: to },
      requested: { kind: 'departAfter', second },
    }),
    SYSTEM_ACTOR,
  );
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value.id;
}

const replan = (valley: Valley) =>
  valley.dispatch.replanForRoads(VALLEY_DAY, () => STRAIGHT_ROADS, SYSTEM_ACTOR);

const eventsOf = async (valley: Valley, rideId: string) =>
  (await valley.store.read(SYSTEM_SCOPE, ({ events }) => events.listByRide(rideId))).map(({ body }) => body);

describe('a day whose roads change', () => {
  it('a vehicle that comes too late, another that stands: the ride changes over, its promise kept, nobody called', async () => {
    const configurations = [[[4, 0, 0]], [[4, 0, 0]]];
    const { matrix, valley } = await openChanging({ configurations });
    await book(valley, 1, 'A', 'D', 9 * 3600);
    const back = await book(valley, 2, 'D', 'A', 9 * 3600 + 20 * 60);
    const before = await readValley(valley);
    // 9:00 at A, a minute for the door, now 2 × 15 min to D, a minute: 9:32; fetched there at 9:30 at the latest
    matrix.slowDown(2);
    const done = await replan(valley);
    const after = await readValley(valley);
    expect(after.rides.get(back)!.shiftId).not.toBe(before.rides.get(back)!.shiftId);
    expect(after.rides.get(back)!.scheduled.pickup).toBeLessThanOrEqual(
      after.rides.get(back)!.promise!.pickup.latest,
    );
    expect(done).toMatchObject({ callRideIds: [], stuckShiftIds: [] });
    expect(done.movedRideIds).toContain(back);
    const events = (await eventsOf(valley, back)).map(({ type }) => type);
    expect(events.slice(-2)).toEqual(['RideUnassigned', 'RideAssigned']);
    // One change of the plan, told to both vehicles.
    expect(after.version).toBe(before.version + 1);
    const revised = after.events.filter((type) => type === 'ScheduleRevised').length;
    expect(revised - before.events.filter((type) => type === 'ScheduleRevised').length).toBe(2);
    expect(valley.violations).toEqual([]);
  });

  it('nobody else can come: new times are told, with a call, and the reason is the road', async () => {
    const { matrix, valley } = await openChanging();
    const ride = await book(valley, 1, 'A', 'D', 9 * 3600);
    // 15 min of driving become an hour; 37.5 min were the longest promised
    matrix.slowDown(4);
    expect(await replan(valley)).toEqual({ movedRideIds: [], callRideIds: [ride], stuckShiftIds: [] });
    const { rides } = await readValley(valley);
    const { promise, revisedPromise, scheduled } = rides.get(ride)!;
    expect(revisedPromise!.dropoff.latest).toBeGreaterThan(promise!.dropoff.latest);
    expect(scheduled.dropoff).toBeLessThanOrEqual(revisedPromise!.dropoff.latest);
    expect((await eventsOf(valley, ride)).filter(({ type }) => type === 'PromiseBroken')).toMatchObject([
      { reason: 'roadClosed' },
    ]);
  });

  it('slower, but in time: timed anew once, the promise stands, nobody is called', async () => {
    const { matrix, valley } = await openChanging();
    const ride = await book(valley, 1, 'A', 'B', 9 * 3600);
    const before = await readValley(valley);
    // 5 min become 6; the promise has room for it
    matrix.slowDown(1.2);
    expect(await replan(valley)).toMatchObject({ callRideIds: [], stuckShiftIds: [] });
    const after = await readValley(valley);
    expect(after.schedules[0]!.drivingSeconds).toBeCloseTo(1.2 * before.schedules[0]!.drivingSeconds, 0);
    expect(after.schedules[0]!.roads!.bands).toEqual([{ fromSecond: 0, stateId: 'slow-1.2' }]);
    expect(after.rides.get(ride)!.revisedPromise).toBeNull();
    await replan(valley);
    expect((await readValley(valley)).version).toBe(after.version);
  });

  it('a road opens again: driven as before, and who was told new times is not called a second time', async () => {
    const { matrix, valley } = await openChanging();
    const ride = await book(valley, 1, 'A', 'D', 9 * 3600);
    const { schedules } = await readValley(valley);
    matrix.slowDown(4);
    expect((await replan(valley)).callRideIds).toEqual([ride]);
    const told = (await readValley(valley)).rides.get(ride)!.revisedPromise;
    matrix.slowDown(1);
    expect(await replan(valley)).toEqual({ movedRideIds: [ride], callRideIds: [], stuckShiftIds: [] });
    const after = await readValley(valley);
    expect(after.schedules[0]!.drivingSeconds).toBe(schedules[0]!.drivingSeconds);
    expect(after.rides.get(ride)!.revisedPromise).toEqual(told);
    expect((await eventsOf(valley, ride)).filter(({ type }) => type === 'CallBackCreated')).toHaveLength(1);
  });
});

describe('rides that a closed road left without a vehicle', () => {
  const callsOf = (valley: Valley) =>
    valley.store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listOpen());
  async function tryToRing(valley: Valley): Promise<void> {
    const tried = { at: valley.clock.now(), by: 'account-1', outcome: 'noAnswer' } as const;
    await valley.store.write(SYSTEM_SCOPE, async ({ callBacks }) => {
      const [call] = await callBacks.listOpen();
      await callBacks.update({ ...call!, revision: call!.revision + 1, attempts: [tried] }, call!.revision);
    });
  }

  it('the road opens before anybody rang: carried as promised, and the call has nothing left to say', async () => {
    const { matrix, valley } = await openChanging();
    const ride = await book(valley, 1, 'A', 'D', 9 * 3600);
    const before = (await readValley(valley)).rides.get(ride)!;
    matrix.close();
    expect(await replan(valley)).toEqual({ movedRideIds: [], callRideIds: [ride], stuckShiftIds: [] });
    expect((await readValley(valley)).rides.get(ride)!.status).toBe('booked');
    matrix.slowDown(1);
    expect(await replan(valley)).toEqual({ movedRideIds: [ride], callRideIds: [], stuckShiftIds: [] });
    const after = (await readValley(valley)).rides.get(ride)!;
    expect(after).toMatchObject({ status: 'assigned', promise: before.promise, revisedPromise: null });
    expect(after.scheduled.pickup).toBeLessThanOrEqual(before.promise!.pickup.latest);
    expect(valley.violations).toEqual([]);
    const [call] = await callsOf(valley);
    expect(isOvertaken(call!, after, valley.clock.now())).toBe(true);
  });

  it('somebody has tried to ring the rider: left as it was told', async () => {
    const { matrix, valley } = await openChanging();
    const ride = await book(valley, 1, 'A', 'D', 9 * 3600);
    matrix.close();
    await replan(valley);
    await tryToRing(valley);
    matrix.slowDown(1);
    expect(await replan(valley)).toEqual({ movedRideIds: [], callRideIds: [], stuckShiftIds: [] });
    expect((await readValley(valley)).rides.get(ride)!.status).toBe('booked');
  });

  it('somebody rings while a place is looked for: left as it was told', async () => {
    const { matrix, valley } = await openChanging();
    const ride = await book(valley, 1, 'A', 'D', 9 * 3600);
    matrix.close();
    await replan(valley);
    matrix.slowDown(1);
    const { read } = valley.store;
    let hasRung = false;
    const readAndRing: typeof read = async (scope, work) => {
      const found = await read(scope, work);
      const isLeftBehind = Array.isArray(found) && found.some(({ id, personId }) => personId && id === ride);
      if (!isLeftBehind || hasRung) return found;
      hasRung = true;
      await tryToRing(valley);
      return found;
    };
    Object.assign(valley.store, { read: readAndRing });
    expect(await replan(valley)).toEqual({ movedRideIds: [], callRideIds: [], stuckShiftIds: [] });
    expect(hasRung).toBe(true);
    expect((await readValley(valley)).rides.get(ride)!.status).toBe('booked');
  });

  it('the promise cannot be kept any more: left to the call', async () => {
    const { matrix, valley } = await openChanging();
    const ride = await book(valley, 1, 'A', 'D', 9 * 3600);
    matrix.close();
    await replan(valley);
    // 15 min of driving take an hour; 37.5 min were the longest promised
    matrix.slowDown(4);
    expect(await replan(valley)).toEqual({ movedRideIds: [], callRideIds: [], stuckShiftIds: [] });
    expect((await readValley(valley)).rides.get(ride)!.status).toBe('booked');
  });
});

describe('rides planned on estimates', () => {
  it('the roads answer and take longer than thought: times are made anew, broken promises become calls', async () => {
    const { matrix, valley } = await openChanging();
    matrix.slowDown(1, 'estimate');
    const ride = await book(valley, 1, 'A', 'D', 9 * 3600);
    expect((await readValley(valley)).schedules[0]!.roads).toMatchObject({ isEstimate: true });
    matrix.slowDown(4);
    const done = await valley.dispatch.replanEstimates(VALLEY_DAY, SYSTEM_ACTOR);
    expect(done).toEqual({ movedRideIds: [], callRideIds: [ride], stuckShiftIds: [] });
    expect((await eventsOf(valley, ride)).map(({ type }) => type).slice(-3)).toEqual(
      expect.arrayContaining(['PromiseBroken', 'CallBackCreated']),
    );
    expect((await readValley(valley)).schedules[0]!.roads).toMatchObject({ isEstimate: false });
  });

  it('still estimates: nothing is touched', async () => {
    const { matrix, valley } = await openChanging();
    matrix.slowDown(1, 'estimate');
    await book(valley, 1, 'A', 'D', 9 * 3600);
    const { version } = await readValley(valley);
    matrix.slowDown(4, 'estimate');
    await valley.dispatch.replanEstimates(VALLEY_DAY, SYSTEM_ACTOR);
    expect((await readValley(valley)).version).toBe(version);
  });

  it('as quick as thought: the promise stands, nobody is called', async () => {
    const { matrix, valley } = await openChanging();
    matrix.slowDown(1, 'estimate');
    const ride = await book(valley, 1, 'A', 'D', 9 * 3600);
    expect((await readValley(valley)).rides.get(ride)!.isEstimate).toBe(true);
    matrix.slowDown(1);
    const done = await valley.dispatch.replanEstimates(VALLEY_DAY, SYSTEM_ACTOR);
    expect(done.callRideIds).toEqual([]);
    expect((await readValley(valley)).rides.get(ride)!.isEstimate).toBe(false);
    expect((await readValley(valley)).schedules[0]!.roads).toMatchObject({ isEstimate: false });
  });
});
