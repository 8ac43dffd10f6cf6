import { type ReactNode, useId } from 'react';
import { FieldError } from './TextField.tsx';
import './field.css';

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly text: string; readonly shortcut?: string }[];
  readonly onChange: (value: Value) => void;
  readonly error?: string | null;
  readonly isLabelHidden?: boolean;
  readonly className?: string;
}

/** One of a few: radio buttons side by side, arrow keys move between them. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactNode {
  const id = useId();
  return (
    <fieldset
      className={`field choiceField ${props.className ?? ''}`}
      aria-describedby={props.error ? `${id}-error` : undefined}
    >
      <legend className={props.isLabelHidden ? 'visuallyHidden' : 'fieldLabel'}>{props.label}</legend>
      <div className="choices">
        {props.choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span>{choice.text}</span>
            {choice.shortcut ? (
              <span className="key" aria-hidden="true">
                {choice.shortcut}
              </span>
            ) : null}
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} text={props.error ?? null} />
    </fieldset>
  );
}

export interface ChecksFieldProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (values: Value[]) => void;
  readonly error?: string | null;
  readonly className?: string;
}

/** Any of a few: check boxes side by side. */
export function ChecksField<Value extends string>(props: ChecksFieldProps<Value>): ReactNode {
  const id = useId();
  return (
    <fieldset
      className={`field choiceField ${props.className ?? ''}`}
      aria-describedby={props.error ? `${id}-error` : undefined}
    >
      <legend className="fieldLabel">{props.label}</legend>
      <div className="choices">
        {props.choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type="checkbox"
              aria-invalid={props.error ? true : undefined}
              checked={props.values.includes(choice.value)}
              onChange={(event) =>
                props.onChange(
                  event.target.checked
                    ? [...props.values, choice.value]
                    : props.values.filter((value) => value !== choice.value),
                )
              }
            />
            <span>{choice.text}</span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} text={props.error ?? null} />
    </fieldset>
  );
}
