import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { openRoadTown, type RoadTown } from '../support/openRoadTown.ts';
import { TOWN_DAY } from '../support/trialTown.ts';

describe('the road engine dies while people call, and comes back', () => {
  let town: RoadTown;

  beforeAll(async () => {
    town = await openRoadTown();
  }, 60_000);
  afterAll(() => town?.close());

  const readRides = async (): Promise<readonly Ride[]> =>
    (await town.store.read(SYSTEM_SCOPE, ({ rides }) => rides.listByDay(TOWN_DAY))).filter(
      ({ status }) => status === 'assigned',
    );

  it('dead: offers go on, each marked as an estimate, and so is every ride booked on one', async () => {
    await town.killRoads();
    let offered = 0;
    for (const { input } of town.demand(12)) {
      const asked = await town.stages.booking.request(input, SYSTEM_ACTOR);
      if (!asked.ok) continue;
      const { offers } = asked.value;
      expect(offers.map(({ isEstimate }) => isEstimate)).toEqual(offers.map(() => true));
      offered += 1;
      await town.stages.booking.accept(offers[0]!.id, SYSTEM_ACTOR);
    }
    expect(offered).toBeGreaterThan(5);
    const rides = await readRides();
    expect(rides.length).toBeGreaterThan(5);
    expect(rides.filter(({ isEstimate }) => !isEstimate)).toEqual([]);
    expect(town.matrix.areRoadsAnswering).toBe(false);
  }, 60_000);

  it('back: everything is timed on roads, no mark is left, and whoever was promised too much is called', async () => {
    await town.restartRoads();
    await expect.poll(() => town.matrix.recheck(), { timeout: 30_000 }).toBe(0);
    await town.roadDesk.recheckEstimates();
    const rides = await readRides();
    expect(rides.filter(({ isEstimate }) => isEstimate)).toEqual([]);
    for (const ride of rides.filter(({ revisedPromise }) => revisedPromise !== null)) {
      const events = await town.store.read(SYSTEM_SCOPE, (tables) => tables.events.listByRide(ride.id));
      expect(events.map(({ body }) => body.type)).toContain('CallBackCreated');
    }
  }, 60_000);
});
