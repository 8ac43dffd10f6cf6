import { join } from 'node:path';
import { PREPARED_FILE } from '../cache/openRoadsFolder.ts';
import { writePreparedRoads } from '../cache/preparedRoadsFile.ts';
import { prepareRoads } from '../engine/prepareRoads.ts';
import { FIXED } from '../geometry/distance.ts';
import { type ReadingReport, readRoads } from '../readers/roadFiles.ts';
import { type Console, progressBar } from './console.ts';
import type { BuildOrder } from './roadsArguments.ts';

const ISLANDS_SHOWN = 5;
const ROWS_SHOWN = 10;
const km = (metres: number) => `${(metres / 1000).toFixed(1)} km`;

/** What was read and what was left out, for people. */
export function reportText(report: ReadingReport): string {
  const { islands, refused } = report;
  const lines = [`${report.roads.toLocaleString('en')} ${report.roads === 1 ? 'road' : 'roads'}`];
  if (islands.length > 0) {
    const metres = islands.reduce((sum, island) => sum + island.metres, 0);
    lines.push(
      `islands, not joined with the rest both ways: ${islands.length}, ${km(metres)} in all; the longest:`,
    );
    for (const island of islands.slice(0, ISLANDS_SHOWN)) {
      lines.push(
        `  ${km(island.metres)}, ${island.roads} ${island.roads === 1 ? 'road' : 'roads'}, near ${island.lat / FIXED}, ${island.lon / FIXED}`,
      );
    }
  }
  if (report.missingNodes > 0)
    lines.push(`points of ways that are not in the file: ${report.missingNodes}; the ways end there`);
  if (report.unsoundNodes > 0) lines.push(`nodes without sound coordinates: ${report.unsoundNodes}`);
  if (report.unusedRestrictions > 0)
    lines.push(`turn restrictions not understood: ${report.unusedRestrictions}`);
  if (report.conditionalClosures.length > 0)
    lines.push('closed at times by their tags; enter them as closures where that is so:');
  for (const { ref, name, condition, yearly, ways } of report.conditionalClosures) {
    const when = yearly ? `every year ${yearly.from} to ${yearly.to}` : condition;
    lines.push(
      `  ${[ref, name].filter(Boolean).join(' ') || 'without a name'}: ${when} (${ways} ${ways === 1 ? 'way' : 'ways'})`,
    );
  }
  if (refused.length > 0) lines.push(`rows left out: ${refused.length}`);
  for (const { file, row, reason } of refused.slice(0, ROWS_SHOWN))
    lines.push(`  ${file} row ${row}: ${reason}`);
  return `${lines.join('\n')}\n`;
}

/** Reads, prepares and writes. Throws `ReadingFault`; then nothing has been written. */
export function build(order: BuildOrder, console: Console): void {
  const { network, report } = readRoads(order.files, order.profile, progressBar(console, 'reading  '));
  const roads = prepareRoads(network, progressBar(console, 'preparing'));
  const path = join(order.out, PREPARED_FILE);
  writePreparedRoads(path, roads);
  console.say(`${reportText(report)}written: ${path}\n`);
}
