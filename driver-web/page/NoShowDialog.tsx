import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { spokenTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { PhoneLink } from './PhoneLink.tsx';
import { texts } from './words.ts';

export interface NoShowDialogProps {
  readonly ride: RideView;
  readonly nowSecond: number;
  readonly officePhone: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a rider is given up: how long the promise still runs, a call first, and what recording it means. */
export function NoShowDialog({
  ride,
  nowSecond,
  officePhone,
  onConfirm,
  onClose,
}: NoShowDialogProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const latest = ride.promisedPickup?.latest ?? null;
  const minutesLeft = latest === null ? 0 : Math.ceil((latest - nowSecond) / 60);
  return (
    <Dialog
      title={t.noShowTitle(ride.riderName)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <WorkButton look="main" onPress={onClose}>
            {t.keepWaiting}
          </WorkButton>
          <WorkButton look="danger" onPress={onConfirm}>
            {t.noShowConfirm}
          </WorkButton>
        </>
      }
    >
      {latest === null ? null : (
        <p className={minutesLeft > 0 ? 'warnWords' : ''}>
          {minutesLeft > 0
            ? t.noShowWait(spokenTime(latest, language), minutesLeft)
            : t.noShowOver(spokenTime(latest, language))}
        </p>
      )}
      <p>{ride.phone ? t.noShowCallFirst : t.noShowNoPhone}</p>
      {ride.phone ? (
        <PhoneLink text={t.callRider(ride.riderName)} phone={ride.phone} />
      ) : (
        <PhoneLink text={t.callOffice} phone={officePhone} />
      )}
      <p>{t.noShowConsequence}</p>
    </Dialog>
  );
}
