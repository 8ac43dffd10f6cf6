import type { RefusalCode, RefusedRow } from '../region/regionData.ts';

/** What an import took, left aside and refused. */
export interface ImportReport {
  readonly from: string;
  /** Number of things in the region, by name. */
  readonly counts: Readonly<Record<string, number>>;
  /** Rows that break a rule: they are named one by one. */
  readonly refused: readonly RefusedRow[];
  /** Good rows that the region has no use for, counted by reason. */
  readonly unused: readonly UnusedRows[];
  /** What was assumed, and what to know about the result. */
  readonly notes: readonly string[];
}

/** Rows of a file that were not needed. */
export interface UnusedRows {
  readonly file: string;
  readonly reason: string;
  readonly count: number;
}

/** `import-report.json` */
export function reportJson(report: ImportReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Rows of each kind that the text shows; all are in the JSON file. */
const SHOWN = 5;

/** The report for a terminal. */
export function reportText(report: ImportReport): string {
  const lines = ['In the region:'];
  for (const [name, count] of Object.entries(report.counts))
    lines.push(`  ${String(count).padStart(7)} ${name}`);
  if (report.unused.length > 0) lines.push('Not needed:');
  for (const { file, reason, count } of report.unused)
    lines.push(`  ${String(count).padStart(7)} rows of ${file}: ${reason}`);
  lines.push(report.refused.length === 0 ? 'Refused: no row.' : `Refused: ${report.refused.length} rows.`);
  for (const [key, rows] of groupRefused(report.refused)) {
    lines.push(`  ${key}: ${rows.length}`);
    for (const row of rows.slice(0, SHOWN)) lines.push(`    ${row.sentence}`);
    if (rows.length > SHOWN) lines.push(`    … ${rows.length - SHOWN} more in import-report.json`);
  }
  if (report.notes.length > 0) lines.push('Notes:', ...report.notes.map((note) => `  ${note}`));
  return `${lines.join('\n')}\n`;
}

/** By file and reason code, in the order in which they first occur. */
function groupRefused(refused: readonly RefusedRow[]): ReadonlyMap<string, readonly RefusedRow[]> {
  const groups = new Map<string, RefusedRow[]>();
  for (const row of refused) {
    const key = `${row.file}, ${explain(row.code)}`;
    const rows = groups.get(key) ?? [];
    groups.set(key, rows);
    rows.push(row);
  }
  return groups;
}

const EXPLANATIONS: Readonly<Record<RefusalCode, string>> = {
  missingFile: 'file missing',
  malformedFile: 'file not readable',
  missingColumn: 'column missing',
  malformedRow: 'row not well formed',
  emptyField: 'field empty',
  notANumber: 'not a number',
  outOfRange: 'number out of range',
  outsideBounds: 'outside the bounds of the region',
  outsideMunicipality: 'outside its own municipality',
  unknownValue: 'unknown value',
  unknownMunicipality: 'unknown municipality',
  unknownPlace: 'unknown place',
  unknownNode: 'unknown road node',
  unknownReference: 'unknown reference',
  duplicateId: 'id twice',
  brokenPolyline: 'line not decodable',
  brokenGeometry: 'geometry broken',
  noCoordinates: 'no coordinates',
  noRoadNear: 'no road near',
};

const explain = (code: RefusalCode): string => EXPLANATIONS[code];
