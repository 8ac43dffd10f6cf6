import { createMunicipalityLocator } from '../region/municipalityLocator.ts';
import { parseTable } from '../region/parseTable.ts';
import type { RefusedRow, RegionData, RegionHeader } from '../region/regionData.ts';
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
import { importMunicipalities } from './importMunicipalities.ts';
import { importOperations, withoutTrialMark } from './importOperations.ts';
import { boardingPointsOf, placesOf, type ReadSpot } from './importPlaces.ts';
import { type ImportReport, reportJson, type UnusedRows } from './importReport.ts';
import { largestComponent } from './largestComponent.ts';
import {
  type ImportContext,
  readAddress,
  readCensusArea,
  readFacility,
  readShop,
  readStation,
  type Spot,
} from './openDataRows.ts';
import type { Progress } from './progress.ts';
import { createRoadSnap } from './roadSnap.ts';
import { OPTIONAL_FILES, type SourceTexts } from './sourceFiles.ts';

/** How to import. */
export interface ImportOptions {
  /** Name of the source folder, for the report. */
  readonly from: string;
  readonly id: string;
  readonly vehicles: number;
  readonly seed: number;
  readonly credits: readonly string[];
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
    ['region.json', `${JSON.stringify(headerOf(template, options, municipalities), null, 2)}\n`],
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

/** All named spots, facilities before stations before shops before hamlets, so that hamlets give way. */
function readSpots(
  texts: SourceTexts,
  context: ImportContext,
  refused: RefusedRow[],
  unused: UnusedRows[],
): readonly ReadSpot[] {
  const read = (
    file: string,
    reason: string,
    readSpot: (row: TableRow, line: number) => Spot | undefined,
  ): readonly ReadSpot[] => {
    const text = texts.get(file);
    if (text === undefined) return [];
    let count = 0;
    const spots = parseTable(
      text,
      file,
      (row, line) => {
        const spot = readSpot(row, line);
        if (!spot) count++;
        return spot && { spot, file, row: line };
      },
      refused,
    ).filter((spot) => spot !== undefined);
    if (count > 0) unused.push({ file, reason, count });
    return spots;
  };
  return [
    ...read('facilities.csv', 'nobody rides there (evacuation grounds, sports grounds)', (row) =>
      readFacility(row, context),
    ),
    ...read('stations.csv', 'stations outside the municipalities', (row, line) =>
      readStation(row, context, line),
    ),
    ...read('osm_poi_2012_2014.csv', 'no everyday errand', (row, line) => readShop(row, context, line)),
    ...read('machiaza_kana.csv', 'no point of their own (only that of the 大字, or none)', (row) =>
      readAddress(row, context),
    ),
  ];
}

function headerOf(
  template: RegionData,
  options: ImportOptions,
  municipalities: RegionData['municipalities'],
): RegionHeader {
  return {
    ...withoutTrialMark(template.header),
    format: 1,
    id: options.id,
    bounds: boundsOf(municipalities),
    credits: options.credits,
    trial: false,
  };
}

/** West, south, east, north of all outlines, a little wider. */
function boundsOf(municipalities: RegionData['municipalities']): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const { outlineGeoJson } of municipalities) {
    const outline = JSON.parse(outlineGeoJson) as GeoJSON.Polygon | GeoJSON.MultiPolygon;
    const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
    for (const [lon, lat] of rings.flat()) {
      bounds[0] = Math.min(bounds[0], lon!);
      bounds[1] = Math.min(bounds[1], lat!);
      bounds[2] = Math.max(bounds[2], lon!);
      bounds[3] = Math.max(bounds[3], lat!);
    }
  }
  // 37.2 × 100 is a hair more than 3,720 in binary, hence the rounding first.
  const hundredths = (value: number): number => Number((value * 100).toFixed(6));
  const floor = (value: number): number => Math.floor(hundredths(value)) / 100;
  const ceil = (value: number): number => Math.ceil(hundredths(value)) / 100;
  return [floor(bounds[0]), floor(bounds[1]), ceil(bounds[2]), ceil(bounds[3])];
}
