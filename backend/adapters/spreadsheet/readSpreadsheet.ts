import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { SheetReader, SheetRows } from '../../ports/sheetReader.ts';

/** Thrown when a file is neither Excel nor a table of text. */
class UnreadableSheet extends Error {}

/** The zip signature with which every .xlsx begins. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads Excel (.xlsx) and CSV files: UTF-8 with or without its mark, UTF-16 with it, or Shift_JIS; commas, semicolons or
 * tabs. Which it is, the bytes say; the file's name does not count.
 */
export const spreadsheetReader: SheetReader = {
  async read(given) {
    const bytes = Buffer.from(given);
    try {
      const rows = ZIP.every((byte, i) => bytes[i] === byte) ? await readExcel(bytes) : readText(bytes);
      return rows.filter((row) => row.some((cell) => cell !== ''));
    } catch {
      return undefined;
    }
  },
};

async function readExcel(bytes: Buffer): Promise<SheetRows> {
  const rows = await readSheet(bytes);
  return rows.map((row) => row.map(cellText));
}

/** A cell as text; dates as `1943-05-03`. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

function readText(bytes: Buffer): SheetRows {
  const text = decode(bytes);
  if (text.includes('\0')) throw new UnreadableSheet();
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = [',', '\t', ';'].reduce((best, one) =>
    count(firstLine, one) > count(firstLine, best) ? one : best,
  );
  const rows: string[][] = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  return rows;
}

const count = (text: string, part: string): number => text.split(part).length;

/** UTF-8 where the bytes are such, else Shift_JIS as Japanese offices save it. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  }
}
