import type { ReactNode } from 'react';
import type { OfferView } from '../../backend/contract/index.ts';
import { dayText, durationText, tableTime, tableWindow, yenText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { TimeKind } from '../store/readWhen.ts';

const texts = {
  pickup: { ja: 'お迎え', en: 'Pickup' },
  arrives: { ja: (time: string) => `${time} までに着く`, en: (time: string) => `there by ${time}` },
  departAfter: { ja: (time: string) => `ご希望より ${time}あと`, en: (time: string) => `${time} later` },
  arriveBy: { ja: (time: string) => `着いて ${time}待つ`, en: (time: string) => `${time} early` },
  ride: { ja: (time: string) => `乗車 ${time}`, en: (time: string) => `ride ${time}` },
  alone: { ja: '相乗りなし', en: 'Alone' },
  shared: { ja: (count: number) => `相乗り${count}人`, en: (count: number) => `Shared with ${count}` },
  estimate: { ja: '▲見積もり', en: '▲estimate' },
  otherTime: { ja: '別の時刻', en: 'Other time' },
  otherDay: { ja: '別の日', en: 'Other day' },
  otherPlace: { ja: '別の場所', en: 'Other place' },
};

export const OFFER_LETTERS = ['A', 'B', 'C', 'D', 'E'];

export interface OfferRowsProps {
  readonly offers: readonly OfferView[];
  readonly markedId: string | null;
  /** What the wait is of: until the pickup, or between arriving and the appointment. */
  readonly timeKind: TimeKind;
  readonly isExpired: boolean;
  readonly onMark: (offerId: string) => void;
}

/** Two or three times to choose from, one line each, under the letter that chooses it. */
export function OfferRows({ offers, markedId, timeKind, isExpired, onMark }: OfferRowsProps): ReactNode {
  return (
    <ul className="offerRows">
      {offers.map((offer, index) => (
        <li key={offer.id}>
          <button
            type="button"
            className="offerRow figures"
            aria-pressed={offer.id === markedId}
            aria-disabled={isExpired || undefined}
            onClick={() => onMark(offer.id)}
          >
            <span className="offerLetter">{OFFER_LETTERS[index]}</span>
            <OfferFacts offer={offer} timeKind={timeKind} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function OfferFacts({ offer, timeKind }: { offer: OfferView; timeKind: TimeKind }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const minutes = (count: number) => durationText(count * 60, language);
  return (
    <>
      <span className="offerTimes">
        {offer.alternative ? (
          <span className="offerOther">
            {t[offer.alternative]}
            {offer.alternative === 'otherDay' ? ` ${dayText(offer.day, language)}` : ''}
            {offer.alternative === 'otherPlace' ? ` ${offer.pickupPlace} → ${offer.dropoffPlace}` : ''}
          </span>
        ) : null}
        {t.pickup} <strong>{tableWindow(offer.promisedPickup)}</strong>
        <span aria-hidden="true"> → </span>
        <strong>{t.arrives(tableTime(offer.promisedDropoff.latest))}</strong>
      </span>
      <span className="offerSide">
        {[
          t.ride(minutes(offer.rideMinutes)),
          offer.waitMinutes > 0 ? t[timeKind](minutes(offer.waitMinutes)) : '',
          yenText(offer.fareYen, language),
          offer.sharedPeople === 0 ? t.alone : t.shared(offer.sharedPeople),
          offer.isEstimate ? t.estimate : '',
        ]
          .filter(Boolean)
          .join('・')}
      </span>
    </>
  );
}
