import type { ReactNode } from 'react';
import type { ProxyKindName, RideView } from '../../backend/contract/index.ts';
import { StatusBadge } from '../../screen-kit/parts/StatusBadge.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { riderTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { proxyTexts } from '../proxy/proxyWords.ts';
import { canCancel, canChange, rideMoment } from '../store/rideList.ts';
import { withoutRuby } from '../store/ruby.ts';
import { useDayName } from './dayName.ts';
import { rideStatusTexts } from './rideStatusTexts.ts';
import { Say } from './Say.tsx';
import { texts } from './words.ts';

export interface RideCardProps {
  readonly ride: RideView;
  readonly today: string;
  readonly nowSecond: number;
  /** Names the rider instead of the day, for those who look after several people on one day. */
  readonly isForClinic?: boolean;
  readonly onChange?: () => void;
  readonly onCancel?: () => void;
  readonly action?: ReactNode;
}

/** One ride: day, promise, where, and in one sentence how it stands. */
export function RideCard({
  ride,
  today,
  nowSecond,
  isForClinic,
  onChange,
  onCancel,
  action,
}: RideCardProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const dayName = useDayName(today);
  const time = (second: number): string => riderTime(second, language);
  const from = placeText(ride.from, language);
  const moment = rideMoment(ride, today, nowSecond);
  // A clinic's rides stand under headings of their own.
  const Heading = isForClinic ? 'h3' : 'h2';
  const isLive = ['soon', 'late', 'arrived', 'onBoard'].includes(moment);
  const isOver = ['done', 'cancelled', 'noShow', 'missed', 'notBooked'].includes(moment);
  return (
    <li className={`rideCard ${isLive ? 'rideCard-live' : ''} ${isOver ? 'rideCard-over' : ''}`}>
      <div className="rideHead">
        <Heading className="rideWho">
          {isForClinic ? <Say>{t.hello(ride.riderName)}</Say> : dayName(ride.day)}
        </Heading>
        <StatusBadge status={ride.status} heldUntil={ride.heldUntil} texts={rideStatusTexts} />
      </div>
      {ride.promisedPickup && !isOver ? (
        <p className="ridePromise figures">
          <Say>{t.pickupBetween(time(ride.promisedPickup.earliest), time(ride.promisedPickup.latest))}</Say>
        </p>
      ) : null}
      <p>{t.fromTo(from, placeText(ride.to, language))}</p>
      <p className="rideMoment" role={isLive ? 'status' : undefined}>
        <Say>{momentText(ride, moment, t, time, from)}</Say>
        {ride.vehicleName && !isOver ? (
          <>
            {' '}
            <span className="rideVehicle">
              <Say>{t.vehicle(ride.vehicleName)}</Say>
            </span>
          </>
        ) : null}
      </p>
      {isForClinic ? null : <Hands ride={ride} />}
      {action}
      <RideActs ride={ride} isForClinic={isForClinic} onChange={onChange} onCancel={onCancel} />
    </li>
  );
}

/** Beside each other under a patient's name, where many cards stand; whose ride it is, a screen reader says. */
function RideActs({
  ride,
  isForClinic,
  onChange,
  onCancel,
}: {
  ride: RideView;
  isForClinic: boolean | undefined;
  onChange: (() => void) | undefined;
  onCancel: (() => void) | undefined;
}): ReactNode {
  const t = useWords(texts);
  const acts = [
    { text: t.changeRide, short: t.changeShort, press: canChange(ride) ? onChange : undefined },
    { text: t.cancel, short: t.cancelShort, press: canCancel(ride) ? onCancel : undefined },
  ].flatMap(({ press, ...words }) => (press ? [{ ...words, press }] : []));
  if (acts.length === 0) return null;
  return (
    <div className={isForClinic ? 'rideActs rideActs-clinic' : 'rideActs'}>
      {acts.map(({ text, short, press }) => (
        <WorkButton
          key={text}
          onPress={press}
          {...(isForClinic ? { label: `${withoutRuby(text)} ${ride.riderName}` } : {})}
        >
          <Say>{isForClinic ? short : text}</Say>
        </WorkButton>
      ))}
    </div>
  );
}

/** Who booked or cancelled instead of the rider. */
function Hands({ ride: { bookedBy, cancelledBy } }: { ride: RideView }): ReactNode {
  const t = useWords(proxyTexts);
  if (!bookedBy && !cancelledBy) return null;
  const who = (hand: { kind: ProxyKindName | null; name: string }) =>
    hand.kind === null ? hand.name : `${t[hand.kind]} ${hand.name}`;
  return (
    <p className="rideHands">
      {bookedBy ? <Say>{t.bookedBy(who(bookedBy))}</Say> : null}{' '}
      {cancelledBy ? <Say>{t.cancelledBy(who(cancelledBy))}</Say> : null}
    </p>
  );
}

function momentText(
  ride: RideView,
  moment: ReturnType<typeof rideMoment>,
  t: ReturnType<typeof useWords<typeof texts>>,
  time: (second: number) => string,
  from: string,
): string {
  const pickup = time(ride.scheduledPickup ?? ride.promisedPickup?.earliest ?? ride.requested.second);
  switch (moment) {
    case 'planned':
      return t.momentPlanned;
    case 'searching':
      return t.momentSearching;
    case 'today':
      return t.momentToday(pickup);
    case 'soon':
      return t.momentSoon(pickup);
    case 'late':
      return t.momentLate;
    case 'arrived':
      return t.momentArrived(from);
    case 'onBoard':
      return t.momentOnBoard(
        time(ride.scheduledDropoff ?? ride.promisedDropoff?.latest ?? ride.requested.second),
      );
    case 'done':
      return t.momentDone;
    case 'cancelled':
      return t.momentCancelled;
    case 'noShow':
      return t.momentNoShow;
    case 'missed':
      return t.momentMissed;
    case 'willCall':
      return t.momentWillCall;
    case 'notBooked':
      return t.momentNotBooked;
  }
}
