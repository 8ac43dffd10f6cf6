import { Fragment, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ImportRowView, ImportView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { type ImportChoice, isRowChosen } from '../store/importChoice.ts';
import { MendRow } from './MendRow.tsx';

const texts = {
  title: { ja: '見ておきたい行', en: 'Rows to look at' },
  shown: {
    ja: (shown: number, all: number) =>
      `見ておきたい行（はじめの${shown}行。直しが要る行はぜんぶで${all}行）`,
    en: (shown: number, all: number) => `Rows to look at (the first ${shown}; ${all} need mending in all)`,
  },
  take: { ja: '取り込む', en: 'Import' },
  takeRow: {
    ja: (row: number, name: string) => `${row}行目 ${name} を取り込む`,
    en: (row: number, name: string) => `Import row ${row}, ${name}`,
  },
  row: { ja: '行', en: 'Row' },
  who: { ja: '氏名', en: 'Name' },
  what: { ja: '気になるところ', en: 'What to look at' },
  error: { ja: '直しが要る', en: 'Needs mending' },
  remark: { ja: '確認', en: 'Check' },
  column: { ja: (name: string) => `（${name}）`, en: (name: string) => ` (${name})` },
  mend: { ja: '直す', en: 'Mend' },
  similar: {
    ja: (who: string) => `登録済みかもしれません: ${who}`,
    en: (who: string) => `May be registered: ${who}`,
  },
};

/** So many rows the server sends. */
const MOST_SHOWN = 500;

export interface ImportRowsProps {
  readonly view: ImportView;
  readonly choice: ImportChoice;
  readonly onPress: (row: number, isTaken: boolean) => void;
  /** Resolves once the row has been checked again. */
  readonly onMend: (row: number, cells: readonly string[]) => Promise<void>;
}

/** Rows with errors, remarks or somebody similar, in words: each can be left out or taken, and mended where it stands. */
export function ImportRows({ view, choice, onPress, onMend }: ImportRowsProps): ReactNode {
  const t = useWords(texts);
  const [mendedRow, setMendedRow] = useState<number | null>(null);
  const { rows } = view;
  const list = useRef<HTMLElement>(null);
  const isMended = mendedRow !== null && !rows.some(({ row, isGood }) => row === mendedRow && !isGood);
  // The row is good now and has nothing to mend any more: the keys stay in the list.
  useLayoutEffect(() => {
    if (!isMended) return;
    setMendedRow(null);
    list.current?.focus();
  }, [isMended]);
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard.
    <section ref={list} className="importRows" tabIndex={0} aria-label={t.title}>
      <table className="importTable">
        <caption>{rows.length < MOST_SHOWN ? t.title : t.shown(rows.length, view.errorCount)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.take}</th>
            <th scope="col">{t.row}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.row}>
              <tr>
                <td>
                  <label className="importTake">
                    <input
                      type="checkbox"
                      aria-label={t.takeRow(row.row, row.name)}
                      checked={row.isGood && isRowChosen(row, choice)}
                      disabled={!row.isGood}
                      onChange={(event) => onPress(row.row, event.target.checked)}
                    />
                  </label>
                </td>
                <th scope="row" className="figures">
                  {row.row}
                </th>
                <td>
                  {row.name} <span className="comboSide">{row.kana}</span>
                </td>
                <td>
                  <div className="importWhat">
                    <RowRemarks row={row} />
                    {row.isGood || mendedRow === row.row ? null : (
                      <WorkButton
                        label={`${t.mend}: ${row.row} ${row.name}`}
                        onPress={() => setMendedRow(row.row)}
                      >
                        {t.mend}
                      </WorkButton>
                    )}
                  </div>
                </td>
              </tr>
              {mendedRow === row.row ? (
                <tr className="importMend">
                  <td colSpan={4}>
                    <MendRow
                      row={row}
                      view={view}
                      onMend={(cells) => onMend(row.row, cells)}
                      onCancel={() => setMendedRow(null)}
                    />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is wrong or odd about a row, and who may be the same. */
function RowRemarks({ row }: { row: ImportRowView }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  return (
    <ul>
      {row.remarks.map((remark) => (
        <li key={`${remark.field} ${remark.code}`} className={remark.isError ? 'importError' : ''}>
          <span aria-hidden="true">{remark.isError ? '▲ ' : '○ '}</span>
          <strong>
            {remark.isError ? t.error : t.remark}
            {remark.column === '' ? '' : t.column(remark.column)}
          </strong>{' '}
          {adviceText(remark, language)}
        </li>
      ))}
      {row.similar.map((person) => (
        <li key={person.id}>
          <span aria-hidden="true">＝ </span>
          {t.similar(
            [
              `${person.familyName} ${person.givenName}`,
              birthYearText(person.birthYear, language),
              person.hamlet,
              person.phone,
            ].join('・'),
          )}
        </li>
      ))}
    </ul>
  );
}
