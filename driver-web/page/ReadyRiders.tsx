import { type ReactNode, useRef, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { type ApiFault, asFault, type SpokenText } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { texts } from './words.ts';

export interface ReadyRidersProps {
  /** Rides this driver has finished, the latest first. */
  readonly rides: readonly RideView[];
  /** Tells the office; resolves with what to say to the rider. */
  readonly onReady: (rideId: string, key: string) => Promise<SpokenText>;
}

/** A rider says to the driver that they are ready to go home: the driver passes it on, and reads the time aloud. */
export function ReadyRiders({ rides, onReady }: ReadyRidersProps): ReactNode {
  const t = useWords(texts);
  return (
    <section className="readyRiders">
      <h3>{t.readyTitle}</h3>
      <ul>
        {rides.map((ride) => (
          <ReadyLine key={ride.id} ride={ride} onReady={onReady} />
        ))}
      </ul>
    </section>
  );
}

function ReadyLine({ ride, onReady }: { ride: RideView } & Pick<ReadyRidersProps, 'onReady'>): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const [sentence, setSentence] = useState<SpokenText | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const key = useRef(newKey());

  async function tell(): Promise<void> {
    setFault(null);
    try {
      setSentence(await onReady(ride.id, key.current));
    } catch (cause) {
      const met = asFault(cause);
      // A refusal is the answer to its key; only a lost answer may be asked for again under the same one.
      if (met.kind === 'refused') key.current = newKey();
      setFault(met);
    }
  }

  return (
    <li>
      <p>
        <strong>{t.name(ride.riderName)}</strong> {t.at(placeText(ride.to, language))}
      </p>
      {sentence ? (
        <p className="readySentence" role="status">
          {sentence[language]}
        </p>
      ) : (
        <WorkButton label={`${t.ready}: ${t.name(ride.riderName)}`} onPress={tell}>
          {t.ready}
        </WorkButton>
      )}
      {fault?.kind === 'refused' ? (
        <div className="faultNotice" role="alert">
          <p className="faultWords">
            <strong>{fault.sentence[language]}</strong> {t.readyRefused}
          </p>
        </div>
      ) : (
        <FaultNotice fault={fault} />
      )}
    </li>
  );
}
