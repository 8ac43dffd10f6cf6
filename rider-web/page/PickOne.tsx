import { type ReactNode, useId } from 'react';
import { Say } from './Say.tsx';

interface Choice<Value> {
  readonly value: Value;
  readonly text: string;
}

export interface PickOneProps<Value extends string | number> {
  readonly label: string;
  readonly chosen: Value | null;
  readonly choices?: readonly Choice<Value>[];
  /** Choices under sub-headings, instead of `choices`. */
  readonly groups?: readonly { readonly name: string; readonly choices: readonly Choice<Value>[] }[];
  /** `days`: a date is never broken. */
  readonly look?: 'wide' | 'days' | 'small';
  readonly onPick: (value: Value) => void;
}

/** One of a few, as large tiles; radio buttons underneath, so that keys and screen readers work as usual. */
export function PickOne<Value extends string | number>(props: PickOneProps<Value>): ReactNode {
  const id = useId();
  const groups = props.groups ?? [{ name: '', choices: props.choices ?? [] }];
  return (
    <fieldset className="pickOne">
      <legend>
        <Say>{props.label}</Say>
      </legend>
      {groups.map((group) => (
        <div key={group.name}>
          {group.name === '' ? null : (
            <p className="pickGroupName" id={`${id}-${group.name}`}>
              <Say>{group.name}</Say>
            </p>
          )}
          <div className={`tiles tiles-${props.look ?? 'wide'}`}>
            {group.choices.map((choice) => (
              <label key={choice.value} className="tile">
                <input
                  type="radio"
                  name={id}
                  checked={choice.value === props.chosen}
                  onChange={() => props.onPick(choice.value)}
                  aria-describedby={group.name === '' ? undefined : `${id}-${group.name}`}
                />
                <span>
                  <Say>{choice.text}</Say>
                </span>
              </label>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
