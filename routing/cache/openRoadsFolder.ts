import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CarProfile } from '../costing/carProfile.ts';
import { type PreparedRoads, prepareRoads } from '../engine/prepareRoads.ts';
import { ReadingFault } from '../readers/readingFault.ts';
import { readRoads } from '../readers/roadFiles.ts';
import { FORMAT_VERSION } from './arrayFile.ts';
import { readPreparedRoads, writePreparedRoads } from './preparedRoadsFile.ts';

/** The file that `npm run roads -- build` leaves in its folder. */
export const PREPARED_FILE = 'roads.bin';

/** Where prepared roads come from. */
export interface RoadsFolderOptions {
  readonly profile: CarProfile;
  /** Where the prepared roads of a region folder are kept; prepared anew each time where absent. */
  readonly cacheFolder?: string;
  readonly onProgress?: (share: number) => void;
}

function cachedPath(folder: string, { profile, cacheFolder }: RoadsFolderOptions): string | null {
  if (!cacheFolder) return null;
  const hash = createHash('sha256').update(
    `${FORMAT_VERSION} ${JSON.stringify(profile.name)} ${profile.version}`,
  );
  for (const name of ['nodes.csv', 'edges.csv']) {
    const path = join(folder, 'roads', name);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return join(cacheFolder, `roads-${hash.digest('hex').slice(0, 32)}.bin`);
}

function readIfSound(path: string): PreparedRoads | null {
  if (!existsSync(path)) return null;
  try {
    return readPreparedRoads(path);
  } catch (cause) {
    if (cause instanceof ReadingFault) return null;
    throw cause;
  }
}

/**
 * Prepared roads of a folder: one written by `npm run roads -- build`, or a region folder, whose roads are prepared
 * once and then read from the cache. Throws `ReadingFault`.
 */
export function openRoadsFolder(folder: string, options: RoadsFolderOptions): PreparedRoads {
  const built = join(folder, PREPARED_FILE);
  if (existsSync(built)) return readPreparedRoads(built);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new ReadingFault('missingFile', `There is no folder ${folder} to read roads from.`);
  }
  const cached = cachedPath(folder, options);
  const kept = cached ? readIfSound(cached) : null;
  if (kept) return kept;
  const { network } = readRoads([folder], options.profile, (share) => options.onProgress?.(share * 0.2));
  const roads = prepareRoads(network, (share) => options.onProgress?.(0.2 + share * 0.8));
  if (cached) writePreparedRoads(cached, roads);
  return roads;
}
