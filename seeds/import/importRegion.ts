import type { SpokenText } from '../../backend/domain/units/spokenText.ts';
import { createMunicipalityLocator } from '../region/municipalityLocator.ts';
import { parseTable } from '../region/parseTable.ts';
import type { RefusedRow, RegionData } from '../region/regionData.ts';
import { RegionFault } from '../region/regionFault.ts';
import {
  boardingPointsText,
  edgesText,
  municipalitiesText,
  nodesText,
  placesText,
} from '../region/regionTexts.ts';
import { readEdgeRow, readNodeRow } from '../region/rows.ts';
import type { TableRow } from '../region/tableRow.ts';
import { importBaseMap } from './importBaseMap.ts';
import { importHeader } from './importHeader.ts';
import { importMunicipalities } from './importMunicipalities.ts';
import { importOperations } from './importOperations.ts';
import { boardingPointsOf, placesOf } from './importPlaces.ts';
import { type ImportReport, reportJson, type UnusedRows } from './importReport.ts';
import { largestComponent } from './largestComponent.ts';
import { readCensusArea } from './openDataRows.ts';
import type { Progress } from './progress.ts';
import { readSpots } from './readSpots.ts';
import { createRoadSnap } from './roadSnap.ts';
import { OPTIONAL_FILES, type SourceTexts } from './sourceFiles.ts';

/** How to import. */
export interface ImportOptions {
  /** Name of the source folder, for the report. */
  readonly from: string;
  readonly id: string;
  readonly vehicles: number;
  readonly seed: number;
  readonly credits: readonly SpokenText[];
}

/** What an import gives: the files of a region folder, and the report (which is one of the files). */
export interface ImportResult {
  readonly files: ReadonlyMap<string, string>;
  readonly report: ImportReport;
}

/**
 * Turns open data into a region. Rows that break a rule are left out and named in the report.
 * @param template a region whose figures, providers and services are taken over where they fit
 * @throws RegionFault when nothing usable is left
 */
export function importRegion(
  texts: SourceTexts,
  template: RegionData,
  options: ImportOptions,
  progress: Progress,
): ImportResult {
  const refused: RefusedRow[] = [];
  const unused: UnusedRows[] = [];
  const notes: string[] = Object.entries(OPTIONAL_FILES)
    .filter(([name]) => !texts.has(name))
    .map(([name, use]) => `${name} is not there: no ${use}.`);

  const step = <Value>(name: string, work: () => Value, result: (value: Value) => string): Value => {
    progress.begin(name, 1);
    const value = work();
    progress.finish(result(value));
    return value;
  };

  const municipalities = step(
    'municipalities',
    () =>
      importMunicipalities(
        texts.get('municipalities.geojson')!,
        'municipalities.geojson',
        {
          known: new Map(template.municipalities.map((one) => [one.municipality.code, one.municipality])),
          census: censusTotals(texts, refused),
        },
        refused,
        notes,
      ),
    (rows) => String(rows.length),
  );
  if (municipalities.length === 0)
    throw new RegionFault('malformedFile', 'municipalities.geojson has no usable municipality.');
  const context = { municipalities: new Set(municipalities.map((one) => one.municipality.code)) };

  const roads = importRoads(texts, refused, notes, progress);
  const places = step(
    'places',
    () =>
      placesOf(
        readSpots(texts, context, refused, unused),
        createMunicipalityLocator(municipalities),
        refused,
      ),
    (rows) => String(rows.length),
  );
  const boardingPoints = step(
    'boarding points',
    () => boardingPointsOf(places, createRoadSnap(roads.edges), refused),
    (rows) => String(rows.length),
  );
  if (boardingPoints.length === 0)
    throw new RegionFault(
      'malformedFile',
      'No place of the data lies near a road: there is no boarding point.',
    );
  const operations = importOperations(
    template,
    { municipalities, places, boardingPoints },
    { vehicles: options.vehicles, seed: options.seed },
    notes,
  );
  const baseMap = step(
    'base map',
    () => importBaseMap(texts, refused),
    () => 'done',
  );
  const report: ImportReport = {
    from: options.from,
    counts: {
      municipalities: municipalities.length,
      places: places.length,
      'boarding points': boardingPoints.length,
      'road nodes': roads.nodes.length,
      'road edges': roads.edges.length,
      services: operations.services.length,
      vehicles: operations.vehicles.length,
    },
    refused,
    unused,
    notes,
  };
  const files = new Map([
    ['region.json', `${JSON.stringify(importHeader(template.header, options, municipalities), null, 2)}\n`],
    ['municipalities.geojson', municipalitiesText(municipalities)],
    ['places.csv', placesText(places)],
    ['boardingPoints.csv', boardingPointsText(boardingPoints)],
    ['roads/nodes.csv', nodesText(roads.nodes)],
    ['roads/edges.csv', edgesText(roads.edges)],
    ...baseMap,
    ['operations.json', `${JSON.stringify(operations, null, 2)}\n`],
    ['import-report.json', reportJson(report)],
  ]);
  return { files, report };
}

function censusTotals(texts: SourceTexts, refused: RefusedRow[]): ReadonlyMap<string, number> {
  const file = 'census2015_small_areas.csv';
  const text = texts.get(file);
  const totals = new Map<string, number>();
  if (text === undefined) return totals;
  for (const { municipality, people } of parseTable(text, file, readCensusArea, refused))
    totals.set(municipality, (totals.get(municipality) ?? 0) + people);
  return totals;
}

function importRoads(
  texts: SourceTexts,
  refused: RefusedRow[],
  notes: string[],
  progress: Progress,
): RegionData['roads'] {
  // The open data's columns are a region's, and a few more.
  const nodes = countedTable(texts, 'road_nodes.csv', readNodeRow, refused, progress);
  const ids = new Set(nodes.map((node) => node.id));
  const edges = countedTable(texts, 'road_edges.csv', (row) => readEdgeRow(row, ids), refused, progress);
  if (edges.length === 0) throw new RegionFault('malformedFile', 'road_edges.csv has no usable edge.');
  const roads = largestComponent(nodes, edges);
  const lost = nodes.length - roads.nodes.length;
  if (lost > 0)
    notes.push(
      `${lost} road nodes were left out: from them one cannot drive to the rest of the network and back.`,
    );
  return roads;
}

/** A table with a progress bar over its rows. */
function countedTable<Value>(
  texts: SourceTexts,
  file: string,
  read: (row: TableRow) => Value,
  refused: RefusedRow[],
  progress: Progress,
): readonly Value[] {
  const text = texts.get(file)!;
  let rows = 0;
  progress.begin(file, text.split('\n').length);
  const values = parseTable(
    text,
    file,
    (row) => {
      progress.reach(++rows);
      return read(row);
    },
    refused,
  );
  progress.finish(`${values.length} rows`);
  return values;
}
