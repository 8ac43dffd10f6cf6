import type { ReactNode } from 'react';
import type { ImportRowView } from '../../backend/contract/index.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';

const texts = {
  title: { ja: '見ておきたい行', en: 'Rows to look at' },
  row: { ja: '行', en: 'Row' },
  who: { ja: '氏名', en: 'Name' },
  what: { ja: '気になるところ', en: 'What to look at' },
  error: { ja: '直しが要る', en: 'Needs mending' },
  remark: { ja: '確認', en: 'Check' },
  similar: {
    ja: (who: string) => `登録済みかもしれません: ${who}`,
    en: (who: string) => `May be registered: ${who}`,
  },
};

/** Rows with errors, remarks or somebody similar, by row and column, in words. */
export function ImportRows({
  rows,
  language,
}: {
  rows: readonly ImportRowView[];
  language: 'ja' | 'en';
}): ReactNode {
  const t = useWords(texts);
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard.
    <section className="importRows" tabIndex={0} aria-label={t.title}>
      <table className="importTable">
        <caption>{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.row}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <th scope="row" className="figures">
                {row.row}
              </th>
              <td>
                {row.name} <span className="comboSide">{row.kana}</span>
              </td>
              <td>
                <ul>
                  {row.remarks.map((remark) => (
                    <li
                      key={`${remark.field} ${remark.code}`}
                      className={remark.isError ? 'importError' : ''}
                    >
                      <span aria-hidden="true">{remark.isError ? '▲ ' : '○ '}</span>
                      <strong>
                        {remark.isError ? t.error : t.remark}
                        {remark.column === '' ? '' : `（${remark.column}）`}
                      </strong>{' '}
                      {remark.sentence[language]}
                      {remark.action[language]}
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
