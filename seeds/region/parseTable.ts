import { parse } from 'csv-parse/sync';
import type { RefusedRow } from './regionData.ts';
import { RowRefusal } from './rowRefusal.ts';
import { TableRow } from './tableRow.ts';

/**
 * Reads a CSV table (RFC 4180, header row). Rows that `readRow` refuses, and rows with too few or too many fields, are
 * left out and appended to `refused`.
 * @param file name for the report
 */
export function parseTable<Value>(
  text: string,
  file: string,
  readRow: (row: TableRow, line: number) => Value,
  refused: RefusedRow[],
): readonly Value[] {
  const seenIds = new Set<string>();
  const values: Value[] = [];
  let columns: readonly string[] | undefined;
  for (const { record, line } of records(text, file, refused)) {
    if (!columns) {
      columns = record.map((column) => column.trim());
      continue;
    }
    try {
      if (record.length !== columns.length)
        throw new RowRefusal('malformedRow', `it has ${record.length} fields instead of ${columns.length}`);
      const fields = new Map(columns.map((column, index) => [column, record[index]!]));
      values.push(readRow(new TableRow(fields, seenIds), line));
    } catch (fault) {
      if (!(fault instanceof RowRefusal)) throw fault;
      const { code, message } = fault;
      refused.push({ file, row: line, code, sentence: `${file}, line ${line}: ${message}.` });
    }
  }
  return values;
}

/** All records with the line on which each one ends. */
function records(
  text: string,
  file: string,
  refused: RefusedRow[],
): readonly { readonly record: readonly string[]; readonly line: number }[] {
  const found = parse(text, {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (fault) => {
      const line = Number((fault as { lines?: number } | undefined)?.lines ?? 0);
      refused.push({
        file,
        row: line,
        code: 'malformedRow',
        sentence: `${file}, line ${line}: the quotation marks do not close.`,
      });
      return undefined;
    },
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return found.map(({ record, info }) => ({ record, line: info.lines }));
}
