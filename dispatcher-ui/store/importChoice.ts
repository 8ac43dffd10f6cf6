import type { ImportRowView, ImportView } from '../../backend/contract/index.ts';

/** Which rows of a checked file are imported. */
export interface ImportChoice {
  /** Also those who may be registered already? */
  readonly withSimilar: boolean;
  /** Rows whose box was pressed, and how it then stood; the rest follows `withSimilar`. */
  readonly pressed: ReadonlyMap<number, boolean>;
  /** Rows to leave out, as typed: `12、30-45`. */
  readonly leftOutText: string;
}

export const ALL_NEW: ImportChoice = { withSimilar: false, pressed: new Map(), leftOutText: '' };

/** The sheet's number of the first row below the header. */
const FIRST_ROW = 2;

/** Row numbers and ranges as typed; null when they cannot be read or are not of the file. */
export function readRows(text: string, rowCount: number): ReadonlySet<number> | null {
  const rows = new Set<number>();
  const parts = text.normalize('NFKC').split(/[,、\s]+/);
  for (const part of parts.filter((each) => each !== '')) {
    const read = /^(\d{1,6})(?:[-~〜–](\d{1,6}))?$/.exec(part);
    if (!read) return null;
    const [first, last] = [Number(read[1]), Number(read[2] ?? read[1])];
    if (first < FIRST_ROW || last < first || last > rowCount + FIRST_ROW - 1) return null;
    for (let row = first; row <= last; row += 1) rows.add(row);
  }
  return rows;
}

/** Is a row imported, as things stand? */
export function isRowChosen(row: Pick<ImportRowView, 'row' | 'similar'>, choice: ImportChoice): boolean {
  return choice.pressed.get(row.row) ?? (row.similar.length === 0 || choice.withSimilar);
}

/** The rows that are imported, as the sheet counts; null while the rows to leave out cannot be read. */
export function chosenRows(view: ImportView, choice: ImportChoice): readonly number[] | null {
  const leftOut = readRows(choice.leftOutText, view.rowCount);
  if (!leftOut) return null;
  const errors = new Set(view.errorRows);
  const similar = new Set(view.similarRows);
  return Array.from({ length: view.rowCount }, (_, i) => i + FIRST_ROW).filter(
    (row) =>
      !errors.has(row) &&
      !leftOut.has(row) &&
      (choice.pressed.get(row) ?? (!similar.has(row) || choice.withSimilar)),
  );
}

/** Rows that need mending as a table for a spreadsheet: the row, what is wrong, and the row as the file has it. */
export function errorSheet(
  headers: readonly string[],
  rows: readonly ImportRowView[],
  language: 'ja' | 'en',
): string {
  const first = language === 'ja' ? ['行', '直すところ'] : ['Row', 'To mend'];
  const lines = rows
    .filter(({ isGood }) => !isGood)
    .map((each) => [
      String(each.row),
      each.remarks
        .filter(({ isError }) => isError)
        .map(({ column, sentence, action }) =>
          [column, sentence[language], action[language]].join(' ').trim(),
        )
        .join(' '),
      ...each.cells,
    ]);
  const table = [[...first, ...headers], ...lines].map((cells) => cells.map(cellText).join(','));
  // With a mark, so that spreadsheets read it as UTF-8.
  return `\uFEFF${table.join('\r\n')}\r\n`;
}

/** Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe. */
function cellText(text: string): string {
  const plain = /^[=+@\t]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
