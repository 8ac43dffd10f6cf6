import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import './moves.css';

export interface MoveSheetProps {
  readonly title: string;
  /** What it means. */
  readonly children: ReactNode;
  /** The way out. */
  readonly safe: { readonly text: string; readonly onPress: () => void };
  /** Null while it is not known what it means. */
  readonly deed: {
    readonly text: string;
    readonly look: 'main' | 'danger';
    readonly onPress: () => Promise<void>;
  } | null;
  readonly fault: ApiFault | null;
  /** Looks anew, after a refusal. */
  readonly onLook: () => void;
  readonly onClose: () => void;
}

/** Says what a move means for riders before it is done. An Enter pressed twice agrees to nothing: the way out has the focus. */
export function MoveSheet(props: MoveSheetProps): ReactNode {
  const { safe, deed } = props;
  const wayOut = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => wayOut.current?.focus(), []);
  return (
    <Dialog
      title={props.title}
      isOpen
      size="wide"
      onClose={props.onClose}
      actions={
        <>
          <WorkButton onPress={safe.onPress} buttonRef={wayOut}>
            {safe.text}
          </WorkButton>
          {deed ? (
            <WorkButton look={deed.look} onPress={deed.onPress}>
              {deed.text}
            </WorkButton>
          ) : null}
        </>
      }
    >
      <div className="moveSheet">
        {props.children}
        <FaultNotice fault={props.fault} onRetry={props.onLook} />
      </div>
    </Dialog>
  );
}
