import { type ReactNode, useId, useState } from 'react';
import { FieldError } from '../../screen-kit/parts/TextField.tsx';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';

const texts = {
  file: { ja: 'Excel（.xlsx）か CSV のファイル', en: 'Excel (.xlsx) or CSV file' },
  hint: {
    ja: '1行目に見出しがある表。文字コードは自動で見分けます。',
    en: 'A table with headers in its first row. The encoding is found by itself.',
  },
  reading: {
    ja: (name: string) => `${name} を読んでいます…`,
    en: (name: string) => `Reading ${name}…`,
  },
};

/** Chooses the file of a list; what is wrong with it is told beside the field. */
export function ImportFile(props: {
  fault: ApiFault | null;
  onChoose: (file: File) => Promise<void>;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const id = useId();
  const [reading, setReading] = useState<string | null>(null);
  const fault = props.fault?.field === 'file' ? props.fault : null;

  async function choose(file: File): Promise<void> {
    setReading(file.name);
    await props.onChoose(file);
    setReading(null);
  }

  return (
    <div className="importFile">
      <label className="fieldLabel" htmlFor={id}>
        {t.file}
      </label>
      <p className="fieldHint" id={`${id}-hint`}>
        {t.hint}
      </p>
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv,.tsv,.txt"
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void choose(file);
        }}
      />
      <FieldError id={`${id}-error`} text={fault ? adviceText(fault, language) : null} />
      <p role="status">{reading === null ? '' : t.reading(reading)}</p>
    </div>
  );
}
