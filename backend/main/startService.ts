import { join } from 'node:path';
import type { RegionData } from '../../seeds/region/regionData.ts';
import { createWebhookNotices } from '../adapters/notify/webhookNotices.ts';
import type { PostgresStore } from '../adapters/postgres/index.ts';
import { createClockScheduler } from '../adapters/system/clockScheduler.ts';
import { nodeScheduler } from '../adapters/system/nodeScheduler.ts';
import { createPinoLog } from '../adapters/system/pinoLog.ts';
import { randomIds } from '../adapters/system/randomIds.ts';
import { systemClock } from '../adapters/system/systemClock.ts';
import { createRoadDesk } from '../dispatch/index.ts';
import type { SpokenText } from '../domain/units/spokenText.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { assembleStages } from './assembleStages.ts';
import { buildPages } from './buildPages.ts';
import { Closing } from './closing.ts';
import { fillRegion } from './fillRegion.ts';
import { createFrontDoor } from './frontDoor.ts';
import { ThreadImprover } from './improver/threadImprover.ts';
import { keepDaysClosed } from './keepDaysClosed.ts';
import { keepDaysOpen } from './keepDaysOpen.ts';
import { keepImproving } from './keepImproving.ts';
import { keepLearning } from './keepLearning.ts';
import { keepPromisesTold } from './keepPromisesTold.ts';
import { keepRoadsCurrent } from './keepRoadsCurrent.ts';
import { readMapLayer } from './mapLayers.ts';
import { nightImprovement } from './nightImprovement.ts';
import { openAccounts } from './openAccounts.ts';
import { openDoors } from './openDoors.ts';
import { openMatrix } from './openMatrix.ts';
import { openRegion } from './openRegion.ts';
import { openRoads } from './openRoads.ts';
import { openStore } from './openStore.ts';
import { openTrialTown } from './openTrialTown.ts';
import type { Progress } from './progress.ts';
import { readReadiness } from './readiness.ts';
import type { Settings } from './settings.ts';
import { systemFacts } from './systemFacts.ts';
import type { TrialAccount } from './trialAccounts.ts';
import { createTrialClock } from './trialClock.ts';
import { trialPeople } from './trialPeople.ts';
import { fillStanding } from './trialStanding.ts';

const REQUEST_TIMEOUT_MS = 20_000;
const DRAIN_MS = 3000;

/** A running service. */
export interface Service {
  readonly address: string;
  readonly trialAccounts: readonly TrialAccount[];
  close(): Promise<void>;
}

/**
 * Starts everything and opens the doors. What was opened is closed again, in reverse, when a later step fails.
 * @param root the project's folder
 */
export async function startService(settings: Settings, root: string, progress: Progress): Promise<Service> {
  const closing = new Closing();
  try {
    return await open(settings, root, progress, closing);
  } catch (fault) {
    await closing.run();
    throw fault;
  }
}

