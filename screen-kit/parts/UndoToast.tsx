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

/**
 * Says what was done and lets it be undone for ten seconds. Stays while the pointer or the focus is on it, and while it is
 * being undone.
 */
export function UndoToast(props: UndoToastProps): ReactNode {
  const { onGone, seconds = 10 } = props;
  const place = useContext(ToastPlace);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gone = useRef(onGone);
  gone.current = onGone;
  /** Pointer or focus is on it. */
  const isHeld = useRef(false);
  const isUndoing = useRef(false);
  const isOver = useRef(false);
  const stopCount = () => clearTimeout(timer.current);
  const count = () => {
    stopCount();
    if (isHeld.current || isUndoing.current) return;
    timer.current = setTimeout(() => gone.current(), seconds * 1000);
  };
  const hold = () => {
    isHeld.current = true;
    stopCount();
  };
  const letGo = () => {
    isHeld.current = false;
    count();
  };
  async function undo(): Promise<void> {
    isUndoing.current = true;
    stopCount();
    try {
      await props.onUndo();
    } finally {
      isUndoing.current = false;
      if (!isOver.current) count();
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count starts anew only with a new toast.
  useEffect(() => {
    isOver.current = false;
    count();
    return () => {
      isOver.current = true;
      stopCount();
    };
  }, [props.text, seconds]);
  if (!place) return null;
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: watches pointer and focus only to keep the toast open.
    <div className="toast" onMouseEnter={hold} onMouseLeave={letGo} onFocus={hold} onBlur={letGo}>
      <span role="status">{props.text}</span>
      <WorkButton onPress={undo} {...(props.shortcut ? { shortcut: props.shortcut } : {})}>
        {props.undoText}
      </WorkButton>
    </div>,
    place,
  );
}
