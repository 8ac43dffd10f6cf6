import { type KeyboardEvent, lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { LoadingNote, TrialBanner } from '../../screen-kit/parts/notices.tsx';
import { ToastPlace } from '../../screen-kit/parts/UndoToast.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { Board } from '../board/Board.tsx';
import { BookingDesk } from '../booking/BookingDesk.tsx';
import { CallProvider } from '../call/CallProvider.tsx';
import { CallerPanel } from '../caller/CallerPanel.tsx';
import { IncomingProvider } from '../caller/IncomingProvider.tsx';
import { MoveRoom } from '../moves/MoveRoom.tsx';
import { RideDetail } from '../rides/RideDetail.tsx';
import { RideList } from '../rides/RideList.tsx';
import { useRideActs } from '../rides/useRideActs.ts';
import { ShiftDetail } from '../shifts/ShiftDetail.tsx';
import { ShiftRoom } from '../shifts/ShiftRoom.tsx';
import { useShiftActs } from '../shifts/useShiftActs.ts';
import { DeskHeader, type DeskView } from './DeskHeader.tsx';
import { useDesk } from './deskContext.ts';
import { HelpSheet } from './HelpSheet.tsx';
import { SideSwitch } from './SideSwitch.tsx';
import { useShortcuts } from './useShortcuts.ts';
import './header.css';
import './frame.css';

const DeskMap = lazy(() => import('../map/DeskMap.tsx'));
const RidersRoom = lazy(() => import('../riders/RidersRoom.tsx'));
const CallBacksRoom = lazy(() => import('../callbacks/CallBacksRoom.tsx'));
const WaitlistRoom = lazy(() => import('../waitlist/WaitlistRoom.tsx'));
const StandingRoom = lazy(() => import('../standing/StandingRoom.tsx'));
const RoadsRoom = lazy(() => import('../roads/RoadsRoom.tsx'));

const texts = {
  title: { ja: '電話受付・配車', en: 'Phone desk and dispatch' },
  booking: { ja: '予約の受付', en: 'Booking' },
  caller: { ja: 'お客様', en: 'Rider' },
  rides: { ja: '乗車の一覧', en: 'Rides' },
  map: { ja: '地図', en: 'Map' },
  board: { ja: '便の予定', en: 'Shifts' },
  roads: { ja: '道路', en: 'Roads' },
  riders: { ja: '台帳', en: 'Riders' },
  callBacks: { ja: '折り返し電話', en: 'Calls to make' },
  waitlist: { ja: '空き待ち', en: 'Waitlist' },
  standing: { ja: '定期予約', en: 'Standing orders' },
};

/** Draws a part of the page and puts the caret into its first field, before the next key is taken: none goes astray. */
function goTo(selector: string, draw: () => void): void {
  flushSync(draw);
  document.querySelector<HTMLElement>(`${selector} input, ${selector} [tabindex="0"]`)?.focus();
}

/** The console: the desk for taking calls, the board for watching the day; list and selection are the same in both. */
export function DeskFrame(): ReactNode {
  const { canBook } = useDesk();
  return canBook ? (
    <IncomingProvider>
      <CallProvider>
        <DeskRooms />
      </CallProvider>
    </IncomingProvider>
  ) : (
    <DeskRooms />
  );
}

function DeskRooms(): ReactNode {
  const t = useWords(texts);
  const { system, session } = useScreen();
  const { canBook } = useDesk();
  const [view, setView] = useState<DeskView>(session.role === 'operator' ? 'desk' : 'board');
  const [isMapOpen, setMapOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const shown: DeskView = canBook || view !== 'desk' ? view : 'board';
  const [isListOpen, setListOpen] = useState(false);
  const [toastPlace, setToastPlace] = useState<HTMLElement | null>(null);
  const toggleMap = useCallback(() => setMapOpen((isOpen) => !isOpen), []);

  function startBooking(): void {
    if (!canBook) return;
    goTo('.deskBooking', () => {
      setView('desk');
      setListOpen(false);
    });
  }

  /** On a wide screen the list is always there; on a narrow one it takes the rider's place until it is closed. */
  function findRide(): void {
    goTo('.deskRides', () => setListOpen(true));
  }

  useShortcuts([
    ['F1', () => setHelpOpen(true)],
    ['?', () => setHelpOpen(true)],
    ['F2', startBooking],
    ['F4', findRide],
    ['Shift+F2', () => canBook && setView('callBacks')],
    ['Shift+F3', () => canBook && setView('waitlist')],
    ['Shift+F4', () => canBook && setView('standing')],
    ['Shift+F6', () => canBook && setView('riders')],
    ['F7', () => setView('roads')],
    ['F8', toggleMap],
    ['F9', () => setView((current) => (current === 'desk' ? 'board' : 'desk'))],
  ]);

  return (
    <div
      className={`desk desk-${shown} ${isMapOpen ? 'desk-mapOpen' : ''} ${isListOpen ? 'desk-listOpen' : ''}`}
    >
      <TrialBanner isTrial={system.isTrial} />
      <DeskHeader
        view={shown}
        onView={setView}
        isMapOpen={isMapOpen}
        onMap={toggleMap}
        onHelp={() => setHelpOpen(true)}
      />
      <main className="deskRooms">
        <h1 className="visuallyHidden">{t.title}</h1>
        <div className="deskToasts" ref={setToastPlace} />
        <ToastPlace value={toastPlace}>
          {isOwedView(shown) ? (
            <section className="deskRoom" aria-label={t[shown]}>
              <Suspense fallback={<LoadingNote />}>
                <OwedRoom view={shown} />
              </Suspense>
            </section>
          ) : shown === 'riders' ? (
            <section className="deskRoom" aria-label={t.riders}>
              <Suspense fallback={<LoadingNote />}>
                <RidersRoom />
              </Suspense>
            </section>
          ) : shown === 'roads' ? (
            <section className="deskRoom" aria-label={t.roads}>
              <Suspense fallback={<LoadingNote />}>
                <RoadsRoom />
              </Suspense>
            </section>
          ) : (
            <WorkRooms
              view={shown}
              isMapOpen={isMapOpen}
              isListOpen={isListOpen}
              onList={(isOpen) => (isOpen ? findRide() : setListOpen(false))}
              onForm={() => {
                setView('desk');
                setListOpen(false);
              }}
            />
          )}
        </ToastPlace>
      </main>
      <HelpSheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

type OwedView = 'callBacks' | 'waitlist' | 'standing';

function isOwedView(view: DeskView): view is OwedView {
  return view === 'callBacks' || view === 'waitlist' || view === 'standing';
}

/** What is owed to riders: calls, places they wait for, rides that come again. */
function OwedRoom({ view }: { view: OwedView }): ReactNode {
  if (view === 'callBacks') return <CallBacksRoom />;
  return view === 'waitlist' ? <WaitlistRoom /> : <StandingRoom />;
}

interface WorkRoomsProps {
  readonly view: 'desk' | 'board';
  readonly isMapOpen: boolean;
  readonly isListOpen: boolean;
  readonly onList: (isOpen: boolean) => void;
  /** Brings the booking form into sight. */
  readonly onForm: () => void;
}

/** Rider and booking form, or the board; with the rides and the map beside it. */
function WorkRooms({ view, isMapOpen, isListOpen, onList, onForm }: WorkRoomsProps): ReactNode {
  const t = useWords(texts);
  const acts = useRideActs(onForm);
  const shiftActs = useShiftActs();
  function pressOnBoard(event: KeyboardEvent): void {
    acts.press(event);
    shiftActs.press(event);
  }
  return (
    <>
      {view === 'board' ? (
        <section className="deskRoom deskBoard" aria-label={t.board} onKeyDown={pressOnBoard}>
          <Board onDrop={acts.moves.drop} />
        </section>
      ) : (
        <>
          <SideSwitch isListOpen={isListOpen} onList={onList} />
          <section className="deskRoom deskCaller" aria-label={t.caller}>
            <CallerPanel />
          </section>
          <section className="deskRoom deskBooking" aria-label={t.booking}>
            <BookingDesk />
          </section>
        </>
      )}
      <section className="deskRoom deskRides" aria-label={t.rides} onKeyDown={acts.press}>
        <RideList />
        <RideDetail acts={acts} />
        {view === 'board' ? <ShiftDetail acts={shiftActs} /> : null}
      </section>
      <MoveRoom acts={acts.moves} />
      <ShiftRoom acts={shiftActs} />
      {view === 'board' || isMapOpen ? (
        <section className="deskRoom deskMap" aria-label={t.map}>
          <Suspense fallback={<LoadingNote />}>
            <DeskMap />
          </Suspense>
        </section>
      ) : null}
    </>
  );
}
