import type { ReactNode } from 'react';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { UndoSheet } from './UndoSheet.tsx';
import { brokenCountOf, type MoveActs } from './useMoveActs.ts';

const texts = {
  moved: {
    ja: (name: string, vehicle: string) => `${name} 様を ${vehicle} に移しました。`,
    en: (name: string, vehicle: string) => `${name} rides with ${vehicle} now.`,
  },
  owed: {
    ja: (count: number) => `折り返し電話が${count}件あります。`,
    en: (count: number) => (count === 1 ? 'One rider has to be rung.' : `${count} riders have to be rung.`),
  },
  letGo: {
    ja: (name: string) => `${name} 様の車を、自動に任せました。`,
    en: (name: string) => `The vehicle of ${name} is left to the plan.`,
  },
  undo: { ja: '元に戻す', en: 'Undo' },
};

/** The choice of a vehicle where one is being made, and for ten seconds what was done, with the way back. */
export function MoveRoom({ acts }: { acts: MoveActs }): ReactNode {
  const t = useWords(texts);
  const { feed } = useDesk();
  const { moving, moved } = acts;
  const ride = moving && feed.state.rides.get(moving.rideId);
  const told = (): string => {
    if (!moved) return '';
    const { riderName, vehicleName } = moved.ride;
    if (moved.what === 'letGo') return t.letGo(riderName);
    const done = t.moved(riderName, vehicleName ?? '');
    const brokenCount = brokenCountOf(moved.ride);
    return brokenCount > 0 ? `${done} ${t.owed(brokenCount)}` : done;
  };
  return (
    <>
      {ride ? (
        <MoveDialog
          key={ride.id}
          ride={ride}
          droppedOn={moving.shiftId}
          onClose={acts.leave}
          onMoved={acts.onMoved}
        />
      ) : null}
      {acts.undoing ? (
        <UndoSheet
          key={acts.undoing.id}
          ride={acts.undoing}
          onBack={acts.confirmUndo}
          onClose={acts.leaveUndo}
        />
      ) : null}
      {moved ? <UndoToast text={told()} undoText={t.undo} onUndo={acts.undo} onGone={acts.forget} /> : null}
    </>
  );
}
