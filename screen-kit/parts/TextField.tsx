import { type ReactNode, useId } from 'react';
import './field.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'time' | 'date' | 'number' | 'search';
  /** The name is there for screen readers only; something visible must say what the field is. */
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  /** An example; never the only name of the field. */
  readonly placeholder?: string;
  /** What is wrong and what to do, told beside the field. */
  readonly error?: string | null;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel';
  readonly maxLength?: number;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: number;
  readonly className?: string;
  readonly inputRef?: React.Ref<HTMLInputElement>;
}

/** A labelled field for a line of text, a number, a day or a time. */
export function TextField(props: TextFieldProps): ReactNode {
  const id = useId();
  const notes = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={`field ${props.className ?? ''}`}>
      <label className={props.isLabelHidden ? 'visuallyHidden' : 'fieldLabel'} htmlFor={id}>
        {props.label}
      </label>
      {props.hint ? (
        <p className="fieldHint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      <input
        ref={props.inputRef}
        id={id}
        className="fieldInput"
        type={props.type ?? 'text'}
        value={props.value}
        placeholder={props.placeholder}
        onChange={(event) => props.onChange(event.target.value)}
        autoComplete={props.autoComplete ?? 'off'}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        min={props.min}
        max={props.max}
        step={props.step}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={notes || undefined}
      />
      <FieldError id={`${id}-error`} text={props.error ?? null} />
    </div>
  );
}

/** What is wrong with a field, beside it. Nothing when all is well. */
export function FieldError({ id, text }: { id?: string; text: string | null }): ReactNode {
  if (!text) return null;
  return (
    <p className="fieldError" id={id}>
      <span aria-hidden="true">▲ </span>
      {text}
    </p>
  );
}
