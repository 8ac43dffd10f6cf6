import { type ReactNode, useCallback, useState } from 'react';
import type { RideAnswer, RideView } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { tableWindow } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';
import { moveChoice, type PossibleMove } from '../store/moveChoice.ts';
import { BreakSheet } from './BreakSheet.tsx';
import { MoveList } from './MoveList.tsx';
import { useAsked } from './useAsked.ts';
import './moves.css';

const texts = {
  move: { ja: '別の車へ移す', en: 'Move to another vehicle' },
  assign: { ja: '車を決める', en: 'Choose a vehicle' },
  who: {
    ja: (name: string, way: string) => `${name} 様　${way}`,
    en: (name: string, way: string) => `${name}, ${way}`,
  },
  promised: { ja: (window: string) => `お約束 ${window}`, en: (window: string) => `promised ${window}` },
  now: { ja: (vehicle: string) => `今の車 ${vehicle}`, en: (vehicle: string) => `now ${vehicle}` },
  nobody: { ja: '今は車がありません', en: 'nobody carries it now' },
  told: {
    ja: '「車がなくなった」とお伝えしたお客様には、決めたあとでお電話してください。',
    en: 'Ring the rider afterwards if they were told that no vehicle comes.',
  },
  looking: {
    ja: '車を1台ずつ調べています。「やめる」で止められます。',
    en: 'Looking at each vehicle. "Leave it" stops this.',
  },
  leave: { ja: 'やめる', en: 'Leave it' },
  doIt: { ja: 'この車に移す', en: 'Move it there' },
  assignIt: { ja: 'この車に決める', en: 'Take this vehicle' },
  late: { ja: '遅れを確かめて移す', en: 'See who would be late' },
};

export interface MoveDialogProps {
  readonly ride: RideView;
  /** The shift it was dropped on; null: none. */
  readonly droppedOn: string | null;
  readonly onClose: () => void;
  readonly onMoved: (answer: RideAnswer) => void;
}

/** Every other vehicle with what the move would mean, before it is decided; where promises would break, asks again. */
export function MoveDialog({ ride, droppedOn, onClose, onMoved }: MoveDialogProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const { feed } = useDesk();
  const ask = useCallback((signal: AbortSignal) => api.moves(ride.id, signal), [api, ride.id]);
  const { answer: moves, fault: unread, look } = useAsked(ask);
  const [chosenId, setChosenId] = useState(droppedOn);
  const [isAsking, setAsking] = useState(false);
  const { fault, attempt, forget } = useAttempt();
  const sendOnce = useSendOnce();
  const choice = moves && moveChoice(moves.options, feed.state.shifts);
  const found = choice?.possible.find(({ shift }) => shift.id === chosenId);
  // Dropped where it cannot be: nothing is chosen in its stead, so that Enter does not move it elsewhere.
  const chosen = chosenId !== null && chosenId === droppedOn ? found : (found ?? choice?.possible[0]);
  const isLeft = ride.shiftId === null;

  function lookAgain(): void {
    forget();
    setAsking(false);
    look();
  }

  async function move({ shift, effect }: PossibleMove): Promise<void> {
    const order = { shiftId: shift.id, fromShiftId: moves!.fromShiftId, agreed: effect.broken };
    await attempt(async () => {
      const answer = await sendOnce(JSON.stringify(order), (key) => api.moveRide(ride.id, order, key));
      onMoved(answer);
    });
  }

  if (chosen && isAsking) {
    return (
      <BreakSheet
        move={chosen}
        fault={fault}
        onBack={() => setAsking(false)}
        onLook={lookAgain}
        onMove={() => move(chosen)}
        onClose={onClose}
      />
    );
  }

  const breaks = chosen !== undefined && chosen.effect.broken.length > 0;
  const decide = async (): Promise<void> => {
    if (!chosen) return;
    if (breaks) setAsking(true);
    else await move(chosen);
  };
  const way = `${placeText(ride.from, language)} → ${placeText(ride.to, language)}`;
  return (
    <Dialog
      title={isLeft ? t.assign : t.move}
      isOpen
      size="full"
      onClose={onClose}
      actions={
        <>
          <WorkButton onPress={onClose}>{t.leave}</WorkButton>
          {chosen ? (
            <WorkButton look="main" onPress={decide} shortcut="⏎">
              {breaks ? t.late : isLeft ? t.assignIt : t.doIt}
            </WorkButton>
          ) : null}
        </>
      }
    >
      <div className="moveSheet">
        <p className="moveWho">
          <strong>{t.who(ride.riderName, way)}</strong>
          {ride.promisedPickup ? (
            <span className="figures">{t.promised(tableWindow(ride.promisedPickup))}</span>
          ) : null}
          <span>{ride.vehicleName ? t.now(ride.vehicleName) : t.nobody}</span>
        </p>
        {isLeft ? <p>{t.told}</p> : null}
        <FaultNotice fault={unread ?? fault} onRetry={lookAgain} />
        {choice ? (
          <MoveList
            ride={ride}
            choice={choice}
            chosen={chosen}
            droppedOn={droppedOn}
            onChoose={setChosenId}
            onDecide={decide}
          />
        ) : unread ? null : (
          <div className="moveWait">
            <LoadingNote text={t.looking} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
