import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
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

/** Where toasts stand: a place of their own in the page, so that they cover nothing. Null until it has been drawn. */
export const ToastPlace = createContext<HTMLElement | null>(null);

/** Says what was done and lets it be undone for ten seconds. Stays while the pointer or the focus is on it. */
export function UndoToast(props: UndoToastProps): ReactNode {
  const { onGone, seconds = 10 } = props;
  const place = useContext(ToastPlace);
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
  if (!place) return null;
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: watches pointer and focus only to keep the toast open.
    <div className="toast" onMouseEnter={hold} onMouseLeave={count} onFocus={hold} onBlur={count}>
      <span role="status">{props.text}</span>
      <WorkButton onPress={props.onUndo} {...(props.shortcut ? { shortcut: props.shortcut } : {})}>
        {props.undoText}
      </WorkButton>
    </div>,
    place,
  );
}
