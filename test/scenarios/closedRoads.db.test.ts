import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DaySnapshot, loadDay } from '../../backend/dispatch/daySnapshot.ts';
import { type PlannedLeg, plannedLegs, type RoadsReplan } from '../../backend/dispatch/index.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import { standingPromise } from '../../backend/domain/ride/ride.ts';
import type { ClosedStretch, RoadClosure } from '../../backend/domain/road/roadClosure.ts';
import { bandAt, OPEN_CALENDAR, stateOf } from '../../backend/domain/road/roadState.ts';
import type { RoadTimes } from '../../backend/domain/road/roadTimes.ts';
import { openRoadTown, type RoadTown } from '../support/openRoadTown.ts';
import { TOWN_DAY } from '../support/trialTown.ts';
import { withDatabase } from '../support/withDatabase.ts';

const ALWAYS: RoadTimes = { from: null, to: null, yearly: null, hours: null };

/** National road 49 through the plain west of the river, and the mountain road 64: both much driven in this demand. */
const ROAD_49: ClosedStretch = {
  kind: 'ref',
  ref: '49',
  between: [
    { lon: 139.83, lat: 37.5625 },
    { lon: 139.783, lat: 37.566 },
  ],
};
const ROAD_64: ClosedStretch = {
  kind: 'ref',
  ref: '64',
  between: [
    { lon: 139.957, lat: 37.529 },
    { lon: 139.995, lat: 37.5595 },
  ],
};
const TEN = 10 * 3600;
const THREE = 15 * 3600;

