import { type ReactNode, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useActing } from '../proxy/actingContext.ts';
import { proxyTexts } from '../proxy/proxyWords.ts';
import { TrustedPeople } from '../proxy/TrustedPeople.tsx';
import { listComingRides, listPastRides, rideMoment } from '../store/rideList.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { RideCard } from './RideCard.tsx';
import { RidesToCome } from './RidesToCome.tsx';
import { Say } from './Say.tsx';
import type { MyRides } from './useMyRides.ts';
import { texts } from './words.ts';

export interface RidesPageProps {
  readonly myRides: MyRides;
  readonly phone: string;
  /** A booking was begun and not finished. */
  readonly isDraftBegun: boolean;
  readonly onBook: () => void;
  readonly onChange: (ride: RideView) => void;
  readonly onContinue: () => void;
  /** To those whom this rider acts for; null where there are none. */
  readonly onOthers: (() => void) | null;
}

/** The way in: book, and how my rides stand. */
export function RidesPage(props: RidesPageProps): ReactNode {
  const { myRides, phone, isDraftBegun, onBook, onChange, onContinue, onOthers } = props;
  const t = useWords(texts);
  const proxy = useWords(proxyTexts);
  const acting = useActing();
  const { session } = useScreen();
  const may = (act: 'book' | 'cancel' | 'seeRides') => !acting || acting.person.acts.includes(act);
  const now = useServerNow();
  const [asked, setAsked] = useState<RideView | null>(null);
  const coming = listComingRides(myRides.rides ?? []);
  const past = listPastRides(myRides.rides ?? []);
  const isStale = myRides.status === 'stale' || myRides.status === 'offline';
  return (
    <>
      <div className="bookAction">
        {may('book') ? null : (
          <p>
            <Say>{proxy.noBooking}</Say>
          </p>
        )}
        {!may('book') ? null : isDraftBegun ? (
          <>
            <WorkButton look="main" onPress={onContinue}>
              <Say>{t.continueBooking}</Say>
            </WorkButton>
            <WorkButton onPress={onBook}>
              <Say>{t.bookAgain}</Say>
            </WorkButton>
          </>
        ) : (
          <WorkButton look="main" onPress={onBook}>
            <Say>{t.book}</Say>
          </WorkButton>
        )}
        {onOthers ? (
          <WorkButton onPress={onOthers}>
            <Say>{proxy.others}</Say>
          </WorkButton>
        ) : null}
      </div>
      <p className="staleNote" role="status">
        {isStale && myRides.rides !== null ? <Say>{t.stale}</Say> : ''}
      </p>
      <h1 className="question">
        <Say>{acting ? proxy.ridesOf(acting.person.name) : t.myRides}</Say>
      </h1>
      {may('seeRides') ? null : (
        <p className="actingNote">
          <Say>{proxy.ownOnly}</Say>
        </p>
      )}
      {may('cancel') ? null : (
        <p className="actingNote">
          <Say>{proxy.noCancel}</Say>
        </p>
      )}
      <FaultNotice fault={myRides.fault} onRetry={myRides.retry} />
      {myRides.rides === null ? <RidesToCome isOffline={myRides.status === 'offline'} /> : null}
      {myRides.rides !== null && coming.length === 0 ? (
        <EmptyNote>
          <Say>{t.noRides}</Say>
        </EmptyNote>
      ) : null}
      <ul className="rideCards">
        {coming.map((ride) => (
          <RideCard
            key={ride.id}
            ride={ride}
            today={now.day}
            nowSecond={now.second}
            {...(may('book') && may('cancel') ? { onChange: () => onChange(ride) } : {})}
            {...(may('cancel') ? { onCancel: () => setAsked(ride) } : {})}
          />
        ))}
      </ul>
      {past.length > 0 ? (
        <details className="pastRides">
          <summary>
            <span>
              <Say>{t.pastRides}</Say>
              {t.count(past.length)}
            </span>
          </summary>
          <ul className="rideCards">
            {past.map((ride) => (
              <RideCard key={ride.id} ride={ride} today={now.day} nowSecond={now.second} />
            ))}
          </ul>
        </details>
      ) : null}
      {acting === null && session.personId !== null ? <TrustedPeople personId={session.personId} /> : null}
      {asked ? (
        <CancelDialog
          ride={asked}
          isSoon={['soon', 'late', 'arrived'].includes(rideMoment(asked, now.day, now.second))}
          phone={phone}
          onDone={(ride) => {
            myRides.put(ride);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}
