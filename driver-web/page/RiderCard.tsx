import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { daySecondOf, serviceDayOf, tableTime, yenText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { PhoneLink } from './PhoneLink.tsx';
import { needTexts, texts } from './words.ts';

export interface RiderCardProps {
  readonly ride: RideView;
  readonly direction: 'in' | 'out';
  /** The main button speaks of this rider. */
  readonly isNext: boolean;
  /** Points the main button at this rider; absent where there is nothing to choose. */
  readonly onServeFirst?: () => void;
  readonly nowSecond: number;
}

/** One party at the stop: who, what to know, how to reach them, and what has been recorded. */
export function RiderCard({ ride, direction, isNext, onServeFirst, nowSecond }: RiderCardProps): ReactNode {
  const t = useWords(texts);
  const need = useWords(needTexts);
  const language = useLanguage();
  const promise = direction === 'in' ? ride.promisedPickup : ride.promisedDropoff;
  const isOpen =
    direction === 'in' ? ['assigned', 'vehicleArrived'].includes(ride.status) : ride.status === 'onBoard';
  const lateMinutes = promise && isOpen ? Math.floor((nowSecond - promise.latest) / 60) : 0;
  const state = stateText(ride, direction, t);
  return (
    <li className={`riderCard ${isNext ? 'riderCard-next' : ''} ${state ? 'riderCard-done' : ''}`}>
      <div className="riderHead">
        <h3 className="riderName">{t.name(ride.riderName)}</h3>
        <span className="riderKana">{language === 'ja' ? ride.riderKana : null}</span>
        <span className="riderCount">{t.people(ride.partySize)}</span>
        {state ? <strong className="riderState">{state}</strong> : null}
      </div>
      {state ? null : (
        <>
          <p className="riderFacts figures">
            {direction === 'in' ? <span>{t.to(placeText(ride.to, language))}</span> : null}
            {promise ? (
              <span>{t.promised(t.until(tableTime(promise.earliest), tableTime(promise.latest)))}</span>
            ) : null}
            {ride.fareYen === null ? null : <span>{t.fare(yenText(ride.fareYen, language))}</span>}
          </p>
          {ride.heldUntil && direction === 'in' ? (
            <p className="riderHeld">
              <span aria-hidden="true">◌ </span>
              {t.held(momentText(ride.heldUntil))}
            </p>
          ) : null}
          {lateMinutes >= 1 ? (
            <p className="riderLate">
              <span aria-hidden="true">▲ </span>
              {t.late(lateMinutes)}
            </p>
          ) : null}
          {ride.needs.length > 0 ? (
            <ul className="needs">
              {ride.needs.map((name) => (
                <li key={name}>{need[name]}</li>
              ))}
            </ul>
          ) : null}
          {ride.note ? (
            <p className="riderNote">
              <strong>{t.note}</strong> {ride.note}
            </p>
          ) : null}
        </>
      )}
      {isOpen ? (
        <div className="riderActions">
          {ride.phone && direction === 'in' && !ride.heldUntil ? (
            <PhoneLink text={t.call} phone={ride.phone} of={ride.riderName} />
          ) : null}
          {onServeFirst && !isNext ? (
            <button type="button" className="button button-plain" onClick={onServeFirst}>
              {t.serveFirst}
            </button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

/** A moment on the wire as a time of the day. */
function momentText(iso: string): string {
  const moment = Date.parse(iso);
  return tableTime(daySecondOf(serviceDayOf(moment), moment));
}

function stateText(
  ride: RideView,
  direction: 'in' | 'out',
  t: { rideIn: string; rideOut: string; rideNoShow: string },
): string | null {
  if (ride.status === 'noShow') return `− ${t.rideNoShow}`;
  if (ride.status === 'done') return `✓ ${t.rideOut}`;
  if (ride.status === 'onBoard' && direction === 'in') return `✓ ${t.rideIn}`;
  return null;
}