describe('a day of bookings whose roads are closed', () => {
  const database = withDatabase();
  let town: RoadTown;
  let client: pg.Client;

  beforeAll(async () => {
    town = await openRoadTown((clock) => database.openStore({ clock }));
    await town.book(60);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await town?.close();
  });

  const readDay = () => town.store.read(SYSTEM_SCOPE, (tables) => loadDay(tables, TOWN_DAY));

  async function close(id: string, stretch: ClosedStretch, times: RoadTimes): Promise<RoadsReplan> {
    const { lines } = await town.states.define(stateOf([stretch]));
    const entered = { reason: '災害', enteredBy: 'account-1', enteredAt: town.clock.now(), reopenedAt: null };
    const closure: RoadClosure = { id, name: id, stretch, times, ...entered, lines };
    const closures = await town.store.write(SYSTEM_SCOPE, async ({ roadConditions }) => {
      await roadConditions.insertClosure(closure);
      return roadConditions.listClosures();
    });
    await town.matrix.refresh({ ...OPEN_CALENDAR, closures }, [TOWN_DAY]);
    return town.stages.dispatch.replanForRoads(TOWN_DAY, (state) => town.states.roads(state), SYSTEM_ACTOR);
  }

  /** Legs of the plan that are on the way at some time of these hours. */
  const legsDuring = (day: DaySnapshot, from: number, to: number) =>
    plannedLegs(day).filter((leg) => leg.departure < to && leg.arrival > from);

  /**
   * How many of the legs run along the closed parts, asked of the database in words of this test's own: metres on the
   * ground inside 3 m around them.
   */
  async function countOver(id: string, legs: readonly PlannedLeg[]): Promise<number> {
    let count = 0;
    for (const { from, to, bands, departure } of legs) {
      const { line } = await town.states.roads(bandAt(bands, departure).stateId).route([from, to]);
      const driven = JSON.stringify({
        type: 'LineString',
        coordinates: line.map(({ lon, lat }) => [lon, lat]),
      });
      const { rows } = await client.query<{ metres: number }>(
        `SELECT ST_Length(ST_Intersection(ST_SetSRID(ST_GeomFromGeoJSON($2), 4326),
          ST_Buffer(lines::geography, 3)::geometry)::geography) AS metres FROM road_closure WHERE id = $1`,
        [id, driven],
      );
      if (rows[0]!.metres > 25) count += 1;
    }
    return count;
  }

  /** Every ride stands in one schedule, in time for what its rider was told last; whoever was told anew is called. */
  function checkPlan(before: DaySnapshot, after: DaySnapshot, replan: RoadsReplan): void {
    const stops = [...after.schedules.values()].flatMap((schedule) => schedule.stops);
    const assigned = [...after.rides.values()].filter(({ status }) => status === 'assigned');
    expect(stops.flatMap((stop) => stop.pickups).sort()).toEqual(assigned.map(({ id }) => id).sort());
    expect(stops.flatMap((stop) => stop.dropoffs).sort()).toEqual(assigned.map(({ id }) => id).sort());
    const called = new Set(replan.callRideIds);
    for (const ride of assigned) {
      const { pickup, dropoff } = standingPromise(ride)!;
      expect(ride.scheduled.pickup).toBeLessThanOrEqual(pickup.latest);
      expect(ride.scheduled.dropoff).toBeLessThanOrEqual(dropoff.latest);
      const old = before.rides.get(ride.id)!;
      expect(ride.revisedPromise !== old.revisedPromise && !called.has(ride.id), ride.id).toBe(false);
      const hasMoved = ride.shiftId !== old.shiftId || ride.scheduled.pickup !== old.scheduled.pickup;
      if (hasMoved) expect([...replan.movedRideIds, ...replan.callRideIds]).toContain(ride.id);
    }
    expect(replan.stuckShiftIds).toEqual([]);
  }

  it('national road 49 closed all day: no leg of the plan runs over it any more', async () => {
    const before = await readDay();
    const replan = await close('road-49', ROAD_49, ALWAYS);
    expect(await countOver('road-49', legsDuring(before, 0, 86_400))).toBeGreaterThan(4);
    const after = await readDay();
    expect(await countOver('road-49', legsDuring(after, 0, 86_400))).toBe(0);
    checkPlan(before, after, replan);
    expect(replan.movedRideIds.length + replan.callRideIds.length).toBeGreaterThan(0);
  });

  it('asked again: nothing is left to do', async () => {
    const { version } = await readDay();
    const roadsOf = (state: string) => town.states.roads(state);
    const replan = await town.stages.dispatch.replanForRoads(TOWN_DAY, roadsOf, SYSTEM_ACTOR);
    expect(replan).toEqual({ movedRideIds: [], callRideIds: [], stuckShiftIds: [] });
    expect((await readDay()).version).toBe(version);
  });

  it('road 64 closed from ten to three: no leg of these hours runs over it, others still do', async () => {
    const before = await readDay();
    const hours = { from: TEN, to: THREE, weekdays: null };
    const replan = await close('road-64', ROAD_64, { ...ALWAYS, hours });
    expect(await countOver('road-64', legsDuring(before, TEN, THREE))).toBeGreaterThan(1);
    const after = await readDay();
    expect(await countOver('road-64', legsDuring(after, TEN, THREE))).toBe(0);
    expect(await countOver('road-64', plannedLegs(after))).toBeGreaterThan(0);
    expect(await countOver('road-49', plannedLegs(after))).toBe(0);
    checkPlan(before, after, replan);
  });

  it('a place with no way in any more: its rides are taken out and their riders called', async () => {
    const before = await readDay();
    // A home may stand further from its road than the closed square reaches.
    const ride = [...before.rides.values()].find(
      ({ status, from }) => status === 'assigned' && from.name !== 'ご自宅',
    )!;
    const { lon, lat } = ride.from.coordinates;
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const;
    const ring = corners.map(([east, north]) => ({ lon: lon + east * 0.002, lat: lat + north * 0.002 }));
    const replan = await close('hamlet', { kind: 'area', ring }, ALWAYS);
    const [now] = await town.store.read(SYSTEM_SCOPE, ({ rides }) => rides.listByIds([ride.id]));
    expect(now).toMatchObject({ status: 'booked', shiftId: null });
    expect(replan.callRideIds).toContain(ride.id);
    const events = await town.store.read(SYSTEM_SCOPE, (tables) => tables.events.listByRide(ride.id));
    expect(events.slice(-2).map(({ body }) => body.type)).toEqual(['RideUnassigned', 'CallBackCreated']);
    const after = await readDay();
    expect(await countOver('hamlet', plannedLegs(after))).toBe(0);
    checkPlan(before, after, replan);
  });
});
