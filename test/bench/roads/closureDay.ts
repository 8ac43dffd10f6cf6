import { DatedTravelMatrix } from '../../../backend/adapters/osrm/datedTravelMatrix.ts';
import { openPostgresStore } from '../../../backend/adapters/postgres/index.ts';
import { randomIds } from '../../../backend/adapters/system/randomIds.ts';
import { loadDay } from '../../../backend/dispatch/daySnapshot.ts';
import { createRoadDesk } from '../../../backend/dispatch/index.ts';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { standingPromise } from '../../../backend/domain/ride/ride.ts';
import type { ClosedStretch } from '../../../backend/domain/road/roadClosure.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { assembleStages, type Stages } from '../../../backend/main/assembleStages.ts';
import { fillRegion } from '../../../backend/main/fillRegion.ts';
import { ThreadImprover } from '../../../backend/main/improver/threadImprover.ts';
import { openRoads } from '../../../backend/main/openRoads.ts';
import { type Cast, inventCast, pointsOf } from '../../../backend/simulate/playDay.ts';
import { FakeClock } from '../../../backend/simulation/index.ts';
import { startCluster } from '../../../scripts/privateCluster.mjs';
import { readRegion } from '../../../seeds/region/readRegion.ts';
import type { Figure } from '../../support/bench.ts';
import { QUICK_HASHER } from '../../support/quickHasher.ts';
import { SILENT_LOG } from '../../support/silentLog.ts';

const DAY = '2026-06-10';
const REGION = 'seeds/aizu';
const RIDES = 600;
const VEHICLES = 40;
const BAR_SECONDS = 30;
/** Plans stay so far inside a promise. */
const RESERVE_SECONDS = 300;

/** National road 49 through the plain west of the river: much driven in this demand. */
const ROAD_49: ClosedStretch = {
  kind: 'ref',
  ref: '49',
  between: [
    { lon: 139.83, lat: 37.5625 },
    { lon: 139.783, lat: 37.566 },
  ],
};

const QUIET = {
  step: <Value>(_: string, work: (note: () => void) => Promise<Value>) => work(() => {}),
  say() {},
};

/**
 * Milliseconds until there are offers, for callers from places nobody has asked from, a few hundred metres from their
 * homes. Those for whom there is no offer are left out: their wait is the search for a reason.
 */
async function askAtNewDoors(stages: Stages, cast: Cast, degrees: number): Promise<number[]> {
  const homes = new Map(cast.people.map(({ id, home }) => [id, home]));
  const waits: number[] = [];
  for (const { input } of cast.calls.slice(0, 20)) {
    const { lon, lat } = homes.get(input.personId)!;
    const from = { kind: 'coordinates', at: { lon: lon + degrees, lat } } as const;
    const start = performance.now();
    const asked = await stages.booking.request({ ...input, from }, SYSTEM_ACTOR);
    if (asked.ok) waits.push(performance.now() - start);
  }
  return waits;
}

/** Books a day of 600 requests on PostgreSQL, closes a road the evening before, and measures until all plans follow. */
export async function measureClosureDay(report: (figure: Figure) => void): Promise<void> {
  const region = await readRegion(REGION, { withoutRoads: true });
  const cast = inventCast(region, {
    region: REGION,
    requests: RIDES,
    vehicles: VEHICLES,
    seed: 1,
    day: DAY,
    pace: 'steady',
    onCall: 0,
    flexible: 0,
    improve: 0,
    improveEveryMinutes: 10,
  });
  const clock = new FakeClock(momentOf(DAY, -4 * 3600));
  const cluster = await startCluster();
  const roads = await openRoads({ osrmUrl: null, regionFolder: REGION }, QUIET);
  const improver = new ThreadImprover();
  try {
    const settings = { poolSize: 4, clock, hasher: QUICK_HASHER, log: SILENT_LOG };
    const store = await openPostgresStore({ connectionString: cluster.url, ...settings });
    await store.migrate();
    await fillRegion(store, cast.region, () => cast.people, QUIET);
    const matrix = await DatedTravelMatrix.open({ states: roads.states, points: pointsOf(cast) });
    const ground = { store, matrix, clock, wallClock: clock, ids: randomIds, log: SILENT_LOG };
    const stages = assembleStages({ ...ground, accounts: store.accounts, improver });
    await stages.dispatch.openDay(DAY);
    for (const { input } of cast.calls) {
      const asked = await stages.booking.request(input, SYSTEM_ACTOR);
      const offer = asked.ok ? asked.value.offers[0] : undefined;
      if (offer) await stages.booking.accept(offer.id, SYSTEM_ACTOR);
    }
    const desk = createRoadDesk({
      store,
      states: roads.states,
      travel: matrix,
      clock,
      ids: randomIds,
      dispatch: stages.dispatch,
      onReplanned() {},
      onFault(fault) {
        throw fault;
      },
    });
    const before = await store.read(SYSTEM_SCOPE, (tables) => loadDay(tables, DAY));
    const times = { from: momentOf(DAY, 0), to: momentOf(DAY, 86_400), yearly: null, hours: null };
    const start = performance.now();
    const processor = process.cpuUsage();
    const entry = { name: '国道49号', reason: '災害', stretch: ROAD_49, times };
    const closed = await desk.close(entry, SYSTEM_ACTOR);
    if (!closed.ok) throw new Error(closed.reason.code);
    const replan = await closed.value.replanned;
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(processor);
    if (!replan) throw new Error('The plans could not be brought in line.');
    const work = `a road closed on a day of ${before.rides.size} rides`;
    report({ work, figure: seconds, unit: 's', bar: `<= ${BAR_SECONDS}`, met: seconds <= BAR_SECONDS });
    report({ work: `${work}: processor time, database left out`, figure: (user + system) / 1e6, unit: 's' });
    report({ work: `${work}: moved, promise kept`, figure: replan.movedRideIds.length, unit: 'rides' });
    report({ work: `${work}: to be called`, figure: replan.callRideIds.length, unit: 'rides' });
    report({ work: `${work}: with somebody stuck`, figure: replan.stuckShiftIds.length, unit: 'shifts' });
    // Whoever cannot be in time even alone, fetched at the first moment promised, has to be called in any case.
    const points = [...before.rides.values()].flatMap(({ from, to }) =>
      [from, to].map(({ id, coordinates }) => ({ id, ...coordinates })),
    );
    const { indices, times: travel } = await matrix.locate(points, DAY);
    const cells = travel.layers[0]!.seconds;
    const hopeless = [...before.rides.values()].filter((ride, i) => {
      const promise = standingPromise(ride);
      const seconds = cells[indices[2 * i]! * travel.stride + indices[2 * i + 1]!]!;
      return promise !== null && promise.pickup.earliest + seconds > promise.dropoff.latest - RESERVE_SECONDS;
    });
    report({
      work: `${work}: too far for anybody to keep the promise`,
      figure: hopeless.length,
      unit: 'rides',
    });
    const answering = Math.max(...(await askAtNewDoors(stages, cast, 0.003)));
    report({ work: 'offers at new doors, the engine at work: the longest', figure: answering, unit: 'ms' });
    await roads.stop();
    const waits = await askAtNewDoors(stages, cast, 0.002);
    const most = Math.max(...waits);
    report({
      work: 'offers at new doors, the engine killed: the longest',
      figure: most,
      unit: 'ms',
      bar: '<= 2000',
      met: most <= 2000,
    });
    matrix.close();
    await store.close();
  } finally {
    await improver.close();
    await roads.stop();
    await cluster.stop();
  }
}
