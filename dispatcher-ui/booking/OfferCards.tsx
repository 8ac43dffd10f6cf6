import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { OfferView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { durationText, tableTime, tableWindow, yenText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';

const texts = {
  title: { ja: 'ご案内の時刻', en: 'Offers' },
  readAloud: { ja: '読み上げ', en: 'Read aloud' },
  pickup: { ja: 'お迎え', en: 'Pickup' },
  arrives: { ja: '着', en: 'Arrives' },
  by: { ja: (time: string) => `${time} まで`, en: (time: string) => `by ${time}` },
  alone: { ja: '貸し切り', en: 'Alone' },
  shared: { ja: (count: number) => `相乗り${count}人`, en: (count: number) => `With ${count} others` },
  estimate: { ja: '見積もり', en: 'Estimate' },
  book: { ja: (letter: string) => `${letter} 予約する`, en: (letter: string) => `Book ${letter}` },
  other: { ja: 'ほかの時刻', en: 'Other time' },
  expired: {
    ja: 'ご案内の期限が切れました。「もう一度探す」を押してください。入力はそのままです。',
    en: 'These offers have expired. Find times again; the form is unchanged.',
  },
  again: { ja: 'もう一度探す', en: 'Find again' },
};

const LETTERS = ['A', 'B', 'C', 'D'];

export interface OfferCardsProps {
  readonly offers: readonly OfferView[];
  readonly acceptingId: string | null;
  readonly fault: ApiFault | null;
  readonly onAccept: (offerId: string) => Promise<void>;
  readonly onAgain: () => void | Promise<void>;
  /** Back into the form, to the time. */
  readonly onOther: () => void;
}

/** Two or three offers; the sentence of the marked one stands below in large type, to be read aloud. */
export function OfferCards(props: OfferCardsProps): ReactNode {
  const { offers } = props;
  const t = useWords(texts);
  const language = useLanguage();
  const now = useServerNow();
  const first = useRef<HTMLButtonElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [markedId, setMarkedId] = useState(offers[0]?.id ?? null);
  const marked = offers.find((offer) => offer.id === markedId) ?? offers[0];
  const isExpired = offers.length > 0 && offers.every((offer) => Date.parse(offer.expiresAt) <= now.moment);

  useEffect(() => {
    setMarkedId(offers[0]?.id ?? null);
    first.current?.focus();
    room.current?.scrollIntoView({ block: 'end' });
  }, [offers]);

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') props.onOther();
    if (event.ctrlKey || event.metaKey || event.altKey || isExpired || props.acceptingId) return;
    const offer = offers[LETTERS.indexOf(event.key.toUpperCase())];
    if (offer) void props.onAccept(offer.id);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the letter keys for the buttons inside it.
    <div className="offers" ref={room} onKeyDown={press}>
      <h2 className="visuallyHidden">{t.title}</h2>
      <ul className="offerCards">
        {offers.map((offer, index) => (
          <li
            key={offer.id}
            className={`offer ${offer.id === marked?.id ? 'offer-marked' : ''}`}
            onFocus={() => setMarkedId(offer.id)}
          >
            <OfferFacts offer={offer} />
            <WorkButton
              look={index === 0 ? 'main' : 'plain'}
              shortcut={index === 0 ? '⏎' : (LETTERS[index] ?? '')}
              onPress={() => props.onAccept(offer.id)}
              isBusy={props.acceptingId === offer.id}
              isDisabled={isExpired || (props.acceptingId !== null && props.acceptingId !== offer.id)}
              {...(index === 0 ? { buttonRef: first } : {})}
            >
              {t.book(LETTERS[index] ?? '')}
            </WorkButton>
          </li>
        ))}
      </ul>
      {isExpired ? (
        <p className="offersExpired" role="alert">
          {t.expired}
        </p>
      ) : marked ? (
        <p className="offerSentence" aria-live="polite">
          <span className="visuallyHidden">{t.readAloud}: </span>
          {marked.sentence[language]}
        </p>
      ) : null}
      <FaultNotice fault={props.fault} />
      <div className="offersOther">
        {isExpired || props.fault ? (
          <WorkButton look="main" onPress={props.onAgain}>
            {t.again}
          </WorkButton>
        ) : null}
        <WorkButton look="quiet" shortcut="Esc" onPress={props.onOther}>
          {t.other}
        </WorkButton>
      </div>
    </div>
  );
}

function OfferFacts({ offer }: { offer: OfferView }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  return (
    <div className="offerFacts figures">
      <p className="offerMain">
        {t.pickup} <strong>{tableWindow(offer.promisedPickup)}</strong>
      </p>
      <p>
        {t.arrives} <strong>{t.by(tableTime(offer.promisedDropoff.latest))}</strong>
      </p>
      <p className="offerSide">
        {[
          durationText(offer.rideMinutes * 60, language),
          yenText(offer.fareYen, language),
          offer.sharedWith === 0 ? t.alone : t.shared(offer.sharedWith),
          offer.isEstimate ? `▲${t.estimate}` : '',
          offer.providerName[language],
        ]
          .filter(Boolean)
          .join('・')}
      </p>
    </div>
  );
}
