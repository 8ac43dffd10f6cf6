import { type ReactNode, useState } from 'react';
import type { RideAnswer, RideView } from '../../backend/contract/index.ts';
import { useDayFeed, useFeedLine } from '../../screen-kit/feed/useDayFeed.ts';
import { ConnectionNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { goTo, useAddress } from '../device/useAddress.ts';
import { BookedPage } from '../page/BookedPage.tsx';
import { BookingPage } from '../page/BookingPage.tsx';
import { Frame } from '../page/Frame.tsx';
import { Say } from '../page/Say.tsx';
import { stepOf, useDraft } from '../page/useDraft.ts';
import { useRegion } from '../page/useRegion.ts';
import { texts } from '../page/words.ts';
import {
  type BookingDraft,
  type ChosenPerson,
  type ChosenPlace,
  changeOfRide,
  returnOfDraft,
  timeOfReturn,
} from '../store/bookingDraft.ts';
import { choiceOfRidePlace } from '../store/placeChoices.ts';
import { homeOf } from '../store/rideList.ts';
import { ClinicDays } from './ClinicDays.tsx';
import { ClinicRides } from './ClinicRides.tsx';
import { PersonStep } from './PersonStep.tsx';
import { useWeekCounts } from './useWeekCounts.ts';

/** A clinic's reception: the patients of a day, and a booking for one of them. */
export function ClinicPage(): ReactNode {
  const t = useWords(texts);
  const { session } = useScreen();
  const now = useServerNow(20_000);
  const region = useRegion();
  const address = useAddress();
  const keptUnder = `ainori.draft:${session.accountId}`;
  const draft = useDraft(keptUnder, now.day);
  const [day, setDay] = useState(now.day);
  const [first, setFirst] = useState(now.day);
  const [booked, setBooked] = useState<{ answer: RideAnswer; draft: BookingDraft } | null>(null);
  const feed = useDayFeed(useFeedLine(), 'clinic', day);
  const rides = feed.state.day === day ? [...feed.state.rides.values()] : null;
  const counts = useWeekCounts(first, day, rides);

  const clinic: ChosenPlace | null =
    session.clinicId === null
      ? null
      : { choice: { kind: 'place', id: session.clinicId }, name: t.theClinic, area: '' };
  const home: ChosenPlace = { choice: { kind: 'home' }, name: t.patientHome, area: '' };

  function bookFor(person: ChosenPerson): void {
    draft.begin({ person, from: home, to: clinic });
  }

  function bookHome(ride: RideView): void {
    const { to } = ride;
    draft.begin({
      person: { id: ride.personId, name: ride.riderName },
      from: { choice: choiceOfRidePlace(to), name: to.name, area: '' },
      to: home,
      time: timeOfReturn(ride.day),
    });
  }

  function change(ride: RideView): void {
    setBooked(null);
    draft.begin({ ...changeOfRide(ride), person: { id: ride.personId, name: ride.riderName } });
  }

  function finish(answer: RideAnswer): void {
    feed.reader?.putRide(answer.ride);
    setBooked({ answer, draft: draft.draft });
    draft.clear();
    goTo('booked', 'replace');
  }

  function returnOf({ answer: { ride }, draft: way }: { answer: RideAnswer; draft: BookingDraft }): void {
    setBooked(null);
    draft.begin({
      ...returnOfDraft(way, ride.day),
      person: way.person ?? { id: ride.personId, name: ride.riderName },
    });
  }

  return (
    <Frame heading={t.clinicHeading} phone={region.phone} isWide>
      {address === 'person' ? (
        <PersonStep onChoose={bookFor} />
      ) : stepOf(address) !== null && draft.draft.person !== null ? (
        <BookingPage
          draft={draft}
          channel="clinic"
          keptUnder={keptUnder}
          first={clinic === null ? [home] : [home, clinic]}
          usual={[]}
          townName={region.townName}
          daysAhead={region.daysAhead}
          usualKind={draft.draft.to?.choice.kind === 'home' ? 'departAfter' : 'arriveBy'}
          onBooked={finish}
          onStop={() => goTo('')}
        />
      ) : address === 'booked' && booked !== null ? (
        <BookedPage
          answer={booked.answer}
          today={now.day}
          home={homeOf([...feed.state.rides.values()], booked.answer.ride)}
          onReturn={() => returnOf(booked)}
          onDone={() => goTo('', 'replace')}
        />
      ) : (
        <>
          <div className="clinicHead">
            <h1 className="question">
              <Say>{t.clinicToday}</Say>
            </h1>
            <ConnectionNotice status={feed.status} />
            <WorkButton look="main" onPress={() => goTo('person')}>
              <Say>{t.clinicBook}</Say>
            </WorkButton>
          </div>
          <ClinicDays
            today={now.day}
            day={day}
            first={first}
            counts={counts}
            onDay={setDay}
            onFirst={setFirst}
          />
          <ClinicRides
            rides={rides}
            isOffline={feed.status === 'offline'}
            phone={region.phone}
            onBookHome={bookHome}
            onChange={change}
            onChanged={(ride) => feed.reader?.putRide(ride)}
          />
        </>
      )}
    </Frame>
  );
}
