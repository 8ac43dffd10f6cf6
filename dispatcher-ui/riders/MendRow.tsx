import { type FormEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ImportFieldName, ImportRowView, ImportView } from '../../backend/contract/index.ts';
import { isComposing } from '../../screen-kit/parts/isComposing.ts';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { importFieldTexts } from './importFieldTexts.ts';

const texts = {
  again: { ja: 'この行を調べ直す', en: 'Check this row again' },
  cancel: { ja: '閉じる', en: 'Close' },
};

export interface MendRowProps {
  readonly row: ImportRowView;
  readonly view: ImportView;
  readonly onMend: (cells: readonly string[]) => Promise<void>;
  readonly onCancel: () => void;
}

/** A row of the file, mended where it stands: the columns that are used, with what is wrong beside each. */
export function MendRow({ row, view, onMend, onCancel }: MendRowProps): ReactNode {
  const t = useWords(texts);
  const fieldWords = useWords(importFieldTexts);
  const language = useLanguage();
  const [cells, setCells] = useState<readonly string[]>(row.cells);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Also after a check that found something else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the remarks of the row lead to what is wrong now.
  useLayoutEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.current?.querySelector('input'))?.focus();
  }, [row.remarks]);

  function errorOf(field: string): string | null {
    const found = row.remarks.find((remark) => remark.isError && remark.field === field);
    return found ? adviceText(found, language) : null;
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    void onMend(cells).finally(() => setBusy(false));
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !isComposing(event)) onCancel();
  }

  return (
    <form ref={form} className="mendRow" onSubmit={submit} onKeyDown={press} noValidate>
      {Object.entries(view.mapping).map(([field, column]) => (
        <TextField
          key={field}
          label={fieldWords[field as ImportFieldName]}
          value={cells[column] ?? ''}
          maxLength={500}
          onChange={(text) => setCells(cells.with(column, text))}
          error={errorOf(field)}
        />
      ))}
      <div className="riderActions">
        <WorkButton look="main" type="submit" shortcut="⏎" isBusy={isBusy}>
          {t.again}
        </WorkButton>
        <WorkButton look="quiet" shortcut="Esc" onPress={onCancel}>
          {t.cancel}
        </WorkButton>
      </div>
    </form>
  );
}
