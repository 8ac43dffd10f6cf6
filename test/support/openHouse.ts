import type { HttpDeps } from '../../backend/adapters/http/httpDeps.ts';
import { openMemoryStore } from '../../backend/adapters/memory/index.ts';
import { DatedTravelMatrix } from '../../backend/adapters/osrm/datedTravelMatrix.ts';
import { randomIds } from '../../backend/adapters/system/randomIds.ts';
import { createRoadDesk } from '../../backend/dispatch/index.ts';
import type { Account } from '../../backend/domain/account/account.ts';
import { assembleStages, type Stages } from '../../backend/main/assembleStages.ts';
import { fillRegion } from '../../backend/main/fillRegion.ts';
import { createFrontDoor } from '../../backend/main/frontDoor.ts';
import { openDoors } from '../../backend/main/openDoors.ts';
import type { Accounts } from '../../backend/ports/accounts.ts';
import type { Ids } from '../../backend/ports/ids.ts';
import type { PlanImprover } from '../../backend/ports/planImprover.ts';
import type { RoadStates } from '../../backend/ports/roadStates.ts';
import type { Roads } from '../../backend/ports/roads.ts';
import type { Stopwatch } from '../../backend/ports/stopwatch.ts';
import type { Store } from '../../backend/ports/store.ts';
import { FakeClock } from '../../backend/simulation/index.ts';
import { HouseClient } from './houseClient.ts';
import { QUICK_HASHER } from './quickHasher.ts';
import { RecordedLog } from './recordedLog.ts';
import { sampleAccount } from './sampleRows.ts';
import { STRAIGHT_ROADS } from './straightRoads.ts';
import { readTrialTown, TOWN_DAY, TOWN_MORNING, type TrialTown } from './trialTown.ts';

/** The whole house behind a port, with a clock that stands still until it is moved. */
export interface House {
  readonly address: string;
  readonly store: Store & { readonly accounts: Accounts };
  readonly stages: Stages;
  readonly clock: FakeClock;
  /** The world's clock, for sessions. */
  readonly wallClock: FakeClock;
  readonly log: RecordedLog;
  readonly town: TrialTown;
  /** Adds an account (secret `secret`) and signs it in. */
  signIn(given: Partial<Account> & Pick<Account, 'role'>): Promise<HouseClient>;
  /** A client that is not signed in. */
  stranger(): HouseClient;
  close(): Promise<void>;
}

export interface HouseOptions {
  /** In memory unless given; closed by whoever opened it. */
  readonly openStore?: (clock: FakeClock) => Promise<Store & { readonly accounts: Accounts }>;
  readonly town?: TrialTown;
  readonly roads?: Roads;
  /** The same roads in every state unless given. */
  readonly states?: RoadStates;
  /** Plans are not improved unless given. */
  readonly improver?: PlanImprover;
  /** Random unless given. */
  readonly ids?: Ids;
  readonly deps?: Partial<HttpDeps>;
  /** Nobody waits unless given. */
  readonly stopwatch?: Stopwatch;
}

let accountNumber = 0;

/** Opens a house on a free port of this machine. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const clock = new FakeClock(TOWN_MORNING);
  const wallClock = new FakeClock(TOWN_MORNING);
  const log = new RecordedLog();
  const town = options.town ?? (await readTrialTown());
  const store = (await options.openStore?.(clock)) ?? openMemoryStore({ clock });
  await fillRegion(store, town.region, () => town.people, {
    step: (_name, work) => work(() => {}),
    say() {},
  });
  const roads = options.roads ?? STRAIGHT_ROADS;
  const points = town.region.boardingPoints.map(({ id, coordinates }) => ({ id, ...coordinates }));
  const states = options.states ?? {
    define: async () => ({ lines: [], slowedRoads: 1 }),
    roads: () => roads,
    ownRoads: () => roads,
  };
  const matrix = await DatedTravelMatrix.open({ states, points });
  const { improver, ids = randomIds } = options;
  const stages = assembleStages({
    store,
    accounts: store.accounts,
    matrix,
    clock,
    wallClock,
    ids,
    log,
    hasher: QUICK_HASHER,
    ...(improver && { improver }),
    ...(options.stopwatch && { stopwatch: options.stopwatch }),
  });
  await stages.dispatch.openDay(TOWN_DAY);
  const roadDesk = createRoadDesk({
    store,
    states,
    travel: matrix,
    clock,
    ids: randomIds,
    dispatch: stages.dispatch,
    onReplanned() {},
    onFault: (err) => log.error({ err }, 'roads'),
  });
  const frontDoor = await createFrontDoor('127.0.0.1', 0);
  const sockets = openDoors(frontDoor, {
    store,
    accounts: store.accounts,
    booking: stages.booking,
    standing: stages.standing,
    callDesk: stages.callDesk,
    waitlist: stages.waitlist,
    dispatch: stages.dispatch,
    operations: stages.operations,
    riders: stages.riders,
    imports: stages.imports,
    voice: stages.voice,
    telephonyLines: new Map([['line', 'line secret']]),
    roadsOf: (stateId) => states.roads(stateId),
    roadDesk,
    figures: stages.figures,
    learning: stages.learning,
    areRoadsAnswering: () => matrix.areRoadsAnswering,
    clock,
    wallClock,
    log,
    facts: {
      regionId: town.region.header.id,
      regionName: { ja: town.region.header.name, en: town.region.header.nameEn },
      bounds: [...town.region.header.bounds],
      speed: 1,
      isTrial: false,
      trialAccounts: [],
      supportPhone: '0242-00-0000',
      silentAfterSeconds: 600,
      credits: [],
    },
    roadsNotice: () => roadDesk.notice(),
    mapLayer: async () => Buffer.from('{"type":"FeatureCollection","features":[]}'),
    readiness: async () => ({ database: { ready: true, detail: 'test' } }),
    pagesFolder: null,
    trustedProxies: 0,
    requestTimeoutMs: 20_000,
    ...options.deps,
  });
  const address = `http://127.0.0.1:${frontDoor.port}`;
  return {
    address,
    store,
    stages,
    clock,
    wallClock,
    log,
    town,
    async signIn(given) {
      accountNumber += 1;
      const login = `login${accountNumber}`;
      await store.accounts.save(sampleAccount({ id: `account-${accountNumber}`, login, ...given }), 'secret');
      const client = new HouseClient(address);
      await client.signIn(given.login ?? login, 'secret');
      return client;
    },
    stranger: () => new HouseClient(address),
    async close() {
      await sockets.close();
      await frontDoor.close(500);
      matrix.close();
    },
  };
}
