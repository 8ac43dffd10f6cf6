import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRoadServer } from '../../routing/server/startRoadServer.ts';
import { EngineRoadStates } from '../adapters/osrm/engineRoadStates.ts';
import { OsrmRoads } from '../adapters/osrm/osrmRoads.ts';
import { PlainFault } from './plainFault.ts';
import type { Progress } from './progress.ts';
import type { Settings } from './settings.ts';

/** Roads at work. */
export interface OpenRoads {
  readonly roads: OsrmRoads;
  /** Closures; `osrm-routed` refuses them, it has one state for good. */
  readonly states: EngineRoadStates;
  /** Names network and engine, for what is kept of them on disk. */
  readonly networkId: string;
  readonly description: string;
  stop(): Promise<void>;
}

/** `osrm-routed` where its address is given, else the own engine in a thread of its own. */
export async function openRoads(
  settings: Pick<Settings, 'osrmUrl' | 'regionFolder'> & { readonly varFolder?: string },
  progress: Progress,
): Promise<OpenRoads> {
  if (settings.osrmUrl !== null) {
    const engine = { baseUrl: settings.osrmUrl };
    const roads = new OsrmRoads(engine);
    return {
      roads,
      states: new EngineRoadStates(engine, roads),
      // Nobody tells when the data behind the address changes, so its matrix is trusted for a day.
      networkId: `${settings.osrmUrl} ${new Date().toISOString().slice(0, 10)}`,
      description: settings.osrmUrl,
      stop: async () => {},
    };
  }
  const folder = settings.regionFolder;
  const [server, networkId] = await progress.step('roads', () =>
    Promise.all([startServer(folder, settings.varFolder), networkIdOf(folder)]),
  );
  const engine = { baseUrl: server.baseUrl, ...OWN_ENGINE_LIMITS };
  const roads = new OsrmRoads(engine);
  return {
    roads,
    states: new EngineRoadStates(engine, roads),
    networkId,
    description: 'own road engine',
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

/** Changes with the region's roads and with the engine's own sources. */
async function networkIdOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['nodes.csv', 'edges.csv']) {
    hash.update(await readFile(join(folder, 'roads', file)).catch(() => Buffer.alloc(0)));
  }
  const engine = fileURLToPath(new URL('../../routing', import.meta.url));
  const sources = (await readdir(engine, { recursive: true })).filter((path) => path.endsWith('.ts'));
  for (const source of sources.sort()) hash.update(await readFile(join(engine, source)));
  return hash.digest('hex');
}
