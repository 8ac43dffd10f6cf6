import { type ReactNode, useCallback } from 'react';
import type { RideView, UndoEffectView } from '../../backend/contract/index.ts';
import { LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { tableWindow } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { MoveSheet } from './MoveSheet.tsx';
import { useAsked } from './useAsked.ts';

const texts = {
  title: {
    ja: (name: string) => `${name} 様を元の車に戻す`,
    en: (name: string) => `Move ${name} back`,
  },
  looking: { ja: '戻せるか調べています。', en: 'Looking whether it can be moved back.' },
  untold: {
    ja: '元のお約束に戻ります。新しい時刻はまだお伝えしていないので、お電話もお知らせもしません。',
    en: 'Back to the time promised before. The new one was not told yet, so nobody is rung.',
  },
  told: {
    ja: '元のお約束に戻ります。新しい時刻をお伝えしたので、もう一度お電話します（「折り返し電話」に入ります）。',
    en: 'Back to the time promised before. The new one was told, so these riders are rung again.',
  },
  stays: {
    ja: '前のお約束にはもう間に合いません。お伝えする時刻は、新しいほうのままです。',
    en: 'The time promised before cannot be kept any more: the new one stays.',
  },
  nobody: { ja: 'お約束の時刻は変わりません。', en: 'No promised times change.' },
  rider: {
    ja: (name: string, window: string) => `${name} 様　お約束 ${window}`,
    en: (name: string, window: string) => `${name}, promised ${window}`,
  },
  leave: { ja: 'やめる', en: 'Leave it' },
  back: { ja: '元の車に戻す', en: 'Move it back' },
};

export interface UndoSheetProps {
  readonly ride: RideView;
  /** Takes the move back; rejects where it was refused. */
  readonly onBack: () => Promise<void>;
  readonly onClose: () => void;
}

/** Says before a move is taken back, for which promises broke, who is told again and who need not be. */
export function UndoSheet({ ride, onBack, onClose }: UndoSheetProps): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  const { id, shiftId } = ride;
  const ask = useCallback(
    (signal: AbortSignal) => api.lookAtUndo(id, { shiftId: shiftId ?? '' }, signal),
    [api, id, shiftId],
  );
  const { answer: effect, fault: unread, look } = useAsked(ask);
  const { fault, attempt, forget } = useAttempt();
  function lookAgain(): void {
    forget();
    look();
  }
  return (
    <MoveSheet
      title={t.title(ride.riderName)}
      safe={{ text: t.leave, onPress: onClose }}
      deed={effect && { text: t.back, look: 'main', onPress: async () => void (await attempt(onBack)) }}
      fault={unread ?? fault}
      onLook={lookAgain}
      onClose={onClose}
    >
      {effect ? <UndoWords effect={effect} /> : unread ? null : <LoadingNote text={t.looking} />}
    </MoveSheet>
  );
}

function UndoWords({ effect }: { effect: UndoEffectView }): ReactNode {
  const t = useWords(texts);
  const { rides } = useDesk().feed.state;
  const named = (rideId: string, pickup: { earliest: number; latest: number } | null | undefined) =>
    t.rider(rides.get(rideId)?.riderName ?? '', pickup ? tableWindow(pickup) : '');
  const restored = (isTold: boolean) =>
    effect.restored
      .filter((each) => each.isTold === isTold)
      .map(({ rideId, pickup }) => ({ rideId, text: named(rideId, pickup) }));
  const stays = effect.stays.map((rideId) => ({
    rideId,
    text: named(rideId, rides.get(rideId)?.promisedPickup),
  }));
  const parts = [
    { what: t.told, who: restored(true) },
    { what: t.untold, who: restored(false) },
    { what: t.stays, who: stays },
  ].filter(({ who }) => who.length > 0);
  if (parts.length === 0) return <p>{t.nobody}</p>;
  return parts.map(({ what, who }) => (
    <section key={what}>
      <p>{what}</p>
      <ul>
        {who.map(({ rideId, text }) => (
          <li key={rideId}>
            <strong>{text}</strong>
          </li>
        ))}
      </ul>
    </section>
  ));
}
