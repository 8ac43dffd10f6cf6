import type { ReactNode } from 'react';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import type { SeriesDraft } from '../store/seriesDraft.ts';
import { seriesTexts } from './seriesTexts.ts';

type TimeKind = SeriesDraft['timeKind'];

/** A time of a series, and whether one has to be there by it or leaves after it. */
export function SeriesTime(props: {
  label: string;
  kindLabel: string;
  example: string;
  text: string;
  kind: TimeKind;
  /** What is usual first. */
  kinds: readonly TimeKind[];
  onText: (text: string) => void;
  onKind: (kind: TimeKind) => void;
  error: string | null;
}): ReactNode {
  const t = useWords(seriesTexts);
  return (
    <>
      <TextField
        label={props.label}
        placeholder={props.example}
        value={props.text}
        onChange={props.onText}
        error={props.error}
      />
      <ChoiceField
        label={props.kindLabel}
        value={props.kind}
        choices={props.kinds.map((value) => ({ value, text: t[value] }))}
        onChange={props.onKind}
      />
    </>
  );
}
