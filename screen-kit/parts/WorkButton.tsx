import { type ReactNode, useRef, useState } from 'react';
import './button.css';

export interface WorkButtonProps {
  readonly children: ReactNode;
  /** The work; while it goes on the button shows it and cannot fire again. Not needed on a `submit` button. */
  readonly onPress?: (() => void) | (() => Promise<unknown>);
  readonly look?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  /** The work goes on elsewhere (a form that is being sent). */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Key that does the same, shown on the button (`⏎`, `F`). */
  readonly shortcut?: string;
  readonly label?: string;
  readonly className?: string;
  readonly buttonRef?: React.Ref<HTMLButtonElement>;
}

/** A button that shows that it is working and cannot fire twice. Keeps the focus while it works. */
export function WorkButton(props: WorkButtonProps): ReactNode {
  const [isWorking, setWorking] = useState(false);
  const working = useRef(false);
  const isBusy = isWorking || props.isBusy === true;

  async function press(): Promise<void> {
    if (working.current || !props.onPress) return;
    working.current = true;
    const work = props.onPress();
    // Work that is over at once must not flicker.
    if (work instanceof Promise) setWorking(true);
    try {
      await work;
    } finally {
      working.current = false;
      setWorking(false);
    }
  }

  const blocked = isBusy || props.isDisabled === true;
  return (
    <button
      ref={props.buttonRef}
      type={props.type ?? 'button'}
      className={`button button-${props.look ?? 'plain'} ${props.className ?? ''}`}
      aria-disabled={blocked || undefined}
      aria-busy={isBusy || undefined}
      aria-label={props.label}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else if (props.onPress) void press();
      }}
    >
      <span>{props.children}</span>
      {props.shortcut ? (
        <span className="buttonKey" aria-hidden="true">
          {props.shortcut}
        </span>
      ) : null}
      {isBusy ? <span className="buttonSpinner" aria-hidden="true" /> : null}
    </button>
  );
}
