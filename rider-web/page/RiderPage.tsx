import { type ReactNode, useMemo, useState } from 'react';
import type { RideAnswer } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { goTo, useAddress } from '../device/useAddress.ts';
import { useActing } from '../proxy/actingContext.ts';
import { proxyTexts } from '../proxy/proxyWords.ts';
import { type BookingDraft, type ChosenPlace, changeOfRide, returnOfDraft } from '../store/bookingDraft.ts';
import { listUsualPlaces } from '../store/placeChoices.ts';
import { homeOf } from '../store/rideList.ts';
import { withoutRuby } from '../store/ruby.ts';
import { BookedPage } from './BookedPage.tsx';
import { BookingPage } from './BookingPage.tsx';
import { Frame } from './Frame.tsx';
import { RidesPage } from './RidesPage.tsx';
import { stepOf, useDraft } from './useDraft.ts';
import { useMyRides } from './useMyRides.ts';
import { useRegion } from './useRegion.ts';
import { texts } from './words.ts';

const MOST_USUAL = 5;

/** What was booked, and from what: a way back is made of it. */
interface Booked {
  readonly answer: RideAnswer;
  readonly draft: BookingDraft;
}

/**
 * My rides, and a booking one question at a time; the same for a rider whom somebody acts for.
 * @param onOthers the way to those whom this rider acts for; null where there are none
 */
export function RiderPage({ onOthers }: { onOthers: (() => void) | null }): ReactNode {
  const t = useWords(texts);
  const proxy = useWords(proxyTexts);
  const acting = useActing();
  const { session } = useScreen();
  const now = useServerNow(20_000);
  const region = useRegion();
  const myRides = useMyRides(now.day, region.daysAhead);
  const keptUnder = `ainori.draft:${session.accountId}${acting ? `:${acting.person.personId}` : ''}`;
  const draft = useDraft(keptUnder, now.day);
  const address = useAddress();
  const [booked, setBooked] = useState<Booked | null>(null);
  const { townName } = region;
  const homeName = acting ? proxy.homeOf(acting.person.name) : t.home;
  const home: ChosenPlace = { choice: { kind: 'home' }, name: withoutRuby(homeName), area: '' };
  const usual = useMemo(
    () => listUsualPlaces(myRides.rides ?? [], townName, MOST_USUAL),
    [myRides.rides, townName],
  );

  function finish(answer: RideAnswer): void {
    myRides.put(answer.ride);
    setBooked({ answer, draft: draft.draft });
    draft.clear();
    goTo('booked', 'replace');
  }

  return (
    <Frame heading={t.heading} phone={region.phone}>
      {stepOf(address) !== null ? (
        <BookingPage
          draft={draft}
          channel="web"
          keptUnder={keptUnder}
          first={[home]}
          usual={usual}
          townName={townName}
          daysAhead={region.daysAhead}
          usualKind={null}
          onBooked={finish}
          onStop={() => goTo('')}
        />
      ) : address === 'booked' && booked !== null ? (
        <BookedPage
          answer={booked.answer}
          today={now.day}
          home={homeOf(myRides.rides ?? [], booked.answer.ride)}
          onReturn={() => draft.begin(returnOfDraft(booked.draft, booked.answer.ride.day))}
          onDone={() => goTo('', 'replace')}
        />
      ) : (
        <RidesPage
          myRides={myRides}
          phone={region.phone}
          isDraftBegun={draft.isBegun}
          onBook={() => {
            setBooked(null);
            draft.begin({});
          }}
          onChange={(ride) => {
            setBooked(null);
            draft.begin(changeOfRide(ride));
          }}
          onContinue={() => goTo(`book/${draft.draft.step}`)}
          onOthers={onOthers}
        />
      )}
    </Frame>
  );
}
