import { type ReactNode, useContext, useRef, useState } from 'react';
import type { CancelAnswer, CancelRide, RideView } from '../../backend/contract/index.ts';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { useLeadToWrong } from '../../screen-kit/parts/useLeadToWrong.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { CallContext } from '../call/callContext.ts';
import { useDesk } from '../frame/deskContext.ts';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import { useSending } from '../outbox/useSending.ts';
import { rideSecond } from '../store/filterRides.ts';
import { markedSpeaker } from '../store/speaker.ts';
import { CancelledSheet } from './CancelledSheet.tsx';
import {
  type CancellerDraft,
  CancellerField,
  cancellerOf,
  THE_RIDER,
  wrongInCanceller,
} from './CancellerField.tsx';
import { reasonTexts } from './reasonTexts.ts';
import './cancel.css';

const texts = {
  title: { ja: '予約を取り消しますか', en: 'Cancel this ride?' },
  which: {
    ja: (name: string, time: string, way: string) => `${name} 様 ${time} ${way}`,
    en: (name: string, time: string, way: string) => `${name}, ${time}, ${way}`,
  },
  consequence: {
    ja: 'お約束の時刻はなくなり、便から外れます。10秒以内なら元に戻せます。そのあとは、もう一度予約が要ります。',
    en: 'The promised times are given up and the ride leaves its shift. It can be undone for ten seconds; after that it has to be booked again.',
  },
  reason: { ja: '取り消しの理由', en: 'Reason' },
  keep: { ja: '取り消さない', en: 'Keep it' },
  cancel: { ja: '取り消す', en: 'Cancel the ride' },
};

const REASONS = Object.keys(reasonTexts) as CancelRide['reason'][];

export interface CancelDialogProps {
  readonly ride: RideView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for the reason and names the consequence before a ride is cancelled; then asks about the way home. */
export function CancelDialog({ ride, isOpen, onClose }: CancelDialogProps): ReactNode {
  const [done, setDone] = useState<{ answer: CancelAnswer; cancel: CancelRide } | null>(null);
  const [left, setLeft] = useState<CancelDraft | null>(null);
  if (!isOpen) return null;
  if (!done) {
    return (
      <AskSheet
        ride={ride}
        start={left}
        onClose={(unsent) => {
          setLeft(unsent);
          onClose();
        }}
        onDone={(answer, cancel) => setDone({ answer, cancel })}
      />
    );
  }
  const close = () => {
    setDone(null);
    setLeft(null);
    onClose();
  };
  return <CancelledSheet answer={done.answer} cancel={done.cancel} onClose={close} />;
}

interface CancelDraft {
  readonly reason: CancelRide['reason'];
  readonly canceller: CancellerDraft;
}

function AskSheet(props: {
  ride: RideView;
  /** What was left unsent before; null: nothing. */
  start: CancelDraft | null;
  /** @param unsent what waits for the server and is not sent now; null: nothing */
  onClose: (unsent: CancelDraft | null) => void;
  onDone: (answer: CancelAnswer, cancel: CancelRide) => void;
}): ReactNode {
  const { ride, start, onDone } = props;
  const t = useWords(texts);
  const language = useLanguage();
  const reasonWords = useWords(reasonTexts);
  const { api } = useScreen();
  const { feed } = useDesk();
  const [reason, setReason] = useState<CancelRide['reason']>(start?.reason ?? 'riderAsked');
  const call = useContext(CallContext);
  const isOfCall = call?.draft.person?.id === ride.personId;
  const marked = isOfCall ? markedSpeaker(call.speaker, ride.personId, call.draft.proxyId) : 'self';
  const speaks = marked === 'self' ? THE_RIDER.who : marked;
  const [canceller, setCanceller] = useState(start?.canceller ?? { ...THE_RIDER, who: speaks });
  const [isTried, setTried] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const leadToWrong = useLeadToWrong(sheet);
  const asked = { reason, by: cancellerOf(canceller) };
  const { fault, isUnsent, isSending, send } = useSending(JSON.stringify(asked));
  const problem = fault?.kind === 'refused' ? fault.problem : null;

  const leave = () => props.onClose(isUnsent || isSending ? { reason, canceller } : null);

  async function cancel(): Promise<void> {
    setTried(true);
    if (wrongInCanceller(canceller).length === 0) {
      await send(async (key) => {
        const answer = await api.cancelRide(ride.id, asked, key);
        feed.reader?.putRide(answer.ride);
        onDone(answer, asked);
      });
    }
    leadToWrong();
  }

  return (
    <Dialog
      title={t.title}
      isOpen
      onClose={leave}
      actions={
        <>
          <WorkButton onPress={leave}>{t.keep}</WorkButton>
          <WorkButton look="danger" onPress={cancel}>
            {t.cancel}
          </WorkButton>
        </>
      }
    >
      <div ref={sheet} className="cancelSheet">
        <p className="cancelWhich">
          {t.which(
            ride.riderName,
            tableTime(rideSecond(ride)),
            `${placeText(ride.from, language)} → ${placeText(ride.to, language)}`,
          )}
        </p>
        <p>{t.consequence}</p>
        <ChoiceField
          label={t.reason}
          value={reason}
          choices={REASONS.map((value) => ({ value, text: reasonWords[value] }))}
          onChange={setReason}
        />
        <CancellerField
          personId={ride.personId}
          value={canceller}
          problem={problem}
          isTried={isTried}
          onChange={setCanceller}
        />
        {isUnsent ? <UnsentNotice closed="kept" /> : <FaultNotice fault={problem?.field ? null : fault} />}
      </div>
    </Dialog>
  );
}
