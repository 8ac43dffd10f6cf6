import { memo, type ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { StatusBadge } from '../../screen-kit/parts/StatusBadge.tsx';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { isCancellable, rideSecond } from '../store/filterRides.ts';
import { isLeftBehind } from '../store/moveChoice.ts';

const texts = { none: { ja: '便 未定', en: 'No shift' } };

/** Height of a row, in letters' size. */
export const ROW_REM = 3.75;

interface RideRowProps {
  readonly ride: RideView;
  readonly position: number;
  readonly count: number;
  readonly isSelected: boolean;
  readonly onSelect: (ride: RideView) => void;
}

/** One ride in the list, two lines high; its place in the list is its position times its height. */
export const RideRow = memo(function RideRow(props: RideRowProps): ReactNode {
  const { ride, isSelected } = props;
  const language = useLanguage();
  const t = useWords(texts);
  const isLeft = isLeftBehind(ride);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys for all rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the row by its id.
    <div
      id={`ride-${ride.id}`}
      role="option"
      className={`rideRow rideRow-${ride.status}`}
      aria-selected={isSelected}
      aria-setsize={props.count}
      aria-posinset={props.position + 1}
      style={{ top: `${props.position * ROW_REM}rem`, height: `${ROW_REM}rem` }}
      onClick={() => props.onSelect(ride)}
    >
      <span className="rideTime figures">{tableTime(rideSecond(ride))}</span>
      <span className="rideName">{ride.riderName}</span>
      <span className="rideStatus">
        <StatusBadge status={ride.status} heldUntil={ride.heldUntil} isLeftBehind={isLeft} />
      </span>
      <span className="rideWay">
        {placeText(ride.from, language)} → {placeText(ride.to, language)}
      </span>
      <span className="rideVehicle">
        {ride.vehicleName ?? (isCancellable(ride) && !isLeft ? t.none : '')}
      </span>
    </div>
  );
});
