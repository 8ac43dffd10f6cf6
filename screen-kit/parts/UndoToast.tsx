import { type ReactNode, useEffect, useRef } from 'react';
import { WorkButton } from './WorkButton.tsx';
import './notices.css';

export interface UndoToastProps {
  /** What has been done. */
  readonly text: string;
  readonly undoText: string;
  readonly onUndo: () => void | Promise<void>;
  /** The time to undo is over. */
  readonly onGone: () => void;
  readonly shortcut?: string;
  readonly seconds?: number;
}

/** Says what was done and lets it be undone for ten seconds. Stays while the pointer or the focus is on it. */
export function UndoToast(props: UndoToastProps): ReactNode {
  const { onGone, seconds = 10 } = props;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gone = useRef(onGone);
  gone.current = onGone;
  const hold = () => clearTimeout(timer.current);
  const count = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => gone.current(), seconds * 1000);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count starts anew only with a new toast.
  useEffect(() => {
    count();
    return hold;
  }, [props.text, seconds]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: watches pointer and focus only to keep the toast open.
    <div className="toast" onMouseEnter={hold} onMouseLeave={count} onFocus={hold} onBlur={count}>
      <span role="status">{props.text}</span>
      <WorkButton onPress={props.onUndo} {...(props.shortcut ? { shortcut: props.shortcut } : {})}>
        {props.undoText}
      </WorkButton>
    </div>
  );
}
