import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTable } from './parseTable.ts';
import { parseCollection } from './readFeatures.ts';
import { readHeader } from './readHeader.ts';
import { readMunicipalityFeature } from './readMunicipality.ts';
import { readOperations } from './readOperations.ts';
import type { RefusedRow, RegionData } from './regionData.ts';
import { RegionFault } from './regionFault.ts';
import {
  type RowContext,
  readBoardingPointRow,
  readEdgeRow,
  readNodeRow,
  readPersonRow,
  readPlaceRow,
} from './rows.ts';

/** Which parts are wanted. */
export interface ReadRegionOptions {
  /** Leave out the road graph, which whoever routes reads by itself; default false. */
  readonly withoutRoads?: boolean;
}

/**
 * Reads and checks a region folder (see `seeds/REGION.md`). Rows that break a rule are left out and listed in
 * `refused`; nothing else is corrected.
 * @throws RegionFault when a file is missing or cannot be read at all, or holds nothing usable
 */
export async function readRegion(folder: string, options: ReadRegionOptions = {}): Promise<RegionData> {
  const read = async (file: string): Promise<string> => {
    try {
      return await readFile(join(folder, file), 'utf8');
    } catch {
      throw new RegionFault(
        'missingFile',
        `${join(folder, file)} is missing. Give a folder of the shape of seeds/REGION.md, such as seeds/aizu.`,
      );
    }
  };
  const refused: RefusedRow[] = [];
  const header = readHeader(await read('region.json'), 'region.json');
  const municipalities = parseCollection(
    await read('municipalities.geojson'),
    'municipalities.geojson',
    readMunicipalityFeature,
    refused,
  );
  const context: RowContext = {
    bounds: header.bounds,
    municipalities: new Set(municipalities.map((one) => one.municipality.code)),
  };
  const places = parseTable(
    await read('places.csv'),
    'places.csv',
    (row) => readPlaceRow(row, context),
    refused,
  );
  const pointContext = { ...context, places: new Set(places.map((place) => place.id)) };
  const boardingPoints = parseTable(
    await read('boardingPoints.csv'),
    'boardingPoints.csv',
    (row) => readBoardingPointRow(row, pointContext),
    refused,
  );
  const operations = readOperations(
    'operations.json',
    parseJson(await read('operations.json'), 'operations.json'),
    {
      municipalities: pointContext.municipalities!,
      boardingPoints: new Set(boardingPoints.map((point) => point.id)),
    },
    refused,
  );
  const people = existsSync(join(folder, 'people.csv'))
    ? parseTable(await read('people.csv'), 'people.csv', (row) => readPersonRow(row, context), refused)
    : undefined;
  const roads = options.withoutRoads ? { nodes: [], edges: [] } : await readRoads(read, refused);
  refuseEmptyRegion(folder, { municipalities, boardingPoints, services: operations.services }, refused);
  return {
    header,
    municipalities,
    places,
    boardingPoints,
    roads,
    baseMap: {
      roads: await read('roads/drawing.geojson'),
      water: await read('water.geojson'),
      rail: await read('rail.geojson'),
    },
    operations,
    people,
    refused,
  };
}

async function readRoads(
  read: (file: string) => Promise<string>,
  refused: RefusedRow[],
): Promise<RegionData['roads']> {
  const nodes = parseTable(await read('roads/nodes.csv'), 'roads/nodes.csv', readNodeRow, refused);
  const nodeIds = new Set(nodes.map((node) => node.id));
  const edges = parseTable(
    await read('roads/edges.csv'),
    'roads/edges.csv',
    (row) => readEdgeRow(row, nodeIds),
    refused,
  );
  return { nodes, edges };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new RegionFault('malformedFile', `${file} is not JSON: ${(fault as Error).message}`);
  }
}

/** A region without any of these cannot serve anybody. */
function refuseEmptyRegion(
  folder: string,
  parts: Readonly<Record<string, readonly unknown[]>>,
  refused: readonly RefusedRow[],
): void {
  for (const [name, rows] of Object.entries(parts)) {
    if (rows.length > 0) continue;
    const reasons = refused.slice(0, 5).map((row) => row.sentence);
    throw new RegionFault('malformedFile', [`${folder} has no usable ${name}.`, ...reasons].join('\n'));
  }
}
