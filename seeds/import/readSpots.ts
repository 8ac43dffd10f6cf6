import { parseTable } from '../region/parseTable.ts';
import type { RefusedRow } from '../region/regionData.ts';
import type { TableRow } from '../region/tableRow.ts';
import type { ReadSpot } from './importPlaces.ts';
import type { UnusedRows } from './importReport.ts';
import {
  type ImportContext,
  readAddress,
  readFacility,
  readShop,
  readStation,
  type Spot,
} from './openDataRows.ts';
import type { SourceTexts } from './sourceFiles.ts';

/** All named spots, facilities before stations before shops before hamlets, so that hamlets give way. */
export function readSpots(
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
