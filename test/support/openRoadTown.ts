import { openMemoryStore } from '../../backend/adapters/memory/index.ts';
import { DatedTravelMatrix } from '../../backend/adapters/osrm/datedTravelMatrix.ts';
import { EngineRoadKinds } from '../../backend/adapters/osrm/engineRoadKinds.ts';
import { EngineRoadStates } from '../../backend/adapters/osrm/engineRoadStates.ts';
import { OsrmRoads } from '../../backend/adapters/osrm/osrmRoads.ts';
import { createRoadDesk, type RoadDesk } from '../../backend/dispatch/index.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import { assembleStages, type Stages } from '../../backend/main/assembleStages.ts';
import { fillRegion } from '../../backend/main/fillRegion.ts';
import { improverHere } from '../../backend/main/improver/improverHere.ts';
import type { Store } from '../../backend/ports/store.ts';
import { CountedIds, FakeClock } from '../../backend/simulation/index.ts';
import { startRoadServer } from '../../routing/index.ts';
import { type DemandRequest, generateDemand } from '../../seeds/demand/generateDemand.ts';
import { createRandom } from '../../seeds/seededRandom.ts';
import { RecordedLog } from './recordedLog.ts';
import { readTrialTown, TOWN_DAY } from './trialTown.ts';

/** The trial region with its real roads: engine, states, dated matrix, stages; the evening before the town's day. */
export interface RoadTown {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly stages: Stages;
  readonly states: EngineRoadStates;
  readonly matrix: DatedTravelMatrix;
  readonly log: RecordedLog;
  readonly kinds: EngineRoadKinds;
  readonly roadDesk: RoadDesk;
  /** So many invented requests of the day. */
  demand(count: number): readonly DemandRequest[];
  /** Books so many invented rides; those for whom there is no offer do without. */
  book(count: number): Promise<void>;
  /** Ends the road engine, as if it had died. */
  killRoads(): Promise<void>;
  /** Starts it again at its old address. */
  restartRoads(): Promise<void>;
  close(): Promise<void>;
}

/** @param openStore in memory unless given; closed by whoever opened it */
export async function openRoadTown(openStore?: (clock: FakeClock) => Promise<Store>): Promise<RoadTown> {
  const clock = new FakeClock(momentOf(TOWN_DAY, -6 * 3600));
  // The same day gets the same ids again, and with them the same order.
  const ids = new CountedIds();
  const log = new RecordedLog();
  const town = await readTrialTown();
  const store = (await openStore?.(clock)) ?? openMemoryStore({ clock });
  const quiet = {
    step: <Value>(_: string, work: (note: () => void) => Promise<Value>) => work(() => {}),
    say() {},
  };
  await fillRegion(store, town.region, () => town.people, quiet);
  let server = await startRoadServer({ folder: 'seeds/aizu' });
  const states = new EngineRoadStates(
    { baseUrl: server.baseUrl },
    new OsrmRoads({ baseUrl: server.baseUrl }),
  );
  const points = town.region.boardingPoints.map(({ id, coordinates }) => ({ id, ...coordinates }));
  const matrix = await DatedTravelMatrix.open({ states, points, deadlineMs: 60_000 });
  const stages = assembleStages({
    store,
    accounts: openMemoryStore().accounts,
    matrix,
    clock,
    wallClock: clock,
    ids,
    log,
    improver: improverHere,
  });
  await stages.dispatch.openDay(TOWN_DAY);
  const roadDesk = createRoadDesk({
    store,
    states,
    travel: matrix,
    clock,
    ids,
    dispatch: stages.dispatch,
    onReplanned() {},
    onFault(fault) {
      throw fault;
    },
  });
  const demand = (count: number) =>
    generateDemand(town.region, town.people, { count, day: TOWN_DAY }, createRandom(3));
  return {
    store,
    clock,
    stages,
    states,
    matrix,
    log,
    kinds: new EngineRoadKinds(server.baseUrl),
    roadDesk,
    demand,
    async book(count) {
      for (const { input } of demand(count)) {
        const asked = await stages.booking.request(input, SYSTEM_ACTOR);
        const offer = asked.ok ? asked.value.offers[0] : undefined;
        if (offer) await stages.booking.accept(offer.id, SYSTEM_ACTOR);
      }
    },
    killRoads: () => server.stop(),
    async restartRoads() {
      const port = Number(new URL(server.baseUrl).port);
      server = await startRoadServer({ folder: 'seeds/aizu', port });
    },
    async close() {
      matrix.close();
      await server.stop();
    },
  };
}