async function open(
  settings: Settings,
  root: string,
  progress: Progress,
  closing: Closing,
): Promise<Service> {
  const log = createPinoLog(settings.logLevel);
  const frontDoor = await createFrontDoor(settings.host, settings.port);
  closing.add(() => frontDoor.close(DRAIN_MS));
  const region = await openRegion(settings.regionFolder, progress);
  const clock = openClock(settings, region.header.id, closing);
  const heard: Heard = {};
  const [store, { roads, matrix }, pagesFolder] = await allOrNothing([
    openFilledStore(settings, region, clock, log, progress, closing),
    openTravel(settings, region, (areAnswering) => hearRoads(areAnswering, heard, log), progress, closing),
    buildPages(root, progress),
  ]);
  const improver = new ThreadImprover();
  const stages = assembleStages({
    store,
    accounts: store.accounts,
    matrix,
    clock,
    wallClock: systemClock,
    ids: randomIds,
    stopwatch: () => performance.now(),
    log,
    improver,
    deskHours: settings.deskHours,
    ...(settings.noticeSender &&
      !settings.isTrial && {
        notices: createWebhookNotices({ ...settings.noticeSender, log, now: systemClock.now }),
      }),
  });
  closing.add(await keepDaysOpen(stages.dispatch, clock, log));
  closing.add(keepDaysClosed(stages.booking, clock, log));
  const roadDesk = createRoadDesk({
    store,
    states: roads.states,
    travel: matrix,
    clock,
    ids: randomIds,
    dispatch: stages.dispatch,
    onReplanned: (day, { movedRideIds, callRideIds, stuckShiftIds }) => {
      const counts = { moved: movedRideIds.length, toCall: callRideIds.length, stuckShiftIds };
      log.info({ day, ...counts }, 'the plan was brought in line with the roads');
    },
    onFault: (err) => log.error({ err }, 'a closure could not be brought into the plans yet'),
  });
  heard.recheck = async () => {
    await matrix.recheck();
    await roadDesk.recheckEstimates();
  };
  closing.add(await keepRoadsCurrent(roadDesk, log));
  closing.add(keepImproving(stages.dispatch, improver, clock, settings.improvement, log));
  if (settings.isTrial) await fillStanding(store, stages.standing, clock, region, trialPeople(region));
  closing.add(
    keepPromisesTold({
      ...stages,
      store,
      clock,
      log,
      scheduler: settings.isTrial ? createClockScheduler(clock) : nodeScheduler,
      beginNight: nightImprovement(stages.dispatch, settings.improvement, clock, systemClock, log),
    }),
  );
  const learning = { store, states: roads.states, kinds: roads.kinds, ids: randomIds };
  closing.add(keepLearning(learning, clock, log));
  const accounts = await openAccounts(settings, store, region, clock, log);
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
    telephonyLines: settings.telephonyLines,
    roadsOf: (stateId) => roads.states.roads(stateId),
    roadDesk,
    figures: stages.figures,
    learning: stages.learning,
    areRoadsAnswering: () => matrix.areRoadsAnswering,
    clock,
    wallClock: systemClock,
    log,
    facts: systemFacts(settings, region, accounts),
    roadsNotice: () => joinNotices(matrix.areRoadsAnswering ? null : ROADS_NOTICE, roadDesk.notice()),
    mapLayer: (layer) => readMapLayer(settings.regionFolder, layer),
    readiness: () =>
      readReadiness({
        store,
        clock,
        databaseKind: settings.databaseUrl === null ? 'embedded database' : 'PostgreSQL',
        roadsKind: roads.description,
        areRoadsAnswering: () => matrix.areRoadsAnswering,
      }),
    pagesFolder,
    trustedProxies: settings.trustedProxies,
    requestTimeoutMs: REQUEST_TIMEOUT_MS,
  });
  closing.add(() => sockets.close());
  if (settings.isTrial)
    openTrialTown({ region, store, roads: roads.roads, clock, log, stages }, settings, closing);
  const address = `http://${settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${frontDoor.port}`;
  return { address, trialAccounts: accounts, close: () => closing.run() };
}

/** All results, or the first fault once every part has come to its end: nothing may open behind a closed house. */
async function allOrNothing<Parts extends readonly unknown[]>(
  parts: {
    [Part in keyof Parts]: Promise<Parts[Part]>;
  },
): Promise<Parts> {
  await Promise.allSettled(parts);
  return (await Promise.all(parts)) as unknown as Parts;
}

const ROADS_NOTICE = {
  ja: '道路の情報が届いていません。時刻はおおよそです。',
  en: 'Road data are not available. Times are estimates.',
};

function joinNotices(first: SpokenText | null, second: SpokenText | null): SpokenText | null {
  if (!first || !second) return first ?? second;
  return { ja: `${first.ja}${second.ja}`, en: `${first.en} ${second.en}` };
}

/** What is done when roads answer again; there once the house stands. */
interface Heard {
  recheck?: () => Promise<void>;
}

/** Roads that answer again: what was planned on estimates is timed anew. */
function hearRoads(areAnswering: boolean, { recheck }: Heard, log: Log): void {
  if (!areAnswering) {
    log.warn({}, 'roads do not answer; travel times are estimates');
    return;
  }
  log.info({}, 'roads answer again');
  recheck?.().catch((err: unknown) => log.error({ err }, 'estimates could not be re-checked'));
}

function openClock(settings: Settings, regionId: string, closing: Closing): Clock {
  if (!settings.isTrial) return systemClock;
  const file = join(settings.varFolder, 'clock', `${regionId}.json`);
  const clock = createTrialClock(file, settings.speed, settings.startsAtSecond);
  closing.add(() => clock.stop());
  return clock;
}

async function openFilledStore(
  settings: Settings,
  region: RegionData,
  clock: Clock,
  log: Log,
  progress: Progress,
  closing: Closing,
): Promise<PostgresStore> {
  const store = await openStore(settings, region.header.id, clock, log, progress);
  closing.add(() => store.close());
  const people = () => (settings.isTrial ? trialPeople(region) : (region.people ?? []));
  await fillRegion(store, region, people, progress);
  return store;
}

async function openTravel(
  settings: Settings,
  region: RegionData,
  onRoads: (areAnswering: boolean) => void,
  progress: Progress,
  closing: Closing,
) {
  const roads = await openRoads(settings, progress);
  closing.add(() => roads.stop());
  const matrix = await openMatrix(region, roads, join(settings.varFolder, 'travel'), progress, onRoads);
  closing.add(() => matrix.close());
  return { roads, matrix };
}
