import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CancelAnswer, CancelRide } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';
import { useUndoCancel } from './useUndoCancel.ts';

const texts = {
  title: { ja: '取り消しました', en: 'Cancelled' },
  close: { ja: '閉じる', en: 'Close' },
  undo: { ja: '元に戻す', en: 'Undo' },
  keepReturn: { ja: '帰りはそのまま', en: 'Keep the way home' },
  cancelReturn: { ja: '帰りも取り消す', en: 'Cancel the way home too' },
};

const UNDO_MS = 10_000;

export interface CancelledSheetProps {
  readonly answer: CancelAnswer;
  /** As it was asked for: why, and by whom. */
  readonly cancel: CancelRide;
  readonly onClose: () => void;
}

/** After a cancellation: what was agreed, whether the way home should go too, and the way back for ten seconds. */
export function CancelledSheet({ answer, cancel, onClose }: CancelledSheetProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const { feed } = useDesk();
  const { fault, attempt } = useAttempt();
  const [canUndo, setCanUndo] = useState(true);
  const sendOnce = useSendOnce();
  const safe = useRef<HTMLButtonElement>(null);
  const { ride, openReturn, question } = answer;
  const undoCancel = useUndoCancel(ride.id);

  // An Enter pressed twice must not undo what the first one did.
  useLayoutEffect(() => safe.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => setCanUndo(false), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);

  const undo = () =>
    attempt(async () => {
      await undoCancel();
      onClose();
    });
  const cancelReturn = () =>
    attempt(async () => {
      const cancelled = await sendOnce('return', (key) => api.cancelRide(openReturn!.id, cancel, key));
      feed.reader?.putRide(cancelled.ride);
      onClose();
    });

  return (
    <Dialog
      title={t.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          {canUndo ? <WorkButton onPress={undo}>{t.undo}</WorkButton> : null}
          {openReturn ? (
            <>
              <WorkButton onPress={onClose} buttonRef={safe}>
                {t.keepReturn}
              </WorkButton>
              <WorkButton look="danger" onPress={cancelReturn}>
                {t.cancelReturn}
              </WorkButton>
            </>
          ) : (
            <WorkButton look="main" onPress={onClose} buttonRef={safe}>
              {t.close}
            </WorkButton>
          )}
        </>
      }
    >
      <div className="cancelSheet">
        <p className="cancelWhich">{answer.sentence[language]}</p>
        {question ? <p>{question[language]}</p> : null}
        <FaultNotice fault={fault} />
      </div>
    </Dialog>
  );
}
