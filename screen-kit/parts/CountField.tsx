import { type ReactNode, useId } from 'react';
import { useWords } from '../words/words.ts';
import { FieldError } from './TextField.tsx';
import './field.css';

const texts = {
  fewer: { ja: (label: string) => `${label}を1人減らす`, en: (label: string) => `One fewer: ${label}` },
  more: { ja: (label: string) => `${label}を1人増やす`, en: (label: string) => `One more: ${label}` },
};

export interface CountFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly most?: number;
  readonly error?: string | null;
  readonly inputRef?: React.Ref<HTMLInputElement>;
}

/** A small number of people: typed, arrow keys, or the two buttons. */
export function CountField(props: CountFieldProps): ReactNode {
  const t = useWords(texts);
  const id = useId();
  const most = props.most ?? 20;
  const set = (value: number) => props.onChange(Math.min(most, Math.max(0, Math.trunc(value) || 0)));
  return (
    <div className="field countField">
      <label className="fieldLabel" htmlFor={id}>
        {props.label}
      </label>
      <div className="countRow">
        <button
          type="button"
          tabIndex={-1}
          className="countButton"
          aria-label={t.fewer(props.label)}
          onClick={() => set(props.value - 1)}
        >
          −
        </button>
        <input
          ref={props.inputRef}
          id={id}
          className="fieldInput figures"
          type="number"
          min={0}
          max={most}
          value={props.value}
          onChange={(event) => set(event.target.valueAsNumber)}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={props.error ? `${id}-error` : undefined}
        />
        <button
          type="button"
          tabIndex={-1}
          className="countButton"
          aria-label={t.more(props.label)}
          onClick={() => set(props.value + 1)}
        >
          ＋
        </button>
      </div>
      <FieldError id={`${id}-error`} text={props.error ?? null} />
    </div>
  );
}
