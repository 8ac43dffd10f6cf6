import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PREPARED_FILE } from '../../routing/cache/openRoadsFolder.ts';
import { startRoadServer } from '../../routing/server/startRoadServer.ts';
import { EngineRoadKinds } from '../adapters/osrm/engineRoadKinds.ts';
import { EngineRoadStates } from '../adapters/osrm/engineRoadStates.ts';
import { OsrmRoads } from '../adapters/osrm/osrmRoads.ts';
import { PlainFault } from './plainFault.ts';
import type { Progress } from './progress.ts';
import type { Settings } from './settings.ts';

/** Roads at work. */
export interface OpenRoads {
  /** Open roads. */
  readonly roads: OsrmRoads;
  /** Closures, snow and what was learned: always answered by the own engine. */
  readonly states: EngineRoadStates;
  readonly kinds: EngineRoadKinds;
  /** Names network and engine, for what is kept of them on disk. */
  readonly networkId: string;
  readonly description: string;
  stop(): Promise<void>;
}

/** What is needed of the settings. */
type RoadSettings = Pick<Settings, 'osrmUrl' | 'regionFolder'> & {
  readonly varFolder?: string;
  readonly roadsFolder?: string | null;
};

/**
 * Opens the own engine in a thread of its own. Where the address of an `osrm-routed` is given, that answers for open
 * roads, and the own engine for every other state: a closure is never refused for want of an engine that can close.
 */
export async function openRoads(settings: RoadSettings, progress: Progress): Promise<OpenRoads> {
  const { osrmUrl } = settings;
  const folder = settings.roadsFolder ?? settings.regionFolder;
  const [server, ownId] = await progress.step('roads', () =>
    Promise.all([startServer(folder, settings.varFolder), networkIdOf(folder)]),
  );
  const own = { baseUrl: server.baseUrl, ...OWN_ENGINE_LIMITS };
  const roads = new OsrmRoads(osrmUrl === null ? own : { baseUrl: osrmUrl });
  // Nobody tells when the data behind an address changes, so its matrix is trusted for a day.
  const today = new Date().toISOString().slice(0, 10);
  return {
    roads,
    states: new EngineRoadStates(own, roads),
    kinds: new EngineRoadKinds(server.baseUrl),
    networkId: osrmUrl === null ? ownId : `${osrmUrl} ${today} ${ownId}`,
    description:
      osrmUrl === null ? 'own road engine' : `${osrmUrl}, closures and seasons by the own road engine`,
    stop: () => server.stop(),
  };
}

/** The own engine takes a region's points by all others in one question. */
const OWN_ENGINE_LIMITS = { maxTableSize: 1_000, maxTablePoints: 10_000 };

async function startServer(folder: string, varFolder: string | undefined) {
  try {
    return await startRoadServer({ folder, ...(varFolder ? { cacheFolder: join(varFolder, 'roads') } : {}) });
  } catch (fault) {
    throw new PlainFault(`The roads of ${folder} cannot be used: ${(fault as Error).message}`, 2);
  }
}

/** Changes with the roads of a region, or those built from an extract, and with the engine's own sources. */
async function networkIdOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [join('roads', 'nodes.csv'), join('roads', 'edges.csv'), PREPARED_FILE]) {
    hash.update(await readFile(join(folder, file)).catch(() => Buffer.alloc(0)));
  }
  const engine = fileURLToPath(new URL('../../routing', import.meta.url));
  const sources = (await readdir(engine, { recursive: true })).filter((path) => path.endsWith('.ts'));
  for (const source of sources.sort()) hash.update(await readFile(join(engine, source)));
  return hash.digest('hex');
}
