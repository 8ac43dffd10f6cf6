import type { ReactNode } from 'react';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { EndShiftSheet } from './EndShiftSheet.tsx';
import type { ShiftActs } from './useShiftActs.ts';

const texts = {
  end: {
    ja: (vehicle: string) => `${vehicle} を業務終了にしました。`,
    en: (vehicle: string) => `The shift of ${vehicle} is ended.`,
  },
  goOn: {
    ja: (vehicle: string) => `${vehicle} の業務を再開しました。`,
    en: (vehicle: string) => `The shift of ${vehicle} goes on.`,
  },
  undo: { ja: '元に戻す', en: 'Undo' },
};

/** The question before a shift is ended, and for ten seconds what was done, with the way back. */
export function ShiftRoom({ acts }: { acts: ShiftActs }): ReactNode {
  const t = useWords(texts);
  const { ending, done } = acts;
  return (
    <>
      {ending ? (
        <EndShiftSheet key={ending.id} shift={ending} onEnd={acts.confirmEnd} onClose={acts.leave} />
      ) : null}
      {done ? (
        <UndoToast
          text={t[done.what](done.shift.vehicleName)}
          undoText={t.undo}
          onUndo={acts.undo}
          onGone={acts.forget}
        />
      ) : null}
    </>
  );
}
