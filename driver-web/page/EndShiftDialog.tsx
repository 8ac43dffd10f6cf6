import type { ReactNode } from 'react';
import type { RideView, ShiftView } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { PhoneLink } from './PhoneLink.tsx';
import { texts } from './words.ts';

export interface EndShiftDialogProps {
  readonly shift: ShiftView;
  /** Rides that are aboard or still to be fetched. */
  readonly unfinished: readonly RideView[];
  readonly nowSecond: number;
  readonly officePhone: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a shift is ended, and says what it means; where it cannot be yet, who is left and what to do. */
export function EndShiftDialog(props: EndShiftDialogProps): ReactNode {
  const { shift, unfinished, nowSecond, officePhone, onConfirm, onClose } = props;
  const t = useWords(texts);
  const aboard = unfinished.filter(({ status }) => status === 'onBoard').length;
  const awaited = unfinished.length - aboard;
  const canEnd = unfinished.length === 0;
  return (
    <Dialog
      title={canEnd ? t.endTitle : t.endNotYet}
      isOpen
      onClose={onClose}
      actions={
        <>
          <WorkButton look="main" onPress={onClose}>
            {canEnd ? t.goOn : t.close}
          </WorkButton>
          {canEnd ? (
            <WorkButton look="danger" onPress={onConfirm}>
              {t.endShift}
            </WorkButton>
          ) : null}
        </>
      }
    >
      {canEnd ? (
        <>
          {nowSecond < shift.end ? <p className="warnWords">{t.endsAt(tableTime(shift.end))}</p> : null}
          <p>{t.endMeans}</p>
        </>
      ) : null}
      {aboard > 0 ? <p>{t.endAboard(aboard)}</p> : null}
      {awaited > 0 ? (
        <>
          <p>{t.endAwaited(awaited)}</p>
          <PhoneLink text={t.callOffice} phone={officePhone} />
        </>
      ) : null}
    </Dialog>
  );
}
