import { afterEach, expect, it } from 'vitest';
import { DatedTravelMatrix } from '../../../backend/adapters/osrm/datedTravelMatrix.ts';
import { createRoadDesk } from '../../../backend/dispatch/index.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { openValley, readValley, VALLEY_DAY, type Valley, valleyRequest } from '../../support/smallValley.ts';
import { FakeRoads } from '../adapters/osrm/fakeRoads.ts';

let matrix: DatedTravelMatrix;
afterEach(() => matrix.close());

/** A valley whose roads are away from the start, and a desk that hears when they come back. */
async function openWithoutRoads(roads: FakeRoads): Promise<{ valley: Valley; returned: Promise<void> }> {
  roads.areThere = false;
  const states = {
    define: async () => ({ lines: [], slowedRoads: 1 }),
    roads: () => roads,
    ownRoads: () => roads,
  };
  let hear = () => {};
  const heard = new Promise<void>((resolve) => {
    hear = resolve;
  });
  matrix = await DatedTravelMatrix.open({
    states,
    points: [],
    recheckMs: 20,
    onRoads: (areAnswering) => areAnswering && hear(),
  });
  const valley = await openValley({ matrix });
  const desk = createRoadDesk({
    ...valley,
    states,
    travel: matrix,
    onReplanned() {},
    onFault(fault) {
      throw fault;
    },
  });
  const returned = heard.then(async () => {
    await matrix.recheck();
    await desk.recheckEstimates();
  });
  return { valley, returned };
}

it('booked while the roads are away: said to be an estimate; timed anew by itself when they are back', async () => {
  const roads = new FakeRoads();
  const { valley, returned } = await openWithoutRoads(roads);
  const asked = await valley.booking.request(valleyRequest(), SYSTEM_ACTOR);
  const offer = asked.ok ? asked.value.offers[0] : undefined;
  expect(offer?.isEstimate).toBe(true);
  await valley.booking.accept(offer!.id, SYSTEM_ACTOR);
  const [estimated] = (await readValley(valley)).schedules;
  roads.areThere = true;
  await returned;
  const { schedules, rides } = await readValley(valley);
  // estimated as 1.5 × the straight line, driven as 2 ×: A to D and back is a third longer
  expect(schedules[0]!.drivingSeconds / estimated!.drivingSeconds).toBeCloseTo(2 / 1.5, 2);
  expect(schedules[0]!.roads).toMatchObject({ isEstimate: false });
  const [ride] = [...rides.values()];
  expect(ride).toMatchObject({ day: VALLEY_DAY, status: 'assigned', revisedPromise: null });
});
