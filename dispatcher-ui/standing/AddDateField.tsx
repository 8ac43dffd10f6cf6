import { type ReactNode, useState } from 'react';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';

const texts = {
  day: { ja: 'ほかの日にも乗る', en: 'Also ride on' },
  add: { ja: 'この日を足す', en: 'Add this date' },
  missing: { ja: '日にちを入れてください。', en: 'Enter the date.' },
  past: { ja: 'あす以降の日を入れてください。', en: 'Enter a date from tomorrow on.' },
};

interface AddDateFieldProps {
  /** The first day that can be added. */
  readonly first: string;
  readonly onAdd: (day: string) => Promise<void>;
}

/** A date that the series does not have. */
export function AddDateField({ first, onAdd }: AddDateFieldProps): ReactNode {
  const t = useWords(texts);
  const [day, setDay] = useState('');
  const [error, setError] = useState<string | null>(null);

  async function add(): Promise<void> {
    if (day === '' || day < first) {
      setError(day === '' ? t.missing : t.past);
      return;
    }
    setError(null);
    await onAdd(day);
    setDay('');
  }

  return (
    <div className="addDate">
      <TextField
        label={t.day}
        type="date"
        value={day}
        min={first}
        onChange={(next) => {
          setDay(next);
          setError(null);
        }}
        error={error}
      />
      <WorkButton onPress={add}>{t.add}</WorkButton>
    </div>
  );
}
