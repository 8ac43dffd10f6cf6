import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { useDesk } from '../frame/deskContext.ts';
import { isLost } from '../outbox/isLost.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';
import { useUndoCancel } from '../rides/useUndoCancel.ts';
import type { WayHomeToAsk } from '../store/callStage.ts';
import { movedWayHome } from '../store/wayHome.ts';
import { RideLine } from './RideLine.tsx';
import { WayHomeForm } from './WayHomeForm.tsx';

const texts = {
  title: { ja: '帰りのご予約はどうしますか', en: 'What about the way home?' },
  misfit: {
    ja: '▲ いまの帰りの予約は、変えたあとの行きに合いません。',
    en: '▲ The way home as booked does not fit the changed way there.',
  },
  keep: { ja: 'そのまま', en: 'Keep it' },
  move: { ja: '合わせて変える', en: 'Move it along' },
  cancel: { ja: '帰りは取り消す', en: 'Cancel it' },
  kept: { ja: '帰りは、そのままです。', en: 'The way home stays as it is.' },
  cancelled: { ja: '帰りの予約を取り消しました', en: 'The way home is cancelled' },
  undo: { ja: '元に戻す', en: 'Undo' },
};

export interface WayHomeQuestionProps {
  readonly home: WayHomeToAsk;
  /** The way home stays, or is no more; there is nothing left to ask. */
  readonly onDecided: () => void;
}

/** After a change: the way home that stood before is kept, moved along, or cancelled. */
export function WayHomeQuestion({ home, onDecided }: WayHomeQuestionProps): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  const { feed } = useDesk();
  const { askWayHome, reloadCard, focus } = useCall();
  const [isMoving, setMoving] = useState(false);
  const [cancelled, setCancelled] = useState<RideView | null>(null);
  const undoCancel = useUndoCancel(home.ride.id);
  const { fault, attempt } = useAttempt();
  const sendOnce = useSendOnce();
  const first = useRef<HTMLButtonElement>(null);

  // The caret waits on what suits: an Enter pressed by habit changes nothing that fits.
  useLayoutEffect(() => {
    if (!cancelled && !isMoving) first.current?.focus();
  }, [cancelled, isMoving]);

  function move(): void {
    if (home.ride.status === 'willCall') {
      askWayHome({ kind: 'willCall' });
      return;
    }
    setMoving(true);
    focus.go('wayHome');
  }

  async function run(act: () => Promise<void>): Promise<void> {
    await attempt(act);
    reloadCard();
  }

  const cancel = () =>
    run(async () => {
      const answer = await sendOnce('cancel', (key) =>
        api.cancelRide(home.ride.id, { reason: 'riderAsked' }, key),
      );
      feed.reader?.putRide(answer.ride);
      setCancelled(answer.ride);
    });
  const undo = () =>
    run(async () => {
      await undoCancel();
      setCancelled(null);
    });

  function cancelNow(): void {
    void cancel();
  }

  /** Why it could not be put back stays in sight; what got no answer may be tried again. */
  function leaveCancelled(): void {
    if (!fault) onDecided();
  }

  function press(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement) {
      if (event.key === 'Escape') setMoving(false);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || cancelled) return;
    // A key held down since the yes must not answer a question nobody has read yet.
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    const act = { K: onDecided, T: move, X: cancelNow }[event.key.toUpperCase()];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  if (cancelled) {
    const isRefused = fault !== null && !isLost(fault);
    return (
      <>
        {isRefused ? null : (
          <UndoToast text={t.cancelled} undoText={t.undo} onUndo={undo} onGone={leaveCancelled} />
        )}
        <FaultNotice fault={fault} />
      </>
    );
  }
  const choices = [
    { key: 'K', text: t.keep, act: onDecided },
    { key: 'T', text: t.move, act: move },
  ];
  const ordered = home.isFitting ? choices : [...choices].reverse();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the letter keys for the buttons inside it.
    <div className="wayHomeQuestion" onKeyDown={press}>
      <h3>{t.title}</h3>
      <p>
        <RideLine ride={home.ride} />
      </p>
      {home.isFitting ? null : (
        <p className="answerNotice" role="alert">
          {t.misfit}
        </p>
      )}
      {isMoving ? (
        <WayHomeForm start={movedWayHome(home)} />
      ) : (
        <div className="answerActions">
          {ordered.map(({ key, text, act }, index) => (
            <WorkButton
              key={key}
              shortcut={index === 0 ? `${key} ⏎` : key}
              look={index === 0 ? 'main' : 'plain'}
              onPress={act}
              {...(index === 0 ? { buttonRef: first } : {})}
            >
              {text}
            </WorkButton>
          ))}
          <WorkButton shortcut="X" onPress={cancel}>
            {t.cancel}
          </WorkButton>
        </div>
      )}
      <FaultNotice fault={fault} />
    </div>
  );
}
