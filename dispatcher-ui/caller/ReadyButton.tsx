import { type ReactNode, useRef, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { useDesk } from '../frame/deskContext.ts';

const texts = { ready: { ja: '帰りの用意ができた', en: 'Ready to go home' } };

/** The rider rings to go home: the soonest vehicle is booked at once and its time is read aloud. */
export function ReadyButton({ ride }: { ride: RideView }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api, onFault } = useScreen();
  const { feed } = useDesk();
  const { reloadCard } = useCall();
  const [sentence, setSentence] = useState<string | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const key = useRef(newKey());

  async function ready(): Promise<void> {
    setFault(null);
    try {
      const answer = await api.rideReady(ride.id, { by: 'phone', book: true }, key.current);
      feed.reader?.putRide(answer.ride);
      setSentence(answer.sentence[language]);
      reloadCard();
    } catch (cause) {
      const met = asFault(cause);
      if (met.kind === 'refused') key.current = newKey();
      setFault(met);
      onFault(cause);
    }
  }

  return (
    <>
      <WorkButton look="main" className="cardStop" onPress={ready}>
        {t.ready}
      </WorkButton>
      {sentence ? (
        <p className="cardSentence" role="status">
          {sentence}
        </p>
      ) : null}
      <FaultNotice fault={fault} />
    </>
  );
}
