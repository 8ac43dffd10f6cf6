import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, from the safest to the most consequential. */
  readonly actions?: ReactNode;
  readonly size?: 'usual' | 'wide' | 'full';
}

/**
 * A question or a sheet over the page, on the browser's own modal dialog: the rest of the page is out of reach, Escape
 * closes it, and the focus goes back to where it was.
 */
export function Dialog(props: DialogProps): ReactNode {
  const { isOpen } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!isOpen || !shown) return;
    if (!shown.open) shown.showModal();
    // A sheet longer than the screen begins at its beginning, not at its buttons.
    shown.scrollTop = 0;
    return () => shown.close();
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it; the dialog sends `cancel`.
    <dialog
      ref={dialog}
      className={`dialog dialog-${props.size ?? 'usual'}`}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => {
        // The sheet fills the dialog, so a press on the dialog itself is a press outside.
        if (event.target === dialog.current) props.onClose();
      }}
    >
      <div className="dialogSheet">
        <h2 className="dialogTitle" id={`${id}-title`}>
          {props.title}
        </h2>
        <div>{props.children}</div>
        {props.actions ? <div className="dialogActions">{props.actions}</div> : null}
      </div>
    </dialog>
  );
}
