import type { ReactNode } from 'react';
import type { ImportRowView, ImportView } from '../../backend/contract/index.ts';
import { ChecksField } from '../../screen-kit/parts/ChoiceField.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { chosenRows, errorSheet, type ImportChoice } from '../store/importChoice.ts';
import { ImportRows } from './ImportRows.tsx';

const texts = {
  counts: {
    ja: (good: number, similar: number, errors: number) =>
      `取り込める行 ${good}（うち登録済みらしい ${similar}）、直しが要る行 ${errors}`,
    en: (good: number, similar: number, errors: number) =>
      `${good} good rows (${similar} may be registered), ${errors} need mending`,
  },
  similar: { ja: '登録済みらしい方', en: 'May be registered' },
  withSimilar: {
    ja: (count: number) => `${count}人も取り込む`,
    en: (count: number) => `Import these ${count}, too`,
  },
  leaveOut: { ja: '取り込まない行', en: 'Rows to leave out' },
  leaveOutHint: { ja: '行の番号。例 12、30-45', en: 'Row numbers, such as 12, 30-45' },
  leaveOutWrong: {
    ja: 'この表の行の番号として読めません。12、30-45 のように入れてください。',
    en: 'Not rows of this table. Enter them like 12, 30-45.',
  },
  run: { ja: (count: number) => `${count}人を取り込む`, en: (count: number) => `Import ${count} riders` },
  sheet: { ja: '直しが要る行をCSVで保存する', en: 'Save the rows to mend as CSV' },
  sheetName: { ja: '直す行', en: 'to-mend' },
};

export interface ImportCheckedProps {
  readonly view: ImportView;
  readonly choice: ImportChoice;
  readonly onChoice: (choice: ImportChoice) => void;
  readonly onMend: (row: number, cells: readonly string[]) => Promise<void>;
  /** Every row that needs mending, also those that are not shown; null: they could not be had, and that is said. */
  readonly onErrors: () => Promise<readonly ImportRowView[] | null>;
  readonly onRun: (rows: readonly number[]) => Promise<void>;
  /** The import may be going on: it is not known yet. */
  readonly isRunning: boolean;
}

/** A checked file: how it went, which rows are taken, and the rows to look at. */
export function ImportChecked(props: ImportCheckedProps): ReactNode {
  const { view, choice, onChoice } = props;
  const t = useWords(texts);
  const language = useLanguage();
  const rows = chosenRows(view, choice);

  async function saveSheet(): Promise<void> {
    const errors = await props.onErrors();
    if (!errors) return;
    const sheet = new Blob([errorSheet(view.headers, errors, language)], { type: 'text/csv' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(sheet);
    link.download = `${view.fileName.replace(/\.\w+$/, '')}_${t.sheetName}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <>
      <p className="figures" role="status">
        {t.counts(view.goodCount, view.similarCount, view.errorCount)}
      </p>
      <div className="importChoice">
        <TextField
          label={t.leaveOut}
          placeholder={t.leaveOutHint}
          value={choice.leftOutText}
          onChange={(leftOutText) => onChoice({ ...choice, leftOutText })}
          error={rows === null ? t.leaveOutWrong : null}
          className="importLeaveOut"
        />
        {view.similarCount > 0 ? (
          <ChecksField
            label={t.similar}
            values={choice.withSimilar ? ['similar'] : []}
            choices={[{ value: 'similar', text: t.withSimilar(view.similarCount) }]}
            onChange={(values) => onChoice({ ...choice, withSimilar: values.length > 0 })}
          />
        ) : null}
      </div>
      <div className="riderActions">
        <WorkButton
          look="main"
          isBusy={props.isRunning}
          isDisabled={rows === null || rows.length === 0}
          onPress={() => (rows ? props.onRun(rows) : undefined)}
        >
          {t.run(rows?.length ?? 0)}
        </WorkButton>
        {view.errorCount > 0 ? <WorkButton onPress={saveSheet}>{t.sheet}</WorkButton> : null}
      </div>
      <ImportRows
        view={view}
        choice={choice}
        onPress={(row, isTaken) =>
          onChoice({ ...choice, pressed: new Map([...choice.pressed, [row, isTaken]]) })
        }
        onMend={props.onMend}
      />
    </>
  );
}
