import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, from the safest to the most consequential. */
  readonly actions?: ReactNode;
  readonly size?: 'usual' | 'wide';
}

/** A question or a sheet over the page; Escape closes it and the focus goes back to where it was. */
export function Dialog(props: DialogProps): ReactNode {
  return (
    <ModalOverlay
      className="dialogGround"
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      isDismissable
    >
      <Modal className={`dialogFrame dialog-${props.size ?? 'usual'}`}>
        <AriaDialog className="dialogSheet">
          <Heading slot="title" level={2} className="dialogTitle">
            {props.title}
          </Heading>
          <div className="dialogBody">{props.children}</div>
          {props.actions ? <div className="dialogActions">{props.actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
