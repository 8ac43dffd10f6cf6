import { describe, expect, it } from 'vitest';
import { spreadsheetReader } from '../../../backend/adapters/spreadsheet/readSpreadsheet.ts';
import { shiftJis, xlsx } from '../../support/sheetBytes.ts';

const ROWS = [
  ['氏名', 'フリガナ', '備考'],
  ['髙橋 ハル'.replace('髙', '高'), 'ﾀｶﾊｼ ﾊﾙ', 'A, B'],
];
const CSV = '氏名,フリガナ,備考\r\n高橋 ハル,ﾀｶﾊｼ ﾊﾙ,"A, B"\r\n';

describe('spreadsheets', () => {
  it.each([
    ['UTF-8', Buffer.from(CSV)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${CSV}`)],
    ['Shift_JIS', shiftJis(CSV)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
    ['tabs', Buffer.from('氏名\tフリガナ\t備考\n高橋 ハル\tﾀｶﾊｼ ﾊﾙ\tA, B\n\n')],
    ['Excel', xlsx(ROWS)],
  ])('%s: the same rows', async (_, bytes) => {
    expect(await spreadsheetReader.read(bytes)).toEqual(ROWS);
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01])],
    ['a broken Excel file', xlsx(ROWS).subarray(0, 200)],
  ])('%s: cannot be read', async (_, bytes) => {
    expect(await spreadsheetReader.read(bytes)).toBeUndefined();
  });
});
