import { type ReactNode, useState } from 'react';
import type { CancelRide, RideView } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useActing } from '../proxy/actingContext.ts';
import { proxyTexts } from '../proxy/proxyWords.ts';
import { PickOne } from './PickOne.tsx';
import { Say } from './Say.tsx';
import { reasonTexts, texts } from './words.ts';

/** Reasons that are a rider's own. */
type Reason = keyof typeof reasonTexts & CancelRide['reason'];

export interface CancelDialogProps {
  readonly ride: RideView;
  /** The vehicle is on its way already. */
  readonly isSoon: boolean;
  readonly phone: string;
  readonly onDone: (ride: RideView) => void;
  readonly onClose: () => void;
}

/** Asks why, and says what cancelling means, before it is done. */
export function CancelDialog({ ride, isSoon, phone, onDone, onClose }: CancelDialogProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const proxy = useWords(proxyTexts);
  const acting = useActing();
  const reasons = useWords(reasonTexts);
  const { api, onFault } = useScreen();
  const [reason, setReason] = useState<Reason>('riderAsked');
  const [fault, setFault] = useState<ApiFault | null>(null);

  async function cancel(): Promise<void> {
    setFault(null);
    try {
      // With another reason it is another question, which the server does not take under the key of the first.
      const key = `cancel-${ride.id}-${ride.revision}-${reason}`;
      const answer = await api.cancelRide(ride.id, { reason }, key);
      onDone(answer.ride);
    } catch (cause) {
      setFault(asFault(cause));
      onFault(cause);
    }
  }

  return (
    <Dialog
      title={t.cancelTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <WorkButton onPress={onClose}>
            <Say>{t.cancelKeep}</Say>
          </WorkButton>
          <WorkButton look="danger" onPress={cancel}>
            <Say>{t.cancelDo}</Say>
          </WorkButton>
        </>
      }
    >
      <div className="cancelBody">
        {acting ? (
          <p>
            <strong>
              <Say>{proxy.actingFor(acting.person.name)}</Say>
            </strong>
          </p>
        ) : null}
        <p>{t.fromTo(placeText(ride.from, language), placeText(ride.to, language))}</p>
        <PickOne<Reason>
          label={t.cancelWhy}
          chosen={reason}
          choices={(Object.keys(reasonTexts) as Reason[]).map((value) => ({ value, text: reasons[value] }))}
          onPick={setReason}
        />
        {isSoon ? (
          <p className="cancelSoon">
            <Say>{t.cancelSoon}</Say>{' '}
            <a className="figures" href={`tel:${phone}`}>
              <Say>{t.callService}</Say> <span className="phoneNumber">{phone}</span>
            </a>
          </p>
        ) : null}
        <p>
          <Say>{t.cancelConsequence}</Say>
        </p>
        <FaultNotice fault={fault} />
      </div>
    </Dialog>
  );
}
