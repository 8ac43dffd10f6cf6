import type { ReactNode } from 'react';
import './partSwitch.css';

export interface PartSwitchProps<Part extends string> {
  /** What the parts are parts of. */
  readonly label: string;
  readonly parts: readonly Part[];
  readonly shown: Part;
  readonly textOf: (part: Part) => string;
  readonly onShow: (part: Part) => void;
}

/** The parts of a room of the desk, side by side; one is shown at a time. */
export function PartSwitch<Part extends string>(props: PartSwitchProps<Part>): ReactNode {
  return (
    <nav className="partSwitch" aria-label={props.label}>
      {props.parts.map((part) => (
        <button
          key={part}
          type="button"
          className="partSwitchPart"
          aria-current={part === props.shown ? 'page' : undefined}
          onClick={() => props.onShow(part)}
        >
          {props.textOf(part)}
        </button>
      ))}
    </nav>
  );
}
