import { type ReactNode, useState } from 'react';
import type { OfferView, RideAnswer, RideRequest } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { durationText, riderTime, yenText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { Step } from '../store/bookingDraft.ts';
import { Say } from './Say.tsx';
import { useOffers } from './useOffers.ts';
import { texts } from './words.ts';

export interface OffersStepProps {
  readonly request: RideRequest;
  readonly keptUnder: string;
  readonly onGoTo: (step: Step) => void;
  readonly onBooked: (answer: RideAnswer) => void;
}

/** The answer: two or three times, each a card with the promise in one sentence. */
export function OffersStep({ request, keptUnder, onGoTo, onBooked }: OffersStepProps): ReactNode {
  const t = useWords(texts);
  const { api, onFault } = useScreen();
  const now = useServerNow();
  const { offers, fault, askAgain } = useOffers(request, keptUnder);
  const [bookingFault, setBookingFault] = useState<ApiFault | null>(null);
  const [busyId, setBusyId] = useState<string | null>(null);

  async function book(offer: OfferView): Promise<void> {
    if (busyId !== null) return;
    setBusyId(offer.id);
    setBookingFault(null);
    try {
      // One offer can be taken once: its own id makes the key, so that a lost answer can be asked for again.
      onBooked(await api.acceptOffer(offer.id, `accept-${offer.id}`));
    } catch (cause) {
      setBookingFault(asFault(cause));
      onFault(cause);
    } finally {
      setBusyId(null);
    }
  }

  if (fault !== null) {
    return (
      <div className="offers">
        <FaultNotice
          fault={fault}
          {...(fault.kind === 'refused' && fault.status < 500 ? {} : { onRetry: askAgain })}
        />
        <WorkButton onPress={() => onGoTo('when')}>
          <Say>{t.otherTime}</Say>
        </WorkButton>
        <WorkButton onPress={() => onGoTo('to')}>
          <Say>{t.otherPlace}</Say>
        </WorkButton>
      </div>
    );
  }
  if (offers === null) {
    return (
      <p className="offersWait" role="status">
        <span className="waitMark" aria-hidden="true" />
        <Say>{t.finding}</Say>
      </p>
    );
  }
  const validMs = Math.min(...offers.map((offer) => Date.parse(offer.expiresAt))) - now.moment;
  if (validMs <= 0) {
    return (
      <div className="offers" role="status">
        <p>
          <Say>{t.expired}</Say>
        </p>
        <WorkButton look="main" onPress={askAgain}>
          <Say>{t.lookAgain}</Say>
        </WorkButton>
      </div>
    );
  }
  const isDead = bookingFault?.kind === 'refused';
  return (
    <div className="offers">
      <FaultNotice fault={bookingFault} {...(isDead ? { onRetry: askAgain } : {})} />
      <p>
        <Say>{t.chooseOffer}</Say>
      </p>
      <ul className="offerCards">
        {offers.map((offer) => (
          <OfferCard
            key={offer.id}
            offer={offer}
            isChange={Boolean(request.replaces)}
            isBusy={busyId === offer.id}
            onBook={() => book(offer)}
          />
        ))}
      </ul>
      <p className="quiet">
        <Say>{t.validFor(Math.max(1, Math.floor(validMs / 60_000)))}</Say>
      </p>
      <WorkButton onPress={() => onGoTo('when')}>
        <Say>{t.otherTime}</Say>
      </WorkButton>
    </div>
  );
}

function OfferCard(props: {
  offer: OfferView;
  isChange: boolean;
  isBusy: boolean;
  onBook: () => Promise<void>;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { offer } = props;
  const time = (second: number): string => riderTime(second, language);
  const { earliest, latest } = offer.promisedPickup;
  const arrival = offer.toldArrival;
  return (
    <li className="offerCard">
      <h2 className="offerTime figures">
        <span className="offerLabel">
          <Say>{t.offerPickup}</Say>
        </span>
        {t.between(time(earliest), time(latest))}
      </h2>
      <p className="offerTime figures">
        <span className="offerLabel">
          <Say>{t.offerArrival}</Say>
        </span>
        {arrival.earliest < arrival.latest
          ? t.between(time(arrival.earliest), time(arrival.latest))
          : t.about(time(arrival.earliest))}
      </p>
      <p className="offerSentence">{offer.sentence[language]}</p>
      <ul className="offerFacts figures">
        <li>
          <Say>{t.fare}</Say> <strong>{yenText(offer.fareYen, language)}</strong>
        </li>
        <li>
          <Say>{t.inVehicle}</Say> {durationText(offer.rideMinutes * 60, language)}
        </li>
        <li>
          <Say>{offer.sharedWith === 0 ? t.sharedNone : t.sharedSome(offer.sharedWith)}</Say>
        </li>
        {offer.isEstimate ? (
          <li>
            <Say>{t.estimate}</Say>
          </li>
        ) : null}
      </ul>
      <WorkButton look="main" isBusy={props.isBusy} onPress={props.onBook} className="offerTake">
        <Say>{props.isChange ? t.takeChange : t.take}</Say>
      </WorkButton>
    </li>
  );
}
