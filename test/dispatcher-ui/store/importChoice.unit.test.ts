import { describe, expect, it } from 'vitest';
import type { ImportRowView, ImportView } from '../../../backend/contract/index.ts';
import { ALL_NEW, chosenRows, errorSheet, readRows } from '../../../dispatcher-ui/store/importChoice.ts';

/** Rows 2 to 7: 3 has an error, 5 may be registered. */
const view: ImportView = {
  id: 'import-1',
  fileName: '名簿.csv',
  headers: ['氏名', '備考'],
  sample: [],
  mapping: { name: 0 },
  state: 'checked',
  rowCount: 6,
  done: 6,
  goodCount: 5,
  errorCount: 1,
  similarCount: 1,
  errorRows: [3],
  similarRows: [5],
  rows: [],
};

describe('rows of a file that are imported', () => {
  it('unless somebody says otherwise: the good ones to whom nobody similar is registered', () => {
    expect(chosenRows(view, ALL_NEW)).toEqual([2, 4, 6, 7]);
  });

  it('with those who may be registered, but one of them, and without the rows typed', () => {
    const choice = { withSimilar: true, pressed: new Map([[2, false]]), leftOutText: '6-7' };
    expect(chosenRows(view, choice)).toEqual([4, 5]);
  });

  it('a row with an error: not even when its box was pressed', () => {
    expect(chosenRows(view, { ...ALL_NEW, pressed: new Map([[3, true]]) })).not.toContain(3);
  });

  it.each([
    ['', []],
    ['4', [4]],
    ['４、６〜7', [4, 6, 7]],
    ['2,3 5', [2, 3, 5]],
  ])('rows typed as %j: %j', (text, rows) => {
    expect([...(readRows(text, 6) ?? [])]).toEqual(rows);
  });

  it.each(['1', '8', '7-6', '3-9', '三', '4-'])(
    'rows typed as %j: cannot be read, or are not of the file',
    (text) => {
      expect(readRows(text, 6)).toBeNull();
      expect(chosenRows(view, { ...ALL_NEW, leftOutText: text })).toBeNull();
    },
  );
});

describe('rows that need mending, for a spreadsheet', () => {
  const words = { ja: '生まれ年を読めません。', en: 'Unreadable year.' };
  const nothing = { ja: '', en: '' };
  const bad: ImportRowView = {
    row: 3,
    cells: ['星 "ヨシ" 様', '=1+1'],
    name: '星 ヨシ',
    kana: '',
    birthYear: null,
    hamlet: '',
    phone: '',
    isGood: false,
    remarks: [
      { field: 'birth', column: '生年月日', code: 'x', isError: true, sentence: words, action: nothing },
      { field: 'kana', column: '', code: 'y', isError: false, sentence: words, action: words },
    ],
    similar: [],
  };

  it('one line for each, with what is wrong; good rows are not among them, and no cell is a formula', () => {
    const lines = ['行,直すところ,氏名,備考', `3,生年月日 生まれ年を読めません。,"星 ""ヨシ"" 様",'=1+1`];
    expect(errorSheet(view.headers, [bad, { ...bad, row: 4, isGood: true }], 'ja')).toBe(
      `\uFEFF${lines.join('\r\n')}\r\n`,
    );
  });
});
