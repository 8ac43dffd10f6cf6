import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { StatusBadge } from '../../screen-kit/parts/StatusBadge.tsx';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { bookerLabel, proxyTexts } from '../caller/proxyTexts.ts';
import { rideSecond } from '../store/filterRides.ts';
import { isLeftBehind } from '../store/moveChoice.ts';

/** One ride in one line: when, from where to where, by which vehicle, and how it stands. */
export function RideLine({ ride, hasDay = true }: { ride: RideView; hasDay?: boolean }): ReactNode {
  const language = useLanguage();
  const t = useWords(proxyTexts);
  return (
    <span className="rideLine figures">
      <strong>
        {hasDay ? `${dayText(ride.day, language)} ` : ''}
        {tableTime(rideSecond(ride))}
      </strong>{' '}
      <span>
        {placeText(ride.from, language)} → {placeText(ride.to, language)}
      </span>{' '}
      <span className="rideLineSide">
        {ride.vehicleName ?? ''}{' '}
        <StatusBadge status={ride.status} heldUntil={ride.heldUntil} isLeftBehind={isLeftBehind(ride)} />
      </span>
      {ride.bookedBy ? <span className="rideLineBooker">{bookerLabel(ride, t)}</span> : null}
    </span>
  );
}
