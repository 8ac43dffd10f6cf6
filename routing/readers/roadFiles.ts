import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { CarProfile } from '../costing/carProfile.ts';
import { buildNetwork } from '../network/buildNetwork.ts';
import { type Island, markIslands } from '../network/markIslands.ts';
import type { NetworkDraft } from '../network/networkDraft.ts';
import type { RoadNetwork } from '../network/roadNetwork.ts';
import type { ConditionalClosure } from './conditionalClosures.ts';
import { OsmCollector } from './osmCollector.ts';
import { draftFromOsm } from './osmDraft.ts';
import type { ReadProgress } from './osmElements.ts';
import { readOsmXmlFile } from './osmXmlFile.ts';
import { readPbfFile } from './pbfFile.ts';
import { ReadingFault } from './readingFault.ts';
import { type RefusedRow, readRegionDraft } from './regionFolder.ts';

/** What a reader found, used and left out. */
export interface ReadingReport {
  /** Without islands. */
  readonly roads: number;
  /** Parts that are not joined with the largest one both ways: nobody is sent there. */
  readonly islands: readonly Island[];
  /** Points of ways that are not in the file; the ways end there. */
  readonly missingNodes: number;
  /** Nodes without sound coordinates. */
  readonly unsoundNodes: number;
  /** Restrictions of turns that were not understood. */
  readonly unusedRestrictions: number;
  /** Roads that their tags close at times: read as hints, never as closures. */
  readonly conditionalClosures: readonly ConditionalClosure[];
  /** Rows of CSV files that were left out. */
  readonly refused: readonly RefusedRow[];
}

/** A network and how it came about. */
export interface ReadRoads {
  readonly network: RoadNetwork;
  readonly report: ReadingReport;
}

type Reader = (path: string, collector: OsmCollector, onProgress?: ReadProgress) => void;

/** By what the file begins with; its name is not trusted. */
function readerFor(path: string): Reader {
  const file = openSync(path, 'r');
  const head = Buffer.alloc(64);
  const size = readSync(file, head);
  closeSync(file);
  const text = head
    .subarray(0, size)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return text.startsWith('<') ? readOsmXmlFile : readPbfFile;
}

interface Found {
  readonly draft: NetworkDraft;
  readonly missingNodes: number;
  readonly unsoundNodes: number;
  readonly unusedRestrictions: number;
  readonly conditionalClosures: readonly ConditionalClosure[];
  readonly refused: readonly RefusedRow[];
}

function readOsm(paths: readonly string[], profile: CarProfile, onProgress?: (share: number) => void): Found {
  const collector = new OsmCollector(profile);
  for (const [i, path] of paths.entries()) {
    if (statSync(path).size === 0) throw new ReadingFault('emptyFile', `${path} is empty.`);
    readerFor(path)(path, collector, (bytes, total) => onProgress?.((i + bytes / total) / paths.length));
  }
  const { draft, missingNodes, brokenRestrictions } = draftFromOsm(collector);
  const { unsoundNodes } = collector;
  const unusedRestrictions = collector.unusedRestrictions + brokenRestrictions;
  const conditionalClosures = collector.conditionalClosures.list();
  return { draft, missingNodes, unsoundNodes, unusedRestrictions, conditionalClosures, refused: [] };
}

function readRegion(folder: string, profile: CarProfile): Found {
  const nothing = { missingNodes: 0, unsoundNodes: 0, unusedRestrictions: 0, conditionalClosures: [] };
  return { ...readRegionDraft(folder, profile), ...nothing };
}

/**
 * Reads roads from `.osm.pbf` and `.osm` files (several are taken as one) or from one region folder, and marks
 * islands. Throws `ReadingFault` where a file is missing, cut off, of another format, or holds no road.
 */
export function readRoads(
  paths: readonly string[],
  profile: CarProfile,
  onProgress?: (share: number) => void,
): ReadRoads {
  for (const path of paths) {
    if (!existsSync(path)) throw new ReadingFault('missingFile', `There is no file ${path}.`);
  }
  const isFolder = paths.length === 1 && statSync(paths[0]!).isDirectory();
  const found = isFolder ? readRegion(paths[0]!, profile) : readOsm(paths, profile, onProgress);
  const { draft, islands } = markIslands(found.draft);
  if (draft.roads.length === 0) throw new ReadingFault('emptyFile', `${paths.join(', ')}: no road for cars.`);
  const { missingNodes, unsoundNodes, unusedRestrictions, conditionalClosures, refused } = found;
  const onIslands = islands.reduce((sum, island) => sum + island.roads, 0);
  const report = {
    roads: draft.roads.filter(({ twinOf }) => twinOf === undefined).length - onIslands,
    islands,
    missingNodes,
    unsoundNodes,
    unusedRestrictions,
    conditionalClosures,
    refused,
  };
  return { network: buildNetwork(draft, profile), report };
}
