import type { ReactNode } from 'react';
import type { ColumnMappingView, ImportFieldName, ImportView } from '../../backend/contract/index.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { missingColumns } from '../store/missingColumns.ts';
import { importFieldTexts } from './importFieldTexts.ts';

const texts = {
  title: { ja: '列の意味', en: 'What the columns hold' },
  column: { ja: 'ファイルの列', en: 'Column of the file' },
  meaning: { ja: '台帳の項目', en: 'Field of the register' },
  sample: { ja: 'はじめの行', en: 'First rows' },
  missing: {
    ja: (names: readonly string[]) =>
      `「${names.join('」「')}」の列が決まっていません。どの列がそうか、下で選んでから調べてください。`,
    en: (names: readonly string[]) =>
      `No column is chosen for: ${names.join(', ')}. Choose below which one it is, then check.`,
  },
  unused: { ja: '使わない', en: 'Not used' },
};

const FIELDS = Object.keys(importFieldTexts) as ImportFieldName[];

/** What each column holds: guessed from the headers, changed by whoever knows better. */
export function ImportColumns(props: {
  view: ImportView;
  mapping: ColumnMappingView;
  isLocked: boolean;
  onChange: (mapping: ColumnMappingView) => void;
}): ReactNode {
  const t = useWords(texts);
  const field = useWords(importFieldTexts);
  const { headers, sample } = props.view;
  const fieldOf = (column: number) => FIELDS.find((name) => props.mapping[name] === column) ?? '';

  const missing = missingColumns(props.mapping);

  function assign(column: number, wanted: string): void {
    const others = Object.entries(props.mapping).filter(([name, at]) => at !== column && name !== wanted);
    props.onChange(Object.fromEntries(wanted === '' ? others : [...others, [wanted, column]]));
  }

  return (
    <details className="importColumns" open={props.view.state !== 'checked' || missing.length > 0}>
      <summary>{t.title}</summary>
      <p role="status" className="importMissing">
        {missing.length > 0 ? `▲ ${t.missing(missing.map((name) => field[name]))}` : ''}
      </p>
      <table className="importTable" aria-label={t.title}>
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.meaning}</th>
            <th scope="col">{t.sample}</th>
          </tr>
        </thead>
        <tbody>
          {headers.map((header, column) => (
            <tr key={column}>
              <th scope="row">{header || `${column + 1}`}</th>
              <td>
                <select
                  className="fieldInput"
                  aria-label={`${header}: ${t.meaning}`}
                  value={fieldOf(column)}
                  disabled={props.isLocked}
                  onChange={(event) => assign(column, event.target.value)}
                >
                  <option value="">{t.unused}</option>
                  {FIELDS.map((name) => (
                    <option key={name} value={name}>
                      {field[name]}
                    </option>
                  ))}
                </select>
              </td>
              <td className="importSample">
                {sample
                  .slice(0, 3)
                  .map((row) => row[column] ?? '')
                  .filter(Boolean)
                  .join(' ／ ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
